//! The deploy kits on the real servers: preview, nginx and Caddy answer alike, at the root and in a folder.
#![allow(clippy::print_stdout, reason = "figures are printed, to be quoted")]

use browser_tests::conformance::{Host, check};
use browser_tests::native::{self, base_of, files, router, rules, upload_order};
use browser_tests::{Build, Outcome};
use ipros::site::deploy::kits::{self, Place};
use ipros::site::serve;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::{Child, Command};

/// A server with a configuration of its own; it ends with the value.
pub(super) struct Server {
    host: Host,
    _child: Child,
    _folder: TempDir,
}

impl Server {
    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.host.address
    }
}

fn free_port() -> Result<SocketAddr, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map_err(|error| error.to_string())
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The folder that a server's root names: the dist itself, or one that holds it under the base's name.
fn root(dist: &Path, folder: &Path) -> Result<PathBuf, String> {
    let base = base_of(dist)?;
    if base.prefix().is_empty() {
        return Ok(dist.to_owned());
    }
    let root = folder.join("www");
    fs::create_dir_all(&root)
        .and_then(|()| std::os::unix::fs::symlink(dist, root.join(base.prefix().trim_start_matches('/'))))
        .map_err(|error| error.to_string())?;
    Ok(root)
}

async fn started(mut command: Command, host: Host, folder: TempDir) -> Result<Server, String> {
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("{command:?}: {error}. Run cargo xtask test, which brings it"))?;
    let end = tokio::time::Instant::now() + Duration::from_secs(20);
    while tokio::net::TcpStream::connect(host.address).await.is_err() {
        if tokio::time::Instant::now() > end {
            return Err(format!("{command:?} does not listen"));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(Server { host, _child: child, _folder: folder })
}

pub(super) async fn nginx(dist: &Path) -> Result<Server, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    nginx_at(dist, &root(dist, folder.path())?, folder).await
}

async fn nginx_at(dist: &Path, root: &Path, folder: TempDir) -> Result<Server, String> {
    let address = free_port()?;
    let here = folder.path().display().to_string();
    let headers = format!("{here}/headers.conf");
    let place = Place { listen: address.to_string(), root: root.display().to_string(), headers: headers.clone() };
    write(Path::new(&headers), &kits::nginx_headers(&rules(dist)?))?;
    write(&folder.path().join("site.conf"), &kits::nginx(&base_of(dist)?, &place))?;
    // One process, so that the end of the value is the end of the server.
    let frame = format!(
        "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
        daemon off; master_process off; pid {here}/pid; error_log {here}/error.log;
        events {{ worker_connections 512; }}
        http {{ access_log off; client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
            uwsgi_temp_path {here}/d; scgi_temp_path {here}/e; include {here}/site.conf; }}"
    );
    write(&folder.path().join("nginx.conf"), &frame)?;
    let mut command = Command::new("/usr/sbin/nginx");
    command.args(["-p", &here, "-c", &format!("{here}/nginx.conf"), "-e", &format!("{here}/error.log")]);
    started(command, Host::new(address, dist)?, folder).await
}

pub(super) async fn caddy(dist: &Path) -> Result<Server, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let address = free_port()?;
    let here = folder.path().display().to_string();
    let place = Place {
        listen: format!("http://{address}"),
        root: root(dist, folder.path())?.display().to_string(),
        headers: format!("{here}/headers.caddy"),
    };
    write(Path::new(&place.headers), &kits::caddy_headers(&rules(dist)?))?;
    let site = kits::caddy(&base_of(dist)?, &place);
    write(&folder.path().join("Caddyfile"), &format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}"))?;
    let mut command = Command::new("/usr/bin/caddy");
    command.args(["run", "--adapter", "caddyfile", "--config", &format!("{here}/Caddyfile")]);
    command.env("HOME", &here).env("XDG_DATA_HOME", &here).env("XDG_CONFIG_HOME", &here);
    started(command, Host::new(address, dist)?, folder).await
}

/// Every check on a host; the number of checks, or what failed.
async fn conforms(name: &str, host: &Host) -> Result<usize, String> {
    let checks = check(host).await?;
    let failed: Vec<String> =
        checks.iter().filter_map(|(what, result)| Some(format!("{what}: {}", result.as_ref().err()?))).collect();
    println!("{name}: {} checks, {} failed", checks.len(), failed.len());
    if failed.is_empty() { Ok(checks.len()) } else { Err(format!("{name}:\n  {}", failed.join("\n  "))) }
}

async fn three_servers(build: Build) -> Outcome {
    let dist = fs::canonicalize(build.folder()).map_err(|error| error.to_string())?;
    let preview = serve::start(router(&dist)?).await.map_err(|error| error.to_string())?;
    let (nginx, caddy) = (nginx(&dist).await?, caddy(&dist).await?);
    let mut failed = Vec::new();
    for (name, host) in [("preview", &Host::new(preview, &dist)?), ("nginx", &nginx.host), ("Caddy", &caddy.host)] {
        match conforms(name, host).await {
            Ok(count) => assert!(count >= 40, "only {count} checks"),
            Err(told) => failed.push(told),
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

#[tokio::test]
async fn preview_nginx_and_caddy_answer_alike_at_the_root() -> Outcome {
    three_servers(Build::Release).await
}

#[tokio::test]
async fn preview_nginx_and_caddy_answer_alike_in_a_folder() -> Outcome {
    three_servers(Build::InFolder).await
}

/// A check that nothing could fail would prove nothing: a plain file server fails many.
#[tokio::test]
async fn a_server_without_our_kit_does_not_conform() -> Outcome {
    let dist = Build::Release.folder();
    let plain = axum::Router::new().fallback_service(tower_http::services::ServeDir::new(&dist));
    let address = serve::start(plain).await.map_err(|error| error.to_string())?;
    let failed = check(&Host::new(address, &dist)?).await?.into_iter().filter(|(_, result)| result.is_err()).count();
    println!("a plain file server: {failed} checks failed");
    assert!(failed > 40, "{failed}");
    Ok(())
}

/// Deploys two releases with the kit's script, goes back, and refuses half an archive.
#[tokio::test]
async fn a_release_is_put_in_place_and_taken_back_and_half_an_archive_is_refused() -> Outcome {
    let dist = fs::canonicalize(Build::Release.folder()).map_err(|error| error.to_string())?;
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let (site, second) = (folder.path().join("site"), browser_tests::copy_dist(Build::Release)?);
    write(&second.path().join("robots.txt"), "User-agent: *\nAllow: /\n# second\n")?;
    let first = bundle(&dist, &folder.path().join("first"))?;
    let second = bundle(second.path(), &folder.path().join("second"))?;
    let one = deploy(&[&site, &first]).await?;
    let server_folder = TempDir::new().map_err(|error| error.to_string())?;
    let server = nginx_at(&dist, &site.join("current"), server_folder).await?;
    let address = server.host.address;
    for _ in 0..2 {
        let two = deploy(&[&site, &second]).await?;
        assert_ne!(one, two);
        assert!(text(address, "/robots.txt").await?.contains("# second"));
        deploy(&[Path::new("--back"), &site, Path::new(&one)]).await?;
        assert!(!text(address, "/robots.txt").await?.contains("# second"), "the first release is not back");
    }
    let broken = folder.path().join("broken");
    fs::create_dir_all(&broken).map_err(|error| error.to_string())?;
    for name in ["dist.tar.zst", "dist.sha256", "SHA256SUMS"] {
        fs::copy(second.join(name), broken.join(name)).map_err(|error| error.to_string())?;
    }
    let half = fs::read(broken.join("dist.tar.zst")).map_err(|error| error.to_string())?;
    fs::write(broken.join("dist.tar.zst"), &half[..half.len() / 2]).map_err(|error| error.to_string())?;
    assert!(deploy(&[&site, &broken]).await.is_err(), "half an archive is put in place");
    assert_eq!(status(address, "/therapies/").await, Some(200));
    Ok(())
}

/// Asks without a pause while releases are switched; none may fail.
#[tokio::test]
async fn no_request_falls_between_two_releases() -> Outcome {
    let dist = fs::canonicalize(Build::Release.folder()).map_err(|error| error.to_string())?;
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let site = folder.path().join("site");
    let release = bundle(&dist, &folder.path().join("release"))?;
    let name = deploy(&[&site, &release]).await?;
    let server = nginx_at(&dist, &site.join("current"), TempDir::new().map_err(|error| error.to_string())?).await?;
    let address = server.host.address;
    let (mut asked, mut missed) = (0, 0);
    for _ in 0..10 {
        let arguments = [Path::new("--back"), &site, Path::new(&name)];
        let switching = deploy(&arguments);
        tokio::pin!(switching);
        loop {
            tokio::select! {
                done = &mut switching => { done?; break }
                found = status(address, "/therapies/") => { asked += 1; missed += usize::from(found != Some(200)) }
            }
        }
    }
    println!("{asked} requests while releases were switched, {missed} missed");
    assert!(asked > 20 && missed == 0, "{missed} of {asked}");
    Ok(())
}

fn bundle(dist: &Path, out: &Path) -> Result<PathBuf, String> {
    native::bundle(dist, out)?;
    Ok(out.to_owned())
}

async fn deploy(arguments: &[&Path]) -> Result<String, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/nginx/deploy.sh");
    let output = Command::new(script).args(arguments).output().await.map_err(|error| format!("deploy.sh: {error}"))?;
    if !output.status.success() {
        return Err(format!("deploy.sh {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

async fn raw(address: SocketAddr, path: &str) -> Result<String, String> {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut stream = tokio::net::TcpStream::connect(address).await.map_err(|error| error.to_string())?;
    let request = format!("GET {path} HTTP/1.0\r\n\r\n");
    stream.write_all(request.as_bytes()).await.map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn status(address: SocketAddr, path: &str) -> Option<u16> {
    raw(address, path).await.ok()?.split(' ').nth(1)?.parse().ok()
}

async fn text(address: SocketAddr, path: &str) -> Result<String, String> {
    raw(address, path).await
}

/// An upload to an object store that stops anywhere: every page that is there finds every file that it names.
#[test]
fn a_half_finished_upload_leaves_no_page_without_its_files() -> Outcome {
    let dist = Build::Release.folder();
    let order = upload_order(&dist)?;
    let all: Vec<String> =
        files(&dist)?.iter().filter_map(|path| Some(path.strip_prefix(&dist).ok()?.display().to_string())).collect();
    assert_eq!(order.len(), all.len());
    let mut seed = 0x9e37_79b9_u64;
    for _ in 0..200 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let cut = usize::try_from(seed >> 33).map_err(|error| error.to_string())? % (order.len() + 1);
        let there = &order[..cut];
        for page in there.iter().filter(|name| name.ends_with(".html") || *name == "sw.js") {
            let text = fs::read_to_string(dist.join(page)).map_err(|error| error.to_string())?;
            for (at, _) in text.match_indices("/assets/") {
                let name: String =
                    text[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-._".contains(*c)).collect();
                if name.ends_with('/') {
                    continue;
                }
                assert!(there.contains(&name), "{page} is there, {name} is not (cut at {cut})");
            }
        }
        assert!(!there.contains(&"sw.js".to_owned()) || cut >= order.len() - 2, "sw.js comes last");
    }
    Ok(())
}
