"""What a process costs, as the system accounts for it."""

import os
import random
import resource
import subprocess
import time
from dataclasses import dataclass
from statistics import median


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


def in_turns(runners, table, runs):
    """The costs of each program, run in turns, in another order each time."""
    costs = {runner.name: [] for runner in runners}
    order = random.Random(1)
    for _ in range(runs):
        for runner in order.sample(runners, len(runners)):
            costs[runner.name].append(runner.run(table)[0])
    return costs


def middle(costs):
    """The median of each part of the costs."""
    return Cost(*(median(getattr(cost, part) for cost in costs) for part in ("wall", "cpu", "memory")))


def ratio(costs, to, part):
    """The median of the ratios of runs of the same turn."""
    return median(getattr(a, part) / getattr(b, part) for a, b in zip(costs, to))
