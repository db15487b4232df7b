"""The program `gainsay`, which lies in the package with its plugins beside it.

Whatever loads a base is done by that program, in a process of its own: it starts one confined
process for each plugin, finds the plugins that lie beside it, and cannot take Python down with
it. Python itself could not start those processes: they are the program, called again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from ._error import GainsayError

#: Exit codes of a program that did what it was asked: nothing found, something found, a source
#: is missing.
_DONE = (0, 1, 3)


def path() -> Path:
    """The program: what `GAINSAY_PROGRAM` names, else the one of the package."""
    named = os.environ.get("GAINSAY_PROGRAM")
    name = "gainsay.exe" if os.name == "nt" else "gainsay"
    return Path(named) if named else Path(__file__).parent / "program" / name


def run(words: list[str]) -> str:
    """Runs the program and gives what it prints; an exception tells what it refused."""
    try:
        done = subprocess.run([str(path()), *words], capture_output=True, check=False)
    except OSError as error:
        raise GainsayError(f"the program gainsay cannot be run: {error}") from error
    out = done.stdout.decode("utf-8", "replace")
    if done.returncode not in _DONE:
        raise GainsayError(_said(done), located(_output(out)))
    return out


def output(words: list[str]) -> dict[str, Any]:
    """Runs the program and gives the JSON that it prints."""
    out = run([*words, "--output-format", "json"])
    found = _output(out)
    if found is None:
        said = f"printed no JSON but: {out[:200]}" if out else "printed nothing"
        raise GainsayError(f"{path()} {said}; it is not the program gainsay")
    return found


def _output(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    text = done.stderr.decode("utf-8", "replace").strip()
    return text or f"the program gainsay ended with {done.returncode}, without a word"


def located(found: dict[str, Any] | None) -> list[dict[str, Any]]:
    """What `gainsay check` found, each with the place of its first label."""
    told = []
    for one in (found or {}).get("diagnostics", []):
        at = one["labels"][0]["at"] if one.get("labels") else {}
        told.append(
            {
                "rule": one["rule"],
                "level": one["level"],
                "message": one["message"],
                "path": at.get("path"),
                "line": at.get("line"),
                "column": at.get("column"),
            }
        )
    return told


def base_words(
    base: str | os.PathLike[str], cache: bool, plugin_dir: str | os.PathLike[str] | None
) -> list[str]:
    """The options by which the program finds a base and its plugins."""
    words = ["--base", os.fspath(base), "--quiet"]
    if not cache:
        words.append("--no-cache")
    if plugin_dir is not None:
        words += ["--plugin-dir", os.fspath(plugin_dir)]
    return words


def main() -> None:
    """Becomes the program: the command `gainsay` of an environment."""
    program = str(path())
    words = [program, *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.run(words, check=False).returncode)
    try:
        os.execv(program, words)
    except OSError as error:
        sys.exit(f"gainsay: {program} cannot be run: {error}")
