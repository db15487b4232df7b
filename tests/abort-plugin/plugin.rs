//! A plugin without the SDK, which is compiled so that a panic ends the process: no code
//! of the SDK can keep it from doing so.

use std::ffi::c_void;

#[repr(C)]
pub struct Str(*const u8, usize);

#[repr(C)]
pub struct Plugin {
    magic: u32,
    struct_size: u32,
    abi_major: u16,
    abi_minor: u16,
    flags: u32,
    manifest: Str,
    create: extern "C" fn(*const c_void, Str, *mut *mut c_void) -> i32,
    call: extern "C" fn(*mut c_void, *const c_void, u32, Str) -> i32,
    destroy: extern "C" fn(*mut c_void),
}

unsafe impl Sync for Plugin {}

#[used]
#[unsafe(link_section = ".gainsay.manifest")]
static MANIFEST: [u8; 48] = *b"{\"id\":\"fixture-c\",\"schema\":\"claims/1\",\"sdk\":\"c\"}";

#[unsafe(no_mangle)]
pub static gainsay_plugin_v1: Plugin = Plugin {
    magic: 0x3159_5347,
    struct_size: size_of::<Plugin>() as u32,
    abi_major: 1,
    abi_minor: 0,
    flags: 0,
    manifest: Str(MANIFEST.as_ptr(), MANIFEST.len()),
    create,
    call,
    destroy,
};

extern "C" fn create(_: *const c_void, _: Str, _: *mut *mut c_void) -> i32 {
    0
}

extern "C" fn call(_: *mut c_void, _: *const c_void, _: u32, _: Str) -> i32 {
    panic!("a bad day");
}

extern "C" fn destroy(_: *mut c_void) {}
