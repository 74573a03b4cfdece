//! Reads `data`.

use super::fields::Reader;
use super::{ReadProblem, migration};
use crate::action::{LONGEST_TEXT, Page, is_key};
use crate::document::{Document, Dot, Head};
use crate::ordered::Ordered;
use crate::person::PersonId;
use crate::progress::{LessonProgress, StepProgress};
use crate::record::{PersonRecord, Record};
use crate::stamp::WriterId;
use serde_json::{Map, Value};
use std::rc::Rc;

type Read<T> = Result<T, ReadProblem>;

pub(super) fn record(version: u64, data: &str, lamport: u64) -> Read<Record> {
    let mut reader = Reader::new(lamport);
    let data = serde_json::from_str(data).map_err(|_| reader.damaged())?;
    let data = migration::to_today(version, data);
    let (people, unknown) = reader.object(data, |reader, fields| {
        reader.map(fields, "people", PersonId::new, |reader, value| {
            person(reader, value).map(Rc::new)
        })
    })?;
    Ok(Record {
        clock: reader.greatest,
        people,
        unknown,
    })
}

fn person(reader: &mut Reader, value: Value) -> Read<PersonRecord> {
    let (mut person, unknown) = reader.object(value, |reader, fields| {
        Ok(PersonRecord {
            epoch: reader.count(fields, "epoch")?,
            is_erased: reader.flag(fields, "erased")?,
            registers: reader.map(fields, "facts", key, Reader::register)?,
            lessons: reader.map(fields, "lessons", key, lesson)?,
            pages: pages(reader, fields)?,
            ..PersonRecord::default()
        })
    })?;
    person.unknown = unknown;
    if person.is_erased {
        // Whatever stands beside it: erased is erased.
        person = PersonRecord {
            epoch: person.epoch,
            is_erased: true,
            ..PersonRecord::default()
        };
    }
    Ok(person)
}

/// Works by lesson and step; entries of the logbook by lesson, step and prompt.
fn pages(reader: &mut Reader, fields: &mut Map<String, Value>) -> Read<Ordered<Page, Document>> {
    let mut pages = Ordered::default();
    reader.each(fields, "works", &mut |reader, lesson, steps| {
        reader.entries(steps, &mut |reader, step, work| {
            let page = page(reader, Page::work(lesson, step))?;
            pages.insert(page, document(reader, work)?);
            Ok(())
        })
    })?;
    reader.each(fields, "logbook", &mut |reader, lesson, steps| {
        reader.entries(steps, &mut |reader, step, prompts| {
            reader.entries(prompts, &mut |reader, prompt, entry| {
                let prompt = number(prompt).ok_or_else(|| reader.damaged())?;
                let page = page(reader, Page::logbook(lesson, step, prompt))?;
                pages.insert(page, document(reader, entry)?);
                Ok(())
            })
        })
    })?;
    Ok(pages)
}

fn page(reader: &Reader, page: Page) -> Read<Page> {
    if page.is_fine() {
        Ok(page)
    } else {
        Err(reader.damaged())
    }
}

fn lesson(reader: &mut Reader, value: Value) -> Read<LessonProgress> {
    let (mut lesson, unknown) = reader.object(value, |reader, fields| {
        Ok(LessonProgress {
            place: reader.field(fields, "place", Reader::register)?,
            first_done: reader.field(fields, "first_done", Reader::text)?,
            steps: reader.map(fields, "steps", key, step)?,
            ..LessonProgress::default()
        })
    })?;
    lesson.unknown = unknown;
    Ok(lesson)
}

fn step(reader: &mut Reader, value: Value) -> Read<StepProgress> {
    let (mut step, unknown) = reader.object(value, |reader, fields| {
        Ok(StepProgress {
            epoch: reader.count(fields, "epoch")?,
            first_done: reader.field(fields, "first_done", Reader::text)?,
            is_done: reader.flag(fields, "done")?,
            best: reader.count(fields, "best")?,
            hints: reader.count(fields, "hints")?,
            attempts: reader.map(fields, "attempts", WriterId::new, Reader::number)?,
            answers: reader.map(fields, "answers", number, Reader::register)?,
            message: reader.field(fields, "message", Reader::register)?,
            ..StepProgress::default()
        })
    })?;
    step.unknown = unknown;
    Ok(step)
}

fn document(reader: &mut Reader, value: Value) -> Read<Document> {
    let (mut document, unknown) = reader.object(value, |reader, fields| {
        Ok(Document {
            seen: reader.map(fields, "seen", WriterId::new, Reader::number)?,
            heads: reader.map(fields, "heads", dot, head)?,
            ..Document::default()
        })
    })?;
    document.unknown = unknown;
    // A head is known by its own document, or the join could not be one.
    for dot in document.heads.keys() {
        let seen = document.seen.entry(dot.writer.clone());
        *seen = (*seen).max(dot.count);
    }
    Ok(document)
}

fn head(reader: &mut Reader, value: Value) -> Read<Head> {
    let (mut head, unknown) = reader.object(value, |reader, fields| {
        let text = reader.field(fields, "text", Reader::text)?.unwrap_or_default();
        if text.len() > LONGEST_TEXT {
            return Err(reader.damaged());
        }
        Ok(Head {
            text: text.into(),
            kind: reader
                .field(fields, "kind", Reader::text)?
                .unwrap_or_default()
                .into(),
            written: reader
                .field(fields, "written", Reader::text)?
                .unwrap_or_default()
                .into(),
            is_aside: reader.flag(fields, "aside")?,
            unknown: crate::join::Unknown::default(),
        })
    })?;
    head.unknown = unknown;
    Ok(head)
}

fn key(text: &str) -> Option<Rc<str>> {
    is_key(text).then(|| text.into())
}

fn number(text: &str) -> Option<u64> {
    text.parse().ok()
}

/// `writer.count`.
fn dot(text: &str) -> Option<Dot> {
    let (writer, count) = text.split_once('.')?;
    Some(Dot {
        writer: WriterId::new(writer)?,
        count: count
            .parse()
            .ok()
            .filter(|count| *count <= crate::stamp::Stamp::GREATEST)?,
    })
}
