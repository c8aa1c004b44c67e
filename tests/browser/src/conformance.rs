//! What every host of the site must answer, as one list of checks over plain HTTP; written once, run against each server.

use crate::native::{base_of, files, rules};
use ipros::route::Base;
use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A server that publishes a dist.
#[derive(Clone, Debug)]
pub struct Host {
    /// Where it listens.
    pub address: SocketAddr,
    /// What it publishes.
    pub dist: PathBuf,
    /// The folder that it publishes it in.
    pub base: Base,
}

/// One answer.
#[derive(Debug)]
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// What was checked, and what was found instead when it failed.
pub type Check = (String, Result<(), String>);

impl Host {
    /// The host that serves this dist at this address.
    ///
    /// # Errors
    /// When the folder is no dist.
    pub fn new(address: SocketAddr, dist: &Path) -> Result<Self, String> {
        Ok(Self { address, dist: dist.to_owned(), base: base_of(dist)? })
    }

    /// The request as it is written: no client tidies the path up.
    async fn ask(&self, method: &str, path: &str, headers: &str) -> Result<Answer, String> {
        let wrong = |error: std::io::Error| format!("{path}: {error}");
        let mut stream = TcpStream::connect(self.address).await.map_err(wrong)?;
        let request =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n", self.address);
        stream.write_all(request.as_bytes()).await.map_err(wrong)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.map_err(wrong)?;
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| format!("{path}: no answer"))?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or("no status")?;
        let mut found = BTreeMap::new();
        for (name, value) in head.lines().skip(1).filter_map(|line| line.split_once(':')) {
            let entry: &mut String = found.entry(name.to_ascii_lowercase()).or_default();
            // A header that is sent twice is seen as such.
            entry.push_str(if entry.is_empty() { "" } else { " ||| " });
            entry.push_str(value.trim());
        }
        let body = &bytes[end + 4..];
        let chunked = found.get("transfer-encoding").is_some_and(|how| how == "chunked");
        let body = if chunked { joined(body).ok_or_else(|| format!("{path}: broken chunks"))? } else { body.to_vec() };
        Ok(Answer { status, headers: found, body })
    }

    async fn get(&self, path: &str, headers: &str) -> Result<Answer, String> {
        self.ask("GET", &format!("{}{}", self.base.prefix(), path), headers).await
    }

    fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.dist.join(name)).unwrap_or_default()
    }

    fn asset(&self, ending: &str) -> Result<String, String> {
        let found = files(&self.dist.join("assets"))?;
        let name = found.iter().find(|path| path.to_string_lossy().ends_with(ending)).ok_or("no such asset")?;
        Ok(format!("/{}", name.strip_prefix(&self.dist).map_err(|error| error.to_string())?.display()))
    }
}

/// A body that came in chunks, each with its length before it.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + length)?);
        rest = rest.get(end + 2 + length + 2..)?;
    }
}

const REVALIDATE: &str = "public, max-age=0, must-revalidate";
const FOREVER: &str = "public, max-age=31536000, immutable";
const HTML: &str = "text/html; charset=utf-8";

struct List(Vec<Check>);

impl List {
    fn equal(&mut self, what: String, found: &str, wanted: &str) {
        let result = if found == wanted { Ok(()) } else { Err(format!("{found:?}, not {wanted:?}")) };
        self.0.push((what, result));
    }
    fn holds(&mut self, what: String, holds: bool, found: &Answer) {
        let result = if holds { Ok(()) } else { Err(format!("{} {:?}", found.status, found.headers)) };
        self.0.push((what, result));
    }
}

/// Runs every check.
///
/// # Errors
/// When the host does not answer at all.
pub async fn check(host: &Host) -> Result<Vec<Check>, String> {
    let mut list = List(Vec::new());
    pages(host, &mut list).await?;
    encodings(host, &mut list).await?;
    kinds(host, &mut list).await?;
    redirects(host, &mut list).await?;
    unknown(host, &mut list).await?;
    conditions(host, &mut list).await?;
    Ok(list.0)
}

/// Pages: status, type, caching, every header of the list once, the very bytes of the file.
async fn pages(host: &Host, list: &mut List) -> Result<(), String> {
    let rules = rules(&host.dist)?;
    let pages = [
        ("/", "index.html"),
        ("/therapies/", "therapies/index.html"),
        ("/lieux/istres/", "lieux/istres/index.html"),
        ("/quand-appeler/simple/", "quand-appeler/simple/index.html"),
    ];
    for (path, file) in pages {
        let answer = host.get(path, "").await?;
        list.equal(format!("{path} status"), &answer.status.to_string(), "200");
        list.equal(format!("{path} type"), answer.header("content-type"), HTML);
        list.equal(format!("{path} caching"), answer.header("cache-control"), REVALIDATE);
        list.holds(format!("{path} bytes"), answer.body == host.file(file), &answer);
    }
    for path in ["/", "/rien/", &host.asset(".wasm")?, "/robots.txt"] {
        let answer = host.get(path, "").await?;
        for (name, value) in &rules {
            list.equal(format!("{path} {name}"), answer.header(&name.to_ascii_lowercase()), value);
        }
    }
    let head = host.ask("HEAD", host.base.as_str(), "").await?;
    list.holds("HEAD has no body".into(), head.status == 200 && head.body.is_empty(), &head);
    let post = host.ask("POST", host.base.as_str(), "Content-Length: 0\r\n").await?;
    list.equal("POST is refused".into(), &post.status.to_string(), "405");
    Ok(())
}

/// Precompressed files, by what the client takes.
async fn encodings(host: &Host, list: &mut List) -> Result<(), String> {
    for (path, file) in
        [("/therapies/".to_owned(), "therapies/index.html".to_owned()), (host.asset(".wasm")?, host.asset(".wasm")?)]
    {
        let file = file.trim_start_matches('/').to_owned();
        for (accepted, encoding, ending) in
            [("br, gzip", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", ""), ("br", "br", ".br")]
        {
            let answer = host.get(&path, &format!("Accept-Encoding: {accepted}\r\n")).await?;
            list.equal(format!("{path} for {accepted}"), answer.header("content-encoding"), encoding);
            let bytes = host.file(&format!("{file}{ending}"));
            list.holds(format!("{path} for {accepted}: the file beside it"), answer.body == bytes, &answer);
            if !encoding.is_empty() {
                let vary = answer.header("vary").to_ascii_lowercase();
                list.holds(format!("{path} for {accepted}: varies"), vary.contains("accept-encoding"), &answer);
            }
        }
    }
    Ok(())
}

/// Type and caching of each kind of file.
async fn kinds(host: &Host, list: &mut List) -> Result<(), String> {
    let utf8 = |found: &str| found.replace(' ', "").to_ascii_lowercase();
    let kinds = [
        (host.asset(".wasm")?, "application/wasm", FOREVER),
        (host.asset(".js")?, "text/javascript", FOREVER),
        (host.asset(".css")?, "text/css", FOREVER),
        (host.asset(".json")?, "application/json", FOREVER),
        ("/sw.js".to_owned(), "text/javascript", "no-cache"),
        ("/content-version.json".to_owned(), "application/json", "no-cache"),
        ("/manifest.webmanifest".to_owned(), "application/manifest+json", REVALIDATE),
        ("/icon.svg".to_owned(), "image/svg+xml", REVALIDATE),
        ("/icon-192.png".to_owned(), "image/png", REVALIDATE),
        ("/robots.txt".to_owned(), "text/plain", REVALIDATE),
        ("/sitemap.xml".to_owned(), "xml", REVALIDATE),
        ("/licences.txt".to_owned(), "text/plain", REVALIDATE),
    ];
    for (path, kind, caching) in kinds {
        let answer = host.get(&path, "").await?;
        let found = utf8(answer.header("content-type"));
        list.holds(format!("{path} is {kind}"), answer.status == 200 && found.contains(kind), &answer);
        list.equal(format!("{path} caching"), answer.header("cache-control"), caching);
    }
    Ok(())
}

/// Every other spelling of an address leads to it in one step.
async fn redirects(host: &Host, list: &mut List) -> Result<(), String> {
    let spellings = [
        ("/therapies", "/therapies/"),
        ("/therapies/index.html", "/therapies/"),
        ("/index.html", "/"),
        ("//therapies/", "/therapies/"),
        ("//therapies", "/therapies/"),
        ("/lieux//istres/", "/lieux/istres/"),
        ("//lieux/istres/index.html", "/lieux/istres/"),
        ("/lieux/istres.html", "/lieux/istres/"),
        ("/lieux/istres", "/lieux/istres/"),
        ("/quand-appeler/simple", "/quand-appeler/simple/"),
    ];
    for (spelling, page) in spellings {
        let answer = host.get(spelling, "").await?;
        let wanted = format!("{}{page}", host.base.prefix());
        list.holds(format!("{spelling} moves for good"), [301, 308].contains(&answer.status), &answer);
        list.equal(format!("{spelling} leads to"), answer.header("location"), &wanted);
        let there = host.ask("GET", &wanted, "").await?;
        list.equal(format!("{spelling} in one step"), &there.status.to_string(), "200");
    }
    if !host.base.prefix().is_empty() {
        let answer = host.ask("GET", host.base.prefix(), "").await?;
        list.equal("the folder without slash".into(), answer.header("location"), host.base.as_str());
    }
    Ok(())
}

/// Unknown pages, missing assets, attempts to climb out, files that are nobody's business.
async fn unknown(host: &Host, list: &mut List) -> Result<(), String> {
    let page = host.file("404.html");
    for path in ["/rien/", "/rien", "/rien.html", "/404.html", "/therapies/rien/", "/_headers", "/_redirects"] {
        let answer = host.get(path, "").await?;
        list.equal(format!("{path} is not found"), &answer.status.to_string(), "404");
        list.holds(format!("{path} shows the page that says so"), answer.body == page, &answer);
        list.equal(format!("{path} type"), answer.header("content-type"), HTML);
    }
    for path in ["/assets/x.js", "/assets/app-0000000000000000.wasm", "/assets/"] {
        let answer = host.get(path, "").await?;
        list.equal(format!("{path} is not found"), &answer.status.to_string(), "404");
        list.equal(format!("{path} is not kept"), answer.header("cache-control"), "no-store");
        let html = answer.body.windows(5).any(|five| five.eq_ignore_ascii_case(b"<html"));
        list.holds(format!("{path} is no page"), !html, &answer);
    }
    let climbing = [
        "/../Cargo.toml",
        "/assets/../../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "/.git/config",
        "/therapies/.env",
        "/therapies%00/",
        "/therapies%0d%0aX-Bad:%20yes/",
        "/\\..\\Cargo.toml",
    ];
    for path in climbing {
        let answer = host.get(path, "").await?;
        let refused = [400, 403, 404].contains(&answer.status) && answer.header("x-bad").is_empty();
        list.holds(format!("{path} gives nothing away"), refused, &answer);
    }
    Ok(())
}

/// What has not changed is not sent again; a part of a file can be had.
async fn conditions(host: &Host, list: &mut List) -> Result<(), String> {
    let wasm = host.asset(".wasm")?;
    for path in ["/therapies/", wasm.as_str()] {
        let first = host.get(path, "").await?;
        let since = format!("If-Modified-Since: {}\r\n", first.header("last-modified"));
        list.equal(format!("{path} unchanged"), &host.get(path, &since).await?.status.to_string(), "304");
    }
    let part = host.get(&wasm, "Range: bytes=10-19\r\n").await?;
    list.equal("a range".into(), &part.status.to_string(), "206");
    let bytes = host.file(wasm.trim_start_matches('/'));
    list.holds("the bytes of the range".into(), bytes.get(10..20) == Some(part.body.as_slice()), &part);
    let beyond = host.get(&wasm, "Range: bytes=99999999-\r\n").await?;
    list.equal("a range beyond the end".into(), &beyond.status.to_string(), "416");
    let query = host.get("/therapies/?q=x", "").await?;
    list.equal("a query changes nothing".into(), &query.status.to_string(), "200");
    Ok(())
}
