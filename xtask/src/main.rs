//! `cargo xtask …`: brings the tools that the site needs, then calls them. A thin table; the work is in `site` and Trunk.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks on its standard streams")]

mod browsers;
mod checks;
mod run;
mod tasks;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "cargo xtask <command>

  serve [--port N] [--host H] [--open]   build the site and serve it at a local address
  test [FILTER]                          every check and test; FILTER runs the tests whose names contain it
  audit [ENGINE…]                        every route in every engine, theme and state, slowly; renews its part of
                                         tests/audit/report.json, with the hash of the views and styles that it saw
  build [--dev] [--base /folder/]        build dist/ (dist-dev/ with --dev, a folder of its own for each --base)
  release [--draft] [--base /folder/]    build for publication: refuses while the law, a review or a number is missing;
                                         with --draft, every page and its print bear a draft mark. Writes dist/ and
                                         release/ (archive, hashes, deploy kits; release-in-folder/ with --base)
      [--keep-previous DIR]              keep the files of the two releases before: DIR is the last one's dist
  dev                                    rebuild and reload as files change
  check [--report]                       read and check the content; with figures on the texts
  budget                                 the sizes of dist/ against their ceilings
  new page SECTION/NAME TITLE            a new page's file, and its place in its section
  spell                                  French spelling of every text
  tree                                   the site as a tree with word counts
  search [--json] [--limit N] WORDS      what the site's search answers
  search --eval FILE                     a golden set: query TAB pattern of a good answer
  export                                 the whole content as one JSON value
  mutate                                 spoil the content in every way, 20 times each: the check must see it
  schema                                 renew the JSON Schemas beside the content
  setup                                  bring the tools, and do nothing else";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve", options @ ..] => tasks::serve(options),
        ["test", filter @ ..] if filter.len() < 2 => tasks::test(filter.first().copied()),
        ["audit", engines @ ..] => tasks::audit(engines),
        ["build", options @ ..] => tasks::build_command(options),
        ["check"] => tasks::site(&[], &["check"]),
        ["check", "--report"] => tasks::site(&[], &["check", "--report"]),
        ["tree"] => tasks::site(&[], &["tree"]),
        ["export"] => tasks::site(&[], &["export"]),
        ["search", options @ ..] => tasks::site(&[], &[&["search"], options].concat()),
        ["mutate"] => tasks::site(&[], &["mutate", "20"]),
        ["schema"] => tasks::site(&["--features", "schema"], &["schema"]),
        ["release", options @ ..] => tasks::release(options),
        ["dev"] => tasks::dev(),
        ["budget"] => tasks::site(&["--features", "site"], &["budget", "dist", "tests/budget.json"]),
        ["spell"] => checks::spelling(),
        ["new", "page", id, title] => tasks::site(&[], &["new", "page", id, title]),
        ["setup"] => tools::build_tools(),
        [] => Err(format!("no command\n\n{USAGE}")),
        [command, ..] => Err(format!("unknown command or option: {command}\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
