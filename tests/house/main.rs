//! Whether the house is in order: its layers, its words, and the lists of steps.

mod dependencies;
mod layers;
mod steps;
mod tree;
mod words;
