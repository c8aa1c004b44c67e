//! Brotli and gzip files beside the originals, for hosts that serve precompressed files.

use super::files::files;
use anyhow::Result;
use fs_err as fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread;

/// Brotli level of the files in `dist/`.
pub const BEST: u32 = 11;

/// The bytes compressed with Brotli at `level` (0 to 11).
#[must_use]
pub fn brotli(bytes: &[u8], level: u32) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: level as i32, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters).expect("writing to memory cannot fail");
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("writing to memory cannot fail");
    encoder.finish().expect("writing to memory cannot fail")
}

/// Writes `.br` and `.gz` beside every text and wasm file below `folder`, on every core.
///
/// # Errors
/// The file that cannot be read or written.
pub fn folder(folder: &Path) -> Result<()> {
    let files: Vec<PathBuf> = files(folder)?.into_iter().filter(|path| compressible(path)).collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|core| {
                let mut files = files.iter().skip(core).step_by(cores);
                scope.spawn(move || files.try_for_each(|path| one(path)))
            })
            .collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker does not panic"))
    })
}

fn compressible(path: &Path) -> bool {
    let kinds = ["html", "css", "js", "json", "svg", "xml", "txt", "wasm", "bundle", "webmanifest"];
    path.extension().and_then(|e| e.to_str()).is_some_and(|e| kinds.contains(&e))
}

fn one(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    for (ending, packed) in [("br", brotli(&bytes, BEST)), ("gz", gzip(&bytes))] {
        if packed.len() < bytes.len() {
            fs::write(format!("{}.{ending}", path.display()), packed)?;
        }
    }
    Ok(())
}
