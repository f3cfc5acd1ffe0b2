//! The portal's one program; see `server --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::command::run()
}
