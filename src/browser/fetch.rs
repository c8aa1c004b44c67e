//! Fetches the site's own public files; nothing else is ever asked for.

use gloo_net::http::Request;

/// The text of a file of this site, when it arrives whole. With `integrity` (`sha256-…`) the browser refuses any other bytes.
/// Asked for with the browser's own credentials: a draft may stand behind a password.
pub async fn text(url: &str, integrity: Option<&str>) -> Option<String> {
    let request = Request::get(url).credentials(web_sys::RequestCredentials::SameOrigin);
    let request = match integrity {
        Some(integrity) => request.integrity(integrity),
        None => request.cache(web_sys::RequestCache::NoCache),
    };
    let response = request.send().await.ok().filter(gloo_net::http::Response::ok)?;
    String::from_utf8(response.binary().await.ok()?).ok()
}

/// Whether the device asks to be spared what is not needed now.
#[must_use]
pub fn saves_data() -> bool {
    // Only some browsers tell; one whose extension forbids the question is not spared.
    let get = |object: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let connection = web_sys::window().and_then(|window| get(&window.navigator(), "connection"));
    connection.and_then(|connection| get(&connection, "saveData")).and_then(|saves| saves.as_bool()).unwrap_or(false)
}
