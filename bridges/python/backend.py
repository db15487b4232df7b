"""Builds the wheel: the program and every plugin go into the package, beside each other.

They are found and run as on a command line: the program is the process that starts one confined
process for each plugin, and plugins that lie beside it came with it.

`pip wheel bridges/python` makes a release build. `--config-settings build-args="--profile dev"`
takes the profile, and so the target folder, of `cargo build`.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import maturin

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = HERE / "python" / "gainsay" / "program"

get_requires_for_build_wheel = maturin.get_requires_for_build_wheel
get_requires_for_build_editable = maturin.get_requires_for_build_editable
prepare_metadata_for_build_wheel = maturin.prepare_metadata_for_build_wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    put_program(profile(config_settings))
    return maturin.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    put_program(profile(config_settings))
    return maturin.build_editable(wheel_directory, config_settings, metadata_directory)


def build_sdist(sdist_directory, config_settings=None):
    raise SystemExit(
        "gainsay has no source distribution for Python: the plugins are not part of the crate; "
        "build from a checkout of the whole project"
    )


def profile(config_settings) -> str:
    """The profile of cargo, as `build-args` names it."""
    said = (config_settings or {}).get("build-args", "")
    words = shlex.split(" ".join(said) if isinstance(said, list) else said)
    for at, word in enumerate(words):
        if word == "--profile":
            return words[at + 1]
        if word.startswith("--profile="):
            return word.partition("=")[2]
    return "release"


def put_program(profile: str) -> None:
    """Builds the program and the plugins, and copies them into the package."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    PROGRAM.mkdir(parents=True)
    for file in built(profile):
        place = PROGRAM / file.name
        shutil.copy(file, place)
        strip(place)


def built(profile: str) -> list[Path]:
    """The program and the libraries of plugins that cargo makes by default."""
    command = ["cargo", "build", "--profile", profile, "--message-format=json-render-diagnostics"]
    command += ["--features", "gainsay/exchange"]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    files = []
    for line in done.stdout.splitlines():
        message = json.loads(line)
        if message.get("reason") != "compiler-artifact":
            continue
        kinds = message["target"]["kind"]
        if "bin" in kinds and message["target"]["name"] == "gainsay":
            files.append(Path(message["executable"]))
        elif "cdylib" in kinds:
            endings = (".so", ".dylib", ".dll")
            files += [Path(name) for name in message["filenames"] if name.endswith(endings)]
    return files


def strip(file: Path) -> None:
    """Takes out what only a debugger reads, if there is a tool for it."""
    if os.name == "posix" and shutil.which("strip"):
        subprocess.run(["strip", "-S", str(file)], check=False)
