//! Reading an object field by field: what is taken is known, what stays is [`Unknown`].

use super::ReadProblem;
use crate::join::Unknown;
use crate::ordered::{MOST, Ordered};
use crate::stamp::{Register, Stamp, WriterId};
use serde_json::{Map, Value};
use std::rc::Rc;

/// Where one is in the data, and the greatest stamp met so far.
pub(super) struct Reader {
    place: Vec<String>,
    pub(super) greatest: u64,
}

type Read<T> = Result<T, ReadProblem>;

/// Reads an entry of an object: its name and its value.
type ReadEntry<'a> = dyn FnMut(&mut Reader, &str, Value) -> Read<()> + 'a;

impl Reader {
    pub(super) fn new(lamport: u64) -> Self {
        Self {
            place: Vec::new(),
            greatest: lamport,
        }
    }

    pub(super) fn damaged(&self) -> ReadProblem {
        ReadProblem::Damaged {
            place: self.place.join("/"),
        }
    }

    /// Reads a value under a name: problems inside then name it.
    pub(super) fn under<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.place.push(name.to_owned());
        let result = read(self);
        self.place.pop();
        result
    }

    /// An object: `read` takes the fields it knows, the others are kept.
    pub(super) fn object<T>(
        &mut self,
        value: Value,
        read: impl FnOnce(&mut Self, &mut Map<String, Value>) -> Read<T>,
    ) -> Read<(T, Unknown)> {
        let Value::Object(mut fields) = value else {
            return Err(self.damaged());
        };
        let known = read(self, &mut fields)?;
        Ok((known, Unknown(fields)))
    }

    /// A field that may be missing.
    pub(super) fn field<T>(
        &mut self,
        fields: &mut Map<String, Value>,
        name: &str,
        read: impl FnOnce(&mut Self, Value) -> Read<T>,
    ) -> Read<Option<T>> {
        match fields.remove(name) {
            Some(value) => self.under(name, |reader| read(reader, value)).map(Some),
            None => Ok(None),
        }
    }

    /// An object whose names are keys; missing is empty.
    pub(super) fn map<K: Ord, V>(
        &mut self,
        fields: &mut Map<String, Value>,
        name: &str,
        key: impl Fn(&str) -> Option<K>,
        read: impl Fn(&mut Self, Value) -> Read<V>,
    ) -> Read<Ordered<K, V>> {
        let mut map = Ordered::default();
        self.each(fields, name, &mut |reader, name, value| {
            let key = key(name).ok_or_else(|| reader.damaged())?;
            map.insert(key, read(reader, value)?);
            Ok(())
        })?;
        Ok(map)
    }

    /// The entries of an object that may be missing.
    pub(super) fn each(
        &mut self,
        fields: &mut Map<String, Value>,
        name: &str,
        read: &mut ReadEntry,
    ) -> Read<()> {
        self.field(fields, name, |reader, value| reader.entries(value, read))?;
        Ok(())
    }

    /// The entries of an object.
    pub(super) fn entries(&mut self, value: Value, read: &mut ReadEntry) -> Read<()> {
        let Value::Object(entries) = value else {
            return Err(self.damaged());
        };
        if entries.len() > MOST {
            return Err(self.damaged());
        }
        for (name, value) in entries {
            self.under(&name, |reader| read(reader, &name, value))?;
        }
        Ok(())
    }

    /// A counter; missing is 0.
    pub(super) fn count(&mut self, fields: &mut Map<String, Value>, name: &str) -> Read<u64> {
        Ok(self.field(fields, name, Self::number)?.unwrap_or(0))
    }

    /// A fact; missing is `false`.
    pub(super) fn flag(&mut self, fields: &mut Map<String, Value>, name: &str) -> Read<bool> {
        let flag = self.field(fields, name, |reader, value| {
            value.as_bool().ok_or_else(|| reader.damaged())
        })?;
        Ok(flag.unwrap_or(false))
    }

    /// A whole number from 0 to [`Stamp::GREATEST`].
    pub(super) fn number(&mut self, value: Value) -> Read<u64> {
        value
            .as_u64()
            .filter(|number| *number <= Stamp::GREATEST)
            .ok_or_else(|| self.damaged())
    }

    /// A text.
    pub(super) fn text(&mut self, value: Value) -> Read<String> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err(self.damaged()),
        }
    }

    /// `[lamport, "writer", "value"]`.
    pub(super) fn register(&mut self, value: Value) -> Read<Register> {
        let (lamport, writer, value) = match value {
            Value::Array(items) => match <[Value; 3]>::try_from(items) {
                Ok([lamport, writer, value]) => (lamport, writer, value),
                Err(_) => return Err(self.damaged()),
            },
            _ => return Err(self.damaged()),
        };
        let lamport = self.number(lamport)?;
        let writer = self.text(writer)?;
        let writer = WriterId::new(&writer).ok_or_else(|| self.damaged())?;
        self.greatest = self.greatest.max(lamport);
        Ok(Register {
            at: Stamp { lamport, writer },
            value: Rc::from(self.text(value)?),
        })
    }
}
