//! The home page: three doors, when to call, the treatments, the places, who IPROS is, what it holds itself to.

use super::Shown;
use crate::components::block::blocks;
use crate::components::care_card::lighthouse;
use crate::components::drawing::drawing;
use crate::components::icon::{Icon, icon};
use crate::components::link_list::cards;
use crate::components::map::map;
use crate::components::page_head::page_head;
use crate::components::rich::rich;
use crate::components::{IntoStill, IntoStills};
use crate::content::id::{Section, Standalone};
use crate::content::{PageHead, PageId};
use crate::labels;
use leptos::prelude::*;

/// The home page.
pub fn home(shown: &Shown<'_>) -> AnyView {
    let Shown { head, body, here } = shown;
    let facts = &here.content.facts;
    let sections = facts.sections.iter().filter_map(|entry| here.head(&PageId::Index(entry.section)));
    let commitments = facts.site.commitments.iter();
    let commitments = commitments
        .map(|one| view! { <li><strong>{one.title.0.clone()} "."</strong> " " {rich(&one.text, here)}</li> });
    view! {
        {page_head(head, body, here)}
        <div class="wrap home">
            {doors(shown)}
            {call(shown)}
            <div class="split">
                <div class="flow">
                    <h2>{labels::ONE_BY_ONE}</h2>
                    {treatments(shown)}
                </div>
                <div class="flow">
                    <h2>{labels::PLACES_HERE}</h2>
                    {map(here)}
                    <ul class="inline-links">{places(shown)}</ul>
                </div>
            </div>
            <div class="split">
                <div class="flow">{blocks(&body.blocks, 0..body.blocks.len(), here)}</div>
                <div class="flow">
                    <h2 id="engagements">{labels::COMMITMENTS}</h2>
                    <ul class="plain">{commitments.stills()}</ul>
                </div>
            </div>
            <div class="flow">
                <h2>{labels::MAIN_NAV}</h2>
                {cards(sections, here)}
            </div>
        </div>
    }
    .still()
}

/// Three arches on one horizon.
fn doors(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let pictures = ["doors-comprendre", "doors-mal", "doors-preparer"];
    let each = pictures.into_iter().zip(&here.content.facts.site.doors).map(|(picture, door)| {
        view! {
            <li class="door">
                {drawing(picture, "door__arch", "0 0 240 172", here)}
                <div>
                    <h2><a class="door__way" href=here.href(&door.page)>{door.title.0.clone()}</a></h2>
                    <p>{rich(&door.text, here)}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="doors">{each.stills()}</ul> }.still()
}

fn call(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let id = PageId::Standalone(Standalone::WhenToCall);
    let Some(page) = here.head(&id) else { return ().still() };
    view! {
        <section class="care care--band">
            {lighthouse(here)}
            <div>
                <h2 class="care__title">{page.title.0.clone()}</h2>
                <p>{page.summary.0.clone()}</p>
            </div>
            <p><a class="button call" href=here.href(&id)>{icon(Icon::Phone, here)} {labels::SEE_WHEN_TO_CALL}</a></p>
        </section>
    }
    .still()
}

fn treatments(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let each = here.content.facts.therapies.iter().map(|therapy| {
        view! {
            <li>
                <a href=here.href(&therapy.page)>{therapy.name.0.clone()}</a>
                " "
                <span>{rich(&therapy.mechanism, here)}</span>
            </li>
        }
    });
    let more = |head: &PageHead| view! { <p><a href=here.href(&head.id)>{head.title.0.clone()}</a></p> };
    view! {
        <ul class="links">{each.stills()}</ul>
        {here.head(&PageId::Index(Section::Therapies)).map(more)}
    }
    .still()
}

fn places(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let each = here.content.facts.places.iter().map(|place| {
        view! { <li><a href=here.href(&place.page)>{place.name.0.clone()}</a></li> }
    });
    each.stills()
}
