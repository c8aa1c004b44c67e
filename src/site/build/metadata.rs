//! What search engines and devices look for beside the pages: sitemap, robots, manifest, icons, social card.

use crate::content::Content;
use crate::route::json_ld::address;
use crate::route::meta::meta;
use crate::route::{Base, Route};
use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::json;
use std::fmt::Write as _;

/// `sitemap.xml`: canonical pages that search engines may list, with the date of their text. Its form asks for absolute
/// addresses: it stays empty until the site's address is known.
#[must_use]
pub(super) fn sitemap(content: &Content, base: &Base) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let known = content.facts().site.address.is_some();
    for route in Route::all(content).into_iter().filter(|route| known && meta(route, content).indexed) {
        if let Some(updated) = content.updated(route.page()) {
            let place = address(&route, content, base);
            let _ = writeln!(xml, "<url><loc>{place}</loc><lastmod>{updated}</lastmod></url>");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `robots.txt`: everything may be read (a page that awaits its review says `noindex` itself, which must be read to be obeyed).
#[must_use]
pub(super) fn robots(content: &Content, base: &Base) -> String {
    let origin = content.facts().site.address.as_deref().map(|address| address.trim_end_matches('/'));
    let sitemap =
        origin.map_or_else(String::new, |origin| format!("\nSitemap: {origin}{}sitemap.xml\n", base.as_str()));
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// `manifest.webmanifest`: the site can be put on a phone's first screen.
#[must_use]
pub(super) fn manifest(content: &Content, base: &Base) -> String {
    let site = &content.facts().site;
    let base = base.as_str();
    let png = |size: u32| json!({ "src": format!("{base}icon-{size}.png"), "type": "image/png", "sizes": format!("{size}x{size}") });
    let manifest = json!({
        "name": format!("{}, {}", site.name, site.tagline),
        "short_name": site.name.0,
        "lang": "fr",
        "start_url": base,
        "scope": base,
        "display": "minimal-ui",
        "background_color": "#fcf8f0",
        "theme_color": "#e3eef0",
        "icons": [png(192), png(512), { "src": format!("{base}icon.svg"), "type": "image/svg+xml", "sizes": "any" }],
    });
    format!("{manifest:#}\n")
}

/// An SVG drawn as a PNG of this width.
///
/// # Errors
/// When the drawing cannot be read.
pub(super) fn png(svg: &[u8], width: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_data(svg, &Options::default())?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height).context("an empty drawing")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}
