//! What another reader finds in an exported file: usvg for geometry and colours, the XML itself for what must not be
//! there.

use design::document::Size;
use design::machine::{Colour, Machine};
use kurbo::{BezPath, Point};
use usvg::roxmltree::Document;
use usvg::tiny_skia_path::PathSegment;
use usvg::{Group, Node, Options, Paint, Tree};

/// CSS pixels in a millimetre: 96 in an inch.
const PIXELS_PER_MM: f64 = 96.0 / 25.4;

/// A path as usvg reads it.
#[derive(Debug)]
pub struct ReadPath {
    /// The id of the group it lies in.
    pub group: String,
    /// In millimetres of the sheet.
    pub path: BezPath,
    /// Whether all of its contours are closed.
    pub is_closed: bool,
}

/// The contract of the file: only paths, only absolute `M` `L` `C` `Z`, no transform, style, class or text, exact
/// colours, lines without fill, areas without stroke, the size in millimetres.
pub fn contract(text: &str, page: Size, machine: &Machine) -> Result<(), String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let root = document.root_element();
    let number = |length: design::length::Mm| format!("{}", length.value());
    let (width, height) = (number(page.width), number(page.height));
    let attribute = |name| root.attribute(name).unwrap_or_default().to_owned();
    if attribute("width") != format!("{width}mm")
        || attribute("height") != format!("{height}mm")
        || attribute("viewBox") != format!("0 0 {width} {height}")
    {
        return Err(format!("size: {:?}", root.attributes().collect::<Vec<_>>()));
    }
    let hex = |colour: Colour| {
        let [red, green, blue] = colour.bytes;
        format!("#{red:02X}{green:02X}{blue:02X}")
    };
    for element in root.descendants().filter(usvg::roxmltree::Node::is_element) {
        let allowed: &[&str] = match element.tag_name().name() {
            "svg" => &["width", "height", "viewBox"],
            "g" => &["id"],
            "path" => &["d", "fill", "stroke", "stroke-width"],
            other => return Err(format!("an element <{other}>")),
        };
        if let Some(other) = element
            .attributes()
            .find(|attribute| !allowed.contains(&attribute.name()))
        {
            return Err(format!("an attribute {other:?}"));
        }
        if element.tag_name().name() != "path" {
            continue;
        }
        let group = element
            .parent()
            .and_then(|group| group.attribute("id"))
            .unwrap_or_default();
        let colours = machine.colours;
        let (fill, stroke) = match group {
            "graver" => (hex(colours.engrave), "none".to_owned()),
            "marquer" => ("none".to_owned(), hex(colours.score)),
            "couper-dedans" => ("none".to_owned(), hex(colours.cut_inside)),
            "couper-dehors" => ("none".to_owned(), hex(colours.cut_outside)),
            other => return Err(format!("a group {other:?}")),
        };
        if element.attribute("fill") != Some(&fill) || element.attribute("stroke") != Some(&stroke) {
            return Err(format!("colours of {group}: {element:?}"));
        }
        let data = element.attribute("d").unwrap_or_default();
        if let Some(other) = data.chars().find(|letter| !"MLCZ0123456789-. ".contains(*letter)) {
            return Err(format!("{other:?} in {data}"));
        }
        let digits = |number: &str| number.split('.').nth(1).map_or(0, str::len);
        if data
            .split(['M', 'L', 'C', 'Z', ' '])
            .any(|number| digits(number) > 3)
        {
            return Err(format!("more than 0.001 mm: {data}"));
        }
    }
    Ok(())
}

/// Every path of a file in its order, as usvg sees it on the sheet.
pub fn paths_of(text: &str, page: Size) -> Result<Vec<ReadPath>, String> {
    let tree = Tree::from_str(text, &Options::default()).map_err(|error| error.to_string())?;
    let millimetres = |pixels: f32| f64::from(pixels) / PIXELS_PER_MM;
    let (width, height) = (
        millimetres(tree.size().width()),
        millimetres(tree.size().height()),
    );
    if (width - page.width.value()).abs() > 0.001 || (height - page.height.value()).abs() > 0.001 {
        return Err(format!("usvg sees a sheet of {width} x {height} mm"));
    }
    let mut paths = Vec::new();
    collect(tree.root(), "", &mut paths)?;
    Ok(paths)
}

fn collect(group: &Group, id: &str, paths: &mut Vec<ReadPath>) -> Result<(), String> {
    let id = if group.id().is_empty() { id } else { group.id() };
    for node in group.children() {
        match node {
            Node::Group(inner) => collect(inner, id, paths)?,
            Node::Path(path) => {
                let is_area = id == "graver";
                let paint = if is_area {
                    path.fill().map(usvg::Fill::paint)
                } else {
                    path.stroke().map(usvg::Stroke::paint)
                };
                let has_both = path.fill().is_some() && path.stroke().is_some();
                if has_both || !matches!(paint, Some(Paint::Color(_))) {
                    return Err(format!("usvg sees other paint in {id}"));
                }
                paths.push(read_path(id, path));
            }
            other => return Err(format!("usvg sees {other:?}")),
        }
    }
    Ok(())
}

fn read_path(group: &str, path: &usvg::Path) -> ReadPath {
    let to_sheet = path.abs_transform();
    let point = |mut point: usvg::tiny_skia_path::Point| {
        to_sheet.map_point(&mut point);
        Point::new(
            f64::from(point.x) / PIXELS_PER_MM,
            f64::from(point.y) / PIXELS_PER_MM,
        )
    };
    let mut read = BezPath::new();
    let (mut n_contours, mut n_closed) = (0, 0);
    for segment in path.data().segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                n_contours += 1;
                read.move_to(point(to));
            }
            PathSegment::LineTo(to) => read.line_to(point(to)),
            PathSegment::QuadTo(handle, to) => read.quad_to(point(handle), point(to)),
            PathSegment::CubicTo(leaving, arriving, to) => {
                read.curve_to(point(leaving), point(arriving), point(to));
            }
            PathSegment::Close => {
                n_closed += 1;
                read.close_path();
            }
        }
    }
    ReadPath {
        group: group.to_owned(),
        path: read,
        is_closed: n_contours == n_closed,
    }
}
