//! The claims table in forms that are no text, if the program was built with them.

use gainsay_bulk::{Claims, Faults, Row};

use crate::refusal::Refusal;

/// A form that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Arrow,
    Parquet,
    Sqlite,
}

impl Form {
    /// The form of a file with this ending.
    pub(super) fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "arrow" | "arrows" | "feather" | "ipc" => Some(Self::Arrow),
            "parquet" | "pq" => Some(Self::Parquet),
            "sqlite" | "sqlite3" | "db" => Some(Self::Sqlite),
            _ => None,
        }
    }
}

#[cfg(feature = "exchange")]
mod built {
    use gainsay_exchange::{ExchangeError, read_claims, write};

    use super::{Claims, Faults, Form, Refusal, Row};

    impl From<Form> for gainsay_exchange::Form {
        fn from(form: Form) -> Self {
            match form {
                Form::Arrow => Self::Arrow,
                Form::Parquet => Self::Parquet,
                Form::Sqlite => Self::Sqlite,
            }
        }
    }

    fn refused(name: &str) -> impl Fn(ExchangeError) -> Refusal {
        move |error| Refusal::NotExchanged { file: name.to_owned(), why: error.to_string() }
    }

    /// The bytes of a table.
    pub(in super::super) fn bytes(
        form: Form,
        name: &str,
        rows: &[Row],
        about: &str,
    ) -> Result<Vec<u8>, Refusal> {
        write(form.into(), rows, about).map_err(refused(name))
    }

    /// What is to be judged of the bytes of a table.
    pub(in super::super) fn claims(
        form: Form,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<(Claims, Faults), Refusal> {
        read_claims(form.into(), name, bytes).map_err(refused(name))
    }
}

#[cfg(not(feature = "exchange"))]
mod built {
    use super::{Claims, Faults, Form, Refusal, Row};

    /// No bytes: the program cannot write them.
    pub(in super::super) fn bytes(
        _: Form,
        name: &str,
        _: &[Row],
        _: &str,
    ) -> Result<Vec<u8>, Refusal> {
        Err(Refusal::NoExchange { file: name.to_owned() })
    }

    /// No claims: the program cannot read them.
    pub(in super::super) fn claims(
        _: Form,
        name: &str,
        _: Vec<u8>,
    ) -> Result<(Claims, Faults), Refusal> {
        Err(Refusal::NoExchange { file: name.to_owned() })
    }
}

pub(super) use built::{bytes, claims};

/// Refuses at once what the program was built without, before a base is loaded for it.
pub(super) fn ensure_built(name: &str) -> Result<(), Refusal> {
    if cfg!(feature = "exchange") {
        Ok(())
    } else {
        Err(Refusal::NoExchange { file: name.to_owned() })
    }
}
