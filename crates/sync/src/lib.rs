//! Work in a shared folder over WebDAV: what to read, what to join, what to write, and what to say about it.
//! No network, no clock: the folder is the trait [`Remote`].
//!
//! Safety comes from the layout, not from the server. Every device writes files of its own and no others, so no two
//! writers meet; readers join all of them. Texts stand under the hash of what they hold, so a name has one content.
//! Whatever a server loses, empties or brings back from an old backup is written again from what devices hold:
//! joining never takes anything away. Only [`erased`](layout::erased) does, and it wins for ever.

pub mod class;
mod client;
mod etag;
pub mod files;
pub mod layout;
mod multistatus;
pub mod probe;
mod published;
mod remote;
mod session;
mod trouble;
mod words;

pub use client::{Client, Entry, File, MOST_TRIES};
pub use etag::Tag;
pub use multistatus::{MOST_ENTRIES, entries};
pub use published::{publish, readable_name};
pub use remote::{Ask, Condition, Later, Remote, Reply, Silence, Verb};
pub use session::{Known, Pulled, Pushed, Session};
pub use trouble::Trouble;
