//! The frames between the program and a plugin process: bytes heard in a second.

use divan::{Bencher, black_box, counter::BytesCount};
use gainsay_host::fuzzing::answers;

/// What `docs/executables.md` calls a frame of records.
const RECORDS: u8 = 1;

/// So many bytes are said in all, a little less than this reader takes of one source.
const SAID: usize = 60_000;

#[divan::bench(args = [100, 1_000, 10_000])]
fn heard(bencher: Bencher<'_, '_>, bytes_of_a_frame: usize) {
    let records = format!("[\"{}\"]", "x".repeat(bytes_of_a_frame - 4));
    let mut said = Vec::new();
    for _ in 0..SAID / bytes_of_a_frame {
        let length = u32::try_from(records.len()).expect("frames of this list are short");
        said.extend(length.to_le_bytes());
        said.push(RECORDS);
        said.extend(records.as_bytes());
    }
    bencher.counter(BytesCount::new(said.len())).bench(|| answers(black_box(&said)));
}
