//! Temp.
fn main() {
    let mut args = std::env::args().skip(1);
    let (from, to) = (args.next().unwrap(), args.next().unwrap());
    let wire: leerteam::wire::v1::Roster =
        leerteam::formats::from_json(&std::fs::read_to_string(from).unwrap()).ok().unwrap();
    let roster = leerteam::wire::read_roster(&wire).0.unwrap();
    let calendar = leerteam::calendar::Calendar::new(&roster);
    let settings = leerteam::rules::Settings::new(&roster);
    let frame = leerteam::rules::Frame::new(&calendar, &settings);
    let problem = leerteam::planner::lower(&frame);
    std::fs::write(to, serde_json::to_string(&problem).unwrap()).unwrap();
}
