// The measure of the JSON reader: reads one file, once, in a process that has read nothing before, and prints how many
// millions of bytes a second it took in, by the time that the processor spent on it, the system's included: whatever
// else runs on the machine is no concern of the reader. The bytes of the file are in memory by then.
import ArtifactIO
import Diagnostics
import Glibc
import Syntax

func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let bytes = try FileReading.read(CommandLine.arguments[1])
var files = SourceFiles()
let file = files.add(SourceFile(name: "input.json", bytes: []))
var bag = DiagnosticBag()
let start = processorSeconds()
let tree = JSONReader.read(file, bytes, into: &bag)
let seconds = processorSeconds() - start
precondition(tree != nil && !bag.hasErrors, "the file has faults")
print(Int(Double(bytes.count) / seconds / 1e6))
