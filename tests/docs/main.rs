//! The docs against the code: what they list is what there is, and what they show is what is said.

#[path = "../support/mod.rs"]
mod support;

mod api;
mod errors;
mod outputs;
mod readme;
mod rule_examples;
mod rules;
