"""Contradicting pairs of a claims table, as SQL for DuckDB: TABLE OUTPUT [THREADS]."""

import sys

import duckdb

table, output, *threads = sys.argv[1:]
db = duckdb.connect()
db.execute(f"SET threads = {threads[0] if threads else 2}")
db.execute("SET preserve_insertion_order = false")
db.execute("""
    CREATE TEMP TABLE claims AS
    WITH known AS (
        SELECT claim, study, publisher, proposition, conditions, lo, hi, n_effective AS m,
               "from" AS first, "to" AS last, 1.959963984540054::DOUBLE AS z
        FROM read_csv(?, header = true, columns = {
            claim: 'VARCHAR', study: 'VARCHAR', publisher: 'VARCHAR', proposition: 'VARCHAR',
            conditions: 'VARCHAR', months: 'INTEGER', lo: 'DOUBLE', hi: 'DOUBLE', n: 'BIGINT',
            n_effective: 'DOUBLE', 'from': 'DATE', 'to': 'DATE'})
        WHERE conditions IS NOT NULL AND m IS NOT NULL
    )
    SELECT claim, study, publisher, proposition, conditions, lo, hi, first, last,
           -- How far the Wilson limits reach below the lower end and above the upper one.
           lo - greatest(0, least(lo, (m * lo + z * z / 2 - z * sqrt(m * lo * (1 - lo) + z * z / 4))
               / (m + z * z))) AS down,
           greatest(hi, least(1, (m * hi + z * z / 2 + z * sqrt(m * hi * (1 - hi) + z * z / 4))
               / (m + z * z))) - hi AS up
    FROM known""", [table])
comparable, = db.execute("""
    SELECT count(*)
    FROM claims AS one JOIN claims AS other USING (proposition, conditions)
    WHERE one.claim < other.claim
      AND one.study <> other.study AND one.publisher <> other.publisher
      AND one.first <= other.last AND other.first <= one.last""").fetchone()
# Newcombe's interval of the facing ends excludes 0, and the gap is 5 points or the odds are 2.
db.execute(f"""
    COPY (
        SELECT upper.claim AS upper, lower.claim AS lower
        FROM claims AS upper JOIN claims AS lower USING (proposition, conditions)
        WHERE upper.lo > lower.hi
          AND upper.study <> lower.study AND upper.publisher <> lower.publisher
          AND upper.first <= lower.last AND lower.first <= upper.last
          AND upper.lo - lower.hi > sqrt(upper.down * upper.down + lower.up * lower.up)
          AND (upper.lo - lower.hi >= 0.05 - 1e-12
               OR upper.lo * (1 - lower.hi) >= (2 - 1e-12) * lower.hi * (1 - upper.lo))
    ) TO '{output}' (FORMAT csv, HEADER true)""")
print(comparable)
