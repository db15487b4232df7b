//! Every plugin exports one symbol of the same name, as each is a library of its own. Here
//! they are linked into one program that never looks the symbol up.

fn main() {
    println!("cargo::rustc-link-arg=-Wl,--allow-multiple-definition");
}
