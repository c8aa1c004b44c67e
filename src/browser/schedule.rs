//! When something runs: after the next paint, when the browser is idle, when the visitor comes back to the tab.

use super::document::document;
use super::listen;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::IdleDeadline;

/// Runs `action` once the current changes are on screen.
pub fn after_render(action: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(action).unchecked_ref());
    }
}

/// Runs `action` each time the visitor comes back to the tab.
pub fn on_return(action: impl Fn() + 'static) {
    listen::on("visibilitychange", move |_: web_sys::Event| {
        if document().is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Visible) {
            action();
        }
    });
}

/// Calls `step` again and again in the browser's idle moments, until it returns `false`.
///
/// A browser without idle callbacks (Safari) is left a moment between two calls instead.
pub fn in_idle(step: impl FnMut() -> bool + 'static) {
    idle(Box::new(step));
}

/// What a step may take on an old phone, in milliseconds: no other is begun with less left.
const ENOUGH: f64 = 20.0;

fn idle(mut step: Box<dyn FnMut() -> bool>) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::once_into_js(move |deadline: JsValue| {
        let deadline = deadline.dyn_into::<IdleDeadline>().ok();
        let mut more = step();
        while more && deadline.as_ref().is_some_and(|deadline| deadline.time_remaining() > ENOUGH) {
            more = step();
        }
        if more {
            idle(step);
        }
    });
    if js_sys::Reflect::has(&window, &"requestIdleCallback".into()) == Ok(true) {
        let _ = window.request_idle_callback(callback.unchecked_ref());
    } else {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), 30);
    }
}
