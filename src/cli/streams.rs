//! Standard output and standard error. Whoever reads them may stop before the end, as `| head` does: then what
//! is left goes nowhere, and the command ends as it would have.

use std::io::{ErrorKind, Write, stderr, stdout};

use super::Exit;

/// Writes to standard output.
pub fn say(text: impl AsRef<str>) {
    let mut output = stdout().lock();
    let written = output.write_all(text.as_ref().as_bytes()).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            warn(error.to_string());
            // An answer that is not whole must not look like one, on a full disk.
            std::process::exit(Exit::Usage as i32);
        }
        _ => {}
    }
}

/// Writes a line to standard error; where that cannot be written to, there is nobody to say so.
pub fn warn(text: impl AsRef<str>) {
    let mut errors = stderr().lock();
    let _ = errors.write_all(text.as_ref().as_bytes()).and_then(|()| errors.write_all(b"\n"));
}
