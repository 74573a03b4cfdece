//! Lessons and steps as the record names them.

use record::Names;

/// Something the record names: an id, or a lesson or step with its former ids.
pub trait Named {
    /// Its id and its former ids.
    fn names(&self) -> Names<'_>;

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

impl Named for yew::AttrValue {
    fn names(&self) -> Names<'_> {
        self.as_str().into()
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
