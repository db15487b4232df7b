//! Why a claim is not compared, in words of the column `left_out`.

use gainsay_judge::Reason;

pub(crate) fn words(reason: &Reason) -> String {
    match reason {
        // A duplicate is a flaw like others: the table does not say which claim it repeats.
        Reason::Flawed(_) => "flawed".to_owned(),
        Reason::Restates { claim } => format!("{} {claim}", reason.name()),
        _ => reason.name().to_owned(),
    }
}
