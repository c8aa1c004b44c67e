//! "When to call": the signs, then whom to call. The only piece in terracotta.

use super::icon::{Icon, icon};
use super::rich::{items, paragraphs};
use super::{Here, IntoStill};
use crate::content::block::{Urgency, WhenToCall};
use crate::labels;
use leptos::prelude::*;

/// Signs, what to do, and the numbers.
pub fn care_card(call: &WhenToCall, here: &Here) -> AnyView {
    let numbers = match call.urgency {
        Urgency::Team => view! { {team_number(here)} <p>{labels::NO_ANSWER} " " <a class="number" href="tel:15">{labels::CALL_15}</a></p> }.still(),
        Urgency::Emergency => emergency_numbers(),
    };
    view! {
        <section class="care">
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
                        {icon(Icon::Phone)} {labels::CALL_TEAM} " " {phone.0.clone()}
                    </a>
                </p>
            }
            .still()
        }
        None => view! { <p><strong>{labels::TEAM_NUMBER}</strong></p> }.still(),
    }
}

/// 15, 112 and 114 as links that dial or write.
pub fn emergency_numbers() -> AnyView {
    view! {
        <ul class="numbers">
            <li><a class="button call" href="tel:15">{icon(Icon::Phone)} {labels::CALL_15}</a></li>
            <li><a class="button button--quiet" href="tel:112">{labels::CALL_112}</a></li>
            <li><a class="button button--quiet" href="sms:114">{labels::TEXT_114}</a></li>
        </ul>
    }
    .still()
}
