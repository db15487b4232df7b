"""Tables go from library to library and are judged as the program judges them."""

import csv
import io
import subprocess
import threading

import pytest
from conftest import library

import gainsay
from gainsay import _program

COLUMNS = ["claim", "study", "proposition", "lo", "hi", "n", "from"]
ROWS = [
    ("a/1", "a", "bought", 0.275, 0.285, 900, "2014-01-01"),
    ("b/1", "b", "bought", 0.595, 0.605, 1200, "2014-03-01"),
    ("c/1", "c", "bought", 0.285, 0.295, None, "2014-02-01"),
    ("d/1", "d", "bought", 0.105, 0.115, 1200, "2020-02-01"),
    ("e/1", "e", "ignored « ça »", 0.3, 0.31, 700, "2014-02-01"),
    ("f/1", "f", "ignored « ça »", 0.4, 0.41, 800, "2014-02-01"),
]


def columns():
    return {name: [row[place] for row in ROWS] for place, name in enumerate(COLUMNS)}


def plain():
    return library("pyarrow").table(columns())


def by_program(tmp_path):
    """The pairs that the program finds in the same rows."""
    file = tmp_path / "table.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([COLUMNS, *ROWS])
    command = [str(_program.path()), "judge", str(file), "--format", "csv"]
    done = subprocess.run(command, capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


def rows_of(table):
    return library("pyarrow").table(table).to_pylist()


def test_pairs_are_those_of_the_program_digit_by_digit(tmp_path):
    found, told = rows_of(gainsay.judge(plain())), by_program(tmp_path)
    assert len(found) == len(told) > 0
    for one, expected in zip(found, told):
        for name, value in one.items():
            text = expected[name]
            if isinstance(value, bool):
                assert text == str(value).lower()
            elif isinstance(value, float):
                assert float(text) == value, name
            else:
                assert text == (value or ""), name


@pytest.mark.parametrize("make", ["pandas", "polars", "duckdb", "pyarrow", "batch"])
def test_any_library_gives_the_same(make):
    expected = rows_of(gainsay.judge(plain()))
    if make == "pandas":
        table = library("pandas").DataFrame(columns())
    elif make == "polars":
        table = library("polars").DataFrame(columns())
    elif make == "duckdb":
        duckdb, arrow = library("duckdb"), plain()
        table = duckdb.sql("select * from arrow")
    elif make == "batch":
        table = library("pyarrow").RecordBatch.from_pydict(columns())
    else:
        table = plain()
    judged = gainsay.judge(table)
    assert rows_of(judged) == expected
    assert (judged.counts.rows, judged.counts.evidence) == (6, 6)
    assert judged.diagnostics == []


def test_days_and_codes_of_data_frames_are_understood():
    pandas = library("pandas")
    frame = pandas.DataFrame(columns())
    expected = rows_of(gainsay.judge(frame))
    frame["from"] = pandas.to_datetime(frame["from"])
    frame["study"] = frame["study"].astype("category")
    assert rows_of(gainsay.judge(frame)) == expected


def test_results_go_to_every_library():
    judged = gainsay.judge(plain())
    assert library("polars").DataFrame(judged).height == len(judged) > 0
    assert len(library("pandas").DataFrame.from_arrow(judged)) == len(judged)
    pairs = library("pyarrow").table(judged)
    assert library("duckdb").sql("select count(*) from pairs").fetchall() == [(len(judged),)]


def test_a_policy_decides():
    assert len(gainsay.judge(plain(), gainsay.Policy(delta=0.9, rho=1000.0))) == 0
    with pytest.raises(gainsay.GainsayError, match="a policy cannot have this alpha"):
        gainsay.judge(plain(), gainsay.Policy(alpha=0.0))


def test_bad_rows_are_told_and_the_others_judged():
    rows = columns()
    rows["lo"][2], rows["claim"][5] = 2.0, "e/1"
    judged = gainsay.judge(library("pyarrow").table(rows))
    told = [(one["line"], one["rule"]) for one in judged.diagnostics]
    assert told == [(3, "claims-table"), (6, "claims-table")]
    assert "e/1" in judged.diagnostics[1]["message"]
    assert len(judged) > 0


def test_a_column_that_is_not_read_is_a_remark():
    rows = columns()
    rows["note"] = ["x"] * len(rows["claim"])
    judged = gainsay.judge(library("pyarrow").table(rows))
    assert [(one["level"], one["line"]) for one in judged.diagnostics] == [("warning", 0)]
    assert len(judged) == len(gainsay.judge(plain()))


def test_what_is_no_table_is_refused():
    with pytest.raises(gainsay.GainsayError, match="a list is no table of Arrow"):
        gainsay.judge([1, 2])
    with pytest.raises(gainsay.GainsayError, match="no column `study`") as told:
        gainsay.judge(library("pyarrow").table({"proposition": ["a"]}))
    assert told.value.diagnostics


def test_other_threads_go_on_while_a_table_is_judged():
    count = 30_000
    table = library("pyarrow").table(
        {
            "study": [f"s{row}" for row in range(count)],
            "proposition": ["one"] * count,
            "lo": [0.3 + (row % 7) / 1000 for row in range(count)],
            "hi": [0.31 + (row % 7) / 1000 for row in range(count)],
            "n": [800] * count,
            "from": ["2014-01-01"] * count,
        }
    )
    ticks, done = [], threading.Event()
    thread = threading.Thread(target=lambda: [ticks.append(1) for _ in iter(done.is_set, True)])
    thread.start()
    before = len(ticks)
    gainsay.judge(table)
    during = len(ticks) - before
    done.set()
    thread.join()
    assert during > 0


def test_a_base_is_loaded_and_judged_by_its_policy(base):
    claims = gainsay.load(base)
    table = library("pyarrow").table(claims)
    assert len(claims) == table.num_rows == gainsay.check(base)["counts"]["claims"]
    assert claims.policy == gainsay.Policy()
    assert gainsay.judge(claims).counts.evidence == sum(table["evidence"].to_pylist()) > 0
    assert library("polars").DataFrame(claims).height == len(claims)


def test_a_check_is_that_of_the_program(base, program):
    found = gainsay.check(base)
    assert found == program("check", "--base", str(base), "--lang", "en")
    french = gainsay.check(base, lang="fr", cache=False)
    assert french["diagnostics"][0]["message"] != found["diagnostics"][0]["message"]


def test_a_base_that_cannot_be_loaded_says_where(tmp_path):
    with pytest.raises(gainsay.GainsayError, match="gainsay.toml"):
        gainsay.check(tmp_path / "none")
    (tmp_path / "gainsay.toml").write_text("[policy]\nalpha = 7\n")
    for call in (gainsay.check, gainsay.load):
        with pytest.raises(gainsay.GainsayError) as told:
            call(tmp_path)
        [one] = told.value.diagnostics
        assert one["path"] == "gainsay.toml"
        assert one["line"] in (1, 2)


def test_the_command_of_the_environment_is_the_program():
    import sys
    from pathlib import Path

    command = Path(sys.executable).parent / "gainsay"
    done = subprocess.run([str(command), "read", "28 %", "--lang", "en"], capture_output=True)
    assert done.stdout.decode().startswith("“28 %”: 27.5% to 28.5%")
