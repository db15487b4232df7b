//! Tries what a sandbox should deny, and says of each whether it worked.

use std::fs::{self, File};
use std::io;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::process::Command;

use gainsay_plugin::{Sink, SourceDiagnostic, Stopped};

/// One warning for each thing tried: `read: denied`.
pub(crate) fn report(sink: &mut Sink<'_>) -> Result<(), Stopped> {
    let tried: [(&str, io::Result<()>); 7] = [
        ("read a file", fs::read("/etc/passwd").map(drop)),
        ("write a file", File::options().append(true).open("/dev/null").map(drop)),
        ("make a file", make_file()),
        ("listen", TcpListener::bind(("127.0.0.1", 0)).map(drop)),
        ("connect", TcpStream::connect(("127.0.0.1", 1)).map(drop)),
        ("send", UdpSocket::bind(("127.0.0.1", 0)).map(drop)),
        ("run a program", Command::new("/bin/true").status().map(drop)),
    ];
    for (what, result) in tried {
        let denied = result.is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied);
        let message = format!("{what}: {}", if denied { "denied" } else { "not denied" });
        sink.warn(SourceDiagnostic::new(message))?;
    }
    Ok(())
}

fn make_file() -> io::Result<()> {
    let path = format!("/tmp/gainsay-faulty-{}", std::process::id());
    File::create(&path)?;
    fs::remove_file(path)
}
