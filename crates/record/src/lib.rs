//! What is kept of a person's work: people, progress, works, logbook; how copies are joined; how it is saved.
//! No storage, no network, no clock.
