//! placeholder
use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};
/// x
#[derive(Default)]
pub struct Faulty;
impl Source for Faulty {
    const ID: &'static str = "faulty";
    fn read(&self, _: &Document, _: &mut Sink<'_>) -> Result<(), SourceError> {
        Ok(())
    }
}
export_source!(Faulty);
