//! Finding one's way in a drawing: every shape, what belongs to what, which numbers are taken.

use crate::document::{Document, Group, Item, Shape, ShapeId};

impl Item {
    /// Its name for life.
    pub fn id(&self) -> ShapeId {
        match self {
            Self::Shape(shape) => shape.id,
            Self::Group(group) => group.id,
        }
    }

    /// The shapes in it, in the order of the drawing.
    pub fn shapes(&self) -> Vec<&Shape> {
        let mut found = Vec::new();
        collect(std::slice::from_ref(self), &mut found);
        found
    }

    /// Whether it is, or holds, an item of this name.
    pub fn holds(&self, id: ShapeId) -> bool {
        self.id() == id || matches!(self, Self::Group(group) if group.items.iter().any(|item| item.holds(id)))
    }
}

impl Document {
    /// Every shape, those in groups too, in the order of the drawing.
    pub fn shapes(&self) -> Vec<&Shape> {
        let mut found = Vec::new();
        collect(&self.items, &mut found);
        found
    }

    /// The item of a name, wherever it lies.
    pub fn find(&self, id: ShapeId) -> Option<&Item> {
        find(&self.items, id)
    }

    /// The shape of a name; nothing for a group.
    pub fn shape(&self, id: ShapeId) -> Option<&Shape> {
        match self.find(id) {
            Some(Item::Shape(shape)) => Some(shape),
            _ => None,
        }
    }

    /// The item that lies on the sheet itself and is, or holds, the one named: what a first click chooses.
    pub fn outermost(&self, id: ShapeId) -> Option<&Item> {
        self.items.iter().find(|item| item.holds(id))
    }

    /// Calls for each shape that is named or lies in a group that is.
    pub fn change_shapes(&mut self, ids: &[ShapeId], mut change: impl FnMut(&mut Shape)) {
        change_shapes(&mut self.items, ids, false, &mut change);
    }

    /// Takes the items named out of the drawing, in its order. Groups that are left empty go too.
    pub fn take(&mut self, ids: &[ShapeId]) -> Vec<Item> {
        let mut taken = Vec::new();
        take(&mut self.items, ids, &mut taken);
        taken
    }

    /// A name that was never given in this drawing.
    pub fn new_id(&mut self) -> ShapeId {
        let id = ShapeId(self.next_id);
        self.next_id += 1;
        id
    }

    /// Gives an item and all it holds new names of this drawing.
    pub fn named_anew(&mut self, item: Item) -> Item {
        match item {
            Item::Shape(shape) => Item::Shape(Shape {
                id: self.new_id(),
                ..shape
            }),
            Item::Group(group) => {
                let id = self.new_id();
                let items = group
                    .items
                    .into_iter()
                    .map(|item| self.named_anew(item))
                    .collect();
                Item::Group(Group { id, items, ..group })
            }
        }
    }
}

fn collect<'a>(items: &'a [Item], found: &mut Vec<&'a Shape>) {
    for item in items {
        match item {
            Item::Shape(shape) => found.push(shape),
            Item::Group(group) => collect(&group.items, found),
        }
    }
}

fn find(items: &[Item], id: ShapeId) -> Option<&Item> {
    items.iter().find_map(|item| match item {
        _ if item.id() == id => Some(item),
        Item::Group(group) => find(&group.items, id),
        Item::Shape(_) => None,
    })
}

fn change_shapes(
    items: &mut [Item],
    ids: &[ShapeId],
    is_in_named_group: bool,
    change: &mut impl FnMut(&mut Shape),
) {
    for item in items {
        let is_named = is_in_named_group || ids.contains(&item.id());
        match item {
            Item::Shape(shape) if is_named => change(shape),
            Item::Shape(_) => {}
            Item::Group(group) => change_shapes(&mut group.items, ids, is_named, change),
        }
    }
}

fn take(items: &mut Vec<Item>, ids: &[ShapeId], taken: &mut Vec<Item>) {
    let all = std::mem::take(items);
    for mut item in all {
        if ids.contains(&item.id()) {
            taken.push(item);
            continue;
        }
        if let Item::Group(group) = &mut item {
            take(&mut group.items, ids, taken);
            if group.items.is_empty() {
                continue;
            }
        }
        items.push(item);
    }
}
