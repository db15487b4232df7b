//! The slots of eight bytes in which cases are written, unpacked one after another.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

use super::{
    SavError,
    cursor::{Cursor, Order},
    layout::{Compression, Layout},
};

/// The slots of a file.
pub(super) enum Slots<'a> {
    Plain(Cursor<'a>),
    Packed(Unpacker<Box<dyn Read + 'a>>),
}

impl<'a> Slots<'a> {
    /// Begins where the dictionary ends.
    pub(super) fn new(layout: &Layout, cursor: Cursor<'a>) -> Result<Self, SavError> {
        let input: Box<dyn Read + 'a> = match layout.compression {
            Compression::None => return Ok(Self::Plain(cursor)),
            Compression::Bytecode => Box::new(cursor.bytes.get(cursor.at..).unwrap_or_default()),
            Compression::Zlib => Box::new(blocks(cursor)?),
        };
        Ok(Self::Packed(Unpacker {
            input,
            codes: [0; 8],
            next: 8,
            ended: false,
            nothing: layout.order.write(layout.nothing),
            order: layout.order,
            bias: layout.bias,
        }))
    }

    /// The next slot; none after the last.
    pub(super) fn next(&mut self) -> Result<Option<[u8; 8]>, SavError> {
        match self {
            Self::Plain(cursor) if cursor.is_empty() => Ok(None),
            Self::Plain(cursor) => cursor.slot("a case").map(Some),
            Self::Packed(unpacker) => unpacker.next(),
        }
    }
}

/// Eight codes, then the slots that no code stands for, and again.
pub(super) struct Unpacker<R> {
    input: R,
    codes: [u8; 8],
    next: usize,
    ended: bool,
    nothing: [u8; 8],
    order: Order,
    bias: f64,
}

impl<R: Read> Unpacker<R> {
    fn next(&mut self) -> Result<Option<[u8; 8]>, SavError> {
        while !self.ended {
            if self.next == 8 {
                let Some(codes) = self.eight()? else { break };
                (self.codes, self.next) = (codes, 0);
            }
            let code = self.codes[self.next];
            self.next += 1;
            match code {
                0 => {}
                252 => self.ended = true,
                253 => {
                    let cut = SavError::Zlib("a value is cut off".to_owned());
                    return self.eight()?.map(Some).ok_or(cut);
                }
                254 => return Ok(Some(*b"        ")),
                255 => return Ok(Some(self.nothing)),
                code => return Ok(Some(self.order.write(f64::from(code) - self.bias))),
            }
        }
        self.ended = true;
        Ok(None)
    }

    /// The next eight bytes; none at the end.
    fn eight(&mut self) -> Result<Option<[u8; 8]>, SavError> {
        let mut bytes = [0; 8];
        let mut filled = 0;
        while filled < 8 {
            match self.input.read(&mut bytes[filled..]) {
                Ok(0) if filled == 0 => return Ok(None),
                Ok(0) => return Err(SavError::Zlib("eight bytes are cut off".to_owned())),
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(SavError::Zlib(error.to_string())),
            }
        }
        Ok(Some(bytes))
    }
}

/// The blocks of a `.zsav`, each with no more bytes than it declares.
fn blocks<'a>(mut cursor: Cursor<'a>) -> Result<impl Read + 'a, SavError> {
    let what = "its table of blocks";
    cursor.long(what)?;
    let trailer = offset(&mut cursor, what)?;
    cursor.long(what)?;
    cursor.at = trailer;
    cursor.take(16 + 4, what)?;
    let count = cursor.length(what)?;
    let mut input: Vec<(&'a [u8], u64)> = Vec::new();
    for _ in 0..count {
        cursor.long(what)?;
        let start = offset(&mut cursor, what)?;
        let at = cursor.at;
        let unpacked = cursor.int(what)?;
        let wrong = SavError::Wrong { what: "a size of a block", value: unpacked.into(), at };
        let unpacked = u64::try_from(unpacked).map_err(|_| wrong)?;
        let packed = usize::try_from(cursor.int(what)?).unwrap_or(usize::MAX);
        let bytes = start.checked_add(packed).and_then(|end| cursor.bytes.get(start..end));
        input.push((bytes.ok_or(SavError::Ends { what, at: cursor.bytes.len() })?, unpacked));
    }
    let chain = input.into_iter().map(|(bytes, size)| ZlibDecoder::new(bytes).take(size));
    Ok(Chain { rest: chain, current: None })
}

fn offset(cursor: &mut Cursor<'_>, what: &'static str) -> Result<usize, SavError> {
    let at = cursor.at;
    let value = cursor.long(what)?;
    let inside = usize::try_from(value).ok().filter(|&offset| offset <= cursor.bytes.len());
    inside.ok_or(SavError::Wrong { what, value, at })
}

/// Readers one after another.
struct Chain<I: Iterator> {
    rest: I,
    current: Option<I::Item>,
}

impl<I: Iterator<Item: Read>> Read for Chain<I> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(current) = &mut self.current {
                let count = current.read(buffer)?;
                if count > 0 {
                    return Ok(count);
                }
            }
            self.current = self.rest.next();
            if self.current.is_none() {
                return Ok(0);
            }
        }
    }
}
