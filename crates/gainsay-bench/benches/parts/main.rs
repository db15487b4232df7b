//! Times one part of the program each: `cargo bench -p gainsay-bench`, or some of them by name,
//! `cargo bench -p gainsay-bench pairs`.

mod base;
mod claims;
mod coherence;
mod drafts;
mod figures;
mod frames;
mod pairs;
mod pooling;
mod report;

fn main() {
    divan::main();
}
