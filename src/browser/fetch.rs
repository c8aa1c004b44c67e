//! Fetches the site's own public files; nothing else is ever asked for.

/// The text of a file of this site, when it arrives whole. With `integrity` (`sha256-…`) the browser refuses any other bytes.
///
/// # Errors
/// A line for the console; callers go on with what they have.
#[cfg(feature = "hydrate")]
pub async fn fetch_text(url: &str, integrity: Option<&str>) -> Result<String, String> {
    use gloo_net::http::Request;
    let mut request = Request::get(url).credentials(web_sys::RequestCredentials::Omit);
    if let Some(integrity) = integrity {
        request = request.integrity(integrity);
    } else {
        request = request.cache(web_sys::RequestCache::NoCache);
    }
    let response = request.send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{url}: status {}", response.status()));
    }
    response.text().await.map_err(|error| error.to_string())
}
