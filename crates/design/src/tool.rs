//! The tools: from where a pointer is on the sheet to the one edit its gesture makes.
//!
//! A gesture begins, follows the pointer and ends; all the while [`Gesture::edit`] says what it would do to the
//! drawing, so that the preview is the edit itself.

use crate::document::{Document, Font, Form, Item, Operation, Shape, ShapeId, Side, Size};
use crate::edit::{Edit, bounds_of};
use crate::hit;
use crate::length::{Degrees, Mm};
use crate::letters::Letters;
use crate::outline::frame;
use crate::snap::{Snap, Targets, kept};
use kurbo::{Rect, Vec2};

/// What the pointer does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Chooses, moves, sizes and turns.
    #[default]
    Select,
    /// Draws a rectangle.
    Rectangle,
    /// Draws a circle.
    Circle,
    /// Draws a line.
    Line,
    /// Draws a polygon.
    Polygon,
    /// Draws a star.
    Star,
    /// Puts a text.
    Text,
}

impl Tool {
    /// Every tool, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::Select,
        Self::Rectangle,
        Self::Circle,
        Self::Line,
        Self::Polygon,
        Self::Star,
        Self::Text,
    ];
}

/// A corner or an edge of the box around what is chosen: -1 left or top, 0 middle, 1 right or bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle {
    /// From left to right.
    pub x: i8,
    /// From top to bottom.
    pub y: i8,
}

impl Handle {
    /// The eight handles, clockwise from the top left.
    pub const ALL: [Self; 8] = [
        Self { x: -1, y: -1 },
        Self { x: 0, y: -1 },
        Self { x: 1, y: -1 },
        Self { x: 1, y: 0 },
        Self { x: 1, y: 1 },
        Self { x: 0, y: 1 },
        Self { x: -1, y: 1 },
        Self { x: -1, y: 0 },
    ];

    /// Where it is on a box.
    pub fn on(self, around: Rect) -> kurbo::Point {
        let middle = around.center();
        kurbo::Point::new(
            middle.x + f64::from(self.x) * around.width() / 2.0,
            middle.y + f64::from(self.y) * around.height() / 2.0,
        )
    }
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grip {
    /// The sheet, or what lies on it.
    Sheet,
    /// A handle of what is chosen.
    Handle(Handle),
    /// The handle that turns.
    Turn,
}

/// A press of the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Where, in millimetres.
    pub at: kurbo::Point,
    /// How near counts as on a line, in millimetres: a fingertip's worth of pixels.
    pub tolerance: f64,
    /// What.
    pub grip: Grip,
    /// Whether it adds to what is chosen.
    pub adds: bool,
}

/// The box around what is chosen: its own, turned with it, where it is one shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChosenBox {
    /// Unturned.
    pub around: Rect,
    /// Turned by so much about its middle.
    pub turned: Degrees,
}

impl ChosenBox {
    /// The box of items; nothing where none is there.
    pub fn of(document: &Document, ids: &[ShapeId], letters: &Letters) -> Option<Self> {
        if let [id] = ids
            && let Some(shape) = document.shape(*id)
        {
            return Some(Self {
                around: frame(shape, letters),
                turned: shape.turned,
            });
        }
        bounds_of(document, ids, letters).map(|around| Self {
            around,
            turned: Degrees::ZERO,
        })
    }

    /// Where a point of the unturned box lies on the sheet.
    pub fn on_sheet(&self, point: kurbo::Point) -> kurbo::Point {
        turned_about(point, self.around.center(), self.turned.radians())
    }

    /// Where a point of the sheet lies on the unturned box.
    pub fn in_box(&self, point: kurbo::Point) -> kurbo::Point {
        turned_about(point, self.around.center(), -self.turned.radians())
    }
}

fn turned_about(point: kurbo::Point, about: kurbo::Point, radians: f64) -> kurbo::Point {
    let (sine, cosine) = libm::sincos(radians);
    let from = point - about;
    about + Vec2::new(from.x * cosine - from.y * sine, from.x * sine + from.y * cosine)
}

#[derive(Clone, Debug)]
enum Kind {
    /// Nothing but a choice, already made.
    Chosen,
    Move(Rect),
    Scale(Handle, ChosenBox),
    Turn(kurbo::Point),
    Marquee,
    Draw(Tool),
}

/// A gesture under way.
#[derive(Clone, Debug)]
pub struct Gesture {
    kind: Kind,
    from: kurbo::Point,
    to: kurbo::Point,
    /// Whether the pointer has gone farther than a tap does.
    has_moved: bool,
    tolerance: f64,
    chosen: Vec<ShapeId>,
    /// What a tap, without a drag, chooses instead.
    on_tap: Option<Vec<ShapeId>>,
    targets: Targets,
    snaps: Vec<Snap>,
    keeps_proportions: bool,
    words: String,
}

/// The size a tap gives a new shape, in millimetres.
const TAP_SIZE: f64 = 20.0;

/// The height of the capitals of a new text, in millimetres.
const TAP_CAPITAL: f64 = 9.0;

/// Turning by the pointer stops at each of so many degrees.
const TURN_STEP: f64 = 15.0;

/// … when it is nearer to it than this.
const TURN_RADIUS: f64 = 4.0;

impl Gesture {
    /// Begins one. `words` is what a new text says; `grid` the millimetres of the grid, 0 for none.
    pub fn begin(
        tool: Tool,
        document: &Document,
        letters: &Letters,
        chosen: &[ShapeId],
        press: Press,
        grid: f64,
        words: &str,
    ) -> Self {
        let mut gesture = Self {
            kind: Kind::Draw(tool),
            from: press.at,
            to: press.at,
            has_moved: false,
            tolerance: press.tolerance,
            chosen: chosen.to_vec(),
            on_tap: None,
            targets: Targets::default(),
            snaps: Vec::new(),
            keeps_proportions: false,
            words: words.to_owned(),
        };
        match (press.grip, ChosenBox::of(document, chosen, letters)) {
            (Grip::Handle(handle), Some(around)) => gesture.kind = Kind::Scale(handle, around),
            (Grip::Turn, Some(around)) => gesture.kind = Kind::Turn(around.around.center()),
            _ if tool == Tool::Select => gesture.press_sheet(document, letters, press),
            _ => gesture.chosen.clear(),
        }
        let moved = match gesture.kind {
            Kind::Move(_) | Kind::Scale(..) => gesture.chosen.clone(),
            _ => Vec::new(),
        };
        gesture.targets = Targets::new(document, letters, &moved, grid);
        if let Kind::Draw(_) = gesture.kind {
            let (from, _) = gesture.targets.point(press.at, press.tolerance);
            (gesture.from, gesture.to) = (from, from);
        }
        gesture
    }

    /// A press with the select tool: on something chosen, on something else, or on nothing.
    fn press_sheet(&mut self, document: &Document, letters: &Letters, press: Press) {
        let under = hit::shapes_at(document, letters, press.at, press.tolerance);
        let mut items: Vec<ShapeId> = Vec::new();
        for id in under {
            if let Some(item) = document.outermost(id)
                && !items.contains(&item.id())
            {
                items.push(item.id());
            }
        }
        let Some(first) = items.first().copied() else {
            if !press.adds {
                self.chosen.clear();
            }
            self.kind = Kind::Marquee;
            return;
        };
        let in_hand = items.iter().position(|id| self.chosen.contains(id));
        if press.adds {
            if self.chosen.contains(&first) {
                self.chosen.retain(|id| *id != first);
            } else {
                self.chosen.push(first);
            }
        } else if let Some(place) = in_hand {
            // What is chosen already is moved; a tap takes what lies under it instead.
            if self.chosen.len() > 1 || items.len() > 1 {
                self.on_tap = Some(vec![items[(place + 1) % items.len()]]);
            }
        } else {
            self.chosen = vec![first];
        }
        self.kind = bounds_of(document, &self.chosen, letters).map_or(Kind::Chosen, Kind::Move);
    }

    /// The pointer is elsewhere. `keeps_proportions`: squares and circles, multiples of 45°.
    pub fn follow(&mut self, at: kurbo::Point, keeps_proportions: bool) {
        self.keeps_proportions = keeps_proportions;
        // A finger is never still: less than a hit's tolerance is a tap.
        if !self.has_moved && (at - self.from).hypot() < self.tolerance / 2.0 {
            return;
        }
        self.has_moved = true;
        (self.to, self.snaps) = match &self.kind {
            Kind::Move(around) => {
                let by = at - self.from;
                let (more, snaps) = self.targets.movement(*around + by, self.tolerance);
                (at + more, snaps)
            }
            Kind::Scale(_, around) if around.turned != Degrees::ZERO => (at, Vec::new()),
            Kind::Scale(handle, around) => {
                // The handle snaps, not the fingertip that holds it somewhere.
                let grip = handle.on(around.around);
                let by = at - self.from;
                let (to, mut snaps) = self.targets.point(grip + by, self.tolerance);
                let by = Vec2::new(
                    // A handle in the middle of an edge moves along one axis only.
                    if handle.x == 0 { by.x } else { to.x - grip.x },
                    if handle.y == 0 { by.y } else { to.y - grip.y },
                );
                snaps.retain(|snap| match snap.axis {
                    crate::snap::Axis::X => handle.x != 0,
                    crate::snap::Axis::Y => handle.y != 0,
                });
                (self.from + by, snaps)
            }
            Kind::Draw(_) => self.targets.point(at, self.tolerance),
            Kind::Turn(_) | Kind::Marquee | Kind::Chosen => (at, Vec::new()),
        };
    }

    /// What is met just now.
    pub fn snaps(&self) -> &[Snap] {
        &self.snaps
    }

    /// The box drawn to choose what lies in it.
    pub fn marquee(&self) -> Option<Rect> {
        (matches!(self.kind, Kind::Marquee) && self.has_moved).then(|| Rect::from_points(self.from, self.to))
    }

    /// What is chosen while it lasts.
    pub fn chosen(&self) -> &[ShapeId] {
        &self.chosen
    }

    /// Whether it draws something new.
    pub fn draws(&self) -> bool {
        matches!(self.kind, Kind::Draw(_))
    }

    /// What it does to the drawing as it stands; nothing for a tap on something, or a choice.
    pub fn edit(&self) -> Option<Edit> {
        let moved = self.to - self.from;
        match &self.kind {
            Kind::Draw(tool) => self.drawn(*tool).map(|shape| Edit::Add(vec![Item::Shape(shape)])),
            _ if !self.has_moved || self.chosen.is_empty() => None,
            Kind::Move(_) => Some(Edit::Move {
                ids: self.chosen.clone(),
                by: kept(moved.to_point()),
            }),
            Kind::Scale(handle, around) => Some(self.scaled(*handle, *around)),
            Kind::Turn(about) => {
                let angle =
                    |point: kurbo::Point| libm::atan2(point.y - about.y, point.x - about.x).to_degrees();
                let by = angle(self.to) - angle(self.from);
                let step = libm::round(by / TURN_STEP) * TURN_STEP;
                let by = if self.keeps_proportions || (by - step).abs() < TURN_RADIUS {
                    step
                } else {
                    by
                };
                Some(Edit::Turn {
                    ids: self.chosen.clone(),
                    about: kept(*about),
                    by: Degrees::new(by),
                })
            }
            Kind::Chosen | Kind::Marquee => None,
        }
    }

    fn scaled(&self, handle: Handle, around: ChosenBox) -> Edit {
        let grip = handle.on(around.around);
        let opposite = Handle {
            x: -handle.x,
            y: -handle.y,
        };
        let about = opposite.on(around.around);
        // From where it was pressed to where it is, in the box's own axes.
        let by = around.in_box(self.to) - around.in_box(self.from);
        let factor = |grip: f64, about: f64, by: f64, side: i8| {
            let length = grip - about;
            if side == 0 || length == 0.0 {
                1.0
            } else {
                ((length + by) / length).max(0.0)
            }
        };
        let (mut x, mut y) = (
            factor(grip.x, about.x, by.x, handle.x),
            factor(grip.y, about.y, by.y, handle.y),
        );
        if self.keeps_proportions {
            let larger = if (x - 1.0).abs() > (y - 1.0).abs() { x } else { y };
            (x, y) = (larger, larger);
        }
        Edit::Scale {
            ids: self.chosen.clone(),
            about: kept(around.on_sheet(about)),
            x,
            y,
        }
    }

    /// The shape drawn, from the press to here; of a fair size where it was a tap.
    fn drawn(&self, tool: Tool) -> Option<Shape> {
        let (from, mut to) = (self.from, self.to);
        let dragged = to - from;
        let is_tap = !self.has_moved;
        if self.keeps_proportions && tool == Tool::Rectangle {
            let side = dragged.x.abs().max(dragged.y.abs());
            to = from + Vec2::new(side.copysign(dragged.x), side.copysign(dragged.y));
        }
        let drawn = Rect::from_points(from, to);
        let round = |value: f64| Mm::new(value);
        let tapped = |half: f64| kurbo::Point::new(from.x - half, from.y - half);
        let radius = if is_tap { TAP_SIZE / 2.0 } else { dragged.hypot() };
        // A diameter in whole tenths: what one draws by hand is not finer.
        let diameter = round(libm::round(20.0 * radius) / 10.0);
        let (form, at, operation) = match tool {
            Tool::Select => return None,
            Tool::Rectangle if is_tap => {
                let size = Size {
                    width: round(TAP_SIZE),
                    height: round(TAP_SIZE),
                };
                (rectangle(size), tapped(TAP_SIZE / 2.0), CUT)
            }
            Tool::Rectangle => {
                let size = Size {
                    width: round(drawn.width()),
                    height: round(drawn.height()),
                };
                (rectangle(size), drawn.origin(), CUT)
            }
            Tool::Circle => {
                let size = Size {
                    width: diameter,
                    height: diameter,
                };
                (Form::Ellipse { size }, from, CUT)
            }
            Tool::Line => {
                let end = if is_tap { Vec2::new(TAP_SIZE, 0.0) } else { dragged };
                let end = if self.keeps_proportions {
                    straightened(end)
                } else {
                    end
                };
                let to = kept(end.to_point());
                (Form::Line { to }, from, Operation::Score)
            }
            Tool::Polygon => (Form::Polygon { sides: 6, diameter }, from, CUT),
            Tool::Star => (Form::Star { points: 5, diameter }, from, Operation::Engrave),
            Tool::Text => {
                let high = if is_tap {
                    TAP_CAPITAL
                } else {
                    drawn.height().max(2.0)
                };
                let form = Form::Text {
                    text: self.words.clone(),
                    capital_height: round(libm::round(10.0 * high) / 10.0),
                    font: Font::Plain,
                };
                let base_line = if is_tap {
                    from
                } else {
                    kurbo::Point::new(drawn.x0, drawn.y1)
                };
                (form, base_line, Operation::Engrave)
            }
        };
        Some(Shape {
            id: ShapeId(0),
            form,
            at: kept(at),
            turned: Degrees::ZERO,
            is_mirrored: false,
            operation,
            tabs: None,
        })
    }

    /// Ends it: what it does to the drawing, and what is chosen then. A tool that has drawn has no choice of its own:
    /// what it drew is chosen by whoever puts it down.
    pub fn end(self, document: &Document, letters: &Letters) -> (Option<Edit>, Vec<ShapeId>) {
        let edit = self.edit();
        let chosen = match (self.marquee(), self.on_tap) {
            (Some(marquee), _) => {
                let mut chosen = self.chosen;
                for id in hit::shapes_in(document, letters, marquee) {
                    if let Some(item) = document.outermost(id)
                        && !chosen.contains(&item.id())
                    {
                        chosen.push(item.id());
                    }
                }
                chosen
            }
            (None, Some(on_tap)) if !self.has_moved => on_tap,
            _ => self.chosen,
        };
        (edit, chosen)
    }
}

/// What a closed shape does first: it is cut, on the side its depth asks for.
const CUT: Operation = Operation::Cut(Side::ByDepth);

fn rectangle(size: Size) -> Form {
    Form::Rectangle {
        size,
        corners: Mm::ZERO,
    }
}

/// Along the nearest multiple of 45°, as long as it was.
fn straightened(line: Vec2) -> Vec2 {
    let step = core::f64::consts::FRAC_PI_4;
    let angle = libm::round(libm::atan2(line.y, line.x) / step) * step;
    let (sine, cosine) = libm::sincos(angle);
    Vec2::new(cosine, sine) * line.hypot()
}
