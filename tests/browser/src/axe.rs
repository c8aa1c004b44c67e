//! axe-core, at the version of `package-lock.json`, run in a page.

use crate::browser::Browser;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The program's text.
///
/// # Errors
/// When npm has not brought it.
pub fn program() -> Result<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}. Run npm ci in tests/browser", path.display()))
}

/// What axe looks at. Together, and for every route, these are all of its rules on all elements in both themes and states: the
/// theme changes colours and nothing else, and waking changes the controls and nothing else (`dist::*` and `waking::*` prove it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every rule, every element.
    Everything,
    /// The rules on colours, every element.
    Colours,
    /// Every rule, what needs the program.
    Controls,
}

impl Scope {
    /// The context of `axe.run`, and an option that narrows its rules.
    fn run(self) -> (&'static str, &'static str) {
        match self {
            Self::Everything => ("document", ""),
            Self::Colours => ("document", "runOnly: ['cat.color'],"),
            Self::Controls => ("{ include: [['[data-needs-code]']] }", ""),
        }
    }
}

/// What axe finds on the page that is shown: a line for each rule that is broken, and the number of rules that were
/// passed. No rule is left out, no element excluded.
///
/// # Errors
/// As [`findings_in`].
pub async fn findings(browser: &Browser, program: &str) -> Result<(Vec<String>, u64), String> {
    findings_in(browser, program, Scope::Everything).await
}

/// As [`findings`], of a part.
///
/// # Errors
/// When it cannot run. Our Trusted Types refuse the report parts that it builds: serve the page without them, or
/// let the browser pass over them.
pub async fn findings_in(browser: &Browser, program: &str, scope: Scope) -> Result<(Vec<String>, u64), String> {
    browser.js(program).await?;
    let (context, only) = scope.run();
    // Every rule of WCAG A, AA and AAA and of good practice.
    let run = format!(
        "const done = arguments[arguments.length - 1];
        const rules = Object.fromEntries(axe.getRules(['wcag2aaa', 'wcag22aa']).map(rule => [rule.ruleId, {{ enabled: true }}]));
        axe.run({context}, {{ resultTypes: ['violations'], {only} rules }}).then(
            result => done([result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | ')), result.passes.length]),
            error => done([[String(error)], 0]))"
    );
    let found: Value = browser.js_async(&run, vec![]).await?;
    let lines = found[0].as_array().ok_or_else(|| format!("axe answered {found}"))?;
    Ok((
        lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect(),
        found[1].as_u64().unwrap_or(0),
    ))
}
