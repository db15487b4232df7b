"""Where things are, and how they are made: the programs, the environment, the tables."""

import csv
import hashlib
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FOLDER = ROOT / "target" / "compare"
REQUIREMENTS = HERE / "requirements.txt"

# A group to pool has at most so many studies: metafor makes matrices of as many rows and columns.
LARGEST_GROUP = 1000


def note(text):
    print(text, file=sys.stderr, flush=True)


def build(program):
    """Builds what makes the tables, what pools, and the program unless another one is timed."""
    examples = ["--package", "gainsay-bench", "--example", "synthetic", "--example", "pool"]
    if program and not Path(program).is_file():
        raise SystemExit(f"there is no program {program}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    cargo(examples)
    if not program:
        cargo(["--package", "gainsay"])


def cargo(what):
    subprocess.run(["cargo", "build", "--release", "--locked", *what], cwd=ROOT, check=True)


def example(name):
    return ROOT / "target" / "release" / "examples" / name


def environment():
    """The Python of a virtual environment that holds what is pinned."""
    pinned = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]
    folder = FOLDER / f"python-{pinned}"
    python, done = folder / "bin" / "python", folder / "complete"
    if not done.exists():
        note(f"making {folder.relative_to(ROOT)}")
        venv.create(folder, with_pip=True, clear=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--requirement", REQUIREMENTS], check=True)
        done.touch()
    return python


def table(rows):
    """A table of so many claims, made with the seed 1."""
    file = FOLDER / f"claims-{rows}.csv"
    if not file.exists():
        made = file.with_suffix(".part")
        with made.open("wb") as to:
            subprocess.run([example("synthetic"), str(rows), "--seed", "1"], stdout=to, check=True)
        made.rename(file)
    return file


def group(rows):
    """Studies of the proposition that has most, with known sizes and both ends, as a table."""
    file = FOLDER / f"group-{rows}.csv"
    with table(rows).open(newline="") as source, file.open("w", newline="") as to:
        reader = csv.DictReader(source)
        writer = csv.DictWriter(to, reader.fieldnames)
        writer.writeheader()
        found = (row for row in reader if is_pooled(row))
        for row, _ in zip(found, range(LARGEST_GROUP)):
            writer.writerow(row)
    return file


def is_pooled(row):
    is_largest = row["proposition"] == "holds[statement=1]" and row["conditions"].startswith("adults")
    return is_largest and row["n_effective"] and row["lo"] != "0" and row["hi"] != "1"
