//! What a drawing is: a sheet, and on it shapes and groups of shapes, each with a name of its own that stays.

use crate::length::{Degrees, Mm};

/// A point of the sheet, from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// To the right.
    pub x: Mm,
    /// Down.
    pub y: Mm,
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// From left to right.
    pub width: Mm,
    /// From top to bottom.
    pub height: Mm,
}

/// Names a shape or a group for as long as its drawing lives: through edits, undo, saving and its text form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(pub u32);

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What the learner calls it, or nothing: it names the file and the ticket of the job. In the text form
    /// `dessin "Mon porte-clé"`, `drawing "My key ring"`.
    pub name: String,
    /// The sheet that is cut.
    pub page: Size,
    /// What the sheet is made of, where it is known.
    pub material: Option<Material>,
    /// What lies on the sheet; later ones lie over earlier ones.
    pub items: Vec<Item>,
    /// The number the next shape or group gets: numbers are never used again.
    pub next_id: u32,
}

/// What a sheet is made of, in the words of whoever wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// As in the workshop's file: `contreplaqué`.
    pub name: String,
    /// Its thickness.
    pub thickness: Mm,
}

/// A shape, or several that stay together.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// One shape.
    Shape(Shape),
    /// Several that are chosen, moved and turned as one.
    Group(Group),
}

/// Items that stay together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Names it.
    pub id: ShapeId,
    /// What the learner calls it, or nothing.
    pub name: String,
    /// What is in it, in the order of the drawing.
    pub items: Vec<Item>,
}

/// One shape: its form in its own frame, and where and how that frame lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Names it.
    pub id: ShapeId,
    /// Its form.
    pub form: Form,
    /// Where it lies: the top left corner of its unturned box for rectangles and paths, the centre for ellipses,
    /// polygons and stars, the first end of a line, the left end of a text's base line.
    pub at: Point,
    /// Turned about the centre of its unturned box, after it is mirrored.
    pub turned: Degrees,
    /// Mirrored left to right, about the centre of its unturned box.
    pub is_mirrored: bool,
    /// What the machine does along it.
    pub operation: Operation,
    /// Bridges that keep a cut piece in its sheet.
    pub tabs: Option<Tabs>,
}

/// The form of a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A rectangle.
    Rectangle {
        /// Its sides.
        size: Size,
        /// The radius of its corners, 0 where they are sharp; at most half the shorter side is drawn.
        corners: Mm,
    },
    /// A circle, or an ellipse where width and height differ.
    Ellipse {
        /// Its two diameters.
        size: Size,
    },
    /// A straight line.
    Line {
        /// Its other end, from its first one.
        to: Point,
    },
    /// A regular polygon, a corner at the top.
    Polygon {
        /// How many sides, 3 to 100.
        sides: u16,
        /// The diameter of the circle through its corners.
        diameter: Mm,
    },
    /// A star, a point at the top.
    Star {
        /// How many points, 3 to 100.
        points: u16,
        /// The diameter of the circle through its points.
        diameter: Mm,
    },
    /// Words.
    Text {
        /// What is written, one line.
        text: String,
        /// The height of a capital letter.
        capital_height: Mm,
        /// In which letters.
        font: Font,
    },
    /// A free path.
    Path {
        /// Its pieces, from the shape's place.
        segments: Vec<Segment>,
    },
}

/// A piece of a free path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Begins a new contour.
    Move(Point),
    /// A straight line to a point.
    Line(Point),
    /// A cubic Bézier curve: two handles, then where it ends.
    Curve(Point, Point, Point),
    /// Back to the contour's beginning.
    Close,
}

/// The bundled letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Font {
    /// Plain, bold letters that hold when they are cut.
    #[default]
    Plain,
    /// Letters as if written by hand.
    Handwritten,
}

/// What the machine does along a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Cuts through.
    Cut(Side),
    /// Draws a fine line on the surface.
    Score,
    /// Burns the area inside.
    Engrave,
    /// Nothing: a help for the eye, not in the file.
    #[default]
    Ignore,
}

/// On which side of a closed line the cut lies, so that the piece has the size that was drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// Decided by how deep it lies in others: outside at an even depth, inside at an odd one.
    #[default]
    ByDepth,
    /// Inside the line: the hole has the size drawn.
    Inside,
    /// Outside the line: the piece has the size drawn.
    Outside,
}

/// Bridges that keep a cut piece in its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tabs {
    /// How many for each contour, evenly spread.
    pub count: u16,
    /// How long each is.
    pub width: Mm,
}
