//! `cargo xtask …`: brings the tools that the site needs, then calls them. A thin table; the work is in `site` and Trunk.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks on its standard streams")]

mod browsers;
mod run;
mod tasks;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "cargo xtask <command>

  serve [--port N] [--host H] [--open]   build the site and serve it at a local address
  test [FILTER]                          every check and test; FILTER runs the tests whose names contain it
  build [--dev] [--base /folder/]        build dist/ (dist-dev/ with --dev)
  check                                  read and check the content, nothing else
  schema                                 renew the JSON Schemas beside the content
  setup                                  bring the tools, and do nothing else";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve", options @ ..] => tasks::serve(options),
        ["test", filter @ ..] if filter.len() < 2 => tasks::test(filter.first().copied()),
        ["build", options @ ..] => tasks::build_command(options),
        ["check"] => tasks::site(&[], &["check"]),
        ["schema"] => tasks::site(&["--features", "schema"], &["schema"]),
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
