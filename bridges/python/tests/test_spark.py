"""Spark finds what one machine finds, value for value, however propositions are cut."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from conftest import library

import gainsay

pyspark = library("pyspark")
pa = library("pyarrow")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("java is not installed", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "spark"))
from made import claims  # noqa: E402

from gainsay import spark as on_spark  # noqa: E402

KEYS = [("proposition", "ascending"), ("upper", "ascending"), ("lower", "ascending")]


@pytest.fixture(scope="module")
def session():
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = pyspark.sql.SparkSession.builder.master(os.environ.get("GAINSAY_SPARK", "local[2]"))
    builder = builder.config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "3")
    found = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1500").getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    yield found
    found.stop()


def judged(session, table, **options):
    rows = session.createDataFrame(table).repartition(3)
    return on_spark.judge(rows, **options)


def same(found, table, policy=None):
    """Whether Spark found what one machine finds; tells how many pairs."""
    expected = gainsay.judge(table, policy)
    pairs, told = pa.table(expected), found.pairs.toArrow().sort_by(KEYS)
    assert told.column_names == pairs.column_names
    assert told.to_pydict() == pairs.to_pydict()
    assert found.counts == expected.counts
    return pairs.num_rows


@pytest.mark.parametrize("months", [(None,), (0,), (12,), (None, 3)])
def test_pairs_are_those_of_one_machine_digit_by_digit(session, months):
    table = claims(5000, 1, months=months)
    found = judged(session, table, partitions=4, slices=100)
    assert found.slices > 20 and found.exact
    # Few periods overlap.
    assert same(found, table) > (10 if months == (0,) else 100)
    found.unpersist()


def test_rows_of_one_day_are_cut_too(session):
    table = claims(1500, 2, days=2)
    found = judged(session, table, partitions=3, slices=40)
    assert found.slices > 20
    assert same(found, table) > 100


def test_nothing_is_cut_where_nothing_is_heavy(session):
    table = claims(600, 3)
    found = judged(session, table, partitions=2, slices=1)
    assert found.slices == 0
    assert same(found, table) > 0


def test_the_policy_is_heeded(session):
    table, policy = claims(2000, 4), gainsay.Policy(alpha=0.01, delta=0.1)
    found = judged(session, table, policy=policy, partitions=2)
    assert same(found, table, policy) > 0
    assert same(judged(session, table, partitions=2), table) > same(found, table, policy)


def test_too_many_tests_are_rounded_up_and_never_surer(session, monkeypatch):
    table = claims(2000, 5)
    monkeypatch.setattr(on_spark, "EXACT_TESTS", 10)
    found = judged(session, table, partitions=2)
    assert not found.exact
    exact = pa.table(gainsay.judge(table))["q"].to_pylist()
    rounded = found.pairs.toArrow().sort_by(KEYS)["q"].to_pylist()
    both = [(one, other) for one, other in zip(exact, rounded) if one and other]
    assert len(both) > 20 and any(one < other for one, other in both)
    assert all(one <= other <= one * (1 + 1 / 64) for one, other in both)


def test_a_bad_row_is_told_and_the_others_are_judged(session):
    table = claims(300, 6)
    column = table["hi"].to_pylist()
    column[7] = -1.0
    table = table.set_column(table.column_names.index("hi"), "hi", pa.array(column))
    found = judged(session, table, partitions=2)
    assert [one["claim"] for one in found.diagnostics] == ["c00000007"]
    assert "in order" in found.diagnostics[0]["message"]
    same(found, table)


def test_a_table_that_lacks_a_column_is_refused(session):
    table = claims(20, 7)
    with pytest.raises(gainsay.GainsayError, match="claim"):
        judged(session, table.drop_columns(["claim"]))
    with pytest.raises(gainsay.GainsayError, match="no column `study`"):
        judged(session, table.drop_columns(["study"]))


def test_a_claim_that_stands_twice_ends_the_job(session):
    table = claims(300, 8)
    with pytest.raises(Exception, match="stands twice"):
        judged(session, pa.concat_tables([table, table.slice(0, 1)]), partitions=1)


def test_a_claim_that_stands_twice_in_a_row_ends_the_job(session):
    table = claims(300, 8)
    rows = session.createDataFrame(pa.concat_tables([table.slice(0, 1), table])).coalesce(1)
    with pytest.raises(Exception, match="stands twice"):
        on_spark.judge(rows, partitions=1)
    apart = session.createDataFrame(table).coalesce(1)
    assert on_spark.judge(apart, partitions=1).diagnostics == []


def test_a_column_of_a_type_that_means_nothing_is_refused(session):
    table = claims(20, 7)
    place = table.column_names.index("lo")
    bytes_of = pa.array([b"a"] * 20, pa.binary())
    for rows in (20, 0):
        bad = table.set_column(place, "lo", bytes_of).slice(0, rows)
        with pytest.raises(gainsay.GainsayError, match="`lo` holds .* Binary; cast it to floats"):
            judged(session, bad, partitions=2)


def test_decimals_are_numbers(session):
    table = claims(300, 3)
    decimals = table
    for name in ("lo", "hi"):
        place = table.column_names.index(name)
        decimals = decimals.set_column(place, name, table[name].cast(pa.decimal128(10, 3)))
    found = judged(session, decimals, partitions=2)
    assert same(found, table) > 0


def test_numbers_are_names(session):
    table = claims(300, 3)
    numbers = pa.array(range(1000, 1300), pa.int64())
    place = table.column_names.index("claim")
    found = judged(session, table.set_column(place, "claim", numbers), partitions=2)
    assert same(found, table.set_column(place, "claim", numbers.cast(pa.string()))) > 0
    bad = table.set_column(place, "claim", numbers)
    column = bad["hi"].to_pylist()
    column[7] = -1.0
    bad = bad.set_column(bad.column_names.index("hi"), "hi", pa.array(column))
    assert [one["claim"] for one in judged(session, bad, partitions=2).diagnostics] == ["1007"]


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Tokyo", "GMT-05:00", "UTC"])
def test_a_moment_is_a_day_on_the_clock_of_the_session(session, zone):
    table = claims(2000, 4, months=(0, 1))
    before = session.conf.get("spark.sql.session.timeZone")
    session.conf.set("spark.sql.session.timeZone", zone)
    try:
        rows = session.createDataFrame(table)
        # Midnight there. A day earlier, many a period would end before it begins.
        rows = rows.withColumn("to", rows["to"].cast("timestamp"))
        assert same(on_spark.judge(rows, partitions=2), table) > 0
    finally:
        session.conf.set("spark.sql.session.timeZone", before)


def test_what_is_wrong_with_a_call_is_told_before_any_row_is_read(session):
    table = claims(20, 7)
    for other in (None, table.to_pandas(), table):
        with pytest.raises(TypeError, match="a data frame of PySpark is wanted, and no"):
            on_spark.judge(other)
    # Rows that cannot be read: whatever reads them fails otherwise.
    rows = session.createDataFrame(table).select("*").where("raise_error('read') is not null")
    with pytest.raises(gainsay.GainsayError, match="a policy cannot have alpha=3"):
        on_spark.judge(rows, gainsay.Policy(alpha=3))
    nothing = session.createDataFrame(table).selectExpr("null as claim", "study", "proposition")
    with pytest.raises(gainsay.GainsayError, match="a row has no `claim`"):
        on_spark.judge(nothing)


def test_an_empty_table_has_no_pairs(session):
    found = judged(session, claims(3, 9).slice(0, 0), partitions=2)
    assert found.counts.rows == 0 and found.pairs.count() == 0
