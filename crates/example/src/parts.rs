//! Parts that rosters of all examples are made of.

use super::kit::slug;
use leerteam_wire::v1::attribute_value::Value;
use leerteam_wire::v1::{
    AttributeValue, Commitment, CommitmentKind, Location, MeetingForm, MeetingMode, Organisation,
    Range, RuleMode, RuleSetting, Side, SupervisionNeed, Window,
};

/// An organisation.
pub fn organisation(id: &str, name: &str, side: Side) -> Organisation {
    Organisation { id: id.into(), name: name.into(), side: side.into() }
}

/// Organisations that are named by their ids.
pub fn organisations(names: &[&str], side: Side) -> Vec<Organisation> {
    names.iter().map(|name| organisation(&slug(name), name, side)).collect()
}

/// The location of the organisation with the same id, always open and without rooms.
pub fn location(id: &str, name: &str, neighbourhood: &str) -> Location {
    Location {
        id: id.into(),
        name: name.into(),
        organisation_id: id.into(),
        neighbourhood: neighbourhood.into(),
        ..Default::default()
    }
}

/// From at least to at most.
pub fn range(min: usize, max: usize) -> Range {
    let number = |number| i32::try_from(number).unwrap_or(i32::MAX);
    Range { min: number(min), max: number(max) }
}

/// So many supervisors of a side.
pub fn exactly(count: i32, side: Side) -> SupervisionNeed {
    SupervisionNeed { side: side.into(), min: count, max: count }
}

/// The usual supervision: one from education and one from practice.
pub fn one_of_each_side() -> Vec<SupervisionNeed> {
    vec![exactly(1, Side::Education), exactly(1, Side::Practice)]
}

/// Meetings on site within these hours that start on the hour or half past.
pub fn form(duration_minutes: i32, every_weeks: i32, hours: Vec<Window>) -> MeetingForm {
    MeetingForm {
        duration_minutes,
        every_weeks,
        hours,
        start_step_minutes: 30,
        mode: MeetingMode::OnSite.into(),
        ..Default::default()
    }
}

fn commitment(
    kind: CommitmentKind,
    name: &str,
    id: &str,
    window: Window,
    location_id: &str,
) -> Commitment {
    Commitment {
        id: id.into(),
        name: name.into(),
        kind: kind.into(),
        window: Some(window),
        location_id: location_id.into(),
        ..Default::default()
    }
}

/// A lesson.
pub fn lesson(id: &str, window: Window, location_id: &str) -> Commitment {
    commitment(CommitmentKind::Lesson, "Les", id, window, location_id)
}

/// Internship duty, which may be left for a meeting.
pub fn duty(id: &str, window: Window, location_id: &str) -> Commitment {
    commitment(CommitmentKind::Internship, "Stagedag", id, window, location_id)
}

/// A work shift, which may not.
pub fn shift(id: &str, window: Window, location_id: &str) -> Commitment {
    commitment(CommitmentKind::Work, "Dienst", id, window, location_id)
}

/// A choice, as the value of an attribute.
pub fn text(value: &str) -> AttributeValue {
    AttributeValue { value: Some(Value::Text(value.into())) }
}

/// A whole number, as the value of an attribute.
pub fn number(value: i32) -> AttributeValue {
    AttributeValue { value: Some(Value::Number(value)) }
}

/// The setting that switches a rule off.
pub fn off(rule_id: &str) -> RuleSetting {
    RuleSetting { rule_id: rule_id.into(), mode: RuleMode::Off.into(), ..Default::default() }
}

/// The setting that makes each unit of a rule cost so many points.
pub fn weighed(rule_id: &str, weight: i32) -> RuleSetting {
    RuleSetting {
        rule_id: rule_id.into(),
        mode: RuleMode::Weighed.into(),
        weight: Some(weight),
        ..Default::default()
    }
}

/// The setting that has a rule look at these attributes.
pub fn about(rule_id: &str, attributes: &[&str]) -> RuleSetting {
    RuleSetting {
        rule_id: rule_id.into(),
        attributes: attributes.iter().map(|&name| name.into()).collect(),
        ..Default::default()
    }
}

/// The setting of a rule's parameter.
pub fn with(rule_id: &str, parameter: &str, value: i32) -> RuleSetting {
    RuleSetting {
        rule_id: rule_id.into(),
        parameters: [(parameter.to_owned(), value)].into(),
        ..Default::default()
    }
}
