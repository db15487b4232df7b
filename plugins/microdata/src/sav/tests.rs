//! Files of the format, good and hostile.

mod builder;
mod hostile;
mod published;
