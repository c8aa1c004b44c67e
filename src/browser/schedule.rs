//! When something runs: after the next paint, when the browser is idle, when the visitor comes back to the tab.

#[cfg(feature = "hydrate")]
use wasm_bindgen::{JsCast, closure::Closure};

/// Runs `action` once the current changes are on screen.
pub fn after_render(action: impl FnOnce() + 'static) {
    #[cfg(feature = "hydrate")]
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(action).unchecked_ref());
    }
    #[cfg(not(feature = "hydrate"))]
    drop(action);
}

/// Runs `action` two seconds after now, when the page has long been usable.
pub fn when_settled(action: impl FnOnce() + 'static) {
    #[cfg(feature = "hydrate")]
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(action);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), 2_000);
    }
    #[cfg(not(feature = "hydrate"))]
    drop(action);
}

/// Runs `action` each time the visitor comes back to the tab.
pub fn on_return(action: impl Fn() + 'static) {
    #[cfg(feature = "hydrate")]
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        let seen = document.clone();
        let callback = Closure::<dyn Fn()>::new(move || {
            if seen.visibility_state() == web_sys::VisibilityState::Visible {
                action();
            }
        });
        let _ = document.add_event_listener_with_callback("visibilitychange", callback.as_ref().unchecked_ref());
        // The listener lives as long as the page.
        callback.forget();
    }
    #[cfg(not(feature = "hydrate"))]
    drop(action);
}

/// Calls `step` again and again in the browser's idle moments, until it returns `false`.
///
/// A browser without idle callbacks (Safari) is left a moment between two calls instead.
pub fn in_idle(step: impl FnMut() -> bool + 'static) {
    #[cfg(feature = "hydrate")]
    idle(Box::new(step));
    #[cfg(not(feature = "hydrate"))]
    drop(step);
}

#[cfg(feature = "hydrate")]
fn idle(mut step: Box<dyn FnMut() -> bool>) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::once_into_js(move |deadline: wasm_bindgen::JsValue| {
        let deadline = deadline.dyn_into::<web_sys::IdleDeadline>().ok();
        let mut more = step();
        while more && deadline.as_ref().is_some_and(|deadline| deadline.time_remaining() > 6.0) {
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
