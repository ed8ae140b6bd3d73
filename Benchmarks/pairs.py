"""Times two commands in turn, so that whatever else the machine does meets both alike.

    pairs.py ROUNDS BASE OURS [FRESH...]

BASE and OURS are commands of a shell. In each, {} stands for the number of the round. FRESH are paths that are removed
before each run of either. Prints the middle one of the rounds' ratios, with its two times in seconds and the largest
memory that OURS had in any round, in KiB.
"""

import os
import subprocess
import sys
import time


def run(command):
    begin = time.perf_counter()
    process = subprocess.Popen(["sh", "-c", "exec " + command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"status {status}: {command}")
    return seconds, usage.ru_maxrss


def remove(paths, number):
    for path in paths:
        path = path.replace("{}", str(number))
        # Not from here: what this process holds at its peak counts for the ones that it starts.
        subprocess.run(["rm", "-rf", path], check=True)


rounds, base, ours, fresh = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]
results = []
for number in range(rounds):
    remove(fresh, number)
    base_seconds, _ = run(base.replace("{}", str(number)))
    remove(fresh, number)
    our_seconds, memory = run(ours.replace("{}", str(number)))
    results.append((our_seconds / base_seconds, base_seconds, our_seconds, memory))
    remove(fresh, number)
results.sort()
ratio, base_seconds, our_seconds, _ = results[len(results) // 2]
print(f"{ratio:.2f} {base_seconds:.3f} {our_seconds:.3f} {max(result[3] for result in results)}")
