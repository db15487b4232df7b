"""The programs that are compared: how each is called, and what it finds of a table."""

import csv
import filecmp
import os
import re
import subprocess
from dataclasses import dataclass

import measure
import tables

# The first of those that are asked for is the reference of agreement.
NAMES = ["duckdb_plain", "gainsay", "duckdb_tuned", "polars_plain", "polars_tuned", "pandas_plain"]

# All pairs at once do not fit: beyond so many claims pandas is left out.
MOST_FOR_PANDAS = 100_000

# Memory that a program may take, in MiB.
CAP = 8192


@dataclass
class Runner:
    """One program: its name and the command for a table and an output."""

    name: str
    python: str
    program: str

    @property
    def is_gainsay(self):
        return self.name == "gainsay"

    @property
    def found(self):
        """The pairs of the last run."""
        return tables.FOLDER / f"{self.name}.csv"

    @property
    def said(self):
        """What it printed: the number of pairs that can be compared."""
        return tables.FOLDER / f"{self.name}.txt"

    def command(self, table):
        if self.is_gainsay:
            return [self.program, "judge", str(table), "--format", "csv"]
        return [self.python, str(tables.HERE / f"{self.name}.py"), str(table), str(self.found)]

    def run(self, table):
        """Runs it: its cost, what is wrong if it failed, and nothing else."""
        # Gainsay prints the pairs.
        with (self.found if self.is_gainsay else self.said).open("wb") as to:
            cost, code, said = measure.run(self.command(table), to, CAP)
        # 1 is what gainsay says when it found something.
        if code in ([0, 1] if self.is_gainsay else [0]):
            return cost, None
        last = said.strip().splitlines()[-1:] or ["no message"]
        return cost, f"it ended with {code}: {last[0]}"

    def pairs(self):
        """A file of the pairs of the last run whose sizes are both known, in order."""
        ordered = self.found.with_suffix(".sorted")
        command = ["sort", "--output", ordered]
        sort = subprocess.Popen(command, stdin=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}, text=True)
        with self.found.open(newline="") as file, sort.stdin as to:
            for row in csv.DictReader(file):
                # Gainsay also tells pairs that conflict at any plausible size; they have no p.
                if row.get("p", "known"):
                    to.write(f"{row['upper']},{row['lower']}\n")
        if sort.wait():
            raise SystemExit("the pairs cannot be sorted")
        return ordered

    def comparable(self, table):
        """How many pairs of the table can be compared, both sizes being known."""
        if not self.is_gainsay:
            return int(self.said.read_text())
        command = [self.program, "judge", str(table), "--lang", "en"]
        text = subprocess.run(command, capture_output=True, text=True).stdout
        found = re.search(r"tested: ([\d,]+)", text)
        return int(found[1].replace(",", "")) if found else None


def runners(names, python, program):
    program = os.path.abspath(program) if program else tables.ROOT / "target" / "release" / "gainsay"
    return [Runner(name, str(python), str(program)) for name in NAMES if name in names]


def agreeing(runners, table, rows):
    """Those that find the pairs of the first one; how many can be compared, and conflict."""
    agreed, first, counts = [], None, (0, 0)
    for runner in runners:
        if runner.name == "pandas_plain" and rows > MOST_FOR_PANDAS:
            tables.note(f"{runner.name}, {rows} claims: left out, all pairs at once do not fit")
            continue
        cost, wrong = runner.run(table)
        if wrong:
            tables.note(f"{runner.name}, {rows} claims: left out, {wrong}")
            continue
        pairs, comparable = runner.pairs(), runner.comparable(table)
        if first is None:
            first, counts = pairs, (comparable, lines(pairs))
        if comparable != counts[0]:
            tables.note(f"{runner.name}, {rows} claims: compares {comparable} pairs, not {counts[0]}")
        elif not filecmp.cmp(pairs, first, shallow=False):
            tables.note(f"{runner.name}, {rows} claims: not timed, {apart(pairs, first)} pairs differ")
        else:
            tables.note(f"{runner.name}, {rows} claims: agrees on {counts[1]} pairs, {cost.wall:.2f} s")
            agreed.append(runner)
    return agreed, counts


def lines(file):
    with file.open("rb") as opened:
        return sum(1 for _ in opened)


def apart(one, other):
    """How many lines are in one of two sorted files alone."""
    environment = {**os.environ, "LC_ALL": "C"}
    found = subprocess.run(["comm", "-3", one, other], capture_output=True, env=environment)
    return found.stdout.count(b"\n")
