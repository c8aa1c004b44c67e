//! A page's HTML file: what all pages share, and what stands around it on each.

use super::render;
use super::styles::Looks;
use crate::content::Content;
use crate::generated;
use crate::labels;
use crate::route::json_ld::{address, structured};
use crate::route::meta::{Head, head};
use crate::route::{Base, Route};
use crate::site::dist::asset::{Asset, hash};
use crate::site::dist::headers;
use crate::site::dist::page::PageFields;
use anyhow::{Context as _, Result};
use std::env;
use std::sync::Arc;

/// What every page shares.
pub(super) struct Shell {
    pub(super) content: Arc<Content>,
    pub(super) base: Base,
    /// A page's HTML, with a slot where pages differ: see [`PageFields::slots`].
    pub(super) template: String,
    /// The hash of the inline style.
    pub(super) style_hash: String,
}

impl Shell {
    /// Puts what all pages share into `index.html`. `dataset` is the `sha256-…` of the content.
    pub(super) fn new(
        index: &str,
        content: Arc<Content>,
        base: Base,
        looks: &Looks,
        script: &Asset,
        dataset: &str,
    ) -> Result<Self> {
        let folder = base.as_str();
        let style_hash = hash(looks.style.as_bytes());
        let root = format!(
            r#"<html lang="fr" data-build="{}" data-base="{folder}" data-content="{dataset}" data-updated="{}" data-elements="%ELEMENTS%">"#,
            generated::BUILD,
            content.facts.site.updated
        );
        // The policy stands before anything that it governs; it is for hosts that send no headers.
        let policy = format!(
            "{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
            headers::meta_policy(std::slice::from_ref(&style_hash))
        );
        let shared = format!(
            "%HEAD%\n<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>\n<style>{}</style>\n<script type=\"module\" src=\"{folder}assets/{}\" integrity=\"{}\" crossorigin></script>",
            looks.font, looks.style, script.name, script.integrity
        );
        let late = format!(r#"<link rel="stylesheet" href="{folder}assets/{}">"#, looks.sheet);
        let template = put(index, ROOT, &root)?;
        let template = put(&template, CHARSET, &policy)?;
        let template = put(&template, "<!--head-->", &shared)?;
        let template = put(&template, "<!--draft-->", &format!("{}%NOTE%", draft_mark()))?;
        let template = put(&template, "<!--app-->", "%APP%")?;
        let template = put(&template, "<!--late-->", &late)?;
        Ok(Self { content, base, template, style_hash })
    }

    /// What is a page's own.
    pub(super) fn fields(&self, route: &Route) -> PageFields {
        // The framework's empty comments in the form that HTML allows: the same nodes for hydration.
        let app = render::render(route, &self.content, &self.base).replace("<!>", "<!---->");
        PageFields {
            path: route.href(&self.base),
            title: self.content.head(route.page()).map_or_else(String::new, |head| head.title.0.clone()),
            listed: matches!(route, Route::Page(_)) && *route != Route::not_found(),
            elements: elements(&app),
            head: self.head(route),
            app,
        }
    }

    /// The review page of development builds: every piece in its states, as the style sheet shows them once awake.
    pub(super) fn examples(&self, index: &str, looks: &Looks) -> Result<String> {
        let parts = render::render_examples(&self.content, &self.base)?.replace("<!>", "<!---->");
        let head = format!(
            r#"<title>Aperçu des pièces</title><meta name="robots" content="noindex"><style>{}</style>"#,
            looks.style
        );
        let page = put(index, ROOT, r#"<html lang="fr" data-hydrated="">"#)?;
        let page = put(&page, "<!--head-->", &head)?;
        let page = put(&page, "<!--app-->", &parts)?;
        Ok(page.replace("<!--draft-->", "").replace("<!--late-->", ""))
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
}

/// Where the page's language stands in `index.html`, and the build's marks beside it.
const ROOT: &str = r#"<html lang="fr">"#;
const CHARSET: &str = "<meta charset=\"utf-8\">\n";

/// Puts text in a place of `index.html`.
fn put(page: &str, place: &str, text: &str) -> Result<String> {
    let parts = page.split_once(place).filter(|(_, after)| !after.contains(place));
    let (before, after) = parts.with_context(|| format!("index.html must hold {} once", place.trim_end()))?;
    Ok(format!("{before}{text}{after}"))
}

/// `xtask release --draft` and every build that is no release are drafts; only a release that passed the check is not.
fn draft_mark() -> String {
    if env::var_os("IPROS_RELEASE").is_some() {
        return String::new();
    }
    format!(r#"<aside class="draft-mark" aria-label="{}">{}</aside>"#, labels::SITE_STATE, labels::DRAFT)
}

/// How many elements a page's HTML has.
fn elements(html: &str) -> usize {
    html.match_indices('<').filter(|(at, _)| html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic())).count()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
