//! Every route in one state of one browser: its text is whole, axe finds nothing, and contrast, targets, order of headings and
//! width are as [`checks`] measures them.

use crate::axe::{self, Scope};
use crate::checks::{self, Findings};
use crate::native::{base_of, router};
use crate::site::{Build, Site, routes};
use crate::text::main_text;
use crate::{Browser, Engine, Theme};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use ipros::route::Route;
use serde_json::{Value, json};
use std::fs;
use std::time::Instant;

/// Whether the program has woken the page up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The HTML file alone: the program never arrives.
    Static,
    /// Awake.
    Awake,
}

impl State {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Static, Self::Awake];

    fn as_str(self) -> &'static str {
        match self {
            Self::Static => "static",
            Self::Awake => "awake",
        }
    }
}

/// What was seen of every route in one engine, theme and state.
#[derive(Debug)]
pub struct Cell {
    engine: Engine,
    theme: Theme,
    state: State,
    pages: usize,
    rules_passed: u64,
    start: Instant,
    /// A line for each thing that is wrong.
    pub findings: Vec<String>,
}

impl Cell {
    /// As the report has it. Without times: the same site gives the same report.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "engine": self.engine.as_str(), "theme": self.theme.as_str(), "state": self.state.as_str(),
            "pages": self.pages, "axe_rules_passed": self.rules_passed, "findings": self.findings,
        })
    }

    /// As a line of the table that is printed.
    #[must_use]
    pub fn line(&self) -> String {
        format!(
            "{:9} {:6} {:7} {:4} pages {:6} axe rules passed {:3} findings {:5.0} s",
            self.engine.as_str(),
            self.theme.as_str(),
            self.state.as_str(),
            self.pages,
            self.rules_passed,
            self.findings.len(),
            self.start.elapsed().as_secs_f64()
        )
    }
}

/// Serves the release build for axe, whose report parts our Trusted Types would refuse; for [`State::Static`] without its
/// program. That the pages wake up below their true policy is seen by [`awake_below_the_policy`].
async fn site_for(state: State) -> Result<Site, String> {
    let dist = Build::Release.folder();
    let change = move |request: Request, next: Next| async move {
        let is_program = request.uri().path().ends_with(".js");
        if state == State::Static && is_program {
            return StatusCode::NOT_FOUND.into_response();
        }
        let mut response: Response = next.run(request).await;
        response.headers_mut().remove("content-security-policy");
        response
    };
    Site::with(router(&dist)?.layer(middleware::from_fn(change)), base_of(&dist)?).await
}

/// Looks at every route in one state.
///
/// # Errors
/// When the browser or the site cannot be had; what is wrong with a page is a finding.
pub async fn every_route(browser: &Browser, engine: Engine, theme: Theme, state: State) -> Result<Cell, String> {
    let (site, program) = (site_for(state).await?, axe::program()?);
    let mut cell =
        Cell { engine, theme, state, pages: 0, rules_passed: 0, start: Instant::now(), findings: Vec::new() };
    for route in routes() {
        let url = site.url(&route);
        let found = match look_at(browser, &url, &route, (theme, state), &program).await {
            Ok((found, passed)) => {
                cell.rules_passed += passed;
                found
            }
            Err(error) => vec![error],
        };
        // The whole takes most of an hour: what is found is told at once.
        for finding in found.into_iter().map(|finding| format!("{}: {finding}", route.file())) {
            eprintln!("{} {} {} {finding}", engine.as_str(), theme.as_str(), state.as_str());
            cell.findings.push(finding);
        }
        cell.pages += 1;
    }
    Ok(cell)
}

async fn look_at(
    browser: &Browser,
    url: &str,
    route: &Route,
    (theme, state): (Theme, State),
    program: &str,
) -> Result<(Vec<String>, u64), String> {
    match state {
        State::Static => browser.goto(url).await?,
        State::Awake => browser.wake(url).await?,
    }
    let awake = browser.js("return document.documentElement.hasAttribute('data-awake')").await?;
    let mut found = Vec::new();
    if awake != Value::Bool(state == State::Awake) {
        found.push(format!("it is not {}", state.as_str()));
    }
    if browser.main_text().await? != main_text(&file(route)?) {
        found.push("its text is not the file's".to_owned());
    }
    let mut seen = Findings::default();
    checks::contrast(browser, "contrast", &mut seen).await?;
    checks::targets(browser, "targets", &mut seen).await?;
    checks::overflow(browser, "overflow", &mut seen).await?;
    checks::structure(browser, "structure", &mut seen).await?;
    found.extend(seen.lines);
    let (axe, passed) = axe::findings_in(browser, program, scope(theme, state)).await?;
    found.extend(axe);
    Ok((found, passed))
}

/// What axe looks at in a theme and a state.
fn scope(theme: Theme, state: State) -> Scope {
    match (state, theme) {
        (State::Awake, _) => Scope::Controls,
        (State::Static, Theme::Light) => Scope::Everything,
        (State::Static, Theme::Dark) => Scope::Colours,
    }
}

fn file(route: &Route) -> Result<String, String> {
    let path = Build::Release.folder().join(route.file());
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Wakes every route below the policy that the site is published with; a line for each that stays asleep or changes.
///
/// # Errors
/// When the site cannot be served.
pub async fn awake_below_the_policy(browser: &Browser) -> Result<Vec<String>, String> {
    let site = Site::of(Build::Release).await?;
    let mut findings = Vec::new();
    for route in routes() {
        let seen = match browser.wake(&site.url(&route)).await {
            Ok(()) => browser.main_text().await,
            Err(error) => Err(error),
        };
        match seen {
            Ok(text) if text == main_text(&file(&route)?) => {}
            Ok(_) => findings.push(format!("{}: its text changed when it woke up", route.file())),
            Err(error) => findings.push(format!("{}: {error}", route.file())),
        }
    }
    Ok(findings)
}
