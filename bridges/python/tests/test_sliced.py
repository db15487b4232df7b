"""What workers on a cluster do with a batch of rows, without the cluster."""

import pytest
from conftest import library

import gainsay
from gainsay import _gainsay, _tables

pa = library("pyarrow")

from gainsay import _sliced as sliced  # noqa: E402


def batch(names, bad=0):
    """A row for each name, of which the first are bad."""
    count = len(names)
    lo = [0.9 if row < bad else 0.2 for row in range(count)]
    columns = {"claim": names, "study": names, "proposition": ["one"] * count}
    return pa.RecordBatch.from_pydict({**columns, "lo": lo, "hi": [0.3] * count})


def calls(rows):
    """Whatever takes rows and has to know them by their names."""
    plan = sliced.from_bytes(sliced.plan([], 1, 2))
    policy = _tables._constants(None, None)
    return [
        lambda: _gainsay.places(rows),
        lambda: _gainsay.route(rows, plan, 2),
        lambda: _gainsay.part(rows, policy, False, None),
        lambda: _gainsay.part(rows, policy, True, None),
    ]


@pytest.mark.parametrize("bad", [0, 150])
def test_a_claim_that_stands_twice_is_refused_however_much_else_is_wrong(bad):
    names = [f"c{row * 37 % 200}" for row in range(200)]
    for call in calls(batch([*names, "more"], bad)):
        call()
    for call in calls(batch([*names, names[-1]], bad)):
        with pytest.raises(gainsay.GainsayError, match=f"claim `{names[-1]}` stands twice"):
            call()


def faults_of(rows, line):
    places = pa.table(_gainsay.places(rows)[0])
    told = sliced.with_faults(places, rows, [{"message": "bad", "line": line}], 1)
    return told.slice(rows.num_rows).select(["fault", "claim", "faults"]).to_pylist()


def test_what_is_wrong_with_a_row_names_its_claim_and_with_the_table_none():
    rows, whole = batch(["a", "b", "c"]), {"fault": "bad", "claim": None, "faults": 1}
    assert faults_of(rows, 2) == [{**whole, "claim": "b"}]
    assert faults_of(rows, 0) == [whole]
    assert faults_of(rows.slice(0, 0), 0) == [whole]
