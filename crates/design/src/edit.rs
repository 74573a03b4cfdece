//! What can be done to a drawing. An edit is a value; applied to a drawing it gives the new one, or says why not.

mod limits;

use crate::document::{
    Document, Form, Group, Item, Material, Operation, Point, Segment, Shape, ShapeId, Size, Tabs,
};
use crate::length::{Degrees, Mm};
use crate::letters::Letters;
use crate::outline::{frame, outline};
use kurbo::Rect;
use limits::check_side;
pub use limits::{CORNERS, LEAST_SIDE, LONGEST_TEXT, MOST_SHAPES, MOST_SIDE, Refusal, check_form};

/// Something done to a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Lays items on the sheet, over all others; they get new names.
    Add(Vec<Item>),
    /// Takes items away.
    Remove(Vec<ShapeId>),
    /// Moves items.
    Move {
        /// Which.
        ids: Vec<ShapeId>,
        /// How far.
        by: Point,
    },
    /// Gives a shape another form, its place kept: what the number fields do. Its middle stays for forms whose place
    /// is their middle, its top left corner for the others.
    Reform {
        /// Which shape.
        id: ShapeId,
        /// Its new form.
        form: Form,
    },
    /// Makes items larger or smaller. Several items, turned ones among several, and forms of one size only (stars,
    /// polygons, texts) keep their proportions: the factor farther from 1 is taken.
    Scale {
        /// Which.
        ids: Vec<ShapeId>,
        /// The point that stays, on the sheet.
        about: Point,
        /// Along the shape's own width (its sheet's, where there are several).
        x: f64,
        /// Along its height.
        y: f64,
    },
    /// Turns items about a point.
    Turn {
        /// Which.
        ids: Vec<ShapeId>,
        /// The point that stays.
        about: Point,
        /// How far, clockwise.
        by: Degrees,
    },
    /// Turns a shape so that it stands at an angle, about its middle: what the field does.
    TurnTo {
        /// Which shape.
        id: ShapeId,
        /// The angle.
        to: Degrees,
    },
    /// Mirrors items left to right, about the middle of them all.
    Mirror(Vec<ShapeId>),
    /// Says what the machine does along items.
    SetOperation {
        /// Which.
        ids: Vec<ShapeId>,
        /// What.
        operation: Operation,
    },
    /// Puts bridges on cut shapes, or takes them away.
    SetTabs {
        /// Which.
        ids: Vec<ShapeId>,
        /// How many and how long.
        tabs: Option<Tabs>,
    },
    /// Names a group.
    Rename {
        /// Which group.
        id: ShapeId,
        /// Its name.
        name: String,
    },
    /// Names the drawing.
    RenameDrawing(String),
    /// Makes one group of several items, where the topmost of them lies.
    Group(Vec<ShapeId>),
    /// Takes a group apart.
    Ungroup(ShapeId),
    /// Puts items in a row with each other; a single one with the sheet.
    Align {
        /// Which.
        ids: Vec<ShapeId>,
        /// To which line.
        to: Alignment,
    },
    /// Lays items over, or under, all others.
    Reorder {
        /// Which.
        ids: Vec<ShapeId>,
        /// Over all others, or under them.
        to_front: bool,
    },
    /// Another sheet.
    SetPage(Size),
    /// Another material.
    SetMaterial(Option<Material>),
    /// Another drawing: a text form that was edited, a repair.
    Replace(Document),
}

/// A line that items are put in a row with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Their left edges.
    Left,
    /// Their middles, from left to right.
    Centre,
    /// Their right edges.
    Right,
    /// Their upper edges.
    Top,
    /// Their middles, from top to bottom.
    Middle,
    /// Their lower edges.
    Bottom,
}

/// Does an edit to a drawing.
///
/// # Errors
///
/// Says why it cannot be done; see [`Refusal`].
pub fn apply(document: &Document, edit: &Edit, letters: &Letters) -> Result<Document, Refusal> {
    let mut new = document.clone();
    match edit {
        Edit::Add(items) => {
            if items.is_empty() {
                return Err(Refusal::Nothing);
            }
            let n_new: usize = items.iter().map(|item| item.shapes().len()).sum();
            if document.shapes().len() + n_new > MOST_SHAPES {
                return Err(Refusal::TooMany);
            }
            for shape in items.iter().flat_map(Item::shapes) {
                check_form(&shape.form)?;
            }
            for item in items {
                let item = new.named_anew(item.clone());
                new.items.push(item);
            }
        }
        Edit::Remove(ids) => {
            if new.take(ids).is_empty() {
                return Err(Refusal::Nothing);
            }
        }
        Edit::Move { ids, by } => new.change_shapes(ids, |shape| moved(shape, *by)),
        Edit::Reform { id, form } => {
            check_form(form)?;
            new.change_shapes(&[*id], |shape| reform(shape, form, letters));
        }
        Edit::Scale { ids, about, x, y } => scale(&mut new, ids, *about, (*x, *y), letters)?,
        Edit::Turn { ids, about, by } => {
            new.change_shapes(ids, |shape| turn(shape, *about, *by, letters));
        }
        Edit::TurnTo { id, to } => new.change_shapes(&[*id], |shape| shape.turned = *to),
        Edit::Mirror(ids) => {
            let middle = bounds_of(document, ids, letters)
                .ok_or(Refusal::Nothing)?
                .center();
            new.change_shapes(ids, |shape| mirror(shape, middle.x, letters));
        }
        Edit::SetOperation { ids, operation } => {
            new.change_shapes(ids, |shape| shape.operation = *operation);
        }
        Edit::SetTabs { ids, tabs } => new.change_shapes(ids, |shape| shape.tabs = *tabs),
        Edit::Rename { id, name } => rename(&mut new.items, *id, name),
        Edit::RenameDrawing(name) => new.name.clone_from(name),
        Edit::Group(ids) => group(&mut new, ids)?,
        Edit::Ungroup(id) => ungroup(&mut new.items, *id)?,
        Edit::Align { ids, to } => align(&mut new, ids, *to, letters)?,
        Edit::Reorder { ids, to_front } => {
            let taken = new.take(ids);
            if taken.is_empty() {
                return Err(Refusal::Nothing);
            }
            let at = if *to_front { new.items.len() } else { 0 };
            new.items.splice(at..at, taken);
        }
        Edit::SetPage(page) => {
            check_side(page.width)?;
            check_side(page.height)?;
            new.page = *page;
        }
        Edit::SetMaterial(material) => new.material.clone_from(material),
        Edit::Replace(other) => new = other.clone(),
    }
    Ok(new)
}

/// The box around items as they lie, in millimetres; nothing where none of them is there.
pub fn bounds_of(document: &Document, ids: &[ShapeId], letters: &Letters) -> Option<Rect> {
    ids.iter()
        .filter_map(|id| document.find(*id))
        .flat_map(Item::shapes)
        // Words whose letters have not come have their place all the same.
        .map(|shape| {
            outline(shape, letters)
                .bounds()
                .unwrap_or_else(|| frame(shape, letters))
        })
        .reduce(|all, one| all.union(one))
}

fn moved(shape: &mut Shape, by: Point) {
    shape.at.x = shape.at.x + by.x;
    shape.at.y = shape.at.y + by.y;
}

/// Moves a shape so that the middle of its unturned box comes to a point.
fn put_middle(shape: &mut Shape, to: (f64, f64), letters: &Letters) {
    let now = frame(shape, letters).center();
    shape.at.x = Mm::new(shape.at.x.value() + to.0 - now.x);
    shape.at.y = Mm::new(shape.at.y.value() + to.1 - now.y);
}

/// A turned or mirrored shape that grows from its place would wander: as it lies, its top left corner is kept.
fn reform(shape: &mut Shape, form: &Form, letters: &Letters) {
    let is_straight = shape.turned == Degrees::ZERO && !shape.is_mirrored;
    let has_middle = matches!(
        form,
        Form::Ellipse { .. }
            | Form::Polygon { .. }
            | Form::Star { .. }
            | Form::Text { .. }
            | Form::Line { .. }
    );
    if is_straight || has_middle {
        shape.form = form.clone();
        return;
    }
    let middle = frame(shape, letters).center();
    shape.form = form.clone();
    put_middle(shape, (middle.x, middle.y), letters);
}

fn turn(shape: &mut Shape, about: Point, by: Degrees, letters: &Letters) {
    let middle = frame(shape, letters).center();
    let (sine, cosine) = libm::sincos(by.radians());
    let (x, y) = (middle.x - about.x.value(), middle.y - about.y.value());
    let to = (
        about.x.value() + x * cosine - y * sine,
        about.y.value() + x * sine + y * cosine,
    );
    shape.turned = Degrees::new(shape.turned.value() + by.value());
    put_middle(shape, to, letters);
}

fn mirror(shape: &mut Shape, axis: f64, letters: &Letters) {
    let middle = frame(shape, letters).center();
    shape.is_mirrored = !shape.is_mirrored;
    shape.turned = Degrees::new(-shape.turned.value());
    put_middle(shape, (2.0 * axis - middle.x, middle.y), letters);
}

fn scale(
    document: &mut Document,
    ids: &[ShapeId],
    about: Point,
    (x, y): (f64, f64),
    letters: &Letters,
) -> Result<(), Refusal> {
    if !(x.is_finite() && y.is_finite() && x > 0.0 && y > 0.0) {
        return Err(Refusal::TooSmall);
    }
    let named: Vec<&Shape> = ids
        .iter()
        .filter_map(|id| document.find(*id))
        .flat_map(Item::shapes)
        .collect();
    let is_one = named.len() == 1;
    let keeps_proportions = named.iter().any(|shape| {
        (!is_one && shape.turned != Degrees::ZERO)
            || matches!(
                shape.form,
                Form::Polygon { .. } | Form::Star { .. } | Form::Text { .. }
            )
    });
    let (x, y) = if keeps_proportions {
        let factor = if (x - 1.0).abs() > (y - 1.0).abs() { x } else { y };
        (factor, factor)
    } else {
        (x, y)
    };
    let turned = if is_one {
        named.first().map_or(Degrees::ZERO, |shape| shape.turned)
    } else {
        Degrees::ZERO
    };
    let (sine, cosine) = libm::sincos(turned.radians());
    let mut refusal = None;
    document.change_shapes(ids, |shape| {
        let middle = frame(shape, letters).center();
        let (from_x, from_y) = (middle.x - about.x.value(), middle.y - about.y.value());
        // Into the shape's own axes, scaled there, and back.
        let own_x = x * (from_x * cosine + from_y * sine);
        let own_y = y * (from_y * cosine - from_x * sine);
        let to = (
            about.x.value() + own_x * cosine - own_y * sine,
            about.y.value() + own_x * sine + own_y * cosine,
        );
        scale_form(&mut shape.form, x, y);
        if let Err(why) = check_form(&shape.form) {
            refusal = Some(why);
            return;
        }
        put_middle(shape, to, letters);
    });
    refusal.map_or(Ok(()), Err)
}

fn scale_form(form: &mut Form, x: f64, y: f64) {
    let times = |length: Mm, factor: f64| Mm::new(length.value() * factor);
    let point = |at: Point| Point {
        x: times(at.x, x),
        y: times(at.y, y),
    };
    match form {
        Form::Rectangle { size, .. } | Form::Ellipse { size } => {
            size.width = times(size.width, x);
            size.height = times(size.height, y);
        }
        Form::Line { to } => *to = point(*to),
        Form::Polygon { diameter, .. } | Form::Star { diameter, .. } => *diameter = times(*diameter, x),
        Form::Text { capital_height, .. } => *capital_height = times(*capital_height, x),
        Form::Path { segments } => {
            for segment in segments {
                *segment = match *segment {
                    Segment::Move(to) => Segment::Move(point(to)),
                    Segment::Line(to) => Segment::Line(point(to)),
                    Segment::Curve(from, handle, to) => Segment::Curve(point(from), point(handle), point(to)),
                    Segment::Close => Segment::Close,
                };
            }
        }
    }
}

fn rename(items: &mut [Item], id: ShapeId, name: &str) {
    for item in items {
        if let Item::Group(group) = item {
            if group.id == id {
                name.clone_into(&mut group.name);
            }
            rename(&mut group.items, id, name);
        }
    }
}

fn group(document: &mut Document, ids: &[ShapeId]) -> Result<(), Refusal> {
    if ids.len() < 2 {
        return Err(Refusal::Nothing);
    }
    let id = document.new_id();
    // The group lies where its topmost item lay: after as many of the others.
    let at = document
        .items
        .iter()
        .rposition(|item| ids.iter().any(|id| item.holds(*id)))
        .map_or(0, |last| {
            let stays = |item: &&Item| !ids.contains(&item.id());
            document.items[..last].iter().filter(stays).count()
        });
    let items = document.take(ids);
    if items.is_empty() {
        return Err(Refusal::Nothing);
    }
    let group = Item::Group(Group {
        id,
        name: String::new(),
        items,
    });
    document.items.insert(at.min(document.items.len()), group);
    Ok(())
}

fn ungroup(items: &mut Vec<Item>, id: ShapeId) -> Result<(), Refusal> {
    for number in 0..items.len() {
        if let Item::Group(group) = &mut items[number] {
            if group.id == id {
                let inside = std::mem::take(&mut group.items);
                items.splice(number..=number, inside);
                return Ok(());
            }
            if ungroup(&mut group.items, id).is_ok() {
                return Ok(());
            }
        }
    }
    Err(Refusal::Nothing)
}

fn align(document: &mut Document, ids: &[ShapeId], to: Alignment, letters: &Letters) -> Result<(), Refusal> {
    let all = bounds_of(document, ids, letters).ok_or(Refusal::Nothing)?;
    let row = if let [_] = ids {
        Rect::new(
            0.0,
            0.0,
            document.page.width.value(),
            document.page.height.value(),
        )
    } else {
        all
    };
    for id in ids {
        let Some(at) = bounds_of(document, &[*id], letters) else {
            continue;
        };
        let by = match to {
            Alignment::Left => (row.x0 - at.x0, 0.0),
            Alignment::Centre => (row.center().x - at.center().x, 0.0),
            Alignment::Right => (row.x1 - at.x1, 0.0),
            Alignment::Top => (0.0, row.y0 - at.y0),
            Alignment::Middle => (0.0, row.center().y - at.center().y),
            Alignment::Bottom => (0.0, row.y1 - at.y1),
        };
        let by = Point {
            x: Mm::new(by.0),
            y: Mm::new(by.1),
        };
        document.change_shapes(&[*id], |shape| moved(shape, by));
    }
    Ok(())
}
