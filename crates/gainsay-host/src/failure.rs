//! Why a source is missing: the facts live with all others.

pub(crate) use gainsay_claims::failure::{Failure, How, Limits, Phase, Refusal};
