"""What a process costs, as the system accounts for it."""

import os
import resource
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    """Seconds on the clock, seconds of processors, and the most memory at once in MiB."""

    wall: float
    cpu: float
    memory: float


def run(command, stdout, at_most=None):
    """Runs a command; tells its cost and whether it ended well. `at_most` caps its memory, in MiB."""

    def cap():
        if at_most:
            resource.setrlimit(resource.RLIMIT_AS, (at_most << 20, at_most << 20))

    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, preexec_fn=cap)
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    cost = Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    return cost, child.returncode, said.decode(errors="replace")
