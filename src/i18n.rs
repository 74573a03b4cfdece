//! The words of the interface, one file per room. A message is a variant with its French and its English text side
//! by side, so a missing translation does not compile; a test reads them all for length and typography.

pub mod blocks;
pub mod check;
pub mod common;
pub mod design_bench;
pub mod device_bench;
pub mod home;
pub mod my_data;
pub mod offline;
pub mod player;
pub mod record;
pub mod sending;
pub mod works;

/// Makes an enum of messages: `words! { /// What they are for. pub Name { Key => "français", "English"; … } }`.
macro_rules! words {
    ($(#[$meta:meta])* pub $name:ident { $($key:ident => $french:literal, $english:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each key is documented by its texts")]
        #[allow(clippy::enum_variant_names, reason = "a key may well end with the name of its room")]
        pub enum $name { $($key),* }

        impl $name {
            /// The text in a language.
            #[must_use]
            pub fn text(self, language: ::words::Language) -> &'static str {
                match self { $(Self::$key => language.pick($french, $english)),* }
            }
        }
    };
}
pub(crate) use words;
