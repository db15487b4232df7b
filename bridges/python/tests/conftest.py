"""Runs against the wheel that is installed, never against the folder beside it."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def library(name):
    """A library that a test needs; without it the test is skipped and says so."""
    return pytest.importorskip(name, reason=f"{name} is not installed")


@pytest.fixture
def base():
    return ROOT / "data" / "brands-on-social-media"


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """Nothing is kept in the folder of the user's caches."""
    monkeypatch.setenv("GAINSAY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.delenv("GAINSAY_BASE", raising=False)


@pytest.fixture
def program():
    """Runs the program and gives the JSON that it prints."""
    from gainsay import _program

    def run(*words):
        command = [str(_program.path()), *words, "--output-format", "json"]
        return json.loads(subprocess.run(command, capture_output=True).stdout)

    return run
