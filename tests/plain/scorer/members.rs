//! Rules about participants.

use leerteam::wire::v1;

use super::calendar::{holds, minute, overlap, stretch_of};
use super::people::admits;
use super::scene::{Scene, Team};
use super::sheet::{Sheet, person_of};

pub const RULES: &[fn(&Scene, &mut Sheet)] = &[
    placed,
    once,
    admitted,
    pinned_members,
    share_of_meetings,
    attendance,
    same_period,
    theme,
    together,
    apart,
    wishes,
];

/// Counts for each member of each team what a rule of the environment says of the member.
fn for_each_member(
    scene: &Scene,
    sheet: &mut Sheet,
    rule: &str,
    amount: impl Fn(&Team, usize) -> i64,
) {
    for team in &scene.teams {
        let setting = scene.setting(rule, team.environment);
        for (place, member) in team.members.iter().enumerate() {
            let person = person_of(&member.id, "");
            sheet.count(rule, &setting, team.id, &person, amount(team, place));
        }
    }
}

fn placed(scene: &Scene, sheet: &mut Sheet) {
    let setting = scene.setting_of_roster("placed");
    for person in &scene.roster.participants {
        if !scene.teams.iter().any(|team| team.has(&person.id)) {
            sheet.count("placed", &setting, "", &person_of(&person.id, ""), 1);
        }
    }
}

fn once(scene: &Scene, sheet: &mut Sheet) {
    let setting = scene.setting_of_roster("once");
    for (place, team) in scene.teams.iter().enumerate() {
        for member in &team.members {
            if scene.teams[..place].iter().any(|earlier| earlier.has(&member.id)) {
                sheet.count("once", &setting, team.id, &person_of(&member.id, ""), 1);
            }
        }
    }
}

fn admitted(scene: &Scene, sheet: &mut Sheet) {
    for_each_member(scene, sheet, "admitted", |team, place| {
        i64::from(!admits(scene.roster, team.environment, team.members[place]))
    });
}

fn pinned_members(scene: &Scene, sheet: &mut Sheet) {
    for_each_member(scene, sheet, "pins", |team, place| {
        let Some(pins) = &team.members[place].pins else { return 0 };
        let elsewhere = !pins.environment_id.is_empty()
            && pins.environment_id != team.environment.id
            || !pins.team_id.is_empty() && team.given.is_none_or(|given| given.id != pins.team_id);
        let never = |window: &v1::Window| {
            overlap(&stretch_of(window), &team.stretch)
                && team.meetings.iter().any(|&day| holds(window, &scene.days[day]))
        };
        i64::from(elsewhere) + i64::from(pins.never.iter().any(never))
    });
    for team in &scene.teams {
        let Some(given) = team.given else { continue };
        let setting = scene.setting("pins", team.environment);
        let moved = given.slot.as_ref().is_some_and(|pin| {
            pin.weekday != 0 && pin.weekday != team.slot.weekday
                || !pin.start_time.is_empty() && minute(&pin.start_time) != team.stretch.start
                || pin.week_offset.is_some_and(|offset| offset != team.slot.week_offset)
                || !pin.location_id.is_empty() && pin.location_id != team.slot.location_id
                || !pin.room_id.is_empty() && pin.room_id != team.slot.room_id
        });
        let other_theme = !given.theme_id.is_empty() && given.theme_id != team.theme;
        sheet.count("pins", &setting, team.id, "", i64::from(moved) + i64::from(other_theme));
    }
}

/// How many meetings count for a member, and to how many of these the member comes.
fn counted_and_comes(team: &Team, place: usize) -> (i64, i64) {
    let counted = team.presences[place].iter().flatten();
    let comes = counted.clone().filter(|presence| presence.comes);
    (counted.count() as i64, comes.count() as i64)
}

fn share_of_meetings(scene: &Scene, sheet: &mut Sheet) {
    for_each_member(scene, sheet, "share-of-meetings", |team, place| {
        let percent = scene.setting("share-of-meetings", team.environment).parameter("percent");
        let (counted, comes) = counted_and_comes(team, place);
        i64::from(counted == 0 || 100 * comes < percent * counted)
    });
}

fn attendance(scene: &Scene, sheet: &mut Sheet) {
    for_each_member(scene, sheet, "attendance", |team, place| {
        let counted = team.presences[place].iter().flatten();
        let n = counted.clone().count() as i64;
        let sum: i64 = counted.map(|presence| presence.points).sum();
        if n == 0 {
            return scene.setting("attendance", team.environment).parameter("absent");
        }
        (2 * sum + n) / (2 * n)
    });
}

fn same_period(scene: &Scene, sheet: &mut Sheet) {
    for_each_member(scene, sheet, "same-period", |team, place| {
        let n = team.meetings.len() as i64;
        let (counted, _) = counted_and_comes(team, place);
        if n == 0 { 0 } else { (200 * (n - counted) + n) / (2 * n) }
    });
}

fn theme(scene: &Scene, sheet: &mut Sheet) {
    for_each_member(scene, sheet, "theme", |team, place| {
        if team.theme.is_empty() && team.environment.theme_ids.is_empty() {
            return 0;
        }
        let mut wanted: Vec<&str> = Vec::new();
        for theme in &team.members[place].theme_preferences {
            if !wanted.contains(&theme.as_str()) {
                wanted.push(theme);
            }
        }
        wanted.iter().take_while(|&&theme| theme != team.theme).count() as i64
    });
}

fn together(scene: &Scene, sheet: &mut Sheet) {
    wishes_of(scene, sheet, "together", |w| w.required && w.kind() == v1::WishKind::Together);
}

fn apart(scene: &Scene, sheet: &mut Sheet) {
    wishes_of(scene, sheet, "apart", |w| w.required && w.kind() == v1::WishKind::Apart);
}

fn wishes(scene: &Scene, sheet: &mut Sheet) {
    wishes_of(scene, sheet, "wishes", |wish| !wish.required);
}

fn wishes_of(scene: &Scene, sheet: &mut Sheet, rule: &str, is_of: fn(&&v1::Wish) -> bool) {
    let setting = scene.setting_of_roster(rule);
    for wish in scene.roster.wishes.iter().filter(is_of) {
        let [one, other] = &wish.participant_ids[..] else { panic!("a wish is about two") };
        for team in &scene.teams {
            let mut count = |id| sheet.count(rule, &setting, team.id, &person_of(id, ""), 1);
            match (wish.kind(), team.has(one), team.has(other)) {
                (v1::WishKind::Together, true, false) => count(one),
                (v1::WishKind::Together, false, true) => count(other),
                (v1::WishKind::Apart, true, true) => count(one),
                _ => {}
            }
        }
    }
}
