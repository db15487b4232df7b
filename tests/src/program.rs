//! Runs of the built program.

use std::{
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

use crate::base::product;

/// The program with these arguments, and with nothing of the environment: no
/// locale, no base, no terminal.
pub fn gainsay(arguments: &[&str]) -> Command {
    let mut command = Command::new(product().program("gainsay"));
    command.args(arguments).env_clear().env("LANG", "C");
    command
}

/// Runs the program on a base, and returns what it did.
///
/// # Panics
/// When the program cannot be started, or ends with another code.
#[track_caller]
pub fn on_base(base: &Path, arguments: &[&str], code: i32) -> Output {
    let output = gainsay(arguments).arg("--base").arg(base).output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    output
}

/// What the program prints as JSON about a base.
///
/// # Panics
/// When the program ends with another code, or prints no JSON.
#[track_caller]
pub fn json_on_base(base: &Path, arguments: &[&str], code: i32) -> Value {
    let arguments = [arguments, &["--output-format", "json"]].concat();
    serde_json::from_slice(&on_base(base, &arguments, code).stdout).expect("JSON")
}
