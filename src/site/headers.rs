//! The headers that every host must send: computed once, written as `_headers`, read back by the preview server.

use crate::route::Base;
use std::fmt::Write as _;

/// The Content-Security-Policy; `styles` are the hashes (`sha256-…`) of inline styles that may stand in a page.
#[must_use]
pub fn policy(styles: &[String]) -> String {
    let styles: String = styles.iter().map(|hash| format!(" '{hash}'")).collect();
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &format!("style-src 'self'{styles}"),
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ]
    .join("; ")
}

/// The policy as a `meta` element may state it, for hosts that send no headers: a `meta` cannot forbid framing.
#[must_use]
pub fn meta_policy(styles: &[String]) -> String {
    policy(styles).replace("frame-ancestors 'none'; ", "")
}

/// Features that the site never uses, by names that browsers know (unknown names print console warnings).
const OFF: [&str; 8] =
    ["accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb"];

/// Name and value of each header of every answer.
#[must_use]
pub fn everywhere(styles: &[String]) -> Vec<(&'static str, String)> {
    let off: Vec<String> = OFF.iter().map(|feature| format!("{feature}=()")).collect();
    vec![
        ("Content-Security-Policy", policy(styles)),
        // Not includeSubDomains: the practice may have other hosts.
        ("Strict-Transport-Security", "max-age=31536000".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Embedder-Policy", "require-corp".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", off.join(", ")),
    ]
}

/// The text of `_headers` (Netlify and Cloudflare Pages read it). Each path sets a header at most once, since hosts join
/// what several rules set.
#[must_use]
pub fn file(styles: &[String], base: &Base) -> String {
    let base = base.as_str();
    let mut text = format!("{base}*\n");
    for (name, value) in everywhere(styles) {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = writeln!(text, "\n{base}assets/*\n  Cache-Control: public, max-age=31536000, immutable");
    for fresh in [crate::state::content_updates::VERSION_FILE, super::offline::WORKER_FILE] {
        let _ = writeln!(text, "\n{base}{fresh}\n  Cache-Control: no-cache");
    }
    text
}

/// One rule of a `_headers` file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// A path, with an optional `*` at its end.
    pub path: String,
    /// Names and values.
    pub headers: Vec<(String, String)>,
}

impl Rule {
    /// Whether the rule speaks of this path.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        self.path.strip_suffix('*').map_or(self.path == path, |prefix| path.starts_with(prefix))
    }
}

/// Reads a `_headers` file.
///
/// # Errors
/// The line that is neither a path, nor a header below one, nor a comment.
pub fn parse(text: &str) -> Result<Vec<Rule>, String> {
    let mut rules: Vec<Rule> = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = || format!("_headers, line {}: {line}", number + 1);
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with('/') {
            rules.push(Rule { path: line.trim().to_owned(), headers: Vec::new() });
        } else {
            let (name, value) = line.split_once(':').ok_or_else(wrong)?;
            let rule = rules.last_mut().filter(|_| line.starts_with(' ')).ok_or_else(wrong)?;
            rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    Ok(rules)
}
