//! Writes `data`. What is empty is not written.

use crate::action::Page;
use crate::document::{Document, Head};
use crate::join::Unknown;
use crate::progress::{LessonProgress, StepProgress};
use crate::record::{PersonRecord, Record};
use crate::stamp::Register;
use serde_json::{Map, Value, json};

pub(super) fn record(record: &Record) -> Value {
    let mut object = Object::beside(&record.unknown);
    object.map(
        "people",
        record
            .people
            .iter()
            .map(|(id, one)| (id.as_str().to_owned(), person(one))),
    );
    object.value()
}

fn person(person: &PersonRecord) -> Value {
    let mut object = Object::beside(&person.unknown);
    object.count("epoch", person.epoch);
    object.flag("erased", person.is_erased);
    object.map(
        "facts",
        person
            .registers
            .iter()
            .map(|(name, one)| (name.to_string(), register(one))),
    );
    object.map(
        "lessons",
        person
            .lessons
            .iter()
            .map(|(id, one)| (id.to_string(), lesson(one))),
    );
    for (page, one) in person.pages.iter() {
        match page {
            Page::Work { lesson, step } => object.put(&["works", lesson, step], document(one)),
            Page::Logbook { lesson, step, prompt } => {
                object.put(&["logbook", lesson, step, &prompt.to_string()], document(one));
            }
        }
    }
    object.value()
}

fn lesson(lesson: &LessonProgress) -> Value {
    let mut object = Object::beside(&lesson.unknown);
    object.some("place", lesson.place.as_ref().map(register));
    object.some("first_done", lesson.first_done.clone().map(Value::from));
    object.map(
        "steps",
        lesson.steps.iter().map(|(id, one)| (id.to_string(), step(one))),
    );
    object.value()
}

fn step(step: &StepProgress) -> Value {
    let mut object = Object::beside(&step.unknown);
    object.count("epoch", step.epoch);
    object.some("first_done", step.first_done.clone().map(Value::from));
    object.flag("done", step.is_done);
    object.count("best", step.best);
    object.count("hints", step.hints);
    object.map(
        "attempts",
        step.attempts
            .iter()
            .map(|(writer, count)| (writer.as_str().to_owned(), json!(count))),
    );
    object.map(
        "answers",
        step.answers
            .iter()
            .map(|(question, one)| (question.to_string(), register(one))),
    );
    object.some("message", step.message.as_ref().map(register));
    object.value()
}

fn document(document: &Document) -> Value {
    let mut object = Object::beside(&document.unknown);
    object.map(
        "seen",
        document
            .seen
            .iter()
            .map(|(writer, count)| (writer.as_str().to_owned(), json!(count))),
    );
    object.map(
        "heads",
        document.heads.iter().map(|(dot, one)| {
            let name = format!("{}.{}", dot.writer.as_str(), dot.count);
            (name, head(one))
        }),
    );
    object.value()
}

fn head(head: &Head) -> Value {
    let mut object = Object::beside(&head.unknown);
    object.some("text", Some(Value::from(&*head.text)));
    object.some("kind", Some(Value::from(&*head.kind)));
    object.some("written", Some(Value::from(&*head.written)));
    object.flag("aside", head.is_aside);
    object.value()
}

fn register(register: &Register) -> Value {
    json!([register.at.lamport, register.at.writer.as_str(), &*register.value])
}

/// An object being written: the unknown fields, and beside them the known ones.
struct Object(Map<String, Value>);

impl Object {
    fn beside(unknown: &Unknown) -> Self {
        Self(unknown.0.clone())
    }

    fn some(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value);
        }
    }

    fn count(&mut self, name: &str, count: u64) {
        self.some(name, (count > 0).then(|| count.into()));
    }

    fn flag(&mut self, name: &str, flag: bool) {
        self.some(name, flag.then_some(Value::Bool(true)));
    }

    fn map(&mut self, name: &str, entries: impl Iterator<Item = (String, Value)>) {
        // One by one: `collect` would bring a sort of its own, 10 kB of wasm.
        let mut object = Map::new();
        for (name, value) in entries {
            object.insert(name, value);
        }
        self.some(name, (!object.is_empty()).then_some(Value::Object(object)));
    }

    /// Puts a value under a path of names, making the objects on the way.
    fn put(&mut self, path: &[&str], value: Value) {
        let [on_the_way @ .., last] = path else {
            return;
        };
        let mut object = &mut self.0;
        for name in on_the_way {
            let inner = object
                .entry(*name)
                .and_modify(|inner| {
                    // An unknown field of this name cannot be: reading takes it.
                    if !inner.is_object() {
                        *inner = Value::Object(Map::new());
                    }
                })
                .or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(inner) = inner else {
                return;
            };
            object = inner;
        }
        object.insert((*last).to_owned(), value);
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }
}
