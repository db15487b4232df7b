//! Decides which claims agree, differ or cannot be compared: a pure function of the evidence base and the policy.

pub mod stats;
