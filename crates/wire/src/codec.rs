//! How messages are read and written: as by prost, but counted before they are decoded.

use std::marker::PhantomData;

use prost::bytes::Buf;
use prost::{Message, Name};
use tonic::Status;
use tonic::codec::{Codec, DecodeBuf, Decoder};
use tonic_prost::ProstEncoder;

use crate::guard::{LONGEST_LIST, Refused, guard};
use leerteam_messages::{Language, Messages};

/// Encodes `T`, decodes `U`.
#[derive(Debug)]
pub struct Counted<T, U>(PhantomData<(T, U)>);

impl<T, U> Default for Counted<T, U> {
    fn default() -> Self {
        Counted(PhantomData)
    }
}

/// Decodes `U`.
#[derive(Debug)]
pub struct CountedDecoder<U>(PhantomData<U>);

impl<T, U> Codec for Counted<T, U>
where
    T: Message + Send + 'static,
    U: Message + Name + Default + Send + 'static,
{
    type Encode = T;
    type Decode = U;
    type Encoder = ProstEncoder<T>;
    type Decoder = CountedDecoder<U>;

    fn encoder(&mut self) -> Self::Encoder {
        ProstEncoder::default()
    }

    fn decoder(&mut self) -> Self::Decoder {
        CountedDecoder(PhantomData)
    }
}

impl<U: Message + Name + Default> Decoder for CountedDecoder<U> {
    type Item = U;
    type Error = Status;

    fn decode(&mut self, from: &mut DecodeBuf<'_>) -> Result<Option<U>, Status> {
        let bytes = from.copy_to_bytes(from.remaining());
        guard(&U::full_name(), &bytes).map_err(refused)?;
        U::decode(bytes).map(Some).map_err(|_| refused(Refused::Malformed))
    }
}

/// INVALID_ARGUMENT for what is no message, RESOURCE_EXHAUSTED for what is too much, with the limit.
fn refused(why: Refused) -> Status {
    let messages = Messages::of(Language::En);
    match why {
        Refused::Malformed => Status::invalid_argument(messages.text("service-malformed", &[])),
        Refused::LongList(field) => {
            let most = LONGEST_LIST.to_string();
            let arguments = [("field", field.as_str()), ("most", most.as_str())];
            Status::resource_exhausted(messages.text("service-long-list", &arguments))
        }
        Refused::TooMuch(times) => {
            let times = times.to_string();
            Status::resource_exhausted(messages.text("service-too-much", &[("times", &times)]))
        }
    }
}
