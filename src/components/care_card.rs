//! "When to call": the signs, then whom to call. The only piece in terracotta.

use super::drawing::drawing;
use super::icon::{Icon, icon};
use super::rich::{items, paragraphs};
use super::{Here, IntoStill};
use crate::content::PageId;
use crate::content::block::{Urgency, WhenToCall};
use crate::content::id::Standalone;
use crate::labels;
use leptos::prelude::*;

/// Signs, what to do, and the numbers.
pub fn care_card(call: &WhenToCall, here: &Here) -> AnyView {
    let (class, numbers) = match call.urgency {
        Urgency::Team => ("care", view! { {team_number(here)} <p>{labels::NO_ANSWER} " " <a class="number" href="tel:15">{labels::CALL_15}</a></p> }.still()),
        Urgency::Emergency => ("care care--15", emergency_numbers(here)),
    };
    view! {
        <section class=class>
            {lighthouse(here)}
            <h2 class="care__title">{call.title.0.clone()}</h2>
            <ul class="care__signs">{items(&call.signs, here)}</ul>
            {paragraphs(&call.text, here)}
            <div class="care__who">{numbers}</div>
        </section>
    }
    .still()
}

/// The team's number when the practice has given one, else where to find it.
pub fn team_number(here: &Here) -> AnyView {
    match &here.content.facts.site.contact.phone {
        Some(phone) => {
            let dial: String = phone.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            view! {
                <p>
                    <a class="button call" href=format!("tel:{dial}")>
                        {icon(Icon::Phone, here)} {labels::CALL_TEAM} " " {phone.0.clone()}
                    </a>
                </p>
            }
            .still()
        }
        None => view! { <p><strong>{labels::TEAM_NUMBER}</strong></p> }.still(),
    }
}

/// The way to "Quand appeler ?", beside the text.
pub fn call_note(here: &Here) -> AnyView {
    let call = PageId::Standalone(Standalone::WhenToCall);
    if *here.page() == call {
        return ().still();
    }
    view! {
        <div class="care care--note">
            {lighthouse(here)}
            <p><strong>{labels::WORRIED}</strong></p>
            <p><a href=here.href(&call)>{here.head(&call).map_or_else(String::new, |head| head.short().to_owned())}</a></p>
        </div>
    }
    .still()
}

/// The lighthouse: only what says when to call bears it.
pub fn lighthouse(here: &Here) -> AnyView {
    drawing("marks-phare", "care__light", "0 0 128 92", here)
}

/// 15, 112 and 114 as links that dial or write.
pub fn emergency_numbers(here: &Here) -> AnyView {
    view! {
        <ul class="numbers">
            <li><a class="button call" href="tel:15">{icon(Icon::Phone, here)} {labels::CALL_15}</a></li>
            <li><a class="button button--quiet" href="tel:112">{labels::CALL_112}</a></li>
            <li><a class="button button--quiet" href="sms:114">{labels::TEXT_114}</a></li>
        </ul>
    }
    .still()
}
