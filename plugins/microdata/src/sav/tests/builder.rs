//! A small writer of the format, in either byte order and any character set.

use super::super::cursor::Order;

/// A file that is being written.
pub(super) struct Builder {
    order: Order,
    pub(super) bytes: Vec<u8>,
}

impl Builder {
    /// A header: compression and cases as they are declared.
    pub(super) fn new(order: Order, compression: i32, cases: i32) -> Self {
        let mut file = Self { order, bytes: b"$FL2".to_vec() };
        file.bytes.extend([b' '; 60]);
        for number in [2, 1, compression, 0, cases] {
            file.int(number);
        }
        file.float(100.0);
        file.bytes.extend([b' '; 84]);
        file
    }

    pub(super) fn int(&mut self, number: i32) {
        let bytes = match self.order {
            Order::Little => number.to_le_bytes(),
            Order::Big => number.to_be_bytes(),
        };
        self.bytes.extend(bytes);
    }

    pub(super) fn float(&mut self, number: f64) {
        self.bytes.extend(self.order.write(number));
    }

    /// A variable without label; width 0 is a number, -1 goes on with the text before.
    pub(super) fn variable(&mut self, name: &[u8; 8], width: i32) {
        for number in [2, width, 0, 0, 0, 0] {
            self.int(number);
        }
        self.bytes.extend(name);
    }

    /// A number with a label.
    pub(super) fn labelled(&mut self, name: &[u8; 8], label: &str) {
        for number in [2, 0, 1, 0, 0, 0] {
            self.int(number);
        }
        self.bytes.extend(name);
        self.int(i32::try_from(label.len()).unwrap());
        self.bytes.extend(label.as_bytes());
        self.bytes.extend(vec![b' '; label.len().next_multiple_of(4) - label.len()]);
    }

    /// One label for the variables in these slots.
    pub(super) fn label(&mut self, value: [u8; 8], label: &[u8], slots: &[i32]) {
        self.int(3);
        self.int(1);
        self.bytes.extend(value);
        self.bytes.push(u8::try_from(label.len()).unwrap());
        self.bytes.extend(label);
        let padding = (label.len() + 1).next_multiple_of(8) - label.len() - 1;
        self.bytes.extend(vec![b' '; padding]);
        self.int(4);
        self.int(i32::try_from(slots.len()).unwrap());
        slots.iter().for_each(|&slot| self.int(slot));
    }

    pub(super) fn extension(&mut self, subtype: i32, data: &[u8]) {
        for number in [7, subtype, 1, i32::try_from(data.len()).unwrap()] {
            self.int(number);
        }
        self.bytes.extend(data);
    }

    pub(super) fn end(&mut self) {
        self.int(999);
        self.int(0);
    }
}
