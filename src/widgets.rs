//! Small controls that know no lesson and no device.

pub mod icon;
