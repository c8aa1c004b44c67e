//! Floor 1: distances between places, and the address that a map application opens.

use crate::content::entity::Place;

/// Mean radius of the Earth, in kilometres (IUGG).
const EARTH: f64 = 6371.0;

/// Great-circle distance between two places, in whole kilometres (haversine formula).
#[must_use]
pub fn kilometres(from: &Place, to: &Place) -> u32 {
    let (lat1, lat2) = (from.latitude.to_radians(), to.latitude.to_radians());
    let half_lat = ((lat2 - lat1) / 2.0).sin();
    let half_lon = ((to.longitude - from.longitude).to_radians() / 2.0).sin();
    let chord = half_lat.mul_add(half_lat, lat1.cos() * lat2.cos() * half_lon * half_lon);
    (2.0 * EARTH * chord.sqrt().asin()).round() as u32
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
