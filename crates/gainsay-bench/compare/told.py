"""What was measured, as Markdown."""

import datetime
import math
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pooling
import tables
from measure import middle, ratio

DOCUMENT = tables.ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- compare:begin -->\n", "<!-- compare:end -->\n"


def markdown(measured, pooled, asked):
    parts = [heading(asked), costs(measured), growth(measured), pools(pooled)]
    return "\n".join(part for part in parts if part)


def heading(asked):
    command = " ".join(["crates/gainsay-bench/compare/run", *sys.argv[1:]])
    command = re.sub(r" --program \S+| --write", "", command)
    return (
        f"`{command}`, {datetime.date.today()}: medians of {asked.runs} runs of each program in turns.\n"
        f"{machine()}. {versions()}.\n"
    )


def machine():
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    name = " ".join(cpu[1].split()) if cpu else platform.machine()
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}"


def versions():
    pinned = tables.REQUIREMENTS.read_text()
    names = ["duckdb", "polars", "pandas", "statsmodels"]
    found = [f"{name} {re.search(f'^{name}==(.*)', pinned, re.M)[1]}" for name in names]
    rust = subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.split()
    return ", ".join([f"Python {platform.python_version()}", *found, f"rustc {rust[1]}"])


def costs(measured):
    lines = [
        "| claims | comparable pairs | conflicts | program | seconds | processor seconds | MiB "
        "| times gainsay's seconds | times its processor seconds |",
        "|---:|---:|---:|---|---:|---:|---:|---:|---:|",
    ]
    for rows, (comparable, conflicts), found in measured:
        own = found.get("gainsay")
        for name, runs in found.items():
            cost = middle(runs)
            against = [f"{ratio(runs, own, part):.1f}" if own else "" for part in ("wall", "cpu")]
            cells = [f"{rows:,}", f"{comparable or 0:,}", f"{conflicts:,}", name.replace("_", ", ")]
            cells += [f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{cost.memory:.0f}", *against]
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def growth(measured):
    """Exponents of time and memory: the slope of least squares on logarithms."""
    if len(measured) < 2:
        return ""
    lines = ["| program | claims | seconds grow as claims to the | MiB likewise |", "|---|---|---:|---:|"]
    names = dict.fromkeys(name for _, _, found in measured for name in found)
    for name in names:
        points = [(rows, middle(found[name])) for rows, _, found in measured if name in found]
        if len(points) < 2:
            continue
        wall = slope([(rows, cost.wall) for rows, cost in points])
        memory = slope([(rows, cost.memory) for rows, cost in points])
        span = f"{points[0][0]:,} to {points[-1][0]:,}"
        lines.append(f"| {name.replace('_', ', ')} | {span} | {wall:.2f} | {memory:.2f} |")
    pairs = [(rows, comparable) for rows, (comparable, _), _ in measured if comparable]
    if len(pairs) > 1:
        lines.append(f"\nComparable pairs grow as claims to the {slope(pairs):.2f}.")
    return "\n".join(lines) + "\n"


def slope(points):
    points = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    along = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / along


def pools(pooled):
    if not pooled:
        return ""
    own = {estimator: numbers for name, estimator, *numbers in pooled if name == "gainsay"}
    lines = [
        "| estimator | program | mean log odds | standard error | τ² | Q | seconds "
        "| digits shared with gainsay: mean, error, τ², Q |",
        "|---|---|---:|---:|---:|---:|---:|---|",
    ]
    for name, estimator, *numbers in pooled:
        shared = [pooling.digits(*two) for two in zip(numbers[:4], own[estimator])]
        cells = [estimator, name, *(f"{number:.10g}" for number in numbers[:4])]
        cells += [f"{numbers[4]:.6f}", "" if name == "gainsay" else ", ".join(map(str, shared))]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def write(text):
    document = DOCUMENT.read_text()
    before, rest = document.split(BEGIN)
    after = rest.split(END)[1]
    DOCUMENT.write_text(before + BEGIN + "\n" + text + "\n" + END + after)
