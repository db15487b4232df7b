//! The output of `gainsay judge`.

use gainsay_bulk::{Claims, Contradicting, Judged};
use gainsay_claims::policy::Policy;
use schemars::JsonSchema;
use serde::Serialize;

use super::text;

/// What `gainsay judge --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JudgedTable {
    /// `gainsay/judged/1`.
    schema: &'static str,
    counts: TableCounts,
    policy: TablePolicy,
    /// How many faults the table has; a row with a fault is not judged.
    faults: u64,
    /// Pairs of rows that conflict, in order of proposition, upper and lower claim.
    pairs: Vec<TablePair>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TableCounts {
    rows: u64,
    /// Rows that are compared.
    evidence: u64,
    propositions: u64,
    /// Pairs of directly comparable rows.
    comparable: u64,
    /// Those of which both sizes are known.
    tested: u64,
    /// Those of which a size is unknown.
    untestable: u64,
    /// Pairs that conflict, one by one.
    conflicts: u64,
    /// Those that still do after Holm's correction, or at any plausible size.
    contradictions: u64,
    /// Tests times the level.
    expected_false_alarms: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TablePolicy {
    alpha: f64,
    delta: f64,
    rho: f64,
    design_effect: f64,
    floor: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TablePair {
    proposition: String,
    /// The claim of the higher share.
    upper: String,
    /// The claim of the lower share.
    lower: String,
    /// The distance of the facing ends, a difference of fractions.
    gap: f64,
    /// The odds ratio of the facing ends; absent when it is unbounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    odds: Option<f64>,
    /// The two-sided p, as if random samples of the effective sizes; absent when a size is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<f64>,
    /// The p by Holm, among the tests of the proposition.
    #[serde(skip_serializing_if = "Option::is_none")]
    holm: Option<f64>,
    /// The p by Benjamini and Hochberg, among the tests of the proposition; absent when it is not
    /// below the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    bh: Option<f64>,
    /// The same among all tests of the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    q: Option<f64>,
    /// Whether it is a contradiction: after Holm's correction, or at any plausible size.
    stays: bool,
}

/// Writes what judging a table found.
pub fn judged(claims: &Claims, judged: &Judged, policy: &Policy, faults: u64) -> String {
    let counts = judged.counts;
    text(&JudgedTable {
        schema: "gainsay/judged/1",
        counts: TableCounts {
            rows: counts.rows,
            evidence: counts.evidence,
            propositions: counts.propositions,
            comparable: counts.comparable,
            tested: counts.tested,
            untestable: counts.untestable,
            conflicts: counts.conflicts,
            contradictions: counts.contradictions,
            expected_false_alarms: counts.expected_false_alarms,
        },
        policy: TablePolicy {
            alpha: policy.alpha,
            delta: policy.delta,
            rho: policy.rho,
            design_effect: policy.design_effect,
            floor: policy.floor,
        },
        faults,
        pairs: judged.pairs.iter().map(|pair| table_pair(pair, claims)).collect(),
    })
}

fn table_pair(pair: &Contradicting, claims: &Claims) -> TablePair {
    TablePair {
        proposition: claims.proposition(pair.upper).to_owned(),
        upper: claims.name(pair.upper).to_owned(),
        lower: claims.name(pair.lower).to_owned(),
        gap: pair.gap,
        odds: Some(pair.odds).filter(|odds| odds.is_finite()),
        p: pair.test.map(|test| test.p),
        holm: pair.test.map(|test| test.holm),
        bh: pair.test.and_then(|test| test.bh),
        q: pair.test.and_then(|test| test.q),
        stays: pair.stays,
    }
}

#[cfg(test)]
mod tests {
    use gainsay_bulk::{Entry, judge};

    use super::*;

    #[test]
    fn the_output_is_of_its_schema() {
        let mut claims = Claims::default();
        for (name, share, n_effective) in
            [("a", 0.0, Some(900.0)), ("b", 0.5, Some(900.0)), ("c", 0.9, None)]
        {
            let from = Some(jiff::civil::date(2014, 3, 1));
            let entry = Entry { n_effective, from, ..Entry::new(name, name, "p", (share, share)) };
            claims.push(&entry).expect("the row is good");
        }
        let policy = Policy::default();
        let text = judged(&claims, &judge(&claims, &policy), &policy, 0);
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let schema = crate::schema::schema("judged").expect("there is one");
        let schema = serde_json::from_str(&schema).expect("JSON");
        assert!(jsonschema::is_valid(&schema, &value), "{text}");
        assert_eq!(value["pairs"].as_array().map(Vec::len), Some(3));
        assert!(
            value["pairs"][0].get("odds").is_none() && value["pairs"][2].get("odds").is_some(),
            "{text}"
        );
    }
}
