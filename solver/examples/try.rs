//! Temp.
use leerteam_solver::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let secs: u64 = std::env::args().nth(2).map_or(60, |s| s.parse().unwrap());
    let problem: Problem = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let options = Options { time_limit: Some(std::time::Duration::from_secs(secs)), threads: 2, gap: std::env::args().nth(3).map_or(0.0, |s| s.parse().unwrap()), ..Options::default() };
    let mut last = String::new();
    let answer = solve(&problem, &options, &Cancel::default(), &mut |e| {
        let line = format!("{:?} {}/{} bound {}/{} gap {:.4}", e.phase, e.cost.broken, e.cost.points, e.bound.broken, e.bound.points, e.cost.gap(e.bound)); let line = format!("{line} cols {}", e.columns);
        if line != last { println!("{:8.3} {line}", e.elapsed.as_secs_f64()); last = line; }
    });
    println!("{:?} {:?} {:?} broken {:?} recost {:?}", answer.ended, answer.cost, answer.bound, answer.solution.broken(&problem), answer.solution.cost(&problem));
}
