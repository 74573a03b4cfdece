//! Lessons and steps as the record names them.

use record::Names;

/// Something the record names: an id, or a lesson or step with its former ids.
pub trait Named {
    /// Its id and its former ids.
    fn names(&self) -> Names<'_>;

    /// Whether this is, or was, its id.
    fn is_named(&self, id: &str) -> bool {
        self.names().each().any(|name| name == id)
    }

    /// Its id.
    fn id(&self) -> String {
        self.names().id.to_owned()
    }
}

impl Named for str {
    fn names(&self) -> Names<'_> {
        self.into()
    }
}

impl Named for String {
    fn names(&self) -> Names<'_> {
        self.as_str().into()
    }
}

/// Names kept beside a component, where the lesson or step itself cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedNames {
    id: String,
    former: Vec<String>,
}

impl OwnedNames {
    /// The names of something.
    pub fn of(named: &(impl Named + ?Sized)) -> Self {
        let names = named.names();
        Self {
            id: names.id.to_owned(),
            former: names.former.to_vec(),
        }
    }
}

impl Named for OwnedNames {
    fn names(&self) -> Names<'_> {
        Names {
            id: &self.id,
            former: &self.former,
        }
    }
}

impl Named for lesson::outline::Outline {
    fn names(&self) -> Names<'_> {
        Names {
            id: &self.id,
            former: &self.former,
        }
    }
}

impl Named for lesson::outline::OutlineStep {
    fn names(&self) -> Names<'_> {
        Names {
            id: &self.id,
            former: &self.former,
        }
    }
}

impl Named for lesson::lesson::Lesson {
    fn names(&self) -> Names<'_> {
        Names {
            id: &self.id,
            former: &self.was,
        }
    }
}

impl Named for lesson::lesson::Step {
    fn names(&self) -> Names<'_> {
        Names {
            id: &self.id,
            former: &self.former,
        }
    }
}
