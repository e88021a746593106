//! Rules about places, moments and themes that are facts of the world.

use super::people::location;
use super::scene::{Scene, Team};
use super::sheet::Sheet;

pub const RULES: &[fn(&Scene, &mut Sheet)] = &[slot, room, room_double_booked, theme_open];

/// Counts for each team what a rule of its environment says of it.
pub fn for_each_team(scene: &Scene, sheet: &mut Sheet, rule: &str, amount: impl Fn(&Team) -> i64) {
    for team in &scene.teams {
        let setting = scene.setting(rule, team.environment);
        sheet.count(rule, &setting, team.id, "", amount(team));
    }
}

fn slot(scene: &Scene, sheet: &mut Sheet) {
    use leerteam::wire::v1::MeetingMode::Online;
    for_each_team(scene, sheet, "slot", |team| {
        let form = team.environment.meeting_form.as_ref().expect("a form");
        let places = match form.mode() {
            Online => &[],
            _ => &team.environment.location_ids[..],
        };
        let misplaced = match team.slot.location_id.as_str() {
            "" => !places.is_empty(),
            _ => !places.contains(&team.slot.location_id),
        };
        let out_of_step = team.slot.week_offset >= form.every_weeks.max(1);
        i64::from(team.meetings.is_empty() || misplaced || out_of_step)
    });
}

fn room(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "room", |team| {
        let rooms = location(scene.roster, &team.slot.location_id).map(|place| &place.rooms[..]);
        let rooms = rooms.unwrap_or_default();
        let people = team.members.len() + team.supervisors.len();
        let fits = rooms
            .iter()
            .filter(|room| room.id == team.slot.room_id)
            .any(|room| room.capacity == 0 || room.capacity as usize >= people);
        i64::from(!rooms.is_empty() && !fits)
    });
}

fn room_double_booked(scene: &Scene, sheet: &mut Sheet) {
    let setting = scene.setting_of_roster("room-double-booked");
    for (earlier, later) in scene.pairs() {
        let room = |team: &Team| (team.slot.location_id.clone(), team.slot.room_id.clone());
        let same = room(earlier) == room(later) && !later.slot.room_id.is_empty();
        if same && earlier.shares_a_day(later) && earlier.overlaps(later) {
            sheet.count("room-double-booked", &setting, later.id, "", 1);
        }
    }
}

fn theme_open(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "theme-open", |team| {
        let open = &team.environment.theme_ids;
        let is_own = || team.given.is_some_and(|given| given.theme_id == team.theme);
        let closed = match team.theme {
            "" => !open.is_empty(),
            theme => !open.iter().any(|id| id == theme) && !is_own(),
        };
        i64::from(closed)
    });
}
