#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gainsay_fuzz::encoding(data));
