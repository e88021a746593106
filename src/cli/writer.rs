//! Writes files: whole or not at all, and never over another that nobody asked to replace.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::Exit;
use super::streams::warn;
use leerteam::formats::sheets::{Sheet, workbook};
use leerteam::messages::Messages;

/// What writing needs.
pub struct Writer<'a> {
    /// Texts.
    pub messages: &'a Messages,
    /// Whether files that are there may be replaced.
    pub force: bool,
    /// What was read, a file or a folder: it is never replaced.
    pub source: Option<&'a Path>,
}

impl Writer<'_> {
    /// Whether a file may be written, with what is in the way said if not. Asked before long work.
    pub fn check(&self, path: &Path) -> Result<(), Exit> {
        if self.may_write(path) {
            return Ok(());
        }
        let key = if self.is_source(path) { "cli-is-source" } else { "cli-exists" };
        Err(self.refuse(key, path, ""))
    }

    /// The same without a word.
    pub fn may_write(&self, path: &Path) -> bool {
        !path.exists() || is_device(path) || (self.force && !self.is_source(path))
    }

    /// Writes a file, with whatever folders it needs.
    pub fn file(&self, path: &Path, content: &[u8]) -> Result<(), Exit> {
        self.check(path)?;
        write(path, content, self.force).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => self.refuse("cli-exists", path, ""),
            _ => self.failed(path, &error.to_string()),
        })
    }

    /// Writes sheets as a workbook.
    pub fn workbook(&self, path: &Path, sheets: &[Sheet]) -> Result<(), Exit> {
        self.check(path)?;
        match workbook(sheets) {
            Ok(content) => self.file(path, &content),
            Err(error) => Err(self.failed(path, &error.to_string())),
        }
    }

    /// Says that there are no files of this ending.
    pub fn cannot_be(&self, path: &Path) -> Exit {
        self.refuse("cli-other-ending", path, "")
    }

    /// Says why a file cannot be written.
    pub fn failed(&self, path: &Path, problem: &str) -> Exit {
        self.refuse("cli-cannot-write", path, problem)
    }

    fn refuse(&self, key: &str, path: &Path, problem: &str) -> Exit {
        let file = path.display().to_string();
        let arguments = [("file", file.as_str()), ("problem", problem)];
        warn(self.messages.text(key, &arguments));
        Exit::Usage
    }

    /// Whether a file is what was read, or one of the files of the folder that was read.
    fn is_source(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        match (self.source.and_then(real), real(path)) {
            (Some(source), Some(path)) => {
                path == source || (source.is_dir() && path.parent() == Some(&source))
            }
            _ => false,
        }
    }
}

/// Whether something that is there is no file to replace, such as `/dev/stdout`.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir())
}

/// Writes beside the place and moves there, so that whoever reads it sees the old file or the new one.
fn write(path: &Path, content: &[u8], force: bool) -> io::Result<()> {
    if is_device(path) {
        return std::fs::OpenOptions::new().write(true).open(path)?.write_all(content);
    }
    // What a link leads to is replaced, not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    std::fs::create_dir_all(&folder)?;
    let mut builder = Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file, within what the umask leaves; as the old file, where there is one.
        let mode = path.metadata().map_or(0o666, |about| about.permissions().mode());
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    let mut file = builder.prefix(".leerteam-").tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    let moved = if force { file.persist(path) } else { file.persist_noclobber(path) };
    moved.map(|_| ()).map_err(|error| error.error)
}
