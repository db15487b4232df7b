//! A loaded plugin and the calls into it.

#![expect(unsafe_code, reason = "loads a library and calls it through the C interface")]

use std::cell::RefCell;
use std::error::Error as StdError;
use std::ffi::c_void;
use std::mem::size_of;
use std::path::Path;
use std::ptr;
use std::thread::{self, ThreadId};

use gainsay_claims::{Said, facts::TableFault};
use gainsay_plugin::abi::{self, Host, Plugin, Str};
use gainsay_plugin::{Kind, Manifest};

use crate::load_fault::LoadFault;

/// What the host does with something a plugin emits; false means stop.
pub(crate) type Receive = dyn FnMut(Kind, &[u8]) -> bool;

/// A plugin in this process. It is never unloaded: code that a thread or a
/// destructor of it still needs would be gone.
pub(crate) struct Library {
    create: abi::Create,
    call: abi::Call,
    destroy: abi::Destroy,
}

impl Library {
    /// Loads the plugin at `path` and compares its table with its manifest.
    ///
    /// # Errors
    /// The reason for which the library is refused.
    pub(crate) fn open(path: &Path, manifest: &Manifest) -> Result<Self, LoadFault> {
        let table = load(path).map_err(|error| LoadFault::Loader(with_sources(&error)))?;
        if table.is_null() || !table.is_aligned() {
            return Err(TableFault::Address.into());
        }
        // SAFETY: the symbol was found in a library that stays loaded, and is aligned.
        // Of what it points to, only the twelve bytes that every version has are read.
        let (magic, size, major) = unsafe {
            (
                (&raw const (*table).magic).read(),
                (&raw const (*table).struct_size).read(),
                (&raw const (*table).abi_major).read(),
            )
        };
        if magic != abi::MAGIC {
            return Err(TableFault::Magic.into());
        }
        if major != abi::MAJOR {
            return Err(TableFault::Major { found: major, known: abi::MAJOR }.into());
        }
        if (size as usize) < size_of::<Plugin>() {
            return Err(TableFault::Size { found: size, known: size_of::<Plugin>() }.into());
        }
        // SAFETY: it is aligned, and says that it is at least as long as the structure.
        let table = unsafe { &*table };
        // SAFETY: the manifest of a table is constant data of the library.
        let stated = serde_json::from_slice::<Manifest>(unsafe { table.manifest.bytes() });
        if stated.ok().as_ref() != Some(manifest) {
            return Err(TableFault::Manifest.into());
        }
        let (Some(create), Some(call), Some(destroy)) = (table.create, table.call, table.destroy)
        else {
            return Err(TableFault::Entries.into());
        };
        Ok(Self { create, call, destroy })
    }

    /// Sets up a source with its settings as JSON, or returns the plugin's code.
    pub(crate) fn create(&self, gate: &'static Gate, config: &[u8]) -> Result<Instance<'_>, i32> {
        let mut state = ptr::null_mut();
        // SAFETY: all pointers are valid for the call; the plugin keeps none of them
        // by contract, and `gate` lives for ever in case it does.
        let code = unsafe { (self.create)(&raw const gate.host, Str::of(config), &raw mut state) };
        if code == abi::OK { Ok(Instance { library: self, gate, state }) } else { Err(code) }
    }
}

/// A source that has been set up.
pub(crate) struct Instance<'a> {
    library: &'a Library,
    gate: &'static Gate,
    state: *mut c_void,
}

impl Instance<'_> {
    /// Has the source read the documents of `input`.
    pub(crate) fn collect(&mut self, input: &[u8]) -> i32 {
        self.call(abi::COLLECT, input)
    }

    /// Has the source do something, and returns what it returned.
    pub(crate) fn call(&mut self, operation: u32, input: &[u8]) -> i32 {
        let host = &raw const self.gate.host;
        // SAFETY: `state` comes from `create` of the same library; all pointers are
        // valid for the call.
        unsafe { (self.library.call)(self.state, host, operation, Str::of(input)) }
    }
}

impl Drop for Instance<'_> {
    fn drop(&mut self) {
        if self.state.is_null() {
            return;
        }
        // SAFETY: `state` comes from `create` of the same library and is dropped once.
        unsafe { (self.library.destroy)(self.state) };
    }
}

/// What stands between `emit` and the host: checks what comes, and from where.
pub(crate) struct Gate {
    host: Host,
    owner: ThreadId,
    max_output: usize,
    inner: RefCell<Inner>,
}

struct Inner {
    receive: Option<Box<Receive>>,
    fault: Option<Said>,
}

impl Gate {
    /// Opens a gate to `receive`. It is leaked, so that a plugin that calls
    /// `emit` too late still finds it, closed.
    pub(crate) fn open(max_output: usize, receive: Box<Receive>) -> &'static Self {
        let host = Host {
            struct_size: size_of::<Host>() as u32,
            abi_major: abi::MAJOR,
            abi_minor: abi::MINOR,
            ctx: ptr::null_mut(),
            emit: Some(emit),
        };
        let inner = RefCell::new(Inner { receive: Some(receive), fault: None });
        let gate = Box::into_raw(Box::new(Self {
            host,
            owner: thread::current().id(),
            max_output,
            inner,
        }));
        // SAFETY: `gate` was just leaked, nobody else knows it yet.
        unsafe {
            (*gate).host.ctx = gate.cast();
            &*gate
        }
    }

    /// Closes the gate and says what was wrong with what was emitted, if anything.
    pub(crate) fn close(&self) -> Option<Said> {
        let mut inner = self.inner.borrow_mut();
        inner.receive = None;
        inner.fault.take()
    }

    /// Whether the plugin shall go on.
    fn pass(&self, kind: u32, data: Str) -> bool {
        let Ok(mut inner) = self.inner.try_borrow_mut() else {
            return false;
        };
        if inner.fault.is_some() {
            return false;
        }
        if data.len > self.max_output {
            let (length, most) = (data.len, self.max_output);
            inner.fault = Some(Said::from([
                format!("{length} bytes in one piece, at most {most} allowed"),
                format!("{length} octets d'un seul tenant, {most} au plus"),
            ]));
            return false;
        }
        if data.ptr.is_null() && data.len > 0 {
            let length = data.len;
            inner.fault = Some(Said::from([
                format!("{length} bytes at a null pointer"),
                format!("{length} octets à un pointeur nul"),
            ]));
            return false;
        }
        // SAFETY: the plugin lends the bytes until `emit` returns; length and null
        // have been checked.
        let bytes = unsafe { data.bytes() };
        let Some(receive) = inner.receive.as_mut() else {
            return false;
        };
        match kind {
            1 => receive(Kind::Records, bytes),
            2 => receive(Kind::Log, bytes),
            3 => receive(Kind::Diagnostic, bytes),
            // Later versions of the interface may know more kinds.
            _ => true,
        }
    }
}

unsafe extern "C" fn emit(ctx: *mut c_void, kind: u32, data: Str) -> i32 {
    // SAFETY: `ctx` is the gate, which is leaked. Before the thread is known to be
    // the owner, only fields that never change are read.
    let owner = unsafe { (&raw const (*ctx.cast::<Gate>()).owner).read() };
    if owner != thread::current().id() {
        return 1;
    }
    // SAFETY: as above, and this is the one thread that uses the rest.
    let gate = unsafe { &*ctx.cast::<Gate>() };
    // No panic may cross into the plugin.
    let passed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| gate.pass(kind, data)));
    i32::from(!passed.unwrap_or(false))
}

/// Loads a library with all its symbols resolved and none of them shared, and
/// returns the address of its table.
fn load(path: &Path) -> Result<*const Plugin, libloading::Error> {
    #[cfg(unix)]
    // SAFETY: runs the constructors of the library, which is why this happens in a
    // confined process.
    let library = unsafe {
        use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
        libloading::Library::from(Library::open(Some(path), RTLD_NOW | RTLD_LOCAL)?)
    };
    #[cfg(not(unix))]
    // SAFETY: as above.
    let library = unsafe { libloading::Library::new(path)? };
    // SAFETY: the symbol is data; its type is checked by its first bytes.
    let table = unsafe { *library.get::<*const Plugin>(abi::SYMBOL)? };
    std::mem::forget(library);
    Ok(table)
}

/// Has the C library write out what it still holds back of what was printed.
#[cfg(target_os = "linux")]
pub(crate) fn flush_stdout() {
    // SAFETY: null stands for every stream. What fails here has not been written.
    unsafe { libc::fflush(ptr::null_mut()) };
}

/// Ends this process at once: no destructor of a library that was loaded runs.
#[cfg(unix)]
pub(crate) fn end(code: i32) -> ! {
    // SAFETY: always allowed; nothing after it runs.
    unsafe { libc::_exit(code) }
}

/// The message of an error with those of its causes: the loader's own reason is
/// only in the last one.
fn with_sources(error: &dyn StdError) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
