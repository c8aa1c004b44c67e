//! A page's HTML file: what all pages share, and what stands around it on each.

use super::render;
use super::styles::Looks;
use crate::app::frame::standing;
use crate::content::Content;
use crate::labels;
use crate::route::Route;
use crate::route::json_ld::{address, structured};
use crate::route::meta::{Meta, meta};
use crate::site::dist::asset::{Asset, hash, short_hash};
use crate::site::dist::headers;
use crate::site::dist::page::PageFields;
use crate::state::context::SitePlace;
use crate::view::node::html;
use crate::view::nodes;
use anyhow::{Context as _, Result};
use std::env;
use std::sync::Arc;

/// What every page shares.
pub(super) struct Shell {
    pub(super) content: Arc<Content>,
    pub(super) place: Arc<SitePlace>,
    /// A page's HTML, with a slot where pages differ: see [`PageFields::slots`].
    pub(super) template: String,
    /// The hash of the inline style.
    pub(super) style_hash: String,
}

/// The slot of the build's name, which is known when everything else is.
const BUILD: &str = "%BUILD%";

/// The assets that every page names.
pub(super) struct Named<'a> {
    pub(super) looks: &'a Looks,
    pub(super) script: &'a Asset,
    pub(super) dataset: &'a Asset,
}

impl Shell {
    /// Puts what all pages share into `index.html`.
    pub(super) fn new(index: &str, content: Arc<Content>, place: Arc<SitePlace>, named: &Named<'_>) -> Result<Self> {
        let Named { looks, script, dataset } = named;
        let folder = place.base.as_str();
        let style_hash = hash(looks.style.as_bytes());
        let root = format!(
            r#"<html lang="fr" data-route="%ROUTE%" data-build="{BUILD}" data-base="{folder}" data-drawings="{}" data-bundle="{}" data-content="{}" data-updated="{}">"#,
            place.drawings,
            dataset.name,
            dataset.integrity,
            content.facts().site.updated
        );
        // The policy stands before anything that it governs; it is for hosts that send no headers.
        let policy = format!(
            "{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
            headers::meta_policy(std::slice::from_ref(&style_hash))
        );
        // Not deferred: a deferred module waits for the late style sheet, and the wasm is asked for by the module.
        let shared = format!(
            "%HEAD%\n<style>{}</style>\n<script type=\"module\" async src=\"{folder}assets/{}\" integrity=\"{}\" crossorigin></script>",
            looks.style, script.name, script.integrity
        );
        // Not in the head: there the type face holds up the first paint, and takes the line from the text.
        let face = format!(r#"<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>"#, looks.font);
        let late = format!(r#"<link rel="stylesheet" href="{folder}assets/{}">"#, looks.sheet);
        let template = put(index, ROOT, &root)?;
        let template = put(&template, CHARSET, &policy)?;
        let template = put(&template, "<!--head-->", &shared)?;
        let template = put(&template, "<!--draft-->", &format!("{face}{}%NOTE%", draft_mark()))?;
        let template = put(&template, "<!--app-->", "%APP%")?;
        let template = put(&template, "<!--standing-->", &html(&nodes(standing())))?;
        let template = put(&template, "<!--late-->", &late)?;
        Ok(Self { content, place, template, style_hash })
    }

    /// Gives the build its name, which stands for everything that the pages show and name; the fields of every page.
    pub(super) fn name_build(&mut self) -> Result<(String, Vec<PageFields>)> {
        let pages: Vec<PageFields> = Route::all(&self.content).iter().map(|route| self.fields(route)).collect();
        let name = short_hash(&serde_json::to_vec(&(&self.template, &pages))?);
        self.template = put(&self.template, BUILD, &name)?;
        Ok((name, pages))
    }

    /// What is a page's own.
    fn fields(&self, route: &Route) -> PageFields {
        PageFields {
            path: route.href(&self.place.base),
            title: self.content.head(route.page()).map_or_else(String::new, |head| head.title.0.clone()),
            listed: matches!(route, Route::Page(_)) && *route != Route::not_found(),
            route: route.path(),
            head: self.head(route),
            app: render::render(route, &self.content, &self.place),
        }
    }

    /// The review page of development builds: every piece in its states, as the style sheet shows them once awake.
    pub(super) fn examples(&self, index: &str, looks: &Looks) -> Result<String> {
        let parts = render::render_examples(&self.content, &self.place)?;
        let head = format!(
            r#"<title>Aperçu des pièces</title><meta name="robots" content="noindex"><style>{}</style>"#,
            looks.style
        );
        let page = put(index, ROOT, r#"<html lang="fr" data-awake="">"#)?;
        let page = put(&page, "<!--head-->", &head)?;
        let page = put(&page, "<!--app-->", &parts)?;
        Ok(["<!--draft-->", "<!--standing-->", "<!--late-->"].iter().fold(page, |page, mark| page.replace(mark, "")))
    }

    fn head(&self, route: &Route) -> String {
        let meta = meta(route, &self.content);
        let base = self.place.base.as_str();
        let mut lines = vec![
            format!("<title>{}</title>", escape(&meta.title)),
            format!(r#"<meta name="description" content="{}">"#, escape(&meta.description)),
        ];
        if !meta.indexed {
            lines.push(r#"<meta name="robots" content="noindex">"#.to_owned());
        }
        if let Some(address) = &self.content.facts().site.address {
            let canonical = meta.canonical.href(&self.place.base);
            lines.push(format!(r#"<link rel="canonical" href="{}{canonical}">"#, address.trim_end_matches('/')));
        }
        lines.push(format!(r#"<link rel="icon" href="{base}icon.svg" type="image/svg+xml">"#));
        lines.push(format!(r#"<link rel="apple-touch-icon" href="{base}icon-180.png">"#));
        lines.push(format!(r#"<link rel="manifest" href="{base}manifest.webmanifest" crossorigin="use-credentials">"#));
        lines.push(self.open_graph(&meta));
        let graph = structured(route, &self.content, &self.place.base).to_string().replace('<', "\\u003c");
        lines.push(format!(r#"<script type="application/ld+json">{graph}</script>"#));
        lines.join("\n")
    }

    /// What a message that quotes the page shows. A picture needs an absolute address.
    fn open_graph(&self, meta: &Meta) -> String {
        let content = &self.content;
        let place = address(&meta.canonical, content, &self.place.base);
        let mut properties = vec![
            ("og:type", "article".to_owned()),
            ("og:site_name", content.facts().site.name.0.clone()),
            ("og:locale", "fr_FR".to_owned()),
            ("og:title", meta.title.clone()),
            ("og:description", meta.description.clone()),
        ];
        if let Some(origin) = &content.facts().site.address {
            properties.push(("og:url", place));
            let card = format!("{}{}social.png", origin.trim_end_matches('/'), self.place.base.as_str());
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
