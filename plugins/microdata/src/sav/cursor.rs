//! Bytes, read one after another in the file's own byte order.

use super::SavError;

/// A place in the bytes of a file.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) order: Order,
}

/// The order in which a file writes the bytes of its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

impl<'a> Cursor<'a> {
    /// The next bytes, of which `what` tells what they are.
    pub(super) fn take(&mut self, count: usize, what: &'static str) -> Result<&'a [u8], SavError> {
        let end = self.at.checked_add(count);
        let taken = end.and_then(|end| self.bytes.get(self.at..end));
        let taken = taken.ok_or(SavError::Ends { what, at: self.bytes.len() })?;
        self.at += count;
        Ok(taken)
    }

    /// The next four bytes as a signed number.
    pub(super) fn int(&mut self, what: &'static str) -> Result<i32, SavError> {
        Ok(self.order.int(self.array(what)?))
    }

    /// The next eight bytes as a signed number.
    pub(super) fn long(&mut self, what: &'static str) -> Result<i64, SavError> {
        let bytes = self.array(what)?;
        Ok(match self.order {
            Order::Little => i64::from_le_bytes(bytes),
            Order::Big => i64::from_be_bytes(bytes),
        })
    }

    /// The next eight bytes as a number with a fraction.
    pub(super) fn float(&mut self, what: &'static str) -> Result<f64, SavError> {
        Ok(self.order.float(self.array(what)?))
    }

    /// The next eight bytes as they are.
    pub(super) fn slot(&mut self, what: &'static str) -> Result<[u8; 8], SavError> {
        self.array(what)
    }

    /// The next four bytes as a length that the rest of the file can hold.
    pub(super) fn length(&mut self, what: &'static str) -> Result<usize, SavError> {
        let at = self.at;
        let value = self.int(what)?;
        let wrong = SavError::Wrong { what, value: value.into(), at };
        let length = usize::try_from(value).map_err(|_| wrong)?;
        if length > self.bytes.len() - self.at {
            return Err(SavError::Ends { what, at: self.bytes.len() });
        }
        Ok(length)
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn array<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], SavError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N, what)?);
        Ok(array)
    }
}

impl Order {
    pub(super) fn int(self, bytes: [u8; 4]) -> i32 {
        match self {
            Self::Little => i32::from_le_bytes(bytes),
            Self::Big => i32::from_be_bytes(bytes),
        }
    }

    pub(super) fn float(self, bytes: [u8; 8]) -> f64 {
        match self {
            Self::Little => f64::from_le_bytes(bytes),
            Self::Big => f64::from_be_bytes(bytes),
        }
    }

    pub(super) fn write(self, number: f64) -> [u8; 8] {
        match self {
            Self::Little => number.to_le_bytes(),
            Self::Big => number.to_be_bytes(),
        }
    }
}
