//! What hosts, proxies, minifiers and translators do to a page between its file and the reader.

use crate::native::{base_of, router};
use crate::{Build, Site};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED,
};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::get;
use std::path::Path;

/// What becomes of a page.
pub type Change = fn(&str) -> String;

/// A piece of a page as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    /// A tag, with its angle brackets.
    Tag(&'a str),
    /// A comment, with its ends.
    Comment(&'a str),
    /// Text that a reader reads.
    Text(&'a str),
    /// What nobody may touch: the head, and whatever is not markup of the body.
    Raw(&'a str),
}

impl<'a> Token<'a> {
    fn written(self) -> &'a str {
        match self {
            Self::Tag(text) | Self::Comment(text) | Self::Text(text) | Self::Raw(text) => text,
        }
    }
}

/// A page's body in tokens; what stands before it is one raw token.
fn tokens(html: &str) -> Vec<Token<'_>> {
    let start = html.find("<body>").unwrap_or(0);
    let (mut found, mut rest) = (vec![Token::Raw(&html[..start])], &html[start..]);
    while !rest.is_empty() {
        let length = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |at| at + 3)
        } else if rest.starts_with('<') {
            tag_length(rest)
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (token, after) = rest.split_at(length);
        found.push(match token {
            _ if token.starts_with("<!--") => Token::Comment(token),
            _ if token.starts_with('<') => Token::Tag(token),
            _ => Token::Text(token),
        });
        rest = after;
    }
    found
}

/// Where a tag ends: at the first `>` that stands in no quotes.
fn tag_length(text: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A tag's name; an end tag's begins with `/`.
fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches('<');
    inner.split([' ', '>']).next().unwrap_or_default()
}

/// A start tag's attributes as they are written, and its end (`>` or `/>`).
fn attributes(tag: &str) -> (Vec<&str>, &str) {
    let (inner, end) = tag.strip_suffix("/>").map_or((&tag[..tag.len() - 1], ">"), |inner| (inner, "/>"));
    let (mut found, mut rest) = (Vec::new(), inner[1 + name(tag).len()..].trim_start());
    while !rest.is_empty() {
        let mut quoted = false;
        let stop = rest.find(|letter: char| {
            quoted ^= letter == '"';
            letter == ' ' && !quoted
        });
        let (one, after) = rest.split_at(stop.unwrap_or(rest.len()));
        found.push(one);
        rest = after.trim_start();
    }
    (found, end)
}

fn joined<'a>(tokens: impl IntoIterator<Item = Token<'a>>) -> String {
    tokens.into_iter().map(Token::written).collect()
}

fn blank(token: &Token<'_>) -> bool {
    matches!(token, Token::Text(text) if text.trim().is_empty())
}

/// Each start tag of the body, written anew.
fn each_tag(html: &str, write: impl Fn(&str) -> String) -> String {
    let one = |token: Token<'_>| match token {
        Token::Tag(tag) if !tag.starts_with("</") => write(tag),
        other => other.written().to_owned(),
    };
    tokens(html).into_iter().map(one).collect()
}

/// Comments are gone.
#[must_use]
pub fn without_comments(html: &str) -> String {
    joined(tokens(html).into_iter().filter(|token| !matches!(token, Token::Comment(_))))
}

/// A comment stands before every tag of the text, as servers put them that mark what they have looked at.
#[must_use]
pub fn with_comments(html: &str) -> String {
    let (before, after) = html.split_once("<div id=\"app\">").unwrap_or((html, ""));
    let one = |token: Token<'_>| match token {
        Token::Tag(tag) => format!("<!-- seen -->{tag}"),
        other => other.written().to_owned(),
    };
    let inside: String = tokens(after).into_iter().map(one).collect();
    format!("{before}<div id=\"app\">{inside}")
}

/// Text of nothing but white space is gone.
#[must_use]
pub fn without_blanks(html: &str) -> String {
    joined(tokens(html).into_iter().filter(|token| !blank(token)))
}

/// Comments are gone, and white space is folded: one space stays of many, none beside another tag's.
#[must_use]
pub fn minified(html: &str) -> String {
    let bare = without_comments(html);
    let fold = |token: Token<'_>| match token {
        Token::Text(text) => {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let [before, after] = [text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace)];
            match (words.is_empty(), text.contains('\n')) {
                (true, true) => String::new(),
                (true, false) => " ".to_owned(),
                _ => [if before { " " } else { "" }, &words, if after { " " } else { "" }].concat(),
            }
        }
        other => other.written().to_owned(),
    };
    tokens(&bare).into_iter().map(fold).collect()
}

/// The optional end tags and the quotes that HTML does not ask for are gone.
#[must_use]
pub fn without_quotes_and_ends(html: &str) -> String {
    let optional = ["/li", "/dd", "/dt", "/option"];
    let shorter = joined(
        tokens(html).into_iter().filter(|token| !matches!(token, Token::Tag(tag) if optional.contains(&name(tag)))),
    );
    let plain = |value: &str| {
        !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'/' | b'#'))
    };
    each_tag(&shorter, |tag| {
        let (found, end) = attributes(tag);
        let bare = |one: &&str| match one.split_once("=\"") {
            Some((key, value)) if plain(value.trim_end_matches('"')) && end == ">" => {
                format!(" {key}={}", value.trim_end_matches('"'))
            }
            _ => format!(" {one}"),
        };
        format!("<{}{}{end}", name(tag), found.iter().map(bare).collect::<String>())
    })
}

/// Attributes stand in the other order.
#[must_use]
pub fn with_attributes_turned_round(html: &str) -> String {
    each_tag(html, |tag| {
        let (found, end) = attributes(tag);
        let turned: String = found.iter().rev().map(|one| format!(" {one}")).collect();
        format!("<{}{turned}{end}", name(tag))
    })
}

/// Every element has an attribute more.
#[must_use]
pub fn with_an_attribute_more(html: &str) -> String {
    each_tag(html, |tag| {
        let (start, end) = tag.split_at(tag.len() - attributes(tag).1.len());
        format!("{} data-seen-by=\"proxy\"{end}", start.trim_end())
    })
}

/// What stands in `main` stands in an element more.
#[must_use]
pub fn with_main_wrapped(html: &str) -> String {
    let one = |token: Token<'_>| match token {
        Token::Tag(tag) if name(tag) == "main" => format!("{tag}<div class=\"proxy\">"),
        Token::Tag(tag) if name(tag) == "/main" => format!("</div>{tag}"),
        other => other.written().to_owned(),
    };
    tokens(html).into_iter().map(one).collect()
}

/// Every paragraph of `main` stands in an element more.
#[must_use]
pub fn with_paragraphs_wrapped(html: &str) -> String {
    let Some((before, main)) = html.split_once("<main") else { return html.to_owned() };
    let Some((main, after)) = main.split_once("</main>") else { return html.to_owned() };
    let main = format!("<body>{main}");
    let one = |token: Token<'_>| match token {
        Token::Tag(tag) if name(tag) == "p" => format!("<div>{tag}"),
        Token::Tag(tag) if name(tag) == "/p" => format!("{tag}</div>"),
        other => other.written().to_owned(),
    };
    let wrapped: String = tokens(&main).into_iter().map(one).collect();
    format!("{before}<main{}</main>{after}", wrapped.trim_start_matches("<body>"))
}

/// One element of `main` that holds text alone is taken out, its text stays.
#[must_use]
pub fn with_an_element_taken_out(html: &str) -> String {
    let all = tokens(html);
    let main = all.iter().position(|token| matches!(token, Token::Tag(tag) if name(tag) == "main")).unwrap_or(0);
    let taken = |kind: &str| {
        all.windows(3).enumerate().skip(main).find_map(|(at, three)| match three {
            [Token::Tag(start), Token::Text(_), Token::Tag(end)] => {
                (name(start) == kind && name(end).trim_start_matches('/') == kind).then_some(at)
            }
            _ => None,
        })
    };
    let Some(at) = ["span", "strong", "p"].into_iter().find_map(taken) else { return html.to_owned() };
    joined(all.iter().enumerate().filter(|(nth, _)| *nth != at && *nth != at + 2).map(|(_, token)| *token))
}

/// An element that nobody asked for stands at both ends of the page.
#[must_use]
pub fn with_elements_added(html: &str) -> String {
    let added = "<div class=\"proxy\" hidden></div>";
    let (before, after) = html.split_once("<div id=\"app\">").unwrap_or((html, ""));
    let (inside, end) = after.rsplit_once("</main>").unwrap_or((after, ""));
    format!("{before}<div id=\"app\">{added}{inside}{added}</main>{end}")
}

/// Every text of the body stands in two elements, as translators leave it.
#[must_use]
pub fn translated(html: &str) -> String {
    let (mut left_alone, mut page) = (0_usize, String::new());
    for token in tokens(html) {
        if let Token::Tag(tag) = token {
            match name(tag) {
                "svg" | "select" => left_alone += 1,
                "/svg" | "/select" => left_alone = left_alone.saturating_sub(1),
                _ => {}
            }
        }
        match token {
            Token::Text(text) if left_alone == 0 && !text.trim().is_empty() => {
                page.extend(["<font><font>", text, "</font></font>"]);
            }
            other => page.push_str(other.written()),
        }
    }
    page
}

/// The release behind somebody who changes every page on its way.
///
/// # Errors
/// When the build is missing, or no port can be had.
pub async fn changed(change: Change) -> Result<Site, String> {
    let dist = Build::Release.folder();
    Site::with(on_the_way(&dist, change)?, base_of(&dist)?).await
}

/// The release with a script of its own origin in the head of every page, before all others.
///
/// # Errors
/// As [`changed`].
pub async fn with_script(script: &'static str) -> Result<Site, String> {
    let dist = Build::Release.folder();
    Site::with(scripted(&dist, script)?, base_of(&dist)?).await
}

/// What [`with_script`] serves.
///
/// # Errors
/// When the folder is no dist.
pub fn scripted(dist: &Path, script: &'static str) -> Result<Router, String> {
    let tag = |html: &str| html.replacen("<script ", "<script src=\"/_probe.js\"></script><script ", 1);
    let answer = move || async move { ([(CONTENT_TYPE, "text/javascript")], script) };
    Ok(on_the_way(dist, tag)?.route("/_probe.js", get(answer)))
}

fn on_the_way(dist: &Path, change: Change) -> Result<Router, String> {
    Ok(router(dist)?.layer(from_fn(move |request: Request, next: Next| pass(request, next, change))))
}

/// Lets an answer through; a page is changed.
async fn pass(mut request: Request, next: Next, change: Change) -> Response {
    for name in [ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH] {
        request.headers_mut().remove(name);
    }
    let (mut parts, body) = next.run(request).await.into_parts();
    let page = parts.headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !page {
        return Response::from_parts(parts, body);
    }
    for name in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
        parts.headers.remove(name);
    }
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    Response::from_parts(parts, Body::from(change(&String::from_utf8_lossy(&bytes))))
}
