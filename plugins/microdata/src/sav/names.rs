//! From the records of a dictionary to variables with names, labels and fields.

use encoding_rs::Encoding;
use gainsay_plugin::Said;
use indexmap::IndexMap;

use super::{
    SavError,
    cursor::Order,
    dictionary::{Raw, RawVariable},
    extensions::TextValues,
    layout::Field,
    sets,
};
use crate::{
    data::{Code, Dictionary, Missing, ResponseSet, Variable},
    time::Time,
};

/// The longest text that the format allows.
const LONGEST_TEXT: usize = 32_767;
/// What a segment of a very long text stands for.
const SEGMENT: usize = 252;
/// What a segment holds.
const HELD: usize = 255;

/// A dictionary, and where its variables stand in a case.
pub(super) struct Named {
    pub(super) dictionary: Dictionary,
    pub(super) fields: Vec<Field>,
    pub(super) encoding: &'static Encoding,
}

/// Names the variables of a file.
pub(super) fn name(raw: &Raw<'_>, order: Order) -> Result<Named, SavError> {
    let sample = sample(raw);
    let (encoding, remark) = raw.extensions.declared(order).encoding(&sample)?;
    let is_other = |words: &&[u8]| encoding.decode_without_bom_handling(words).1;
    let remark = remark.or_else(|| {
        let name = encoding.name();
        sample.iter().any(is_other).then(|| {
            let en = format!("has names or labels that are no {name}");
            let fr = format!("a des noms ou des libellés qui ne sont pas en {name}");
            Said::from([en, fr])
        })
    });
    let mut naming = Naming { raw, order, encoding, dictionary: Dictionary::default() };
    naming.dictionary.remarks.extend(remark);
    let fields = naming.variables()?;
    naming.labels();
    naming.text_values()?;
    naming.sets();
    Ok(Named { dictionary: naming.dictionary, fields, encoding })
}

/// All that is written in letters.
fn sample<'a>(raw: &Raw<'a>) -> Vec<&'a [u8]> {
    let labels = raw.labels.iter().flat_map(|one| &one.labels).map(|(_, label)| *label);
    let names = raw.variables.iter().flat_map(|one| [one.short, one.label]);
    names.chain(labels).chain([raw.extensions.long_names]).collect()
}

struct Naming<'a> {
    raw: &'a Raw<'a>,
    order: Order,
    encoding: &'static Encoding,
    dictionary: Dictionary,
}

impl Naming<'_> {
    fn variables(&mut self) -> Result<Vec<Field>, SavError> {
        let long_names = pairs(self.raw.extensions.long_names);
        let widths = pairs(self.raw.extensions.widths);
        let mut fields = Vec::new();
        let mut rest = self.raw.variables.iter();
        while let Some(one) = rest.next() {
            let key = one.short.to_ascii_uppercase();
            let mut segments = vec![one.width];
            if let Some(width) = widths.get(&key) {
                segments = self.segments(width, one)?;
                if segments.len() > 1 {
                    // The other segments are variables of their own in the file.
                    rest.nth(segments.len() - 2);
                }
            }
            let name = self.decode(long_names.get(&key).map_or(one.short, Vec::as_slice));
            if one.first + 1 == self.raw.weight_slot {
                self.dictionary.weight = Some(name.clone());
            }
            let is_text = one.width > 0;
            let (label, missing) = (self.decode(one.label), self.missing(one));
            let time = Time::of_format(one.format).filter(|_| !is_text);
            let variable = Variable { name, label, is_text, labels: None, missing, time };
            self.dictionary.variables.push(variable);
            fields.push(Field {
                first: one.first,
                segments: if is_text { segments } else { Vec::new() },
            });
        }
        Ok(fields)
    }

    /// The bytes of each segment of a very long text.
    fn segments(&self, width: &[u8], one: &RawVariable<'_>) -> Result<Vec<usize>, SavError> {
        let digits = std::str::from_utf8(width).unwrap_or_default();
        let width: usize = digits.trim_end_matches('\0').trim().parse().unwrap_or(0);
        if width <= HELD || width > LONGEST_TEXT {
            return Ok(vec![one.width]);
        }
        let count = width.div_ceil(SEGMENT);
        let slots = (count - 1) * HELD.div_ceil(8) + 1;
        if one.first + slots > self.raw.slots {
            let name = self.decode(one.short);
            return Err(SavError::NoVariable { what: "the rest of the text", name });
        }
        let held = |segment: usize| width.saturating_sub(segment * HELD).min(HELD);
        // The last segments may hold nothing, but they take their slots.
        Ok((0..count).map(held).collect())
    }

    fn missing(&self, one: &RawVariable<'_>) -> Missing {
        let number = |slot: &[u8; 8]| self.order.float(*slot);
        match one.missing.as_slice() {
            [lo, hi, rest @ ..] if one.has_range => Missing {
                codes: rest.iter().map(|slot| Code::Number(number(slot))).collect(),
                range: Some((number(lo), number(hi))),
            },
            values => Missing {
                codes: values.iter().map(|slot| self.code(*slot, one.width)).collect(),
                range: None,
            },
        }
    }

    fn labels(&mut self) {
        let slots: IndexMap<usize, usize> =
            self.raw.variables.iter().enumerate().map(|(at, one)| (one.first + 1, at)).collect();
        let names: IndexMap<String, usize> = self.positions();
        for set in &self.raw.labels {
            let mut lists = [None; 2];
            for slot in &set.slots {
                let Some(one) = slots.get(slot).and_then(|&at| self.raw.variables.get(at)) else {
                    continue;
                };
                let Some(&position) = names.get(&self.key(one.short)) else { continue };
                let is_text = one.width > 0;
                let list = *lists[usize::from(is_text)].get_or_insert_with(|| {
                    let code = |slot: [u8; 8]| self.code(slot, one.width);
                    let labels = set.labels.iter();
                    let list = labels.map(|(value, label)| (code(*value), self.decode(label)));
                    self.dictionary.labels.push(list.collect());
                    self.dictionary.labels.len() - 1
                });
                self.dictionary.variables[position].labels = Some(list);
            }
        }
    }

    fn text_values(&mut self) -> Result<(), SavError> {
        let positions = self.positions();
        let at = |one: &TextValues<'_>| positions.get(&self.key(one.name)).copied();
        let labelled: Vec<_> = self.raw.extensions.text_labels(self.order)?;
        let missing: Vec<_> = self.raw.extensions.text_missing(self.order)?;
        let labelled: Vec<_> = labelled.iter().map(|one| (at(one), one)).collect();
        let missing: Vec<_> = missing.iter().map(|one| (at(one), one)).collect();
        for (position, one) in labelled {
            let Some(position) = position else { continue };
            let list = one.values.iter();
            let list = list.map(|(value, label)| (self.text(value), self.decode(label))).collect();
            self.dictionary.labels.push(list);
            self.dictionary.variables[position].labels = Some(self.dictionary.labels.len() - 1);
        }
        for (position, one) in missing {
            let Some(position) = position else { continue };
            let codes = one.values.iter().map(|(value, _)| self.text(value)).collect();
            self.dictionary.variables[position].missing = Missing { codes, range: None };
        }
        Ok(())
    }

    fn sets(&mut self) {
        let positions = self.positions();
        for record in &self.raw.extensions.sets {
            let (found, odd) = sets::read(record);
            if odd > 0 {
                let remark = [
                    format!("has {odd} multiple-response sets that cannot be read"),
                    format!("a {odd} groupes de réponses multiples illisibles"),
                ];
                self.dictionary.remarks.push(remark.into());
            }
            for set in found {
                let names = set.variables.iter().filter_map(|name| positions.get(&self.key(name)));
                let variables: Vec<_> = names.map(|&at| &self.dictionary.variables[at]).collect();
                let is_text = variables.first().is_some_and(|one| one.is_text);
                let counted = set.counted.and_then(|value| self.counted(value, is_text));
                let own = self.decode(set.label);
                let labels = variables.iter().map(|one| &one.label);
                let of_first =
                    labels.filter(|_| set.is_called_as_first).find(|one| !one.is_empty());
                let set = ResponseSet {
                    name: self.decode(set.name),
                    label: if own.is_empty() { of_first.cloned().unwrap_or_default() } else { own },
                    variables: variables.iter().map(|one| one.name.clone()).collect(),
                    counted,
                };
                self.dictionary.sets.push(set);
            }
        }
    }

    fn counted(&self, value: &[u8], is_text: bool) -> Option<Code> {
        match is_text {
            true => Some(self.text(value)),
            false => self.decode(value).trim().parse().ok().map(Code::Number),
        }
    }

    /// Where each variable is, by its short and its long name.
    fn positions(&self) -> IndexMap<String, usize> {
        let mut positions = IndexMap::new();
        let firsts: IndexMap<usize, &RawVariable<'_>> =
            self.raw.variables.iter().map(|one| (one.first, one)).collect();
        let long_names = pairs(self.raw.extensions.long_names);
        for (at, one) in self.dictionary.variables.iter().enumerate() {
            positions.insert(one.name.to_uppercase(), at);
        }
        for one in firsts.values() {
            let key = one.short.to_ascii_uppercase();
            let long = long_names.get(&key).map_or(one.short, Vec::as_slice);
            if let Some(&at) = positions.get(&self.key(long)) {
                positions.insert(self.key(one.short), at);
            }
        }
        positions
    }

    fn key(&self, name: &[u8]) -> String {
        self.decode(name).to_uppercase()
    }

    /// A value of a number, or of a text of this width; what is beyond it is padding.
    fn code(&self, slot: [u8; 8], width: usize) -> Code {
        match width {
            0 => Code::Number(self.order.float(slot)),
            width => self.text(slot.get(..width).unwrap_or(&slot)),
        }
    }

    fn text(&self, bytes: &[u8]) -> Code {
        Code::Text(self.decode(bytes))
    }

    fn decode(&self, bytes: &[u8]) -> String {
        self.encoding.decode_without_bom_handling(bytes).0.trim_end().to_owned()
    }
}

/// `KEY=value` pairs, separated by tabs.
fn pairs(record: &[u8]) -> IndexMap<Vec<u8>, Vec<u8>> {
    let pair = |part: &[u8]| {
        let equals = part.iter().position(|&byte| byte == b'=')?;
        Some((part[..equals].trim_ascii().to_ascii_uppercase(), part[equals + 1..].to_vec()))
    };
    record.split(|&byte| byte == b'\t').filter_map(pair).collect()
}
