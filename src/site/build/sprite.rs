//! Floor 1, native: one file of all drawings out of `assets/drawings/`, and the coast of the map.
//!
//! `build.rs` calls it. The drawings are plain SVG files with a few class names; a page shows one by `<use>`, which hands
//! the page's colours down. Classes do not cross into `<use>`, so each becomes its attributes here.

use crate::content::geography::{self, FRAME};

/// A class of the drawings, and the attributes that it stands for. The colours after the commas are for pages without style.
const CLASSES: [(&str, &str); 19] = [
    ("paper", r#"fill="var(--paper,#fcf8f0)""#),
    ("wash", r#"fill="var(--terra-wash,#fcebe1)""#),
    ("sky", r#"fill="var(--sky,#e3eef0)""#),
    ("far", r#"fill="var(--far,#d3e4e6)" stroke="var(--edge,#5f757b)""#),
    ("hill", r#"fill="var(--far,#d3e4e6)" stroke="none""#),
    ("leaf", r#"fill="var(--leaf,#d9dfb2)""#),
    ("sun", r#"fill="var(--sun,#f0c063)" stroke="none""#),
    ("tumour", r#"fill="var(--sunk,#f4ecdd)""#),
    ("cell", r#"fill="var(--leaf,#d9dfb2)" stroke="var(--olive,#444d16)""#),
    ("soft", r#"stroke="var(--edge,#5f757b)""#),
    ("blue", r#"stroke="var(--blue,#07507c)" stroke-width="2.5""#),
    ("drug", r#"fill="var(--blue,#07507c)" stroke="none""#),
    ("olive", r#"stroke="var(--olive,#444d16)" stroke-width="2.5""#),
    ("terra", r#"stroke="var(--terra,#84290b)""#),
    ("bare", r#"stroke="none""#),
    ("echo-1", r#"stroke="var(--edge,#5f757b)" stroke-width="26""#),
    ("echo-2", r#"stroke="var(--water,#d3e4e6)" stroke-width="24""#),
    ("echo-3", r#"stroke="var(--edge,#5f757b)" stroke-width="13""#),
    ("echo-4", r#"stroke="var(--water,#d3e4e6)" stroke-width="10.500""#),
];

/// Shapes whose lines keep their width at every size.
const SHAPES: [&str; 4] = ["<path ", "<circle ", "<rect ", "<ellipse "];

/// A drawing's name (its file name) and the text of its file.
pub type File = (String, String);

/// The sprite: every drawing as a `symbol`; `shapes` are parts that other drawings repeat by `<use href="#…">`.
///
/// # Errors
/// The drawing that is no plain SVG file, or names a class or a shape that does not exist.
pub fn sprite(drawings: &[File], shapes: &[File], coast: &str) -> Result<String, String> {
    let mut text = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    let map = (MAP.to_owned(), map(coast)?);
    for (name, svg) in drawings.iter().chain([&map]) {
        let symbol = symbol(name, svg, shapes).map_err(|problem| format!("assets/drawings/{name}.svg: {problem}"))?;
        text.push_str(&symbol);
    }
    Ok(text + "</svg>\n")
}

/// The map's name in the sprite.
const MAP: &str = "carte";

fn symbol(name: &str, svg: &str, shapes: &[File]) -> Result<String, String> {
    let (frame, inner) = parts(svg)?;
    let small = frame.contains(r#"viewBox="0 0 24 24""#);
    let inner = attributes(&repeat(inner, shapes)?)?;
    let (inner, width) = if small { (inner, "2") } else { (steady(&inner), "1.500") };
    let pen = r#"fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round""#;
    let inner: String = inner.lines().map(str::trim).collect();
    Ok(format!(r#"<symbol id="{name}" {frame} {pen} stroke-width="{width}">{inner}</symbol>"#))
}

/// The frame (`viewBox` and what follows it) and the inside of an SVG file.
fn parts(svg: &str) -> Result<(&str, &str), String> {
    let start = svg.find("viewBox=").ok_or("no viewBox")?;
    let (frame, rest) = svg[start..].split_once('>').ok_or("the svg element does not end")?;
    let inner = rest.rsplit_once("</svg>").ok_or("no </svg>")?.0;
    Ok((frame, inner))
}

/// Puts the shapes in the place of the `<use>` elements that name them.
fn repeat(svg: &str, shapes: &[File]) -> Result<String, String> {
    let mut pieces = svg.split(r##"<use href="#"##);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('"').ok_or("a use without name")?;
        let (place, rest) = rest.split_once("/>").ok_or("a use that does not end")?;
        let (_, shape) = shapes.iter().find(|(known, _)| known == name).ok_or_else(|| format!("no shape {name}"))?;
        text.push_str(&format!("<g{place}>{}</g>{rest}", parts(shape)?.1));
    }
    Ok(text)
}

/// Writes the attributes that each class stands for.
fn attributes(svg: &str) -> Result<String, String> {
    let mut pieces = svg.split(r#"class=""#);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (names, rest) = piece.split_once('"').ok_or("a class that does not end")?;
        let mut all = Vec::new();
        for name in names.split(' ') {
            let (_, known) =
                CLASSES.iter().find(|(class, _)| *class == name).ok_or_else(|| format!("no class {name}"))?;
            all.push(*known);
        }
        let all = all.join(" ");
        if ["fill=", "stroke="].iter().any(|attribute| all.matches(attribute).count() > 1) {
            return Err(format!("the classes « {names} » give one attribute twice"));
        }
        text.push_str(&all);
        text.push_str(rest);
    }
    Ok(text)
}

fn steady(svg: &str) -> String {
    let wide =
        |text: String, shape: &&str| text.replace(*shape, &format!(r#"{shape}vector-effect="non-scaling-stroke" "#));
    SHAPES.iter().fold(svg.to_owned(), wide)
}

/// The ridge of Sainte-Victoire where it stands, and a boat.
const LANDMARKS: &str = r##"<path class="soft" d="M742 204l50-18 28-24 18 6 44 4 80 26M820 162l-8 18M838 168l4 14M882 172l6 12"/>
<use href="#boat" transform="translate(290 610) scale(1.5)"/>"##;

/// The map of the coast: land on water, lines of water along the shore.
fn map(geojson: &str) -> Result<String, String> {
    let data: serde_json::Value = serde_json::from_str(geojson).map_err(|error| format!("the coast: {error}"))?;
    let mut land = String::new();
    for geometry in data["geometries"].as_array().ok_or("the coast: no geometries")? {
        for ring in
            geometry["coordinates"].as_array().into_iter().flatten().flat_map(|polygon| polygon.as_array()).flatten()
        {
            for (nth, point) in ring.as_array().into_iter().flatten().enumerate() {
                let (east, north) = point[0].as_f64().zip(point[1].as_f64()).ok_or("the coast: a point is no pair")?;
                let (x, y) = geography::project(north, east);
                // What lies far outside the frame would only add bytes: the edge of the land runs along the frame.
                let (x, y) = (x.clamp(-60, FRAME.0 + 60), y.clamp(-60, FRAME.1 + 60));
                land.push_str(&format!("{}{x} {y}", if nth == 0 { "M" } else { "L" }));
            }
            land.push('Z');
        }
    }
    let (width, height) = FRAME;
    let layers: String = ["echo-1", "echo-2", "echo-3", "echo-4", "paper"]
        .map(|class| format!(r#"<path class="{class}" d="{land}"/>"#))
        .concat();
    Ok(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{layers}{LANDMARKS}</svg>"#))
}
