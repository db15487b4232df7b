"""Contradicting pairs of a claims table in DuckDB, as fast as we could make it: TABLE OUTPUT.

One join instead of two, keys and names as numbers; found by trying, at a million claims.
"""

import sys

import duckdb

table, output = sys.argv[1:]
db = duckdb.connect()
db.execute("SET threads = 2")
db.execute("SET preserve_insertion_order = false")
db.execute("""
    CREATE TEMP TABLE claims AS
    WITH known AS (
        SELECT *, n_effective AS m, 1.959963984540054::DOUBLE AS z
        FROM read_csv(?, header = true, columns = {
            claim: 'VARCHAR', study: 'VARCHAR', publisher: 'VARCHAR', proposition: 'VARCHAR',
            conditions: 'VARCHAR', months: 'INTEGER', lo: 'DOUBLE', hi: 'DOUBLE', n: 'BIGINT',
            n_effective: 'DOUBLE', 'from': 'DATE', 'to': 'DATE'})
        WHERE conditions IS NOT NULL AND n_effective IS NOT NULL
    )
    SELECT row_number() OVER ()::INTEGER AS id, claim, hash(study) AS study,
           hash(publisher) AS publisher, hash(proposition, conditions) AS topic,
           lo, hi, "from" AS first, "to" AS last,
           lo - greatest(0, least(lo, (m * lo + z * z / 2 - z * sqrt(m * lo * (1 - lo) + z * z / 4))
               / (m + z * z))) AS down,
           greatest(hi, least(1, (m * hi + z * z / 2 + z * sqrt(m * hi * (1 - hi) + z * z / 4))
               / (m + z * z))) - hi AS up
    FROM known""", [table])
db.execute("""
    CREATE MACRO conflict(a, b, down, up) AS
        a > b AND a - b > sqrt(down * down + up * up)
        AND (a - b >= 0.05 - 1e-12 OR a * (1 - b) >= (2 - 1e-12) * b * (1 - a))""")
db.execute("""
    CREATE TEMP TABLE pairs AS
    SELECT one.id AS one, other.id AS other,
           conflict(one.lo, other.hi, one.down, other.up) AS above,
           conflict(other.lo, one.hi, other.down, one.up) AS below
    FROM claims AS one JOIN claims AS other USING (topic)
    WHERE one.id < other.id
      AND one.study <> other.study AND one.publisher <> other.publisher
      AND one.first <= other.last AND other.first <= one.last""")
comparable, = db.execute("SELECT count(*) FROM pairs").fetchone()
db.execute(f"""
    COPY (
        SELECT upper.claim AS upper, lower.claim AS lower
        FROM (SELECT one AS high, other AS low FROM pairs WHERE above
              UNION ALL SELECT other, one FROM pairs WHERE below)
        JOIN claims AS upper ON high = upper.id JOIN claims AS lower ON low = lower.id
    ) TO '{output}' (FORMAT csv, HEADER true)""")
print(comparable)
