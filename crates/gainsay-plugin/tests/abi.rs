//! The table of a plugin, called as a host in C calls it. Run under a sanitizer of memory
//! (`docs/fuzzing.md`), this also shows that no entry reads or frees what it must not.

#![expect(unsafe_code, reason = "calls the entries of a table through pointers")]

use std::{ffi::c_void, ptr};

use gainsay_plugin::{
    Config, Document, Input, Sink, Source, SourceError,
    abi::{self, Host, Plugin, Str},
    wire::{Place, StudyRecord},
};

/// Emits a study for each document; `panic` and `refuse` do what they say.
#[derive(Default)]
struct Fixture {
    fault: String,
}

impl Source for Fixture {
    const ID: &'static str = "fixture";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        match config.get("fault").and_then(|fault| fault.as_str()) {
            Some("refuse") => Err(SourceError::new("no")),
            fault => {
                fault.unwrap_or_default().clone_into(&mut self.fault);
                Ok(())
            }
        }
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        assert!(self.fault != "panic", "a bad day");
        for _ in 0..STUDIES {
            let id = document.study_id();
            sink.study(StudyRecord::new(&id, Place::span(0..1), "T", "P"))?;
        }
        Ok(())
    }
}

/// Studies of each document. Miri takes minutes for what otherwise takes milliseconds.
const STUDIES: usize = if cfg!(miri) { 2 } else { 300 };

static TABLE: Plugin = Plugin::of::<Fixture>(b"{}");

/// What a host has heard, and after how many calls of `emit` it says stop.
struct Heard {
    pieces: Vec<(u32, Vec<u8>)>,
    stop_after: usize,
}

unsafe extern "C" fn emit(ctx: *mut c_void, kind: u32, data: Str) -> i32 {
    // SAFETY: `run` gives this pointer, and uses what it points to only afterwards; the
    // plugin lends the bytes for this call.
    let (heard, bytes) = unsafe { (&mut *ctx.cast::<Heard>(), data.bytes()) };
    heard.pieces.push((kind, bytes.to_vec()));
    i32::from(heard.pieces.len() >= heard.stop_after)
}

/// Creates a source, has it read, destroys it. Returns the codes and what was heard.
fn run(config: &str, op: u32, input: &[u8], stop_after: usize) -> (i32, Option<i32>, Heard) {
    let mut heard = Heard { pieces: Vec::new(), stop_after };
    let host = Host {
        struct_size: size_of::<Host>() as u32,
        abi_major: abi::MAJOR,
        abi_minor: abi::MINOR,
        ctx: (&raw mut heard).cast(),
        emit: Some(emit),
    };
    let (create, call, destroy) = entries();
    let mut state = ptr::null_mut();
    // SAFETY: all that is lent lives until the call returns.
    let created = unsafe { create(&raw const host, Str::of(config.as_bytes()), &raw mut state) };
    if created != abi::OK {
        assert!(state.is_null(), "nothing to destroy");
        return (created, None, heard);
    }
    // SAFETY: as above; the state is that of `create`.
    let called = unsafe { call(state, &raw const host, op, Str::of(input)) };
    // SAFETY: the state is destroyed once.
    unsafe { destroy(state) };
    (created, Some(called), heard)
}

fn entries() -> (abi::Create, abi::Call, abi::Destroy) {
    let entries = TABLE.create.zip(TABLE.call).zip(TABLE.destroy);
    let ((create, call), destroy) = entries.expect("the table is full");
    (create, call, destroy)
}

fn input() -> Vec<u8> {
    let document = |name: &str| Document { name: name.to_owned(), ..Document::default() };
    let input = Input::new("fixture", vec![document("one.txt"), document("two.txt")]);
    serde_json::to_vec(&input).expect("strings only")
}

#[test]
fn a_source_lives_from_create_to_destroy() {
    let (created, called, heard) = run("{}", abi::COLLECT, &input(), usize::MAX);
    assert_eq!((created, called), (abi::OK, Some(abi::OK)));
    let records: Vec<usize> = heard
        .pieces
        .iter()
        .map(|(_, bytes)| serde_json::from_slice::<Vec<serde_json::Value>>(bytes).unwrap().len())
        .collect();
    let expected: &[usize] = if cfg!(miri) { &[4] } else { &[256, 256, 88] };
    assert_eq!(records, expected);
}

#[test]
fn a_host_that_says_stop_hears_no_more() {
    let (_, called, heard) = run("{}", abi::COLLECT, &input(), 1);
    assert_eq!((called, heard.pieces.len()), (Some(abi::STOPPED), 1));
}

#[test]
fn what_goes_wrong_is_a_code_and_a_diagnostic() {
    for (config, op, input, expected) in [
        ("{\"fault\":\"refuse\"}", abi::COLLECT, input(), (abi::ERROR, None)),
        ("{", abi::COLLECT, input(), (abi::ERROR, None)),
        ("", abi::COLLECT, input(), (abi::ERROR, None)),
        ("{\"fault\":\"panic\"}", abi::COLLECT, input(), (abi::OK, Some(abi::PANIC))),
        ("{}", abi::COLLECT, b"\xff".to_vec(), (abi::OK, Some(abi::ERROR))),
        ("{}", abi::COLLECT, b"{\"schema\":\"x\"}".to_vec(), (abi::OK, Some(abi::ERROR))),
    ] {
        let (created, called, heard) = run(config, op, &input, usize::MAX);
        assert_eq!((created, called), expected, "{config}");
        assert_eq!(heard.pieces.len(), 1, "{config}");
        assert_eq!(heard.pieces[0].0, 3, "{config}");
    }
    let (_, called, heard) = run("{}", 99, &input(), usize::MAX);
    assert_eq!((called, heard.pieces.len()), (Some(abi::UNSUPPORTED), 0));
}

#[test]
fn a_host_that_gives_nothing_gets_an_error() {
    let (create, ..) = entries();
    let mut state = ptr::null_mut();
    // SAFETY: a null table is what is tried; the place for the state is valid.
    let code = unsafe { create(ptr::null(), Str::of(b"{}"), &raw mut state) };
    assert_eq!((code, state.is_null()), (abi::ERROR, true));
    // SAFETY: the null pointer is what is tried.
    assert_eq!(unsafe { Str { ptr: ptr::null(), len: 7 }.bytes() }, b"");
}
