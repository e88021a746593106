//! What the descriptors say of the fields of each message.

use std::collections::HashMap;
use std::sync::LazyLock;

use prost::Message;
use prost_types::field_descriptor_proto::{Label, Type};
use prost_types::{DescriptorProto, FieldDescriptorProto, FileDescriptorSet};

use crate::DESCRIPTORS;

/// A text, a message, or a list of anything.
pub struct Field {
    /// Its key in JSON, as findings name it.
    pub name: String,
    /// Whether it is a list or a map.
    pub is_list: bool,
    /// Whether it is a map, whose entries are messages of a key and a value.
    pub is_map: bool,
    /// Whether it holds text.
    pub is_text: bool,
    /// The message that it holds, if it does.
    pub message: Option<String>,
}

/// By number, the fields of a message.
pub type Fields = HashMap<u32, Field>;

static FIELDS: LazyLock<HashMap<String, Fields>> = LazyLock::new(|| {
    let set = FileDescriptorSet::decode(DESCRIPTORS).expect("the descriptors of the protos");
    let mut fields = HashMap::new();
    for file in &set.file {
        for message in &file.message_type {
            gather(file.package(), message, &mut fields);
        }
    }
    fields
});

/// The fields of a message, by its full name.
pub fn fields(message: &str) -> Option<&'static Fields> {
    FIELDS.get(message)
}

fn gather(parent: &str, message: &DescriptorProto, fields: &mut HashMap<String, Fields>) {
    let name = format!("{parent}.{}", message.name());
    for nested in &message.nested_type {
        gather(&name, nested, fields);
    }
    let is_map = |of: &FieldDescriptorProto| {
        let own = |nested: &&DescriptorProto| {
            of.type_name().strip_suffix(nested.name()).is_some_and(|left| left.ends_with('.'))
        };
        let entry = message.nested_type.iter().find(own).and_then(|entry| entry.options.as_ref());
        entry.is_some_and(|options| options.map_entry())
    };
    let field = |of: &FieldDescriptorProto| {
        let field = Field {
            name: of.json_name().to_owned(),
            is_list: of.label() == Label::Repeated,
            is_map: is_map(of),
            is_text: of.r#type() == Type::String,
            message: (of.r#type() == Type::Message)
                .then(|| of.type_name().trim_start_matches('.').to_owned()),
        };
        Some((u32::try_from(of.number()).ok()?, field))
    };
    fields.insert(name, message.field.iter().filter_map(field).collect());
}
