//! Small controls that know no lesson and no device.

pub mod header;
pub mod icon;
pub mod picture;
pub mod read_aloud;
pub mod wood;
