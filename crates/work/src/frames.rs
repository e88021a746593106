//! What a worker and the process of a job say to each other over pipes: messages, each after its length.

use std::io::{Error, ErrorKind, Read, Result, Write};

use leerteam_wire::LARGEST_MESSAGE;
use leerteam_wire::v1;
use prost::Message;

/// What the process is to do; the first message to it. Any byte after it asks it to end with the best plan so far.
#[derive(Clone, PartialEq, Message)]
pub struct Order {
    /// What was asked.
    #[prost(message, optional, tag = "1")]
    pub request: Option<v1::CreateJobRequest>,
    /// The best plan of earlier attempts.
    #[prost(message, optional, tag = "2")]
    pub plan: Option<v1::Plan>,
    /// Threads that it may use.
    #[prost(uint32, tag = "3")]
    pub threads: u32,
    /// How long it may search.
    #[prost(uint64, tag = "4")]
    pub milliseconds: u64,
    /// Bytes of memory that it may take; 0 for as many as there are.
    #[prost(uint64, tag = "5")]
    pub memory: u64,
}

/// What the process has to say.
#[derive(Clone, PartialEq, Message)]
pub struct Report {
    /// One of these.
    #[prost(oneof = "What", tags = "1, 2, 3")]
    pub what: Option<What>,
}

/// What the process has to say.
#[derive(Clone, PartialEq, prost::Oneof)]
pub enum What {
    /// It goes on, perhaps with a better plan.
    #[prost(message, tag = "1")]
    Progress(v1::Progress),
    /// The last message: the plan.
    #[prost(message, tag = "2")]
    Plan(v1::Plan),
    /// The last message: an error in the program.
    #[prost(string, tag = "3")]
    Failure(String),
}

/// The bytes of a message after its length.
pub fn framed(message: &impl Message) -> Vec<u8> {
    let length = message.encoded_len();
    let mut bytes = Vec::with_capacity(length + 4);
    bytes.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend_from_slice(&message.encode_to_vec());
    bytes
}

/// How long a message is that comes after these four bytes.
///
/// # Errors
/// It is longer than any message.
pub fn length(bytes: [u8; 4]) -> Result<usize> {
    let length = u32::from_le_bytes(bytes) as usize;
    // An order has two messages in it.
    if length > 2 * LARGEST_MESSAGE {
        return Err(Error::new(ErrorKind::InvalidData, "the message is too long"));
    }
    Ok(length)
}

/// Reads a message.
///
/// # Errors
/// The pipe ends, or what comes is no message.
pub fn read<M: Message + Default>(input: &mut impl Read) -> Result<M> {
    let mut prefix = [0; 4];
    input.read_exact(&mut prefix)?;
    let mut bytes = vec![0; length(prefix)?];
    input.read_exact(&mut bytes)?;
    M::decode(bytes.as_slice()).map_err(|error| Error::new(ErrorKind::InvalidData, error))
}

/// Writes a message.
///
/// # Errors
/// Nobody reads.
pub fn write(output: &mut impl Write, message: &impl Message) -> Result<()> {
    output.write_all(&framed(message))?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_as_it_was_written_and_nothing_else_is() {
        let report = Report { what: Some(What::Failure("why".to_owned())) };
        let mut pipe = Vec::new();
        write(&mut pipe, &report).expect("memory");
        assert_eq!(read::<Report>(&mut pipe.as_slice()).expect("a message"), report);
        let cut = &pipe[..pipe.len() - 1];
        assert_eq!(read::<Report>(&mut &*cut).expect_err("cut").kind(), ErrorKind::UnexpectedEof);
        let long = [255; 8];
        assert_eq!(
            read::<Report>(&mut &long[..]).expect_err("long").kind(),
            ErrorKind::InvalidData
        );
    }
}
