//! Messages as they are sent: JSON-RPC behind a header that tells their length.

use std::io::{self, BufRead, Read, Write};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The longest message that is read, in bytes: a draft as large as any that is read, with
/// every character escaped.
const MAX_BYTES: usize = 128 << 20;
/// The longest line of a header, in bytes.
const MAX_LINE: u64 = 4 << 10;

/// Why a message cannot be read. Nothing that follows it can be, either.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WireError {
    /// The system refuses, or the input ends within a message.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// No header, or one that tells no length.
    #[error("no header with a length")]
    NoLength,
    /// Longer than any message.
    #[error("a message of {length} bytes")]
    TooLong {
        /// The length that the header tells.
        length: usize,
    },
    /// It is no message in JSON.
    #[error("{0}")]
    NoMessage(#[from] serde_json::Error),
}

/// Codes of errors, of JSON-RPC and of the protocol.
#[derive(Clone, Copy, Debug)]
pub(super) enum Code {
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    NotInitialized = -32002,
    Cancelled = -32800,
}

/// A request, a notification, or the answer to a request of ours.
#[derive(Debug, Deserialize)]
pub(super) struct Incoming {
    /// What a request is answered to; a notification has none.
    pub(super) id: Option<Value>,
    /// What is asked or told; an answer has none.
    pub(super) method: Option<String>,
    #[serde(default)]
    pub(super) params: Value,
}

/// Reads the next message; none at the end of the input.
pub(super) fn read(input: &mut impl BufRead) -> Result<Option<Incoming>, WireError> {
    let Some(length) = length(input)? else { return Ok(None) };
    if length > MAX_BYTES {
        return Err(WireError::TooLong { length });
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(Some(serde_json::from_slice(&body)?))
}

/// Reads a header; none at the end of the input.
fn length(input: &mut impl BufRead) -> Result<Option<usize>, WireError> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        let line = std::str::from_utf8(&line).map_err(|_| WireError::NoLength)?.trim_end();
        if line.is_empty() {
            return length.map(Some).ok_or(WireError::NoLength);
        }
        let (name, value) = line.split_once(':').ok_or(WireError::NoLength)?;
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(WireError::NoLength);
        }
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.trim().parse().map_err(|_| WireError::NoLength)?);
        }
    }
}

/// Answers a request.
pub(super) fn answer(id: &Value, result: impl Serialize) {
    send(&json!({ "jsonrpc": "2.0", "id": id, "result": result }));
}

/// Answers a request that cannot be carried out.
pub(super) fn refuse(id: &Value, code: Code, message: &str) {
    let error = json!({ "code": code as i32, "message": message });
    send(&json!({ "jsonrpc": "2.0", "id": id, "error": error }));
}

/// Tells the editor something.
pub(super) fn notify(method: &str, params: impl Serialize) {
    send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
}

/// Asks the editor for something; its answer is not waited for.
pub(super) fn request(id: &str, method: &str, params: impl Serialize) {
    send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
}

fn send(message: &Value) {
    let body = message.to_string();
    let mut out = io::stdout().lock();
    // An editor that does not read any more misses nothing, and its input will end.
    let _ = write!(out, "Content-Length: {}\r\n\r\n{body}", body.len()).and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(mut text: &[u8]) -> Result<Vec<String>, WireError> {
        let mut methods = Vec::new();
        while let Some(message) = read(&mut text)? {
            methods.extend(message.method);
        }
        Ok(methods)
    }

    #[track_caller]
    fn check(text: &str, expected: Result<&[&str], &str>) {
        let found = read_all(text.as_bytes()).map_err(|error| error.to_string());
        let expected = expected.map(|all| all.iter().map(|one| (*one).to_owned()).collect());
        assert_eq!(found, expected.map_err(str::to_owned), "{text}");
    }

    #[test]
    fn messages_follow_each_other() {
        let exit = "Content-Length: 17\r\n\r\n{\"method\":\"exit\"}";
        check(&exit.repeat(2), Ok(&["exit", "exit"]));
        let typed = exit.replace("Con", "Content-Type: application/json; charset=utf-8\r\ncon");
        check(&typed, Ok(&["exit"]));
        check("", Ok(&[]));
    }

    #[test]
    fn what_has_no_length_is_refused() {
        check("{\"method\":\"exit\"}\r\n\r\n", Err("no header with a length"));
        check("\r\n", Err("no header with a length"));
        check("Content-Length: many\r\n\r\n", Err("no header with a length"));
        check("Content-Length: -1\r\n\r\n", Err("no header with a length"));
        check(&"a".repeat(10_000), Err("no header with a length"));
    }

    #[test]
    fn what_is_too_long_is_refused_before_it_is_read() {
        let text = "Content-Length: 99999999999999\r\n\r\n";
        check(text, Err("a message of 99999999999999 bytes"));
    }

    #[test]
    fn a_body_must_be_whole_and_a_message() {
        check("Content-Length: 9\r\n\r\n{}", Err("failed to fill whole buffer"));
        let found = read_all(b"Content-Length: 2\r\n\r\n[]".as_slice());
        assert!(matches!(found, Err(WireError::NoMessage(_))), "{found:?}");
        let deep = "[".repeat(100_000);
        let text = format!("Content-Length: {}\r\n\r\n{deep}", deep.len());
        assert!(matches!(read_all(text.as_bytes()), Err(WireError::NoMessage(_))));
    }
}
