//! What a plan changes of the one in force (docs/model.md section 8).

use std::collections::BTreeSet;

use leerteam::wire::v1;

use super::calendar::minute;
use super::people::{environment, location, participant, supervisor};
use super::scene::{Scene, Team};
use super::sheet::{Sheet, person_of};

pub const RULES: &[fn(&Scene, &mut Sheet)] = &[stability];

const RULE: &str = "stability";

fn stability(scene: &Scene, sheet: &mut Sheet) {
    let roster = scene.roster;
    let mut seen = BTreeSet::new();
    for base in roster.base_plan.iter().flat_map(|plan| &plan.teams) {
        let Some(of) = environment(roster, &base.environment_id) else { continue };
        let setting = scene.setting(RULE, of);
        let points = |name| setting.parameter(name);
        let continues = |team: &&Team| team.id == base.id && team.environment.id == of.id;
        let team = scene.teams.iter().find(continues);
        for member in &base.members {
            let id = &member.participant_id;
            if participant(roster, id).is_none() || !seen.insert(id) {
                continue;
            }
            let (team_id, amount) = match team.filter(|team| team.has(id)) {
                None => ("", points("moved")),
                Some(team) => {
                    let (moment, place, room) = changes(roster, base, team);
                    let moment = if moment { points("moment") } else { 0 };
                    let where_ = match (place, room) {
                        (true, _) => points("place"),
                        (false, true) => points("room"),
                        (false, false) => 0,
                    };
                    (team.id, moment + where_)
                }
            };
            sheet.count(RULE, &setting, team_id, &person_of(id, ""), amount);
        }
        let Some(team) = team else { continue };
        let served: BTreeSet<&String> = base.supervisors.iter().map(|s| &s.supervisor_id).collect();
        for id in served {
            if supervisor(roster, id).is_some() && !team.is_served_by(id) {
                let person = person_of("", id);
                sheet.count(RULE, &setting, team.id, &person, points("supervisor"));
            }
        }
    }
}

/// Whether moment, location and room of a team differ from those of the base team, of which a
/// location or room that is gone is none.
fn changes(roster: &v1::Roster, base: &v1::Team, team: &Team) -> (bool, bool, bool) {
    let was = base.slot.as_ref().expect("a slot");
    let is = team.slot;
    let place = location(roster, &was.location_id);
    let room = place.and_then(|place| place.rooms.iter().find(|room| room.id == was.room_id));
    let moment = was.weekday != is.weekday
        || minute(&was.start_time) != minute(&is.start_time)
        || was.week_offset != is.week_offset;
    let place_id = place.map_or("", |place| place.id.as_str());
    let room_id = room.map_or("", |room| room.id.as_str());
    (moment, place_id != is.location_id, room_id != is.room_id)
}
