//! The C interface between host and plugin, and the Rust side of a plugin.
//!
//! `include/gainsay_plugin.h` states the same for C; a test compares the two.
//! Authors of plugins need [`export_source!`](crate::export_source) only.

#![expect(unsafe_code, reason = "the one place where a plugin meets the C interface")]

use std::ffi::c_void;
use std::mem::{offset_of, size_of};
use std::slice;

use gainsay_claims::{Said, wire::SCHEMA};

use crate::{Config, Diagnostic, Input, Kind, Severity, Source, SourceDiagnostic, Stopped};
use crate::{collect, panics};

/// Says that a symbol is a table of this interface: `GSY1`.
pub const MAGIC: u32 = u32::from_le_bytes(*b"GSY1");
/// Major version, part of the symbol's name; a host refuses any other.
pub const MAJOR: u16 = 1;
/// Minor version, for information only.
pub const MINOR: u16 = 0;
/// The only export of a plugin.
pub const SYMBOL: &str = "gainsay_plugin_v1";
/// The header that plugins in C are compiled with: `include/gainsay_plugin.h` of this crate.
pub const HEADER: &str = include_str!("../include/gainsay_plugin.h");
/// Operation: read documents and emit their records.
pub const COLLECT: u32 = 1;

/// Returned when all went well.
pub const OK: i32 = 0;
/// Returned when the plugin could not go on and has emitted a diagnostic.
pub const ERROR: i32 = 1;
/// Returned when a panic was caught and has been emitted.
pub const PANIC: i32 = 2;
/// Returned when `emit` asked to stop.
pub const STOPPED: i32 = 3;
/// Returned for an operation the plugin does not know.
pub const UNSUPPORTED: i32 = 4;

/// Borrowed bytes, UTF-8, without a NUL at the end.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Str {
    /// First byte; may be null only if `len` is 0.
    pub ptr: *const u8,
    /// Number of bytes.
    pub len: usize,
}

impl Str {
    /// Borrows `bytes`.
    pub const fn of(bytes: &[u8]) -> Self {
        Self { ptr: bytes.as_ptr(), len: bytes.len() }
    }

    /// Borrows the bytes again; nothing where the pointer is null.
    ///
    /// # Safety
    /// `ptr` is null or points to `len` bytes that nobody changes during `'a`.
    pub const unsafe fn bytes<'a>(self) -> &'a [u8] {
        if self.ptr.is_null() {
            return &[];
        }
        // SAFETY: not null; the rest is the caller's promise.
        unsafe { slice::from_raw_parts(self.ptr, self.len) }
    }
}

/// Receives bytes from a plugin and copies them before it returns.
pub type Emit = unsafe extern "C" fn(ctx: *mut c_void, kind: u32, data: Str) -> i32;
/// Makes the state of a source from its settings.
pub type Create = unsafe extern "C" fn(*const Host, config: Str, state: *mut *mut c_void) -> i32;
/// Runs an operation.
pub type Call = unsafe extern "C" fn(state: *mut c_void, *const Host, op: u32, input: Str) -> i32;
/// Drops the state.
pub type Destroy = unsafe extern "C" fn(state: *mut c_void);

/// What the host offers to a plugin: `gs_host_v1`.
#[repr(C)]
#[derive(Debug)]
pub struct Host {
    /// Size in bytes of the structure that the host has filled.
    pub struct_size: u32,
    /// Major version of the host's interface.
    pub abi_major: u16,
    /// Minor version of the host's interface.
    pub abi_minor: u16,
    /// The host's own; a plugin only passes it on.
    pub ctx: *mut c_void,
    /// Receives records, text and diagnostics; anything but 0 means: stop.
    pub emit: Option<Emit>,
}

/// What a plugin offers to the host: `gs_plugin_v1`.
#[repr(C)]
#[derive(Debug)]
pub struct Plugin {
    /// [`MAGIC`].
    pub magic: u32,
    /// Size in bytes of the structure that the plugin has filled.
    pub struct_size: u32,
    /// Major version of the interface the plugin was built for.
    pub abi_major: u16,
    /// Minor version of the interface the plugin was built for.
    pub abi_minor: u16,
    /// 0.
    pub flags: u32,
    /// The manifest as JSON, the same as in the section of the object file.
    pub manifest: Str,
    /// Makes the state of a source.
    pub create: Option<Create>,
    /// Runs an operation.
    pub call: Option<Call>,
    /// Drops the state.
    pub destroy: Option<Destroy>,
}

// SAFETY: a table is never written to, and its pointers lead to constant data and functions.
unsafe impl Sync for Plugin {}

#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<Str>() == 16);
    assert!(size_of::<Host>() == 24);
    assert!(offset_of!(Host, ctx) == 8);
    assert!(offset_of!(Host, emit) == 16);
    assert!(size_of::<Plugin>() == 56);
    assert!(offset_of!(Plugin, flags) == 12);
    assert!(offset_of!(Plugin, manifest) == 16);
    assert!(offset_of!(Plugin, create) == 32);
    assert!(offset_of!(Plugin, call) == 40);
    assert!(offset_of!(Plugin, destroy) == 48);
};

impl Plugin {
    /// Builds the table of a source while the plugin is compiled.
    pub const fn of<S: Source>(manifest: &'static [u8]) -> Self {
        Self {
            magic: MAGIC,
            struct_size: size_of::<Self>() as u32,
            abi_major: MAJOR,
            abi_minor: MINOR,
            flags: 0,
            manifest: Str::of(manifest),
            create: Some(create::<S>),
            call: Some(call::<S>),
            destroy: Some(destroy::<S>),
        }
    }
}

/// Exports a [`Source`](crate::Source) as the one plugin of a library.
#[macro_export]
macro_rules! export_source {
    ($source:ty) => {
        #[allow(unsafe_code, reason = "the attributes below name a symbol and a section")]
        const _: () = {
            const LEN: usize = $crate::manifest_len(<$source as $crate::Source>::ID);

            #[used]
            #[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__gainsay"))]
            #[cfg_attr(windows, unsafe(link_section = ".gainsay"))]
            #[cfg_attr(
                not(any(windows, target_vendor = "apple")),
                unsafe(link_section = ".gainsay.manifest")
            )]
            static MANIFEST: [u8; LEN] = $crate::manifest_json(<$source as $crate::Source>::ID);

            #[unsafe(export_name = "gainsay_plugin_v1")]
            static PLUGIN: $crate::abi::Plugin = $crate::abi::Plugin::of::<$source>(&MANIFEST);
        };
    };
}

unsafe extern "C" fn create<S: Source>(
    host: *const Host,
    config: Str,
    state: *mut *mut c_void,
) -> i32 {
    panics::watch();
    guard(host, |port| {
        // SAFETY: the host lends the settings until this function returns.
        let config: Config = match serde_json::from_slice(unsafe { config.bytes() }) {
            Ok(config) => config,
            Err(error) => return port.refuse(format!("settings: {error}")),
        };
        let mut source = S::default();
        if let Err(error) = source.configure(&config) {
            return port.refuse(error.message);
        }
        // SAFETY: the host gives a place for one pointer.
        unsafe { state.write(Box::into_raw(Box::new(source)).cast()) };
        OK
    })
}

unsafe extern "C" fn call<S: Source>(
    state: *mut c_void,
    host: *const Host,
    op: u32,
    input: Str,
) -> i32 {
    guard(host, |port| {
        if op != COLLECT {
            return UNSUPPORTED;
        }
        // SAFETY: the host lends the input until this function returns.
        let input: Input = match serde_json::from_slice(unsafe { input.bytes() }) {
            Ok(input) => input,
            Err(error) => return port.refuse(format!("input: {error}")),
        };
        if input.schema != SCHEMA {
            return port.refuse(format!("schema {} asked, {SCHEMA} known", input.schema));
        }
        // SAFETY: the state is what `create` has written, and not yet destroyed.
        let source = unsafe { &*state.cast::<S>() };
        match collect(source, &input, &mut |kind, bytes| port.emit(kind, bytes)) {
            Ok(()) => OK,
            Err(Stopped) => STOPPED,
        }
    })
}

unsafe extern "C" fn destroy<S: Source>(state: *mut c_void) {
    // SAFETY: the state is what `create` has written; the host destroys it once.
    // A panic has been written to the standard error; there is nobody to tell.
    panics::caught(|| drop(unsafe { Box::from_raw(state.cast::<S>()) })).ok();
}

/// Runs the body of an entry so that no panic leaves it: one that crosses into C
/// aborts the process.
fn guard(host: *const Host, body: impl FnOnce(&Port<'_>) -> i32) -> i32 {
    // SAFETY: the host lends its table until the entry returns, or gives null.
    let Some(host) = (unsafe { host.as_ref() }) else {
        return ERROR;
    };
    let port = Port { host };
    panics::caught(|| body(&port)).unwrap_or_else(|diagnostic| {
        port.emit(Kind::Diagnostic, &diagnostic.to_json()).ok();
        PANIC
    })
}

/// The host as a plugin sees it during one call.
struct Port<'a> {
    host: &'a Host,
}

impl Port<'_> {
    fn emit(&self, kind: Kind, bytes: &[u8]) -> Result<(), Stopped> {
        let kind = match kind {
            Kind::Records => 1,
            Kind::Log => 2,
            Kind::Diagnostic => 3,
        };
        let emit = self.host.emit.ok_or(Stopped)?;
        // SAFETY: `ctx` is the host's own, and this is the thread of the call.
        match unsafe { emit(self.host.ctx, kind, Str::of(bytes)) } {
            0 => Ok(()),
            _ => Err(Stopped),
        }
    }

    fn refuse(&self, message: impl Into<Said>) -> i32 {
        let what = SourceDiagnostic::new(message);
        let diagnostic =
            Diagnostic { severity: Severity::Error, document: None, panicked_at: None, what };
        match self.emit(Kind::Diagnostic, &diagnostic.to_json()) {
            Ok(()) => ERROR,
            Err(Stopped) => STOPPED,
        }
    }
}
