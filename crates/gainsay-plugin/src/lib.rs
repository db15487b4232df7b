//! What the author of a source plugin needs: the trait, the C ABI and its header, the conformance kit.
