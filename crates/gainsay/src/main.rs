//! The `gainsay` program.

fn main() {
    if std::env::args_os().nth(1).is_some_and(|first| first == gainsay_host::WORKER_ARGUMENT) {
        gainsay_host::worker_main();
    }
}
