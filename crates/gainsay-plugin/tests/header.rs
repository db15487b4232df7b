//! The C header and the Rust side say the same, as the C compiler sees it.

use std::fmt::Write as _;
use std::mem::{offset_of, size_of};
use std::path::Path;
use std::process::Command;

use gainsay_plugin::abi::{self, Host, Plugin, Str};

const PROGRAM: &str = r#"
#include <stdio.h>
#include "gainsay_plugin.h"
#define SHOW(name, value) printf("%s %lu\n", name, (unsigned long)(value))
#define FIELD(type, field) SHOW(#type "." #field, offsetof(type, field))
int main(void) {
  SHOW("magic", GAINSAY_MAGIC);
  SHOW("major", GAINSAY_ABI_MAJOR);
  SHOW("minor", GAINSAY_ABI_MINOR);
  SHOW("collect", GAINSAY_COLLECT);
  SHOW("ok", GAINSAY_OK);
  SHOW("error", GAINSAY_ERROR);
  SHOW("panic", GAINSAY_PANIC);
  SHOW("stopped", GAINSAY_STOPPED);
  SHOW("unsupported", GAINSAY_UNSUPPORTED);
  SHOW("gs_str", sizeof(gs_str));
  FIELD(gs_str, ptr); FIELD(gs_str, len);
  SHOW("gs_host_v1", sizeof(gs_host_v1));
  FIELD(gs_host_v1, struct_size); FIELD(gs_host_v1, abi_major); FIELD(gs_host_v1, abi_minor);
  FIELD(gs_host_v1, ctx); FIELD(gs_host_v1, emit);
  SHOW("gs_plugin_v1", sizeof(gs_plugin_v1));
  FIELD(gs_plugin_v1, magic); FIELD(gs_plugin_v1, struct_size);
  FIELD(gs_plugin_v1, abi_major); FIELD(gs_plugin_v1, abi_minor); FIELD(gs_plugin_v1, flags);
  FIELD(gs_plugin_v1, manifest); FIELD(gs_plugin_v1, create); FIELD(gs_plugin_v1, call);
  FIELD(gs_plugin_v1, destroy);
  return 0;
}
"#;

macro_rules! fields {
    ($text:ident, $name:literal, $type:ty, $($field:ident)+) => {
        writeln!($text, "{} {}", $name, size_of::<$type>()).expect("a string");
        $(writeln!($text, "{}.{} {}", $name, stringify!($field), offset_of!($type, $field))
            .expect("a string");)+
    };
}

#[test]
fn header_and_rust_agree() {
    assert_eq!(compiled(), expected());
}

fn expected() -> String {
    let mut text = format!(
        "magic {}\nmajor {}\nminor {}\ncollect {}\nok {}\nerror {}\npanic {}\nstopped {}\nunsupported {}\n",
        abi::MAGIC,
        abi::MAJOR,
        abi::MINOR,
        abi::COLLECT,
        abi::OK,
        abi::ERROR,
        abi::PANIC,
        abi::STOPPED,
        abi::UNSUPPORTED,
    );
    fields!(text, "gs_str", Str, ptr len);
    fields!(text, "gs_host_v1", Host, struct_size abi_major abi_minor ctx emit);
    fields!(text, "gs_plugin_v1", Plugin, magic struct_size abi_major abi_minor flags manifest
        create call destroy);
    text
}

fn compiled() -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, program) = (folder.join("layout.c"), folder.join("layout"));
    std::fs::write(&source, PROGRAM).expect("a writable folder");
    let built = Command::new("cc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-I"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("include"))
        .arg("-o")
        .arg(&program)
        .arg(&source)
        .output()
        .expect("a C compiler `cc`, as Rust needs one to link");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let ran = Command::new(&program).output().expect("the program runs");
    String::from_utf8(ran.stdout).expect("text")
}
