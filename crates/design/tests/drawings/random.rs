//! Random drawings, for the laws that hold for all of them.

use design::document::{
    Document, Font, Form, Group, Item, Material, Operation, Point, Segment, Shape, ShapeId, Side, Size, Tabs,
};
use design::length::{Degrees, Mm};
use proptest::collection::vec;
use proptest::prelude::*;

/// A drawing of shapes and groups in groups, its items named in the order of the drawing from 0.
pub fn drawing() -> impl Strategy<Value = Document> {
    (
        name(),
        size(),
        proptest::option::of(material()),
        vec(item(), 0..8),
    )
        .prop_map(|(name, page, material, items)| {
            let mut document = Document {
                name,
                page,
                material,
                ..Document::default()
            };
            for item in items {
                let item = document.named_anew(item);
                document.items.push(item);
            }
            document
        })
}

/// An item, not named yet.
pub fn item() -> impl Strategy<Value = Item> {
    shape().prop_map(Item::Shape).prop_recursive(4, 16, 4, |inside| {
        (name(), vec(inside, 0..4)).prop_map(|(name, items)| {
            Item::Group(Group {
                id: ShapeId(0),
                name,
                items,
            })
        })
    })
}

/// A shape, not named yet.
pub fn shape() -> impl Strategy<Value = Shape> {
    let tabs = (1_u16..9, side()).prop_map(|(count, width)| Tabs { count, width });
    (
        form(),
        point(),
        0_i64..360_000,
        any::<bool>(),
        operation(),
        proptest::option::of(tabs),
    )
        .prop_map(|(form, at, turned, is_mirrored, operation, tabs)| Shape {
            id: ShapeId(0),
            form,
            at,
            turned: Degrees::new(f64::from(u32::try_from(turned).unwrap()) / 1_000.0),
            is_mirrored,
            operation,
            tabs,
        })
}

fn form() -> impl Strategy<Value = Form> {
    let corners = prop_oneof![Just(Mm::ZERO), side()];
    let path = (point(), vec(segment(), 1..6)).prop_map(|(first, rest)| {
        let segments = std::iter::once(Segment::Move(first)).chain(rest);
        Form::Path {
            segments: segments.collect(),
        }
    });
    prop_oneof![
        (size(), corners).prop_map(|(size, corners)| Form::Rectangle { size, corners }),
        size().prop_map(|size| Form::Ellipse { size }),
        side().prop_map(|width| Form::Ellipse {
            size: Size { width, height: width }
        }),
        (side().prop_map(|x| x.min(Mm::new(8_000.0))), coordinate())
            .prop_map(|(x, y)| Form::Line { to: Point { x, y } }),
        (3_u16..=100, side()).prop_map(|(sides, diameter)| Form::Polygon { sides, diameter }),
        (3_u16..=100, side()).prop_map(|(points, diameter)| Form::Star { points, diameter }),
        (words(), side(), font()).prop_map(|(text, capital_height, font)| Form::Text {
            text,
            capital_height,
            font
        }),
        path,
    ]
}

fn segment() -> impl Strategy<Value = Segment> {
    prop_oneof![
        point().prop_map(Segment::Move),
        point().prop_map(Segment::Line),
        (point(), point(), point()).prop_map(|(first, second, to)| Segment::Curve(first, second, to)),
        Just(Segment::Close),
    ]
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        Just(Operation::Cut(Side::ByDepth)),
        Just(Operation::Cut(Side::Inside)),
        Just(Operation::Cut(Side::Outside)),
        Just(Operation::Score),
        Just(Operation::Engrave),
        Just(Operation::Ignore),
    ]
}

fn font() -> impl Strategy<Value = Font> {
    prop_oneof![Just(Font::Plain), Just(Font::Handwritten)]
}

fn material() -> impl Strategy<Value = Material> {
    let name = prop_oneof!["[a-zé]{1,8}( [a-z]{1,5})?", words()];
    (name, side()).prop_map(|(name, thickness)| Material { name, thickness })
}

/// Anything a learner, or a cat on the keyboard, may call something.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Za-z ]{1,10}",
        "[\\PC\n\r\t\"»«”#;]{0,12}",
    ]
}

fn words() -> impl Strategy<Value = String> {
    name().prop_filter("nothing to see", |name| !name.trim().is_empty())
}

fn size() -> impl Strategy<Value = Size> {
    (side(), side()).prop_map(|(width, height)| Size { width, height })
}

fn side() -> impl Strategy<Value = Mm> {
    prop_oneof![100_i64..100_000, 100_i64..=10_000_000].prop_map(Mm::from_thousandths)
}

fn point() -> impl Strategy<Value = Point> {
    (coordinate(), coordinate()).prop_map(|(x, y)| Point { x, y })
}

fn coordinate() -> impl Strategy<Value = Mm> {
    prop_oneof![-1_000_i64..100_000, -5_000_000_i64..=5_000_000].prop_map(Mm::from_thousandths)
}
