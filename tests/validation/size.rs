//! Rosters too large to plan are refused by name of the limit, before any work of their size.

use std::time::{Duration, Instant};

use leerteam::roster::Code;
use leerteam::wire::v1;

use super::findings;
use super::roster::{environment, good, participant, window};

/// Field, value and limit of what is too much.
fn too_much(roster: &v1::Roster) -> Vec<(String, String, String)> {
    let start = Instant::now();
    let findings = findings(roster);
    assert!(start.elapsed() < Duration::from_secs(5), "refused within {:?}", start.elapsed());
    let mut too_much = Vec::new();
    for finding in findings.into_iter().filter(|finding| finding.code == Code::TooMuch) {
        let limit = finding.details.iter().find(|(name, _)| *name == "limit");
        let limit = limit.map(|(_, limit)| limit.clone()).unwrap_or_default();
        too_much.push((finding.field, finding.value, limit));
    }
    too_much
}

fn expect(roster: &v1::Roster, field: &str, value: &str, limit: &str) {
    let expected = (field.to_owned(), value.to_owned(), limit.to_owned());
    assert_eq!(too_much(roster), [expected]);
}

fn participants(count: usize) -> Vec<v1::Participant> {
    let programme = |i: usize| if i.is_multiple_of(2) { "pabo" } else { "care" };
    (0..count).map(|i| participant(&format!("p{i}"), programme(i))).collect()
}

#[test]
fn ten_years() {
    let mut roster = good();
    let period = roster.period.get_or_insert_default();
    period.last_date = "2034-09-01".into();
    let form = roster.environments[0].meeting_form.get_or_insert_default();
    form.start_step_minutes = 5;
    expect(&roster, "period.lastDate", "3652", "days");
}

#[test]
fn an_id_of_two_megabytes() {
    let mut roster = good();
    roster.participants[0].id = "x".repeat(2_000_000);
    expect(&roster, "participants[0].id", "2000000", "id");
    let mut roster = good();
    roster.participants[0].name = "é".repeat(32_768);
    expect(&roster, "participants[0].name", "32768", "text");
}

#[test]
fn a_million_participants() {
    let mut roster = good();
    roster.participants = vec![v1::Participant::default(); 1_000_000];
    expect(&roster, "participants", "1000000", "participants");
}

#[test]
fn every_five_minutes_of_every_month() {
    let mut roster = good();
    let form = roster.environments[0].meeting_form.get_or_insert_default();
    form.start_step_minutes = 5;
    form.every_weeks = 4;
    form.hours = (1..=7)
        .map(|day| window(v1::Weekday::try_from(day).unwrap_or_default(), "00:00", "24:00"))
        .collect();
    // 277 starts a day, 7 days, 4 offsets.
    expect(&roster, "environments[0].meetingForm", "7756", "slots");
    form_of(&mut roster).every_weeks = 2;
    assert_eq!(too_much(&roster), []);
}

fn form_of(roster: &mut v1::Roster) -> &mut v1::MeetingForm {
    roster.environments[0].meeting_form.get_or_insert_default()
}

#[test]
fn everybody_at_every_slot_of_every_environment() {
    let mut roster = good();
    roster.participants = participants(50_000);
    form_of(&mut roster).start_step_minutes = 5;
    form_of(&mut roster).hours[0].end_time = "21:00".into();
    let one = roster.environments[0].clone();
    let more = |i: usize| v1::LearningEnvironment { id: format!("hub{i}"), ..one.clone() };
    roster.environments = (0..1_000).map(more).collect();
    // 133 slots: too many once 1,504 participants are held against 1,000 environments.
    expect(&roster, "environments", "200032000", "combinations");
}

#[test]
fn pinned_teams_are_held_against_few_slots() {
    let mut roster = good();
    roster.participants = participants(3_000);
    let team = |i: usize| v1::GivenTeam {
        id: format!("t{i}"),
        slot: Some(v1::SlotPin { start_time: "09:30".into(), ..Default::default() }),
        ..Default::default()
    };
    form_of(&mut roster).start_step_minutes = 5;
    roster.environments[0].team_count = None;
    roster.environments[0].team_size = Some(v1::Range { min: 1, max: 4 });
    roster.environments[0].teams = (0..1_000).map(team).collect();
    roster.environments[0].form_hours("21:00");
    assert_eq!(too_much(&roster), []);
    for team in &mut roster.environments[0].teams {
        team.slot = None;
    }
    // 133 slots for each of 1,000 teams.
    expect(&roster, "environments", "200032000", "combinations");
}

trait Hours {
    fn form_hours(&mut self, end: &str);
}

impl Hours for v1::LearningEnvironment {
    fn form_hours(&mut self, end: &str) {
        self.meeting_form.get_or_insert_default().hours[0].end_time = end.into();
    }
}

#[test]
fn the_lists_of_one_person() {
    let mut roster = good();
    let never = window(v1::Weekday::Monday, "09:00", "10:00");
    roster.supervisors[1].availability = vec![never; 1_001];
    expect(&roster, "supervisors[1].availability", "1001", "own-entries");
}

#[test]
fn a_hundred_thousand_participants_are_validated_in_seconds() {
    let mut roster = good();
    roster.participants = participants(100_000);
    let more = |i: usize| {
        let mut environment = environment(&format!("hub{i}"));
        environment.team_count = Some(v1::Range { min: 0, max: 1_000 });
        environment.team_size = Some(v1::Range { min: 2, max: 12 });
        environment
    };
    roster.environments = (0..20).map(more).collect();
    let start = Instant::now();
    let findings = findings(&roster);
    assert!(start.elapsed() < Duration::from_secs(20), "took {:?}", start.elapsed());
    assert_eq!(findings, []);
}
