//! Rules about supervisors.

use leerteam::wire::v1;

use super::calendar::{Closures, Day, holds, overlap, stretch_of, stretch_or_day};
use super::kept::for_each_team;
use super::people::{attribute, travel};
use super::scene::{Scene, Team};
use super::settings::Setting;
use super::sheet::{Sheet, person_of};

pub const RULES: &[fn(&Scene, &mut Sheet)] = &[
    supervisors_per_side,
    pinned_supervisors,
    supervisor_fit,
    supervisor_available,
    different_organisations,
    own_field,
    willing,
];

/// Those that tie teams together.
pub const RULES_OF_THE_ROSTER: &[fn(&Scene, &mut Sheet)] =
    &[supervisor_hours, supervisor_teams, supervisor_double_booked, supervisor_travel, even_load];

fn by(supervisor: &v1::Supervisor) -> String {
    person_of("", &supervisor.id)
}

/// Fewest and most supervisors of a side that a team of an environment needs.
fn need(environment: &v1::LearningEnvironment, side: v1::Side) -> (i64, i64) {
    let need = environment.supervision.iter().find(|need| need.side() == side);
    let most = |need: &v1::SupervisionNeed| if need.max == 0 { need.min } else { need.max };
    need.map_or((0, 0), |need| (need.min.into(), most(need).into()))
}

fn supervisors_per_side(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "supervisors-per-side", |team| {
        let sides = [v1::Side::Education, v1::Side::Practice].into_iter();
        let amount = |side| {
            let k = team.supervisors.iter().filter(|&&(_, of)| of == side).count() as i64;
            let (min, max) = need(team.environment, side);
            (min - k).max(0) + (k - max).max(0)
        };
        sides.map(amount).sum()
    });
}

fn pinned_supervisors(scene: &Scene, sheet: &mut Sheet) {
    for team in &scene.teams {
        let setting = scene.setting("pinned-supervisors", team.environment);
        for id in team.given.iter().flat_map(|given| &given.supervisor_ids) {
            if !team.is_served_by(id) {
                sheet.count("pinned-supervisors", &setting, team.id, &person_of("", id), 1);
            }
        }
    }
}

/// Counts for each supervisor entry of each team what a rule of the environment says of it.
fn for_each_entry(
    scene: &Scene,
    sheet: &mut Sheet,
    rule: &str,
    amount: impl Fn(&Team, usize, &Setting) -> i64,
) {
    for team in &scene.teams {
        let setting = scene.setting(rule, team.environment);
        for (place, (supervisor, _)) in team.supervisors.iter().enumerate() {
            let amount = amount(team, place, &setting);
            sheet.count(rule, &setting, team.id, &by(supervisor), amount);
        }
    }
}

fn supervisor_fit(scene: &Scene, sheet: &mut Sheet) {
    for_each_entry(scene, sheet, "supervisor-fit", |team, place, _| {
        let (supervisor, side) = team.supervisors[place];
        let goes_to = &supervisor.location_ids;
        let at = &team.slot.location_id;
        let comes = goes_to.is_empty() || at.is_empty() || goes_to.contains(at);
        let again = team.supervisors[..place].iter().any(|(other, _)| other.id == supervisor.id);
        i64::from(!supervisor.sides().any(|own| own == side) || !comes || again)
    });
}

/// Whether a supervisor is at a team's meeting on a day.
fn is_there(scene: &Scene, supervisor: &v1::Supervisor, team: &Team, day: &Day) -> bool {
    let windows = supervisor.availability.iter().filter(|window| holds(window, day));
    let windows: Vec<_> = windows.map(stretch_of).collect();
    let is_free = |minute: i64| windows.iter().any(|window| window.contains(&minute));
    let absent = |absence: &v1::Absence| {
        let stretch = stretch_or_day(&absence.start_time, &absence.end_time);
        day.is_one_of(&absence.first_date, &absence.last_date) && overlap(&stretch, &team.stretch)
    };
    let closures = Closures::of(scene.roster);
    let own = &supervisor.organisation_ids;
    let all_closed = !own.is_empty() && own.iter().all(|id| closures.organisation(id, day));
    team.stretch.clone().all(is_free)
        && !supervisor.absences.iter().any(absent)
        && !closures.everything(day)
        && !all_closed
}

fn supervisor_available(scene: &Scene, sheet: &mut Sheet) {
    for_each_entry(scene, sheet, "supervisor-available", |team, place, setting| {
        let (supervisor, _) = team.supervisors[place];
        let days = team.meetings.iter().map(|&day| &scene.days[day]);
        let there = days.filter(|day| is_there(scene, supervisor, team, day)).count() as i64;
        i64::from(100 * there < setting.parameter("percent") * team.meetings.len() as i64)
    });
}

fn different_organisations(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "different-organisations", |team| {
        let of = |organisation: &v1::Organisation| {
            let serving = team.serving();
            let own = serving.iter().filter(|s| s.organisation_ids.contains(&organisation.id));
            (own.count() as i64 - 1).max(0)
        };
        scene.roster.organisations.iter().map(of).sum()
    });
}

fn own_field(scene: &Scene, sheet: &mut Sheet) {
    if scene.roster.supervisors.iter().all(|supervisor| supervisor.fields.is_empty()) {
        return;
    }
    for team in &scene.teams {
        let setting = scene.setting("own-field", team.environment);
        let sides = [v1::Side::Education, v1::Side::Practice];
        if sides.into_iter().all(|side| need(team.environment, side).1 == 0) {
            continue;
        }
        for member in &team.members {
            let Some(field) = attribute(scene.roster, member, "field") else { continue };
            if !team.supervisors.iter().any(|(by, _)| by.fields.contains(&field)) {
                sheet.count("own-field", &setting, team.id, &person_of(&member.id, ""), 1);
            }
        }
    }
}

fn willing(scene: &Scene, sheet: &mut Sheet) {
    for_each_entry(scene, sheet, "willing", |team, place, setting| {
        let level = |supervisor: &v1::Supervisor| match supervisor.willingness() {
            v1::Willingness::Willing => 0,
            v1::Willingness::Reluctant => setting.parameter("reluctant"),
            v1::Willingness::Neutral | v1::Willingness::Unspecified => setting.parameter("neutral"),
        };
        let least = scene.roster.supervisors.iter().map(level).min();
        level(team.supervisors[place].0) - least.expect("a supervisor")
    });
}

/// The teams of a supervisor, in the plan's order.
fn teams_of<'s, 'a>(scene: &'s Scene<'a>, supervisor: &v1::Supervisor) -> Vec<&'s Team<'a>> {
    scene.teams.iter().filter(|team| team.is_served_by(&supervisor.id)).collect()
}

fn supervisor_hours(scene: &Scene, sheet: &mut Sheet) {
    let setting = scene.setting_of_roster("supervisor-hours");
    for supervisor in &scene.roster.supervisors {
        let load = |team: &&Team| {
            let form = team.environment.meeting_form.as_ref().expect("a form");
            (form.duration_minutes as u64).div_ceil(form.every_weeks.max(1) as u64) as i64
        };
        let load: i64 = teams_of(scene, supervisor).iter().map(load).sum();
        let over = (load - i64::from(supervisor.minutes_per_week.unwrap_or(120))).max(0);
        let hours = (over as u64).div_ceil(60) as i64;
        sheet.count("supervisor-hours", &setting, "", &by(supervisor), hours);
    }
}

fn supervisor_teams(scene: &Scene, sheet: &mut Sheet) {
    let setting = scene.setting_of_roster("supervisor-teams");
    for supervisor in &scene.roster.supervisors {
        let teams = teams_of(scene, supervisor).len() as i64;
        let over = supervisor.max_teams.map_or(0, |most| (teams - i64::from(most)).max(0));
        sheet.count("supervisor-teams", &setting, "", &by(supervisor), over);
    }
}

/// Counts 1 for each supervisor and each two teams of theirs on one day of which a rule says so.
fn for_each_two(
    scene: &Scene,
    sheet: &mut Sheet,
    rule: &str,
    is_broken: impl Fn(&Team, &Team) -> bool,
) {
    let setting = scene.setting_of_roster(rule);
    for supervisor in &scene.roster.supervisors {
        for (earlier, later) in scene.pairs() {
            let both = [earlier, later].iter().all(|team| team.is_served_by(&supervisor.id));
            if both && earlier.shares_a_day(later) && is_broken(earlier, later) {
                sheet.count(rule, &setting, later.id, &by(supervisor), 1);
            }
        }
    }
}

fn supervisor_double_booked(scene: &Scene, sheet: &mut Sheet) {
    for_each_two(scene, sheet, "supervisor-double-booked", |one, other| one.overlaps(other));
}

fn supervisor_travel(scene: &Scene, sheet: &mut Sheet) {
    for_each_two(scene, sheet, "supervisor-travel", |one, other| {
        let is_first = one.stretch.start < other.stretch.start;
        let (first, next) = if is_first { (one, other) } else { (other, one) };
        let way = travel(scene.roster, &first.slot.location_id, &next.slot.location_id);
        !one.overlaps(other) && next.stretch.start - first.stretch.end < way
    });
}

fn even_load(scene: &Scene, sheet: &mut Sheet) {
    let setting = scene.setting_of_roster("even-load");
    for supervisor in &scene.roster.supervisors {
        let n = teams_of(scene, supervisor).len() as i64;
        sheet.count("even-load", &setting, "", &by(supervisor), n * (n - 1) / 2);
    }
}
