//! The lines of a shape as they lie on the sheet: contours in millimetres, turned and mirrored, y down.
//!
//! Circles and round corners are cubics whose ends are exact; [`QUARTER_ERROR`] tells the error in between.

use crate::document::{Form, Item, Segment, Shape, Size};
use crate::length::Mm;
use crate::letters::{Letters, Missing};
use kurbo::{Affine, BezPath, ParamCurve as _, PathEl, PathSeg, Point, Rect, Shape as _, Vec2};

/// How far a cubic that draws a quarter of a circle lies outside it at most, as a share of the radius; it touches the
/// circle at both ends and in the middle. For a sweep `s` this is 2/27 sin⁶(s/4)/cos²(s/4) (Goldapp 1991).
pub const QUARTER_ERROR: f64 = 2.73e-4;

/// The same for an eighth of a circle.
const EIGHTH_ERROR: f64 = 4.25e-6;

/// How far a turned arc may lie from the circle, in millimetres: half of what sizes are held to.
const ARC_MM: f64 = 0.0005;

/// The radius of a star's inner corners, as a share of its points' radius: points that are sharp and still hold in
/// 3 mm wood.
pub const STAR_INNER_RADIUS: f64 = 0.5;

/// A contour whose ends are this near each other, in millimetres, is closed (lesson format, `contours fermés`).
pub const CLOSED_GAP_MM: f64 = 0.01;

/// How exactly lengths of curves are measured, in millimetres.
const LENGTH_ACCURACY_MM: f64 = 1e-5;

/// The lines of a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its contours, in the order of the form.
    pub contours: Vec<Contour>,
    /// Of a text, the character of each contour; empty for other forms.
    pub characters: Vec<char>,
    /// What of a text could not be drawn.
    pub missing: Vec<Missing>,
}

/// One line of a shape, without a break.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// In millimetres of the sheet. Ends with a `ClosePath` where it is closed.
    pub path: BezPath,
    /// Whether it comes back to where it began.
    pub is_closed: bool,
}

impl Outline {
    /// The box around its lines, their width left out; nothing for a shape that draws nothing.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        self.contours
            .iter()
            .map(Contour::bounds)
            .reduce(|all, one| all.union(one))
    }

    /// How long its lines are together, in millimetres.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.contours.iter().map(Contour::length).sum()
    }

    /// The area that is filled, in square millimetres: what lies in an odd number of its closed contours is counted,
    /// as `fill-rule="evenodd"` shows it, provided that contours do not cross.
    #[must_use]
    pub fn area(&self) -> f64 {
        let signed = |contour: &Contour| {
            let around = self
                .contours
                .iter()
                .filter(|other| other.is_around(contour))
                .count();
            if around % 2 == 0 {
                contour.area()
            } else {
                -contour.area()
            }
        };
        self.contours
            .iter()
            .filter(|contour| contour.is_closed)
            .map(signed)
            .sum()
    }
}

impl Contour {
    /// From a path of one contour; taken as closed where it says so or where its ends meet within [`CLOSED_GAP_MM`].
    #[must_use]
    pub fn new(mut path: BezPath) -> Self {
        let says_so = matches!(path.elements().last(), Some(PathEl::ClosePath));
        let n_lines = path.segments().count();
        let is_closed = says_so || (n_lines > 1 && gap(&path) <= CLOSED_GAP_MM);
        if is_closed && !says_so {
            path.close_path();
        }
        Self { path, is_closed }
    }

    /// The box around it.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        self.path.bounding_box()
    }

    /// How long it is, in millimetres.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.path.perimeter(LENGTH_ACCURACY_MM)
    }

    /// The area it encloses, in square millimetres, 0 where it is open.
    #[must_use]
    pub fn area(&self) -> f64 {
        if self.is_closed {
            self.path.area().abs()
        } else {
            0.0
        }
    }

    /// How far its two ends are apart, in millimetres, 0 where it is closed.
    #[must_use]
    pub fn gap(&self) -> f64 {
        if self.is_closed { 0.0 } else { gap(&self.path) }
    }

    /// Its first and its last point.
    #[must_use]
    pub fn ends(&self) -> Option<(Point, Point)> {
        Some((
            self.path.segments().next()?.start(),
            self.path.segments().last()?.end(),
        ))
    }

    /// Whether a point lies in the area it encloses.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        self.is_closed && self.path.winding(point) != 0
    }

    /// Whether another contour lies wholly in the area it encloses; touching is allowed.
    #[must_use]
    pub fn is_around(&self, other: &Self) -> bool {
        crate::nesting::is_around(self, other)
    }
}

fn gap(path: &BezPath) -> f64 {
    let ends = path.segments().next().zip(path.segments().last());
    ends.map_or(0.0, |(first, last)| (last.end() - first.start()).hypot())
}

/// The lines of a shape as they lie on the sheet.
#[must_use]
pub fn outline(shape: &Shape, letters: &Letters) -> Outline {
    let mut outline = unturned(shape, letters);
    let placed = turning(shape, frame_of(shape, &outline));
    if placed != Affine::IDENTITY {
        for contour in &mut outline.contours {
            contour.path.apply_affine(placed);
        }
    }
    outline
}

/// The box a shape is turned and mirrored about the middle of, before it is: around its lines, and for polygons and
/// stars the square around the circle through their corners, so that they turn about their centre.
#[must_use]
pub fn frame(shape: &Shape, letters: &Letters) -> Rect {
    frame_of(shape, &unturned(shape, letters))
}

/// What takes a shape's unturned lines to where they lie.
#[must_use]
pub fn turning(shape: &Shape, frame: Rect) -> Affine {
    let middle = frame.center().to_vec2();
    // A circle is the same however it lies; turned, its cubics would be less exact where it is widest.
    let is_circle = matches!(shape.form, Form::Ellipse { size } if size.width == size.height);
    let mirror = if shape.is_mirrored {
        Affine::FLIP_X
    } else {
        Affine::IDENTITY
    };
    if is_circle || (!shape.is_mirrored && shape.turned == crate::length::Degrees::ZERO) {
        return Affine::IDENTITY;
    }
    // Millimetres go down, so a positive angle is clockwise.
    Affine::translate(middle) * Affine::rotate(shape.turned.radians()) * mirror * Affine::translate(-middle)
}

/// The box around every shape of a list of items that draws something.
#[must_use]
pub fn bounds(items: &[Item], letters: &Letters) -> Option<Rect> {
    let of_item = |item: &Item| match item {
        Item::Shape(shape) => outline(shape, letters).bounds(),
        Item::Group(group) => bounds(&group.items, letters),
    };
    items.iter().filter_map(of_item).reduce(|all, one| all.union(one))
}

fn frame_of(shape: &Shape, unturned: &Outline) -> Rect {
    let at = Point::new(shape.at.x.value(), shape.at.y.value());
    match shape.form {
        Form::Polygon { diameter, .. } | Form::Star { diameter, .. } => {
            let radius = diameter.value().abs() / 2.0;
            Rect::from_center_size(at, (2.0 * radius, 2.0 * radius))
        }
        _ => unturned.bounds().unwrap_or(Rect::from_points(at, at)),
    }
}

fn unturned(shape: &Shape, letters: &Letters) -> Outline {
    let at = Vec2::new(shape.at.x.value(), shape.at.y.value());
    let closed = |path: BezPath| Outline {
        contours: vec![Contour {
            path,
            is_closed: true,
        }],
        ..Outline::default()
    };
    // Not turned, a shape is widest where its cubics end, which is exact.
    let is_turned = shape.turned.value() % 90.0 != 0.0;
    let mut outline = match &shape.form {
        Form::Rectangle { size, corners } => closed(rectangle(*size, *corners, is_turned)),
        Form::Ellipse { size } => closed(ellipse(*size, is_turned && size.width != size.height)),
        Form::Line { to } => {
            let mut path = BezPath::new();
            path.move_to((0.0, 0.0));
            path.line_to((to.x.value(), to.y.value()));
            Outline {
                contours: vec![Contour {
                    path,
                    is_closed: false,
                }],
                ..Outline::default()
            }
        }
        Form::Polygon { sides, diameter } => closed(corners_on_circles(
            usize::from(*sides),
            &[diameter.value().abs() / 2.0],
        )),
        Form::Star { points, diameter } => {
            let radius = diameter.value().abs() / 2.0;
            closed(corners_on_circles(
                usize::from(*points) * 2,
                &[radius, radius * STAR_INNER_RADIUS],
            ))
        }
        Form::Text {
            text,
            capital_height,
            font,
        } => {
            let lettering = letters.lettering(text, *font, *capital_height);
            Outline {
                contours: lettering.contours.into_iter().map(Contour::new).collect(),
                characters: lettering.characters,
                missing: lettering.missing,
            }
        }
        Form::Path { segments } => Outline {
            contours: free_path(segments),
            ..Outline::default()
        },
    };
    for contour in &mut outline.contours {
        contour.path.apply_affine(Affine::translate(at));
    }
    outline
}

/// Clockwise from the top left corner, its top left corner at the origin.
fn rectangle(size: Size, corners: Mm, is_turned: bool) -> BezPath {
    let (width, height) = (size.width.value().abs(), size.height.value().abs());
    let radius = corners.value().clamp(0.0, width.min(height) / 2.0);
    let mut path = BezPath::new();
    if radius == 0.0 {
        path.move_to((0.0, 0.0));
        path.line_to((width, 0.0));
        path.line_to((width, height));
        path.line_to((0.0, height));
    } else {
        let n_pieces = pieces_of_quarter(radius, is_turned);
        let (right, bottom) = (width - radius, height - radius);
        let (x, y) = (Vec2::new(radius, 0.0), Vec2::new(0.0, radius));
        path.move_to((radius, 0.0));
        let corners = [
            ((right, radius), -y, x),
            ((right, bottom), x, y),
            ((radius, bottom), y, -x),
            ((radius, radius), -x, -y),
        ];
        for (centre, from, to) in corners {
            let start = Point::from(centre) + from;
            if path.current_position().is_some_and(|last| last != start) {
                path.line_to(start);
            }
            add_quarter(&mut path, centre.into(), from, to, n_pieces);
        }
    }
    path.close_path();
    path
}

/// Clockwise from its rightmost point, its centre at the origin.
fn ellipse(size: Size, is_turned: bool) -> BezPath {
    let (a, b) = (size.width.value().abs() / 2.0, size.height.value().abs() / 2.0);
    let n_pieces = pieces_of_quarter(a.max(b), is_turned);
    let (x, y) = (Vec2::new(a, 0.0), Vec2::new(0.0, b));
    let mut path = BezPath::new();
    path.move_to(x.to_point());
    for (from, to) in [(x, y), (y, -x), (-x, -y), (-y, x)] {
        add_quarter(&mut path, Point::ORIGIN, from, to, n_pieces);
    }
    path.close_path();
    path
}

/// In how many cubics a quarter is drawn, so that it stays within [`ARC_MM`] wherever it is widest.
fn pieces_of_quarter(radius: f64, is_turned: bool) -> u8 {
    if !is_turned || radius * QUARTER_ERROR <= ARC_MM {
        1
    } else if radius * EIGHTH_ERROR <= ARC_MM {
        2
    } else {
        4
    }
}

/// A quarter of an ellipse from one of its half axes to the next.
fn add_quarter(path: &mut BezPath, centre: Point, from: Vec2, to: Vec2, n_pieces: u8) {
    let sweep = core::f64::consts::FRAC_PI_2 / f64::from(n_pieces);
    let handle = 4.0 / 3.0 * libm::tan(sweep / 4.0);
    let mut start = from;
    let mut leaves = to;
    for piece in 1..=n_pieces {
        let angle = sweep * f64::from(piece);
        // The last one ends exactly on the axis.
        let (sine, cosine) = if piece == n_pieces {
            (1.0, 0.0)
        } else {
            (libm::sin(angle), libm::cos(angle))
        };
        let end = from * cosine + to * sine;
        let arrives = to * cosine - from * sine;
        path.curve_to(
            centre + start + leaves * handle,
            centre + end - arrives * handle,
            centre + end,
        );
        (start, leaves) = (end, arrives);
    }
}

/// Corners evenly spread, the first at the top, clockwise, on circles of the given radii in turn, centre at the origin.
fn corners_on_circles(n_corners: usize, radii: &[f64]) -> BezPath {
    let mut path = BezPath::new();
    for (number, radius) in (0..n_corners).zip(radii.iter().cycle()) {
        #[allow(clippy::cast_precision_loss, reason = "at most 131,070 corners")]
        let angle = core::f64::consts::TAU * (number as f64) / (n_corners as f64);
        let corner = (radius * libm::sin(angle), -radius * libm::cos(angle));
        if number == 0 {
            path.move_to(corner);
        } else {
            path.line_to(corner);
        }
    }
    if n_corners > 0 {
        path.close_path();
    }
    path
}

/// A free path's contours; pieces before the first `Move` begin at the shape's place.
fn free_path(segments: &[Segment]) -> Vec<Contour> {
    let point = |point: crate::document::Point| Point::new(point.x.value(), point.y.value());
    let mut contours = Vec::new();
    let mut path = BezPath::new();
    let mut start = Point::ORIGIN;
    let mut finish = |path: &mut BezPath| {
        let path = std::mem::take(path);
        if path.segments().next().is_some() {
            contours.push(Contour::new(path));
        }
    };
    for segment in segments {
        if path.elements().is_empty() && !matches!(segment, Segment::Move(_)) {
            path.move_to(start);
        }
        match *segment {
            Segment::Move(to) => {
                finish(&mut path);
                start = point(to);
                path.move_to(start);
            }
            Segment::Line(to) => path.line_to(point(to)),
            Segment::Curve(leaving, arriving, to) => {
                path.curve_to(point(leaving), point(arriving), point(to))
            }
            Segment::Close => {
                path.close_path();
                finish(&mut path);
            }
        }
    }
    finish(&mut path);
    contours
}

/// Points along a contour: the ends and the middle of each of its lines and curves.
pub(crate) fn sample(path: &BezPath) -> impl Iterator<Item = Point> + '_ {
    path.segments()
        .flat_map(|segment: PathSeg| [segment.start(), segment.eval(0.5)])
}
