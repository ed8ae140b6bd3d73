import Apply
import ArtifactIO
import Diagnostics
import Probe

/// One set of files that takes the place of another on a node.
struct NodeChange {
  let standing: AppliedStanding
  let root: NodeRoot
  private let isReturn: Bool
  /// What is to lie on the node in the end.
  let set: AppliedSet
  /// Those files of it that are there for the containerd that still runs, and go when it has been restarted.
  let left: [AppliedSet.File]
  /// The process of a containerd that has not read its config; `nil` where none is known.
  let process: Int32?
  /// Everything of ours that may lie there now; `nil` for nothing.
  let old: AppliedSet?
  /// What was there before, where that is not what was applied but holds what somebody else wrote: a rollback brings it
  /// back.
  let edited: AppliedSet?
  /// What was there before, as far as this change is about it.
  private let origin: AppliedSet?

  /// - Parameters:
  ///   - new: what is wanted, without what has to stay for a while.
  ///   - isReturn: whether that is what was there before.
  init(from standing: AppliedStanding, to new: AppliedSet, on node: NodeInput, isReturn: Bool = false) {
    self.standing = standing
    self.isReturn = isReturn
    root = node.root
    let ours = standing.everything
    old = ours
    let new = isReturn ? Self.relevant(new, to: AppliedSet([]), beside: ours) ?? new : new
    let place = node.root.place(ofFile:)
    var process: Int32?
    let left = node.configInForce.stillNeeded(of: ours, beside: new) {
      process = node.outdatedProcess
      return process != nil || standing.begun != nil
    }.compactMap { file -> AppliedSet.File? in
      guard SetSwitch.exists(place(file.path)) else { return nil }
      let present = SetSwitch.contents(place(file.path))
      let bytes = present.flatMap { standing.holds($0, at: file.path) ? $0 : nil } ?? file.bytes
      return AppliedSet.File(path: file.path, bytes: bytes, isLeft: true)
    }
    self.process = process
    self.left = left
    let set = AppliedSet(new.files + left)
    self.set = set
    origin = Self.relevant(standing.origin, to: set, beside: ours)
    edited = Self.edited(standing, set, origin, place)
  }

  private static func edited(
    _ standing: AppliedStanding, _ new: AppliedSet, _ origin: AppliedSet?, _ place: (String) -> String
  ) -> AppliedSet? {
    let ours = standing.everything
    var isOther = false
    var paths = (origin?.files ?? []).map(\.path)
    for file in (ours?.files ?? []) + new.files where !paths.contains(file.path) { paths.append(file.path) }
    let files = paths.compactMap { path -> AppliedSet.File? in
      guard let present = SetSwitch.contents(place(path)), !standing.keeps(present, at: path) else {
        return origin?[path]
      }
      isOther = true
      return AppliedSet.File(path: path, bytes: present, by: ours?[path] == nil ? .somebodyElse : .editor)
    }
    return isOther ? AppliedSet(files) : nil
  }

  /// A set without files of somebody else that have come back and that this change has nothing to do with: they are that
  /// somebody's again.
  private static func relevant(_ set: AppliedSet?, to new: AppliedSet, beside ours: AppliedSet?) -> AppliedSet? {
    set.map { set in
      AppliedSet(
        set.files.filter { $0.author != .somebodyElse || new[$0.path] != nil || ours?[$0.path] != nil })
    }
  }

  /// Whether nothing changes but that files go which had stayed for a while only.
  var isCleanUp: Bool { edited == nil && standing.current?.lasting == set.lasting }

  /// What would be done.
  var outlook: SetSwitch.Outcome { switching.outlook() }

  private var switching: SetSwitch { SetSwitch(from: old, to: set, place: root.place(ofFile:)) }

  /// Finds files in the way.
  func check(force: Bool, into bag: inout DiagnosticBag) throws {
    do throws(FileFault) {
      try ApplyCheck(from: standing, to: set, isReturn: isReturn, place: root.place(ofFile:))
        .checkFiles(force: force, into: &bag)
    } catch {
      throw AppliedNode.status(error)
    }
  }

  /// Writes, and puts everything back where that fails. Where not even that can be done, the note of what was begun
  /// stays for the next run.
  func carryOut(_ state: inout AppliedState) throws(BrokenOffChange) {
    do throws(FileFault) { _ = try switching.carryOut() } catch { throw breakOff(error, &state) }
  }

  /// Notes the set of a number as the one in force, after another, and puts everything back where that fails.
  func finish(_ number: Int, after origin: Int, _ state: inout AppliedState) throws(BrokenOffChange) {
    do throws(FileFault) { try state.finish(number, after: origin) } catch {
      throw state.current == number ? BrokenOffChange(fault: error, end: .done) : breakOff(error, &state)
    }
  }

  private func breakOff(_ fault: FileFault, _ state: inout AppliedState) -> BrokenOffChange {
    do throws(FileFault) {
      try undo(&state)
      return BrokenOffChange(fault: fault, end: .undone)
    } catch {
      return BrokenOffChange(fault: fault, end: .half)
    }
  }

  /// Puts back what was there before.
  func undo(_ state: inout AppliedState) throws(FileFault) {
    let all = AppliedSet((old?.files ?? []) + set.files.filter { old?[$0.path] == nil })
    _ = try SetSwitch(from: all, to: edited ?? origin ?? AppliedSet([]), place: root.place(ofFile:)).carryOut()
    try state.abandon()
  }

  /// What to say of files that stay for a while, and of a config that nobody has read.
  func advice(after done: SetSwitch.Outcome) -> [String] {
    let isConfig = { (path: String) in path.hasSuffix(".toml") || path.hasSuffix(".template") }
    var lines = left.map { "left \($0.path): the containerd that runs needs it until it is restarted" }
    if (done.written + done.removed).contains(where: isConfig) || !left.isEmpty {
      let running = process.map { " (process \($0))" } ?? ""
      lines.append(
        "containerd\(running) reads its config at its start alone; when it suits you: systemctl restart containerd")
      if !left.isEmpty { lines.append("the first cnigen apply after that removes what was left") }
    }
    return lines
  }
}
