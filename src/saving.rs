//! The record's context: who is here, what is kept, whether it is saved.
