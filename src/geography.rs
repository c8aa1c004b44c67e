//! Floor 1: distances between places, and the address that a map application opens.

use crate::content::entity::Place;

/// Mean radius of the Earth, in kilometres (IUGG).
const EARTH: f64 = 6371.0;

/// Distance between two places as the crow flies, in whole kilometres.
///
/// On a plane that touches the Earth between the two: under 100 km the error is below one part in a thousand.
#[must_use]
pub fn kilometres(from: &Place, to: &Place) -> u32 {
    let north = (to.latitude - from.latitude).to_radians();
    let between = ((to.latitude + from.latitude) / 2.0).to_radians();
    let east = (to.longitude - from.longitude).to_radians() * cosine(between);
    (EARTH * north.mul_add(north, east * east).sqrt()).round() as u32
}

/// The cosine's power series, right to a millionth up to 1.5 radians: the exact function would add 9 kB to the wasm.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    [132.0, 90.0, 56.0, 30.0, 12.0, 2.0].iter().fold(1.0, |inner, divisor| 1.0 - square / divisor * inner)
}

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
