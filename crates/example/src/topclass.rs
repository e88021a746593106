//! Peer consultation of the supervisors of the Zwolle region: they are the participants here, in
//! groups that are mixed over organisations and meet four times a year.

use super::Options;
use super::calendar::{NORTH_2020, dated, every, window};
use super::kit::Dice;
use super::parts::{about, form, range, shift, text, with};
use super::roles::professional;
use super::zwolle::{institutions, places, rows, sites, supervisors};
use leerteam_wire::v1::{
    Admission, Commitment, LearningEnvironment, Participant, Roster, Side, Supervisor, Window,
};

/// Where the groups meet.
const HOSTS: [&str; 2] = ["windesheim", "deltion"];
/// What the groups are mixed over: the board or the institution that somebody shares with others.
/// Who has no colleague in the round has no value: nobody needs to be kept apart from them.
const EMPLOYER: &str = "employer";

/// Weeks from one meeting to the next.
const QUARTER: i32 = 10;

/// The roster of the supervisors' own meetings.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let practices = sites::practices(seed, &rows::read());
    let mut organisations = institutions::organisations();
    organisations.extend(practices.iter().map(sites::Practice::organisation));
    let mut locations = institutions::locations();
    locations.extend(practices.iter().map(|practice| practice.location(seed)));
    let board = |organisation: &str| {
        let practice = practices.iter().find(|practice| practice.site.id == organisation);
        practice.and_then(|practice| practice.board).unwrap_or(organisation).to_owned()
    };
    let supervisors = supervisors::supervisors(seed, &practices);
    let employers: Vec<String> =
        supervisors.iter().map(|one| board(&one.organisation_ids[0])).collect();
    let participants: Vec<Participant> = supervisors
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let employer = &employers[at];
            let colleagues = employers.iter().filter(|other| *other == employer).count() > 1;
            participant(seed, at, one, colleagues.then_some(employer))
        })
        .collect();
    Roster {
        id: "topclass".into(),
        title: "TopClass: intervisie van leerteambegeleiders".into(),
        provenance: format!(
            "Public: that 15 supervisors from education and 21 from practice took part in the \
             Innovatiecluster Kind en Educatie, school year 2020-2021, and its organisations. \
             Known: that supervisors meet in groups of their own, four times a year. Synthetic, \
             generated from seed {seed}: all else, such as who works where and when."
        ),
        period: Some(NORTH_2020.period()),
        travel: Some(places::travel(&locations)),
        environments: vec![groups(&participants)],
        organisations,
        locations,
        participants,
        ..Default::default()
    }
}

/// A supervisor as a participant: bound to work until school is out on most days.
fn participant(seed: u64, at: usize, one: &Supervisor, employer: Option<&String>) -> Participant {
    let mut dice = Dice::new(seed, &format!("week of {}", one.id));
    let education = one.sides.contains(&Side::Education.into());
    let (group, number) = if education { (1, at + 1) } else { (2, at - 14) };
    let count = 2 + dice.weighted(&[1, 3, 3]);
    let days = dice.several(&[3, 4, 3, 4, 2], count);
    let shifts = days.into_iter().map(|day| works(&mut dice, day, &one.organisation_ids[0]));
    Participant {
        organisation_id: one.organisation_ids[0].clone(),
        profession: if education { "lecturer" } else { "workplace-coach" }.into(),
        field: one.fields[0].clone(),
        commitments: shifts.collect(),
        attributes: employer.map(|name| (EMPLOYER.to_owned(), text(name))).into_iter().collect(),
        ..professional("topclass", group, number)
    }
}

/// A day of work; some have an afternoon class or a late shift now and then.
fn works(dice: &mut Dice, day: usize, organisation: &str) -> Commitment {
    let id = format!("werk-{}", day + 1);
    let window = match dice.weighted(&[6, 2, 1, 1]) {
        0 => window(day, "08:30", "14:45"),
        1 => window(day, "08:30", "16:30"),
        2 => every(2, dice.below(2) as i32, window(day, "12:00", "18:00")),
        _ => dated("2020-08-31", "2021-01-31", window(day, "08:30", "14:00")),
    };
    shift(&id, window, organisation)
}

/// One afternoon in each quarter: the second or the fourth week of every ten.
fn groups(participants: &[Participant]) -> LearningEnvironment {
    let afternoons = [1, 2, 3]
        .into_iter()
        .flat_map(|day| [1, 3].map(|week| every(QUARTER, week, window(day, "13:30", "17:30"))));
    let hours: Vec<Window> = afternoons.collect();
    let mut quarterly = form(120, QUARTER, hours);
    quarterly.max_meetings = 4;
    quarterly.start_step_minutes = 60;
    LearningEnvironment {
        id: "topclass".into(),
        name: "Intervisiegroepen".into(),
        location_ids: HOSTS.map(String::from).into(),
        admission: Some(Admission {
            participant_ids: participants.iter().map(|one| one.id.clone()).collect(),
            ..Default::default()
        }),
        team_count: Some(range(6, 6)),
        team_size: Some(range(5, 7)),
        meeting_form: Some(quarterly),
        rules: vec![
            about("fair-share", &["profession", EMPLOYER]),
            about("alone", &["profession"]),
            with("share-of-meetings", "percent", 75),
            // There are but these two.
            with("few-professions", "wanted", 2),
        ],
        ..Default::default()
    }
}
