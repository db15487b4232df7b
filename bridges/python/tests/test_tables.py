"""Tables go from library to library and are judged as the program judges them."""

import csv
import io
import os
import signal
import subprocess
import threading
import time
from importlib import metadata

import pytest
from conftest import ROOT, library

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


def moments(zone):
    """Two periods that touch on 1 March 2014, if their last days are those of their own clock."""
    pandas = library("pandas")
    return pandas.DataFrame(
        {
            "study": ["a", "b"],
            "publisher": ["p", "q"],
            "proposition": ["bought"] * 2,
            "months": [0, 0],
            "lo": [0.2, 0.6],
            "hi": [0.21, 0.61],
            "n": [900, 1200],
            "from": ["2014-02-20", "2014-03-01"],
            "to": pandas.to_datetime(["2014-03-01", "2014-03-05"]).tz_localize(zone),
        }
    )


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Tokyo", "America/New_York", "UTC", None])
def test_a_moment_with_a_time_zone_is_a_day_of_its_clock(zone):
    frame = moments(zone)
    assert gainsay.judge(frame).counts.contradictions == 1
    frame["to"] -= library("pandas").Timedelta(seconds=1)
    assert gainsay.judge(frame).counts.comparable == 0


def test_a_time_zone_that_is_not_known_is_refused():
    pa = library("pyarrow")
    table = pa.table(moments(None))
    place = table.column_names.index("to")
    column = table["to"].cast(pa.timestamp("us", "Mars/Phobos"))
    with pytest.raises(gainsay.GainsayError, match="time zone Mars/Phobos, which is not known"):
        gainsay.judge(table.set_column(place, "to", column))


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A base as `gainsay export` writes it, with its names and figures turned into numbers."""
    pa = library("pyarrow")
    file = tmp_path_factory.mktemp("exported") / "claims.csv"
    base = ROOT / "data" / "us-guns-2018"
    words = [str(_program.path()), "export", "--format", "csv", "--base", str(base), "-o", str(file)]
    subprocess.run([*words, "--no-cache", "--quiet"], check=True)
    with file.open(encoding="utf-8", newline="") as rows:
        rows = list(csv.DictReader(rows))
    numbers = {name: {} for name in ("claim", "study", "collection")}
    for row in rows:
        for name, known in numbers.items():
            if row[name]:
                row[name] = str(known.setdefault(row[name], 100 + len(known)))
        row["figure"] = str(round(50 * (float(row["lo"] or 0) + float(row["hi"] or 0))))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    command = [str(_program.path()), "judge", str(file), "--format", "csv"]
    told = subprocess.run(command, capture_output=True).stdout.decode()
    told = list(csv.DictReader(io.StringIO(told)))
    assert pa and told
    return str(file), {(row["upper"], row["lower"], float(row["gap"])) for row in told}


@pytest.mark.parametrize("reads", ["pandas", "polars", "duckdb", "pyarrow"])
def test_names_and_figures_that_a_library_made_numbers_of_are_read(exported, reads):
    file, expected = exported
    if reads == "pandas":
        table = library("pandas").read_csv(file)
    elif reads == "polars":
        table = library("polars").read_csv(file, infer_schema_length=None)
    elif reads == "duckdb":
        table = library("duckdb").read_csv(file)
    else:
        library("pyarrow")
        from pyarrow import csv as arrow_csv

        table = arrow_csv.read_csv(file)
    judged = gainsay.judge(table)
    assert [one for one in judged.diagnostics if one["level"] == "error"] == []
    pairs = {(row["upper"], row["lower"], row["gap"]) for row in rows_of(judged)}
    assert pairs == expected


def test_ids_that_are_floats_since_one_is_missing_are_whole_numbers():
    pandas = library("pandas")
    frame = pandas.DataFrame(columns())
    frame["publisher"] = [1, 2, None, 4, 5, 5]
    assert frame["publisher"].dtype == float
    expected = rows_of(gainsay.judge(frame.assign(publisher=["1", "2", None, "4", "5", "5"])))
    assert rows_of(gainsay.judge(frame)) == expected


def test_a_figure_that_may_be_a_fraction_is_told():
    rows = {"study": ["a", "b", "c"], "proposition": ["bought"] * 3, "figure": [0.28, 61.0, 29.5]}
    judged = gainsay.judge(library("pyarrow").table(rows))
    [one] = judged.diagnostics
    assert one["line"] == 1 and "may be a fraction or percent" in one["message"]
    assert judged.counts.rows == 2


def test_decimals_and_great_integers_are_read():
    duckdb, arrow = library("duckdb"), plain()
    expected = rows_of(gainsay.judge(arrow))
    table = duckdb.sql(
        "select * replace (lo::decimal(9, 3) as lo, hi::decimal(38, 6) as hi) from "
        "(select claim, study, proposition, lo, hi, sum(n) as n, \"from\" from arrow group by all)"
        " order by claim"
    )
    assert [str(table.types[place]) for place in (3, 5)] == ["DECIMAL(9,3)", "HUGEINT"]
    assert rows_of(gainsay.judge(table)) == expected


def test_a_type_that_is_not_read_says_what_to_cast_to():
    pa = library("pyarrow")
    names = {"lo": "floats", "n": "integers", "from": "dates", "study": "strings"}
    for name, kind in {**names, "evidence": "booleans"}.items():
        rows = {**columns(), name: pa.array([b"a"] * len(ROWS), pa.binary())}
        with pytest.raises(gainsay.GainsayError) as told:
            gainsay.judge(pa.table(rows))
        said = f"column `{name}` holds values of the type Binary; cast it to {kind}"
        assert said in str(told.value)


def test_cells_that_are_not_read_are_told_in_words():
    rows = columns()
    rows["n"][0], rows["from"][1] = -3, "1 March"
    told = [one["message"] for one in gainsay.judge(library("pyarrow").table(rows)).diagnostics]
    assert told == [
        "`-3` in `n` is not a whole number from 0 up",
        "`1 March` in `from` is not a day like 2024-01-31",
    ]


def test_columns_of_nothing_are_empty():
    polars = library("polars")
    rows = {**columns(), "sponsor": [None] * len(ROWS), "publisher": [None] * len(ROWS)}
    frame = polars.DataFrame({**rows, "note": [None] * len(ROWS), "deep": [[None]] * len(ROWS)})
    assert frame.schema["note"] == frame.schema["publisher"] == polars.Null
    judged = gainsay.judge(frame)
    assert rows_of(judged) == rows_of(gainsay.judge(plain()))
    assert [one["column"] for one in judged.diagnostics] == [10, 11]
    # No conditions are told, which is not the same as none that matter.
    nothing = gainsay.judge(polars.DataFrame({**columns(), "conditions": [None] * len(ROWS)}))
    assert (nothing.counts.rows, nothing.counts.comparable) == (len(ROWS), 0)
    assert rows_of(gainsay.judge(library("pyarrow").table(rows))) == rows_of(judged)


def test_results_go_to_every_library():
    judged = gainsay.judge(plain())
    assert library("polars").DataFrame(judged).height == len(judged) > 0
    assert len(library("pandas").DataFrame.from_arrow(judged)) == len(judged)
    pairs = library("pyarrow").table(judged)
    assert library("duckdb").sql("select count(*) from pairs").fetchall() == [(len(judged),)]


def test_a_policy_decides():
    assert len(gainsay.judge(plain(), gainsay.Policy(delta=0.9, rho=1000.0))) == 0
    assert len(gainsay.judge(plain(), {"delta": 0.9, "rho": 1000.0})) == 0


@pytest.mark.parametrize(
    "constants,why",
    [
        ({"alpha": 3}, "alpha=3: it has to be above 0 and at most 0.5"),
        ({"delta": 0.0}, "delta=0: it has to be above 0 and at most 1"),
        ({"rho": 1}, "rho=1: it has to be above 1"),
        ({"design_effect": 0.5}, "design_effect=0.5: it has to be at least 1"),
        ({"subsample_floor": 2}, "subsample_floor=2: it has to be above 0 and at most 1"),
        ({"floor": 2000}, "ceiling=1000: it is below floor=2000"),
        ({"floor": -1}, "floor=-1: it has to be a whole number"),
        ({"floor": 1.5}, "floor=1.5: it has to be a whole number"),
    ],
)
def test_a_policy_out_of_range_is_refused_by_name_and_value(constants, why):
    for policy in (constants, gainsay.Policy(**constants)):
        with pytest.raises(gainsay.GainsayError, match=f"a policy cannot have {why}"):
            gainsay.judge(plain(), policy)


@pytest.mark.parametrize(
    "policy,why",
    [
        (gainsay.Policy(alpha="x"), "alpha of a policy is a number, and no str"),
        (gainsay.Policy(floor=None), "floor of a policy is a number, and no NoneType"),
        ({"alfa": 0.1}, "alfa"),
        ([0.1], "a gainsay.Policy or a mapping of its names, and no list"),
    ],
)
def test_what_is_no_policy_is_a_type_error(policy, why):
    with pytest.raises(TypeError, match=why):
        gainsay.judge(plain(), policy)


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


def long_table(count):
    """A table of one proposition, whose pairs take seconds."""
    return library("pyarrow").table(
        {
            "study": [f"s{row}" for row in range(count)],
            "proposition": ["one"] * count,
            "lo": [0.3 + (row % 7) / 1000 for row in range(count)],
            "hi": [0.31 + (row % 7) / 1000 for row in range(count)],
            "n": [800] * count,
            "from": ["2014-01-01"] * count,
        }
    )


def test_other_threads_go_on_while_a_table_is_judged():
    table = long_table(30_000)
    ticks, done = [], threading.Event()
    thread = threading.Thread(target=lambda: [ticks.append(1) for _ in iter(done.is_set, True)])
    thread.start()
    before = len(ticks)
    gainsay.judge(table)
    during = len(ticks) - before
    done.set()
    thread.join()
    assert during > 0


@pytest.mark.skipif(os.name == "nt", reason="no alarm")
def test_a_signal_ends_the_call_at_once():
    def interrupt(number, frame):
        raise KeyboardInterrupt

    table = long_table(12_000)
    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        start = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(KeyboardInterrupt):
            gainsay.judge(table)
        assert time.monotonic() - start < 5
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    # What was left to run in the background disturbs no other call.
    assert len(gainsay.judge(plain())) > 0


def test_what_is_told_of_itself_is_short():
    judged = gainsay.judge(plain())
    assert repr(judged) == f"<gainsay.Judged: {len(judged)} pairs of 6 rows>"
    assert gainsay.__version__ == metadata.version("gainsay")


def test_a_base_is_loaded_and_judged_by_its_policy(base):
    claims = gainsay.load(base)
    table = library("pyarrow").table(claims)
    assert len(claims) == table.num_rows == gainsay.check(base)["counts"]["claims"]
    assert claims.policy == gainsay.Policy()
    assert repr(claims) == f"<gainsay.Claims: {len(claims)} claims>"
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


@pytest.mark.skipif(not os.path.exists("/bin/true"), reason="no other program")
def test_another_program_is_said_to_be_another(base, monkeypatch):
    monkeypatch.setenv("GAINSAY_PROGRAM", "/bin/true")
    for call in (gainsay.check, gainsay.load):
        with pytest.raises(gainsay.GainsayError, match="/bin/true .* not the program gainsay"):
            call(base)


def test_the_command_of_the_environment_is_the_program():
    import sys
    from pathlib import Path

    command = Path(sys.executable).parent / "gainsay"
    done = subprocess.run([str(command), "read", "28 %", "--lang", "en"], capture_output=True)
    assert done.stdout.decode().startswith("“28 %”: 27.5% to 28.5%")
