//! Tells the program which system and machine it is built for.

#[expect(clippy::print_stdout, reason = "the way to tell cargo")]
fn main() {
    let target = std::env::var("TARGET").unwrap_or_default();
    println!("cargo::rustc-env=GAINSAY_TARGET={target}");
    println!("cargo::rerun-if-changed=build.rs");
}
