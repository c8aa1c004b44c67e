//! The headers that every host must send: computed once, written as `_headers`, read back by the preview server.

use crate::route::Base;
use anyhow::{Result, anyhow};
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
        "trusted-types ipros",
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
    for fresh in [crate::state::content_updates::VERSION_FILE, super::info::WORKER_FILE] {
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
pub fn parse(text: &str) -> Result<Vec<Rule>> {
    let mut rules: Vec<Rule> = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = || anyhow!("_headers, line {}: {line}", number + 1);
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

/// `_redirects`, for Netlify and Cloudflare Pages: they find folders and `404.html` by themselves; only the way into a
/// folder is added.
#[must_use]
pub fn redirects(base: &Base) -> String {
    let note = "# Folders, index.html and 404.html are the host's own affair; nothing else moves.\n";
    if base.prefix().is_empty() { note.to_owned() } else { format!("{note}/ {} 302\n", base.as_str()) }
}

/// What breaks the documented limits of Cloudflare Pages and Netlify: 100 header rules, lines of 2,000 signs, 2,000 static
/// and 100 dynamic redirects of 1,000 signs.
#[must_use]
pub fn over_limits(headers_file: &str, redirects_file: &str) -> Vec<String> {
    let mut over = Vec::new();
    match parse(headers_file) {
        Ok(rules) if rules.len() > 100 => over.push(format!("_headers: {} rules, 100 at most", rules.len())),
        Ok(_) => {}
        Err(error) => over.push(error.to_string()),
    }
    for (number, line) in headers_file.lines().enumerate().filter(|(_, line)| line.chars().count() > 2000) {
        over.push(format!("_headers, line {}: {} signs, 2000 at most", number + 1, line.chars().count()));
    }
    let (mut still, mut dynamic) = (0, 0);
    let lines =
        redirects_file.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    for (number, line) in lines {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let shape = (2..=3).contains(&parts.len()) && parts[0].starts_with('/');
        let status = parts.get(2).is_none_or(|status| ["200", "301", "302", "303", "307", "308"].contains(status));
        if !shape || !status || line.chars().count() > 1000 {
            over.push(format!("_redirects, line {}: {line}", number + 1));
        }
        if line.contains(['*', ':']) { dynamic += 1 } else { still += 1 }
    }
    if still > 2000 || dynamic > 100 {
        over.push(format!("_redirects: {still} static of 2000, {dynamic} dynamic of 100"));
    }
    over
}
