"""The examples of the page and of the docstrings are run."""

import doctest

import pytest
from conftest import ROOT, library

from gainsay import _figures


@pytest.mark.parametrize("page", ["docs/python.md"])
def test_the_page_tells_the_truth(page, monkeypatch):
    library("pyarrow")
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    assert len(test.examples) > 8
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert runner.failures == 0


def test_docstrings_tell_the_truth():
    found = doctest.testmod(_figures)
    assert (found.failed, found.attempted) == (0, 2)
