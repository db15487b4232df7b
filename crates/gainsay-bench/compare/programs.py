"""The programs that are compared: how each is called, whether they agree, what they cost."""

import csv
import os
import random
from dataclasses import dataclass
from statistics import median

import measure
import tables
from measure import Cost

# The first is the reference of agreement.
NAMES = ["duckdb_plain", "gainsay", "duckdb_tuned", "polars_plain", "polars_tuned", "pandas_plain"]

# All pairs at once do not fit: beyond so many claims pandas is called once, to tell how it ends.
MOST_FOR_PANDAS = 100_000

# Memory that a program may take, in MiB.
CAP = 8192


@dataclass
class Runner:
    """One program: its name and the command for a table and an output."""

    name: str
    python: str
    program: str

    def command(self, table, output):
        if self.name == "gainsay":
            return [self.program, "judge", str(table), "--format", "csv"]
        return [self.python, str(tables.HERE / f"{self.name}.py"), str(table), str(output)]

    def run(self, table):
        """Runs it; its output is in `found`, unless it failed. Gainsay writes to its output."""
        self.found = tables.FOLDER / f"{self.name}.csv"
        said = tables.FOLDER / f"{self.name}.txt"
        with (self.found if self.name == "gainsay" else said).open("wb") as to:
            return measure.run(self.command(table, self.found), to, CAP)

    def pairs(self):
        """The pairs of the last run whose sizes are both known, in order."""
        with self.found.open(newline="") as file:
            rows = csv.DictReader(file)
            # Gainsay also tells pairs that conflict at any plausible size; they have no p.
            return sorted((row["upper"], row["lower"]) for row in rows if row.get("p", "known"))

    def comparable(self):
        said = tables.FOLDER / f"{self.name}.txt"
        return int(said.read_text()) if self.name != "gainsay" else None


def runners(names, python, program):
    program = os.path.abspath(program) if program else tables.ROOT / "target" / "release" / "gainsay"
    return [Runner(name, str(python), str(program)) for name in NAMES if name in names]


def agreeing(runners, table, rows):
    """Those that find the pairs of the first one, and how many pairs there are."""
    agreed, expected, comparable = [], None, None
    for runner in runners:
        if runner.name == "pandas_plain" and rows > MOST_FOR_PANDAS:
            tables.note(f"{runner.name}, {rows} claims: left out, see docs/speed.md")
            continue
        cost, code, said = runner.run(table)
        # 1 is what gainsay says when it found something.
        if code not in ([0, 1] if runner.name == "gainsay" else [0]):
            last = said.strip().splitlines()[-1:] or ["no message"]
            tables.note(f"{runner.name}, {rows} claims: left out, it ended with {code}: {last[0]}")
            continue
        pairs = runner.pairs()
        if expected is None:
            expected, comparable = pairs, runner.comparable()
        if pairs != expected or runner.comparable() not in (None, comparable):
            apart = set(pairs) ^ set(expected)
            tables.note(f"{runner.name}, {rows} claims: {len(apart)} pairs differ, not timed")
            continue
        tables.note(f"{runner.name}, {rows} claims: agrees, {len(pairs)} pairs, {cost.wall:.2f} s")
        agreed.append(runner)
    return agreed, (comparable, len(expected or []))


def timed(runners, table, runs):
    """The costs of each program, run in turns, in another order each time."""
    costs = {runner.name: [] for runner in runners}
    order = random.Random(1)
    for _ in range(runs):
        for runner in order.sample(runners, len(runners)):
            costs[runner.name].append(runner.run(table)[0])
    return costs


def middle(costs):
    """The median of each part of the costs."""
    of = lambda part: median(getattr(cost, part) for cost in costs)
    return Cost(of("wall"), of("cpu"), of("memory"))


def ratio(costs, to, part):
    """The median of the ratios of runs of the same turn."""
    return median(getattr(a, part) / getattr(b, part) for a, b in zip(costs, to))
