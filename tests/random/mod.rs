//! Random small rosters: every kind of input, little enough of it to try every plan.

mod more;

use leerteam::wire::v1::{self, *};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Monday of the planning period, two weeks and a bit long.
const FIRST: &str = "2026-09-07";
const LAST: &str = "2026-09-25";

fn id(kind: &str, number: usize) -> String {
    format!("{kind}{number}")
}

/// A roster of two to four participants, one or two environments and up to three supervisors.
pub fn roster(seed: u64) -> Roster {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let rng = &mut rng;
    let participants = rng.random_range(2..=4);
    let environments: usize = if participants > 3 { 1 } else { rng.random_range(1..=4).min(2) };
    let closure = Closure {
        first_date: format!("2026-09-{}", rng.random_range(14..=18)),
        organisation_ids: if rng.random_bool(0.5) { vec![id("o", 1)] } else { vec![] },
        ..Closure::default()
    };
    let mut roster = Roster {
        id: format!("random-{seed}"),
        period: Some(PlanningPeriod {
            first_date: FIRST.into(),
            last_date: LAST.into(),
            time_zone: String::new(),
            closures: vec![closure],
        }),
        organisations: (1..=3).map(organisation).collect(),
        locations: (1..=2).map(|n| location(rng, n)).collect(),
        travel: Some(Travel {
            between_neighbourhoods_minutes: Some(rng.random_range(0..=90)),
            ..Travel::default()
        }),
        programmes: (1..=3).map(programme).collect(),
        cohorts: vec![cohort(rng)],
        participants: (1..=participants).map(|n| participant(rng, n)).collect(),
        supervisors: (1..=rng.random_range(1..=3)).map(|n| supervisor(rng, n)).collect(),
        environments: (1..=environments).map(|n| environment(rng, n, participants)).collect(),
        wishes: wishes(rng, participants),
        rules: settings(rng),
        ..Roster::default()
    };
    more::add(&mut roster, seed);
    roster
}

/// A roster in which one supervisor has to travel between two environments on one day.
pub fn travelling(seed: u64) -> Roster {
    let mut roster = roster(seed);
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let rng = &mut rng;
    roster.participants.truncate(2);
    roster.wishes.clear();
    roster.rules.retain(|rule| rule.rule_id != "supervisors-per-side");
    roster.rules.retain(|rule| rule.rule_id != "professions");
    roster.rules.push(RuleSetting {
        rule_id: "professions".into(),
        mode: RuleMode::Off.into(),
        ..RuleSetting::default()
    });
    let hours = |start: i32| Window {
        weekday: 1,
        start_time: format!("{start:02}:00"),
        end_time: format!("{:02}:00", start + 2),
        ..Window::default()
    };
    roster.supervisors = vec![supervisor(rng, 1)];
    roster.supervisors[0].sides = vec![Side::Education.into()];
    roster.supervisors[0].availability =
        vec![Window { start_time: "08:00".into(), end_time: "18:00".into(), ..hours(8) }];
    roster.supervisors[0].minutes_per_week = Some(240);
    let mut environments: Vec<_> = (1..=2).map(|n| environment(rng, n, 2)).collect();
    for (n, environment) in (1..).zip(&mut environments) {
        let participant_ids = vec![id("p", n)];
        environment.admission = Some(Admission { participant_ids, ..Admission::default() });
        environment.team_count = Some(v1::Range { min: 1, max: 1 });
        environment.teams.clear();
        environment.supervision =
            vec![SupervisionNeed { side: Side::Education.into(), min: 1, max: 1 }];
        let form = environment.meeting_form.get_or_insert_default();
        form.hours = vec![hours(rng.random_range(9..=10))];
        form.mode = MeetingMode::OnSite.into();
    }
    roster.environments = environments;
    roster
}

fn organisation(number: usize) -> Organisation {
    let side = if number < 3 { Side::Education } else { Side::Practice };
    Organisation { id: id("o", number), side: side.into(), ..Organisation::default() }
}

fn location(rng: &mut impl Rng, number: usize) -> Location {
    let room = |n: usize, capacity| Room { id: id("r", n), capacity, ..Room::default() };
    let rooms = match rng.random_range(0..3) {
        0 => vec![room(1, rng.random_range(2..=6))],
        _ => vec![],
    };
    let organisation_id = if rng.random_bool(0.3) { id("o", 1) } else { String::new() };
    Location { id: id("l", number), organisation_id, rooms, ..Location::default() }
}

fn programme(number: usize) -> Programme {
    Programme {
        id: id("g", number),
        institution_id: id("o", 1 + number % 2),
        level: if number == 1 { 4 } else { 6 },
        profession: ["teacher", "assistant", "social-worker"][number - 1].into(),
        field: "education".into(),
        ..Programme::default()
    }
}

fn window(rng: &mut impl Rng, least: i32, most: i32) -> Window {
    let start = rng.random_range(9..=14);
    let end = (start + rng.random_range(least..=most)).min(18);
    let every = rng.random_range(1..=2);
    Window {
        weekday: rng.random_range(1..=2),
        start_time: format!("{start:02}:00"),
        end_time: format!("{end:02}:00"),
        weeks: Some(WeekPattern { every, offset: rng.random_range(0..every) }),
        ..Window::default()
    }
}

fn commitment(
    rng: &mut impl Rng,
    number: usize,
    kinds: std::ops::RangeInclusive<i32>,
) -> Commitment {
    Commitment {
        id: id("c", number),
        kind: rng.random_range(kinds),
        window: Some(window(rng, 1, 6)),
        location_id: if rng.random_bool(0.7) {
            id("l", rng.random_range(1..=2))
        } else {
            String::new()
        },
        flexibility: rng.random_range(0..=3),
        ..Commitment::default()
    }
}

fn cohort(rng: &mut impl Rng) -> Cohort {
    let commitments = vec![commitment(rng, 9, 1..=1)];
    Cohort { id: id("k", 1), programme_id: id("g", 1), commitments, ..Cohort::default() }
}

fn participant(rng: &mut impl Rng, number: usize) -> Participant {
    let commitments = (1..=rng.random_range(0..=2)).map(|n| commitment(rng, n, 1..=4)).collect();
    let period = InternshipPeriod {
        first_date: format!("2026-09-{:02}", rng.random_range(7..=14)),
        last_date: format!("2026-09-{:02}", rng.random_range(15..=25)),
    };
    let exception = DatedException {
        first_date: format!("2026-09-{:02}", rng.random_range(7..=25)),
        kind: rng.random_range(1..=2),
        ..DatedException::default()
    };
    let never = if rng.random_bool(0.15) { vec![window(rng, 1, 3)] } else { vec![] };
    Participant {
        id: id("p", number),
        programme_id: id("g", rng.random_range(1..=3)),
        cohort_id: if rng.random_bool(0.4) { id("k", 1) } else { String::new() },
        internship_periods: if rng.random_bool(0.4) { vec![period] } else { vec![] },
        commitments,
        exceptions: if rng.random_bool(0.5) { vec![exception] } else { vec![] },
        pins: Some(ParticipantPins { never, ..ParticipantPins::default() }),
        ..Participant::default()
    }
}

fn supervisor(rng: &mut impl Rng, number: usize) -> Supervisor {
    let sides = match rng.random_range(0..3) {
        0 => vec![Side::Education.into()],
        1 => vec![Side::Practice.into()],
        _ => vec![Side::Education.into(), Side::Practice.into()],
    };
    // Most are there nearly all the time, so that teams compete for them.
    let mut availability: Vec<Window> =
        (0..rng.random_range(1..=2)).map(|_| window(rng, 3, 8)).collect();
    for (weekday, window) in (1..).zip(&mut availability) {
        window.weeks = None;
        if rng.random_bool(0.7) {
            (window.weekday, window.start_time) = (weekday, "08:00".into());
        }
    }
    Supervisor {
        id: id("s", number),
        sides,
        organisation_ids: vec![id("o", rng.random_range(1..=3))],
        availability,
        minutes_per_week: Some([30, 60, 60, 120, 240][rng.random_range(0..5)]),
        max_teams: rng.random_bool(0.25).then_some(1),
        location_ids: if rng.random_bool(0.2) { vec![id("l", 1)] } else { vec![] },
        ..Supervisor::default()
    }
}

fn environment(rng: &mut impl Rng, number: usize, participants: usize) -> LearningEnvironment {
    let everybody = (1..=participants).map(|n| id("p", n));
    let admitted: Vec<String> = everybody.filter(|_| rng.random_bool(0.85)).collect();
    let admitted = if admitted.is_empty() { vec![id("p", 1)] } else { admitted };
    let min_size = rng.random_range(1..=2);
    let weekday = if rng.random_bool(0.7) { 1 } else { 2 };
    let hours = Window { weeks: None, weekday, ..window(rng, 2, 2) };
    let need = |side: Side, min, max| SupervisionNeed { side: side.into(), min, max };
    let supervision = match rng.random_range(0..3) {
        0 => vec![],
        1 => vec![need(Side::Education, 1, 1)],
        _ => vec![need(Side::Education, 1, 1), need(Side::Practice, 0, 1)],
    };
    let given = rng.random_bool(0.25);
    let team = GivenTeam {
        id: id("t", number),
        supervisor_ids: if rng.random_bool(0.5) { vec![id("s", 1)] } else { vec![] },
        ..GivenTeam::default()
    };
    let most = if participants > 3 || number == 1 { 2 } else { 1 };
    let count = v1::Range { min: rng.random_range(0..=most), max: most };
    LearningEnvironment {
        id: id("e", number),
        location_ids: vec![id("l", number)],
        admission: Some(Admission { participant_ids: admitted, ..Admission::default() }),
        team_count: (!given).then_some(count),
        teams: if given { vec![team] } else { vec![] },
        team_size: Some(v1::Range { min: min_size, max: rng.random_range(min_size..=2) }),
        meeting_form: Some(MeetingForm {
            duration_minutes: 60,
            every_weeks: rng.random_range(1..=2),
            hours: vec![hours],
            start_step_minutes: 60,
            mode: rng.random_range(1..=3),
            max_meetings: rng.random_range(0..=2),
            ..MeetingForm::default()
        }),
        supervision,
        ..LearningEnvironment::default()
    }
}

fn wishes(rng: &mut impl Rng, participants: usize) -> Vec<Wish> {
    if rng.random_bool(0.5) {
        return vec![];
    }
    let one = rng.random_range(1..=participants);
    let other = 1 + one % participants;
    vec![Wish {
        participant_ids: vec![id("p", one), id("p", other)],
        kind: rng.random_range(1..=2),
        required: rng.random_bool(0.5),
    }]
}

/// How often a rule has a setting; more for those that would otherwise leave few teams.
fn often(rule: &str) -> f64 {
    if ["professions", "quorum", "share-of-meetings"].contains(&rule) { 0.6 } else { 0.15 }
}

/// Numbers that make it a close call who is in a team.
fn numbers(rng: &mut impl Rng, rule: &str) -> std::collections::BTreeMap<String, i32> {
    let most = match rule {
        "quorum" => 60..=100,
        "share-of-meetings" => 0..=60,
        "professions" => 0..=2,
        _ => return Default::default(),
    };
    let name = if rule == "professions" { "at-least" } else { "percent" };
    [(name.to_owned(), rng.random_range(most))].into()
}

/// Now and then a rule in another mode, or with another weight.
fn settings(rng: &mut impl Rng) -> Vec<RuleSetting> {
    let mut settings = Vec::new();
    for rule in leerteam::rules::RULES.iter().map(|rule| rule.specification()) {
        if !rule.kept && rule.id != "placed" && rng.random_bool(often(rule.id)) {
            let modes: Vec<RuleMode> = match rule.modes.len() {
                1 => vec![RuleMode::Off, RuleMode::Weighed],
                _ => vec![RuleMode::Off, RuleMode::Weighed, RuleMode::Required],
            };
            settings.push(RuleSetting {
                rule_id: rule.id.into(),
                mode: modes[rng.random_range(0..modes.len())].into(),
                parameters: numbers(rng, rule.id),
                weight: Some(rng.random_range(0..=500)),
                ..RuleSetting::default()
            });
        }
    }
    settings
}
