//! Runs the WebDriver server of an engine: chromedriver, geckodriver, WebKitWebDriver.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A WebDriver server that runs; it ends with the value.
#[derive(Debug)]
pub(crate) struct Driver {
    port: u16,
    _child: Child,
}

impl Driver {
    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Debian's chromedriver, on a port that it chooses. It takes a port that is free in IPv6 and then wants the same in IPv4, and
    /// ends when a connection of another test has that one ("IPv4 port not available"): it is then begun again, on another port.
    pub(crate) async fn chromium() -> Result<Self, String> {
        for _ in 0..20 {
            let mut child = spawn(Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()))
                .map_err(|error| format!("chromedriver: {error}. Run cargo xtask test, which brings it"))?;
            let said = child.stdout.take().ok_or("chromedriver has no output")?;
            match port_in(said, "successfully on port ").await {
                Ok(port) => return Ok(Self { port, _child: child }),
                Err(why) if why.contains("port not available") => {}
                Err(why) => return Err(why),
            }
        }
        Err("chromedriver found no free port, twenty times".to_owned())
    }

    /// geckodriver, from `IPROS_GECKODRIVER` or the `PATH`, on a port that it chooses.
    pub(crate) async fn firefox() -> Result<Self, String> {
        let program = std::env::var_os("IPROS_GECKODRIVER").map_or_else(|| PathBuf::from("geckodriver"), PathBuf::from);
        let mut child = spawn(Command::new(program).arg("--port=0").stdout(Stdio::piped()))
            .map_err(|error| format!("geckodriver: {error}. Run cargo xtask audit, which brings it"))?;
        let said = child.stdout.take().ok_or("geckodriver has no output")?;
        let port = port_in(said, "Listening on 127.0.0.1:").await?;
        Ok(Self { port, _child: child })
    }

    /// Debian's WebKitWebDriver, which says nothing: it is given a free port, and asked until it answers.
    pub(crate) async fn webkit(environment: &[(&str, &str)]) -> Result<Self, String> {
        let free = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let port = free.local_addr().map_err(|error| error.to_string())?.port();
        drop(free);
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).stdout(Stdio::null()).envs(environment.iter().copied());
        let child = spawn(&mut command).map_err(|error| format!("WebKitWebDriver: {error}. Run cargo xtask audit"))?;
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(Self { port, _child: child });
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("WebKitWebDriver never answered".to_owned())
    }
}

fn spawn(command: &mut Command) -> std::io::Result<Child> {
    command.stdin(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn()
}

/// The port that a driver's line names. Its output is read on afterwards, so that it never waits for a reader. A driver that ends
/// before it names one is an error with all that it said.
async fn port_in(said: impl AsyncRead + Unpin + Send + 'static, before: &str) -> Result<u16, String> {
    let mut lines = BufReader::new(said).lines();
    let mut heard = String::new();
    loop {
        let line = lines.next_line().await.map_err(|error| error.to_string())?;
        let line = line.ok_or_else(|| format!("the driver ended, having said: {heard}"))?;
        if let Some((_, after)) = line.split_once(before) {
            let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return digits.parse().map_err(|_| format!("the driver names no port: {line}"));
        }
        heard.push_str(&line);
        heard.push('\n');
    }
}
