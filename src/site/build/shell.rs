//! A page's HTML file: what all pages share, and what stands around it on each.

use super::render;
use crate::content::Content;
use crate::generated;
use crate::labels;
use crate::route::json_ld::{address, structured};
use crate::route::meta::{Head, head};
use crate::route::{Base, Route};
use crate::site::dist::asset::{Asset, hash};
use crate::site::dist::headers;
use anyhow::{Context as _, Result};
use std::env;
use std::sync::Arc;

/// What every page shares.
pub(super) struct Shell {
    pub(super) content: Arc<Content>,
    pub(super) base: Base,
    /// The five pieces of HTML around what differs from page to page: see [`Shell::page`].
    pub(super) frame: [String; 5],
    pub(super) style: String,
    pub(super) bundle: Asset,
}

/// What differs from page to page.
pub(super) struct Parts {
    /// How many elements the program finds when it wakes the page up.
    pub(super) elements: usize,
    /// The page's own lines of the head.
    pub(super) head: String,
    /// What stands in `#app`.
    pub(super) app: String,
}

/// How pages look: the inline style, the name of the whole sheet, the address of the type face.
pub(super) struct Sheets<'a> {
    pub(super) style: &'a str,
    pub(super) sheet: &'a str,
    pub(super) font: &'a str,
}

/// The HTML around what differs from page to page: before the number of elements, the page's head, the place of a note,
/// `#app`'s content, and the end.
pub(super) fn frame(
    template: &str,
    base: &Base,
    content: &Content,
    sheets: &Sheets<'_>,
    script: &Asset,
    bundle: &Asset,
) -> Result<[String; 5]> {
    let folder = base.as_str();
    let Sheets { style, sheet, font } = sheets;
    let root = format!(
        r#"<html lang="fr" data-build="{}" data-base="{folder}" data-content="{}" data-updated="{}" data-elements=""#,
        generated::BUILD,
        bundle.integrity,
        content.facts.site.updated
    );
    let policy = headers::meta_policy(&[hash(style.as_bytes())]);
    let shared = format!(
        "<link rel=\"preload\" href=\"{font}\" as=\"font\" type=\"font/woff2\" crossorigin>\n<style>{style}</style>\n<script type=\"module\" src=\"{folder}assets/{}\" integrity=\"{}\" crossorigin></script>",
        script.name, script.integrity
    );
    // `xtask release --draft` and every build that is no release are drafts; only a release that passed the check is not.
    let mark = format!(r#"<aside class="draft-mark" aria-label="{}">{}</aside>"#, labels::SITE_STATE, labels::DRAFT);
    let draft = if env::var_os("IPROS_RELEASE").is_none() { mark } else { String::new() };
    let late = format!(r#"<link rel="stylesheet" href="{folder}assets/{sheet}">"#);
    let once = |text: &str, mark: &str| {
        let parts = text.split_once(mark).filter(|(_, after)| !after.contains(mark));
        parts.map(|(a, b)| (a.to_owned(), b.to_owned())).with_context(|| format!("index.html must hold {mark} once"))
    };
    let (before, rest) = once(template, r#"<html lang="fr">"#)?;
    let (meta, rest) = once(&rest, "<!--head-->")?;
    let (after_head, rest) = once(&rest, "<!--draft-->")?;
    let (opening, rest) = once(&rest, "<!--app-->")?;
    let (closing, end) = once(&rest, "<!--late-->")?;
    // The policy stands before anything that it governs; it is for hosts that send no headers.
    let (charset, viewport) = once(&meta, "<meta charset=\"utf-8\">\n")?;
    let policy =
        format!("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    Ok([
        before + &root,
        format!("\">{charset}{policy}{viewport}"),
        format!("\n{shared}{after_head}{draft}"),
        opening,
        closing + &late + &end,
    ])
}

impl Shell {
    /// What is a page's own.
    pub(super) fn parts(&self, route: &Route) -> Parts {
        // The framework's empty comments in the form that HTML allows: the same nodes for hydration.
        let app = render::render(route, &self.content, &self.base).replace("<!>", "<!---->");
        let elements =
            app.match_indices('<').filter(|(at, _)| app[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
        Parts { elements: elements.count(), head: self.head(route), app }
    }

    /// The review page of development builds: every piece in its states, as the style sheet shows them once awake.
    pub(super) fn examples(&self, template: &str) -> Result<String> {
        let parts = render::render_examples(&self.content, &self.base)?.replace("<!>", "<!---->");
        let head = format!(
            r#"<title>Aperçu des pièces</title><meta name="robots" content="noindex"><style>{}</style>"#,
            self.style
        );
        let page = template.replace(r#"<html lang="fr">"#, r#"<html lang="fr" data-hydrated="">"#);
        let page = page.replace("<!--head-->", &head).replace("<!--app-->", &parts);
        Ok(page.replace("<!--draft-->", "").replace("<!--late-->", ""))
    }

    /// The whole HTML file of a page. The worker puts pages together in the same way (`assets/worker.js`).
    pub(super) fn page(&self, parts: &Parts) -> String {
        let [root, head, shared, opening, end] = &self.frame;
        let Parts { elements, head: own, app } = parts;
        format!("{root}{elements}{head}{own}{shared}{opening}{app}{end}")
    }

    fn head(&self, route: &Route) -> String {
        let head = head(route, &self.content);
        let base = self.base.as_str();
        let mut lines = vec![
            format!("<title>{}</title>", escape(&head.title)),
            format!(r#"<meta name="description" content="{}">"#, escape(&head.description)),
        ];
        if !head.indexed {
            lines.push(r#"<meta name="robots" content="noindex">"#.to_owned());
        }
        if let Some(address) = &self.content.facts.site.address {
            let canonical = head.canonical.href(&self.base);
            lines.push(format!(r#"<link rel="canonical" href="{}{canonical}">"#, address.trim_end_matches('/')));
        }
        lines.push(format!(r#"<link rel="icon" href="{base}icon.svg" type="image/svg+xml">"#));
        lines.push(format!(r#"<link rel="apple-touch-icon" href="{base}icon-180.png">"#));
        lines.push(format!(r#"<link rel="manifest" href="{base}manifest.webmanifest">"#));
        lines.push(self.open_graph(&head));
        let graph = structured(route, &self.content, &self.base).to_string().replace('<', "\\u003c");
        lines.push(format!(r#"<script type="application/ld+json">{graph}</script>"#));
        lines.join("\n")
    }

    /// What a message that quotes the page shows. A picture needs an absolute address.
    fn open_graph(&self, head: &Head) -> String {
        let content = &self.content;
        let place = address(&head.canonical, content, &self.base);
        let mut properties = vec![
            ("og:type", "article".to_owned()),
            ("og:site_name", content.facts.site.name.0.clone()),
            ("og:locale", "fr_FR".to_owned()),
            ("og:title", head.title.clone()),
            ("og:description", head.description.clone()),
        ];
        if let Some(origin) = &content.facts.site.address {
            properties.push(("og:url", place));
            let card = format!("{}{}social.png", origin.trim_end_matches('/'), self.base.as_str());
            properties.push(("og:image", card));
        }
        let line = |(name, value): (&str, String)| format!(r#"<meta property="{name}" content="{}">"#, escape(&value));
        properties.into_iter().map(line).collect()
    }

    /// The hash of the inline style.
    pub(super) fn style_hash(&self) -> String {
        hash(self.style.as_bytes())
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
