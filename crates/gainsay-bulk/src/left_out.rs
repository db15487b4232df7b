//! Why a claim is not compared, in a word of the column `left_out`.

use gainsay_judge::Reason;

pub(crate) fn word(reason: &Reason) -> String {
    let word = match reason {
        Reason::NotAShare => "not-a-share",
        Reason::Rhetorical => "rhetorical",
        Reason::Opinion => "opinion",
        Reason::NoStudy => "no-study",
        Reason::NotSampled => "not-sampled",
        Reason::Deprecated => "deprecated",
        Reason::Rejected => "rejected",
        Reason::Forecast => "forecast",
        Reason::NoPeriod => "no-period",
        Reason::Flawed(_) => "flawed",
        Reason::Restates { claim } => return format!("restates {claim}"),
    };
    word.to_owned()
}
