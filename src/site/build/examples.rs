//! The pieces of the site as named examples: the review page `_apercu/` of development builds shows them, a snapshot keeps
//! them, axe judges them. Native only: none of it is in the wasm.

use crate::components::PageContext;
use crate::components::block::blocks;
use crate::components::breadcrumb::breadcrumb;
use crate::components::care_card::call_note;
use crate::components::drawing::drawing;
use crate::components::icon::{Icon, icon};
use crate::components::link_list::page_links;
use crate::components::map::{map, nearest};
use crate::components::page_end::{on_this_page, on_this_page_folded, page_end};
use crate::components::page_head::page_head;
use crate::content::page::{PageBody, Review};
use crate::content::{Block, Content, PageHead, PageId};
use crate::route::Route;
use crate::state::context::SitePlace;
use crate::view::node::html;
use crate::view::{Element, Node, el, nodes};
use anyhow::{Context as _, Error, Result};
use serde_json::{Value, json};
use std::sync::Arc;

/// A piece in one of its states.
pub struct Example {
    /// What is shown.
    pub name: &'static str,
    /// Its HTML.
    pub html: String,
}

const LONG: &str = "Hématopoïétiquementextraordinairementlongsanslemoindreespace";

/// Every example, rendered on the therapy page that all of them stand on.
///
/// # Errors
/// The example whose data does not fit the types any more.
pub fn examples(content: &Arc<Content>, place: &Arc<SitePlace>) -> Result<Vec<Example>> {
    let page = |id: &str| PageId::parse(id).map_err(Error::msg);
    let id = page("therapies/chimiotherapie")?;
    let context =
        PageContext { route: Route::Page(id.clone()), content: Arc::clone(content), place: Arc::clone(place) };
    let (head, body) = (context.head(&id).context("no page")?.clone(), content.body(&id).context("no body")?);
    let one = |element: Element| nodes([element]);
    let mut all: Vec<(&str, Vec<Node>)> = vec![
        ("fil d'Ariane", nodes([breadcrumb(&context)])),
        ("titre, en attente de relecture", one(page_head(&head, &body, &context))),
        ("titre, relu", one(page_head(&head, &approved(&body)?, &context))),
        ("titre de 60 signes et mot très long", one(page_head(&long(&head), &body, &context))),
        ("sur cette page", nodes([on_this_page(&body.blocks)])),
        ("sur cette page, replié", nodes([on_this_page_folded(&body.blocks, &context)])),
        ("note d'appel", nodes([call_note(&context)])),
        ("liens vers des pages", one(page_links(&[page("therapies")?, page("lieux/istres")?], &context))),
        ("fin de page", page_end(&body, &context)),
        ("carte des lieux", one(map(&context))),
        ("le plus proche", one(nearest(&context))),
        ("boutons", one(buttons(&context))),
        ("repère", one(drawing("marks-ipros", "brand__mark", "0 0 44 32", &context))),
    ];
    for (name, block) in data().into_iter().chain(figures()) {
        let block: Block = serde_json::from_value(block).context(name)?;
        all.push((name, nodes(blocks(&[block], 0..1, &context))));
    }
    Ok(all.into_iter().map(|(name, view)| Example { name, html: html(&view) }).collect())
}

fn buttons(context: &PageContext) -> Element {
    let link = |class: &str| el("a").class(class).attr("href", "#");
    el("p")
        .class("tools")
        .child(link("button").text("Action"))
        .child(link("button button--quiet").text("Action calme"))
        .child(link("button call").child(icon(Icon::Phone, context)).text(" Appeler"))
        .child(el("button").class("button").attr("type", "button").attr("disabled", "").text("Pas disponible"))
}

fn approved(body: &PageBody) -> Result<PageBody> {
    let review = json!({ "validated": { "who": "Nom d'exemple", "role": "oncologue", "on": "2026-11-20", "next": "2027-11-20" } });
    let review: Review = serde_json::from_value(review)?;
    Ok(PageBody { review, ..body.clone() })
}

fn long(head: &PageHead) -> PageHead {
    let mut head = head.clone();
    head.title.0 = "Un titre de soixante signes qui parle d'hormonothérapie ici ?".to_owned();
    head.summary.0 = format!("{LONG} et la suite du texte.");
    head
}

/// Blocks as editors write them.
fn data() -> Vec<(&'static str, Value)> {
    let long = format!("{LONG}, puis une [page](page:therapies) et un [mot](terme:pps).");
    let signs = json!(["38 °C ou plus.", "Frissons.", long]);
    vec![
        ("paragraphe, mot très long", json!({ "paragraph": { "text": long } })),
        ("titre", json!({ "heading": { "text": "Un titre qui pose une question ?" } })),
        ("liste", json!({ "list": { "items": ["Une idée.", long] } })),
        ("liste numérotée", json!({ "list": { "numbered": true, "items": ["D'abord.", "Ensuite."] } })),
        ("à faire, à éviter", json!({ "do_dont": { "do": ["Bouger un peu."], "dont": [long] } })),
        (
            "faits",
            json!({ "key_facts": { "facts": [{ "label": "Où", "value": "À l'hôpital de jour." }, { "label": LONG, "value": long }] } }),
        ),
        ("encadré", json!({ "callout": { "title": "En bref", "text": ["Une phrase.", long] } })),
        (
            "quand appeler l'équipe",
            json!({ "when_to_call": { "title": "Appelez l'équipe", "urgency": "team", "signs": signs, "text": ["Dites votre traitement."] } }),
        ),
        (
            "quand appeler le 15",
            json!({ "when_to_call": { "title": "Appelez le 15", "urgency": "emergency", "signs": signs } }),
        ),
        (
            "tableau",
            json!({ "table": { "caption": "Un tableau", "columns": ["Quoi", "Comment", "Où"], "rows": [{ "head": "**Un**", "cells": ["Ainsi.", long] }] } }),
        ),
        (
            "chemin",
            json!({ "timeline": { "steps": [{ "title": "Avant", "text": "Une étape." }, { "title": LONG, "text": long }] } }),
        ),
        ("questions", json!({ "questions": { "items": ["Que puis-je demander ?", LONG] } })),
        ("volets", json!({ "folds": { "items": [{ "title": "\"Une idée reçue\"", "text": ["Ce qu'il en est."] }] } })),
        ("liens", json!({ "links": { "pages": ["therapies", "contact"] } })),
    ]
}

/// Every drawing as a figure with its legend.
fn figures() -> Vec<(&'static str, Value)> {
    let figure = |drawing: &str, count: usize| {
        let legend: Vec<String> = (1..=count).map(|nth| format!("**Image {nth}.** Ce qu'elle montre.")).collect();
        json!({ "figure": { "drawing": drawing, "caption": "Un dessin", "legend": legend, "twin": "Ce que l'on voit." } })
    };
    vec![
        ("dessin : rythme", figure("treatment_rhythm", 0)),
        ("dessin : zone et corps", figure("local_and_systemic", 2)),
        ("dessin : chimiothérapie", figure("chemotherapy", 3)),
        ("dessin : immunothérapie", figure("immunotherapy", 3)),
        ("dessin : thérapie ciblée", figure("targeted_therapy", 3)),
        ("dessin : hormonothérapie", figure("hormone_therapy", 3)),
        ("dessin : rayons", figure("radiation_beams", 2)),
        ("dessin : parcours", figure("care_path", 7)),
        ("dessin : équipe", figure("team", 8)),
    ]
}
