//! Wakes the page that stands there: listens, and fetches the texts when the browser is idle.

use super::controls;
use super::navigation::Navigation;
use super::search::SearchBox;
use crate::browser::listen::{Event, KeyboardEvent, MouseEvent};
use crate::browser::{document, history, keys, listen, schedule};
use crate::content::Content;
use crate::generated;
use crate::route::Route;
use crate::state::content_updates::ContentUpdates;
use crate::state::context::{PageContext, SitePlace};
use crate::state::search_session::SearchSession;
use leptos::prelude::*;
use std::sync::Arc;

/// Wakes the page up as what it says it is: a page that was served for another address is not the page of that address.
pub fn wake(place: SitePlace, route: Route) {
    // It fails only when it was called before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    // The program lives as long as the page.
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);
    let place = Arc::new(place);
    let updates = ContentUpdates::new(Arc::new(Content::from_core(generated::CORE)));
    let context = PageContext { route, content: updates.content(), place };
    let context = RwSignal::new(context);
    let search = SearchBox::new(SearchSession::new(), context);
    let navigation = Navigation::new(context, updates, search);
    listen_to(navigation, search, context);
    search.arrive_on_waking();
    updates.follow(context.with_untracked(|context| context.base().clone()), move || {
        document::set_root_data("texts", "");
        search.session().prepare(&updates.content());
    });
    schedule::in_idle(move || {
        search.session().prepare(&updates.content());
        false
    });
}

fn listen_to(navigation: Navigation, search: SearchBox, context: RwSignal<PageContext>) {
    listen::on("click", move |event: MouseEvent| {
        if !controls::clicked(&event, context) && !search.clicked(&event) {
            navigation.clicked(&event);
        }
    });
    listen::on("input", move |event: Event| {
        search.typed(&event);
        controls::filtered(&event);
    });
    listen::on("change", move |event: Event| controls::town_chosen(&event, context));
    listen::on("keydown", move |event: KeyboardEvent| search.key(&event));
    keys::on_slash(move || search.open());
    history::on_back(move || navigation.moved());
}
