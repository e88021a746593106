//! A hundred thousand participants, of whom three have something wrong.

use super::reading::read;
use super::work::{Put, Work};

#[test]
fn three_wrong_cells_of_a_hundred_thousand_rows_are_found() {
    let mut work = Work::good().without("Wensen").without("Vastgezet").without("Afwezigheid");
    work = work.with("Verplichtingen", |page| page.rows.truncate(2));
    let rows = &mut work.page("Deelnemers").rows;
    rows.truncate(1);
    rows[0].truncate(4);
    for number in 0..100_000 {
        let id = Put::Text(format!("p{number}"));
        rows.push(vec![id, Put::from(""), Put::from("pabo"), Put::from("pabo-2")]);
    }
    let work = work.set("Deelnemers!C70001", "pabo-3").set("Deelnemers!A100001", "p17");
    let work = work.set("Deelnemers!E1", "Studiejaar").set("Deelnemers!E50002", "tweede");
    let reading = read(&work);
    assert_eq!(
        reading.lines(),
        [
            "E1411 Deelnemers!E50002 tweede",
            "E1103 Deelnemers!C70001 pabo-3",
            "E1102 Deelnemers!A100001 p17",
        ]
    );
    assert_eq!(reading.findings[2].details, [("first", "Deelnemers!A19".to_owned())]);
    assert_eq!(reading.roster.participants.len(), 100_000);
}
