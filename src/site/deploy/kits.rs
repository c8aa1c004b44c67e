//! The deploy kits: what each host needs in its own language, out of the one list of headers.
//!
//! The texts stand in `deploy/`; what a build decides (hashes, folder) is filled in here.

use crate::route::Base;
use crate::site::dist::headers::{self, Rule};
use crate::site::dist::info::base_of;
use anyhow::Result;
use fs_err as fs;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

const NGINX: &str = include_str!("../../../deploy/nginx/site.conf");
const CADDY: &str = include_str!("../../../deploy/caddy/Caddyfile");
const ADDRESSES: &str = include_str!("../../../deploy/cloudfront/addresses.js");
/// Files that every release carries as they are.
const AS_THEY_ARE: [(&str, &str); 3] = [
    ("nginx/deploy.sh", include_str!("../../../deploy/nginx/deploy.sh")),
    ("kill-switch/sw.js", include_str!("../../../deploy/kill-switch/sw.js")),
    ("README.md", include_str!("../../../deploy/README.md")),
];

/// Where a server listens and finds its files.
#[derive(Clone, Debug)]
pub struct Place {
    /// `443 ssl` for nginx, `site.example.fr` for Caddy.
    pub listen: String,
    /// The folder that holds the site, or the folder above when the site is published in one.
    pub root: String,
    /// Where the file with the headers will be.
    pub headers: String,
}

/// The kits of a dist: name and text of each file.
///
/// # Errors
/// When the folder is no dist.
pub fn kits(dist: &Path) -> Result<BTreeMap<String, String>> {
    let base = base_of(dist)?;
    let rules = rules(dist)?;
    let place = |listen: &str, headers: &str| Place {
        listen: listen.to_owned(),
        root: "/srv/ipros/current".to_owned(),
        headers: headers.to_owned(),
    };
    let mut files: BTreeMap<String, String> =
        AS_THEY_ARE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    files.insert("nginx/site.conf".to_owned(), nginx(&base, &place("80", "/etc/nginx/ipros-headers.conf")));
    files.insert("nginx/ipros-headers.conf".to_owned(), nginx_headers(&rules));
    files.insert("caddy/Caddyfile".to_owned(), caddy(&base, &place(":80", "ipros-headers.caddy")));
    files.insert("caddy/ipros-headers.caddy".to_owned(), caddy_headers(&rules));
    files.insert("cloudfront/addresses.js".to_owned(), ADDRESSES.replace("%BASE%", base.as_str()));
    files.insert("cloudfront/response-headers-policy.json".to_owned(), cloudfront(&rules));
    Ok(files)
}

/// The headers that a dist's `_headers` sets on every answer.
///
/// # Errors
/// When the folder is no dist.
pub fn rules(dist: &Path) -> Result<Vec<(String, String)>> {
    let rules = headers::parse(&fs::read_to_string(dist.join("_headers"))?)?;
    Ok(rules
        .into_iter()
        .filter(|rule: &Rule| rule.path.ends_with("/*"))
        .take(1)
        .flat_map(|rule| rule.headers)
        .collect())
}

fn fill(template: &str, base: &Base, place: &Place) -> String {
    let pattern = base.as_str().replace('.', "\\.");
    let bare = if base.prefix().is_empty() { "/no-folder" } else { base.prefix() };
    template
        .replace("%BASE_PATTERN%", &pattern)
        .replace("%BASE_BARE%", bare)
        .replace("%BASE%", base.as_str())
        .replace("%LISTEN%", &place.listen)
        .replace("%ROOT%", &place.root)
        .replace("%HEADERS%", &place.headers)
}

/// nginx's site.
#[must_use]
pub fn nginx(base: &Base, place: &Place) -> String {
    fill(NGINX, base, place)
}

/// Caddy's site.
#[must_use]
pub fn caddy(base: &Base, place: &Place) -> String {
    fill(CADDY, base, place)
}

/// nginx's headers; `always`: on errors too.
#[must_use]
pub fn nginx_headers(rules: &[(String, String)]) -> String {
    rules.iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
        text
    })
}

/// Caddy's headers.
#[must_use]
pub fn caddy_headers(rules: &[(String, String)]) -> String {
    let lines = rules.iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "\t{name} \"{value}\"");
        text
    });
    format!("header {{\n{lines}}}\n")
}

/// What `aws cloudfront create-response-headers-policy --response-headers-policy-config file://…` reads.
fn cloudfront(rules: &[(String, String)]) -> String {
    let items: Vec<_> =
        rules.iter().map(|(name, value)| json!({ "Header": name, "Value": value, "Override": true })).collect();
    let value = |wanted: &str| rules.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    // CloudFront refuses these names among its custom headers, and has a place of its own for each.
    let own = ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy"];
    let custom: Vec<_> = items.into_iter().filter(|item| !own.iter().any(|name| item["Header"] == *name)).collect();
    let policy = json!({
        "Name": "ipros",
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": { "Override": true, "ContentSecurityPolicy": value("Content-Security-Policy") },
            "StrictTransportSecurity": { "Override": true, "IncludeSubdomains": false, "AccessControlMaxAgeSec": 31_536_000 },
            "ContentTypeOptions": { "Override": true },
            "ReferrerPolicy": { "Override": true, "ReferrerPolicy": value("Referrer-Policy") },
        },
        "CustomHeadersConfig": { "Quantity": custom.len(), "Items": custom },
    });
    format!("{policy:#}\n")
}
