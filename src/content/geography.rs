//! Floor 1: distances between places, and the address that a map application opens.

use crate::content::entity::Place;

/// Mean radius of the Earth, in kilometres (IUGG).
const EARTH: f64 = 6371.0;

/// Distance from a point (degrees north, degrees east) to a place as the crow flies, in whole kilometres.
///
/// On a plane that touches the Earth between the two: under 100 km the error is below one part in a thousand.
#[must_use]
pub fn kilometres(from: (f64, f64), to: &Place) -> u32 {
    let north = (to.latitude - from.0).to_radians();
    let between = ((to.latitude + from.0) / 2.0).to_radians();
    let east = (to.longitude - from.1).to_radians() * cosine(between);
    (EARTH * north.mul_add(north, east * east).sqrt()).round() as u32
}

/// The place nearest to a point (degrees north, degrees east).
#[must_use]
pub fn nearest(from: (f64, f64), places: &[Place]) -> Option<&Place> {
    places.iter().min_by_key(|place| kilometres(from, place))
}

/// The cosine's power series, right to a millionth up to 1.5 radians: the exact function would add 9 kB to the wasm.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    [132.0, 90.0, 56.0, 30.0, 12.0, 2.0].iter().fold(1.0, |inner, divisor| 1.0 - square / divisor * inner)
}

/// Width and height of the map, in its own units.
pub const FRAME: (i32, i32) = (1000, 760);

/// Where a point of the Earth is on the map of the coast, in the map's units from its upper left corner. Equirectangular,
/// right at 43.4° north: over the 60 km that the map shows, no line is off by more than its own width.
#[must_use]
pub fn project(north: f64, east: f64) -> (i32, i32) {
    const UNITS_A_DEGREE: f64 = 1376.0;
    const AT_43_4_NORTH: f64 = 0.7266;
    let x = (east - WEST_EDGE) * UNITS_A_DEGREE * AT_43_4_NORTH;
    let y = (NORTH_EDGE - north) * UNITS_A_DEGREE;
    (x.round() as i32, y.round() as i32)
}

/// Degrees east of the map's left edge.
const WEST_EDGE: f64 = 4.83;
/// Degrees north of the map's upper edge.
const NORTH_EDGE: f64 = 43.665;

/// A `geo:` address (RFC 5870): the device asks which of its own applications should open it. Nothing is sent.
#[must_use]
pub fn geo_uri(place: &Place) -> String {
    let point = format!("{},{}", degrees(place.latitude), degrees(place.longitude));
    format!("geo:{point}?q={point}")
}

/// The place on OpenStreetMap, for devices that know no `geo:` address. Opened only when the visitor follows the link.
#[must_use]
pub fn map_url(place: &Place) -> String {
    let (lat, lon) = (degrees(place.latitude), degrees(place.longitude));
    format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=13/{lat}/{lon}")
}

/// Positive decimal degrees with five decimals (about a metre). Written by hand: the formatter of floats would add
/// 10 kB to the wasm.
#[must_use]
pub fn degrees(value: f64) -> String {
    let units = (value * 1e5).round() as u64;
    format!("{}.{:05}", units / 100_000, units % 100_000)
}
