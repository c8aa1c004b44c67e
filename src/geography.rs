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
    format!("geo:{:.5},{:.5}?q={:.5},{:.5}", place.latitude, place.longitude, place.latitude, place.longitude)
}

/// The place on OpenStreetMap, for devices that know no `geo:` address. Opened only when the visitor follows the link.
#[must_use]
pub fn map_url(place: &Place) -> String {
    let (lat, lon) = (place.latitude, place.longitude);
    format!("https://www.openstreetmap.org/?mlat={lat:.5}&mlon={lon:.5}#map=13/{lat:.5}/{lon:.5}")
}
