"""Tests the files of a plan with other programs' libraries: python files.py LEERTEAM

LEERTEAM is the program. It plans a fixture into a temporary folder; every calendar there is read with
icalendar and its meetings worked out with recurring-ical-events, the workbook is read with openpyxl,
and both are compared with plan.json.
"""

import collections
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import icalendar
import openpyxl
import recurring_ical_events

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROSTER = ROOT / "fixtures" / "zwolle" / "roster.json"
PLAN_SECONDS = 300


def check(holds, what):
    """Ends the test if `what` does not hold."""
    if not holds:
        raise AssertionError(f"this does not hold: {what}")


def moment(text):
    return datetime.datetime.fromisoformat(text)


def meetings_of(team, counts=lambda date: True):
    """Start and end of a team's meetings on the dates that count."""
    meetings = [(moment(meeting["start"]), moment(meeting["end"])) for meeting in team["meetings"]]
    return sorted(meeting for meeting in meetings if counts(meeting[0].date()))


def counting(participant):
    """Whether a participant is there on a date."""
    periods = [
        (datetime.date.fromisoformat(period["firstDate"]), datetime.date.fromisoformat(period["lastDate"]))
        for period in participant.get("internshipPeriods", [])
    ]
    return lambda date: not periods or any(first <= date <= last for first, last in periods)


def read_calendar(path, period):
    """The meetings of a calendar, by the UID of their event."""
    text = path.read_bytes()
    check(all(len(line) <= 75 for line in text.split(b"\r\n")), f"{path.name} has short lines")
    calendar = icalendar.Calendar.from_ical(text)
    check(not calendar.errors, f"{path.name} can be read: {calendar.errors}")
    zones = calendar.walk("VTIMEZONE")
    check(len(zones) == 1, f"{path.name} has one time zone")
    # By the rules in the file, whatever this machine knows of the zone.
    zone = zones[0].to_tz(lookup_tzid=False)
    meetings = collections.defaultdict(list)
    for event in recurring_ical_events.of(calendar).between(*period):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        local = start.replace(tzinfo=zone)
        check(local.utcoffset() == start.utcoffset(), f"{path.name} has the right zone on {start}")
        check(event["DTSTART"].params["TZID"] == str(zones[0]["TZID"]), f"{path.name} names its zone")
        meetings[str(event["UID"])].append((start, end))
    events = calendar.walk("VEVENT")
    check(len(meetings) == len(events), f"each event of {path.name} has a UID and meetings of its own")
    for event in events:
        for name in ["DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "LOCATION", "DESCRIPTION"]:
            check(name in event, f"events of {path.name} have {name}")
    return [sorted(of_event) for of_event in meetings.values()]


def test_calendars(folder, roster, plan):
    period = roster["period"]
    dates = [datetime.date.fromisoformat(period[key]) for key in ["firstDate", "lastDate"]]
    period = (dates[0], dates[1] + datetime.timedelta(days=1))
    people = {participant["id"]: participant for participant in roster["participants"]}
    expected = collections.defaultdict(list)
    for team in plan["teams"]:
        expected[f"teams/{team['id']}"].append(meetings_of(team))
        expected[f"locations/{team['slot']['locationId']}"].append(meetings_of(team))
        for supervisor in team["supervisors"]:
            expected[f"supervisors/{supervisor['supervisorId']}"].append(meetings_of(team))
        for member in team["members"]:
            counted = meetings_of(team, counting(people[member["participantId"]]))
            check(len(counted) == member["countedMeetings"], "the meetings that count are counted")
            expected[f"participants/{member['participantId']}"].append(counted)
    calendars = folder / "calendars"
    found = {
        path.relative_to(calendars).with_suffix("").as_posix(): read_calendar(path, period)
        for path in calendars.rglob("*.ics")
    }
    check(found.keys() == expected.keys(), "there is a calendar for everybody and no other")
    for path, meetings in expected.items():
        check(sorted(found[path]) == sorted(meetings), f"{path} has the meetings of the plan")
    print(f"ok: {len(found)} calendars have the meetings of the plan, in local time")


def rows_of(book, name):
    """The rows of a sheet as dictionaries."""
    headings, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(headings, row)) for row in rows]


def total(rows, heading):
    return sum(row[heading] or 0 for row in rows)


def test_workbook(folder, roster, plan):
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    names = [
        "Overview",
        "Teams",
        "Participants",
        "Supervisors",
        "Meetings",
        "Locations by week",
        "Lessons and duty that give way",
        "Left over",
        "Broken requirements",
        "Score",
    ]
    check(book.sheetnames == names, f"the sheets are {names}")
    for sheet in book.worksheets[1:]:
        check(sheet.freeze_panes == "A2" and sheet.auto_filter.ref, f"{sheet.title} has headings to filter")
        check(sheet.page_setup.orientation == "landscape", f"{sheet.title} prints on its side")
    for row in (row for sheet in book.worksheets for row in sheet.iter_rows()):
        check(all(cell.data_type != "f" for cell in row), "no cell is a formula")

    sheets = {name: rows_of(book, name) for name in names[1:]}
    score, points = plan["score"], "Points"
    check(total(sheets["Score"], points) == 2 * score["points"], "the rules and their total are the score's")
    of_none = sum(team.get("points", 0) for team in score["teams"] if "teamId" not in team)
    check(total(sheets["Teams"], points) + of_none == score["points"], "the points of teams add up")
    broken = total(sheets["Broken requirements"], "How many")
    check(broken == score["brokenRequirements"], "the broken requirements add up")
    people = [row["Id"] for row in sheets["Participants"]]
    check(sorted(people) == sorted(p["id"] for p in roster["participants"]), "everybody is there once")
    left_over = {row["Id"] for row in sheets["Left over"]}
    check(left_over == {left["participantId"] for left in plan["leftOver"]}, "those left over are there")
    check(len(sheets["Supervisors"]) == len(roster["supervisors"]), "every supervisor is there")

    meetings = [(team, meeting) for team in plan["teams"] for meeting in team["meetings"]]
    expected = sorted(
        (meeting["start"][:10], team["name"], meeting.get("expected", 0), meeting.get("counted", 0))
        for team, meeting in meetings
    )
    found = sorted(
        (f"{row['Date']:%Y-%m-%d}", row["Team"], row["Expected"], row["Of how many members"])
        for row in sheets["Meetings"]
    )
    check(found == expected, "every meeting is there with its date, team and people")
    for row in sheets["Meetings"]:
        week = row["Date"].isocalendar()
        check(row["Week"] == f"{week.year}-W{week.week:02}", "weeks are ISO weeks")
    print(f"ok: plan.xlsx has {len(names)} sheets whose sums are those of the plan")
    return sheets


def test_csv(folder, sheets):
    for name, rows in sheets.items():
        with (folder / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            headings, *lines = csv.reader(file, delimiter=";")
        check(len(lines) == len(rows), f"{name}.csv has the rows of the sheet")
        check(not rows or headings == list(rows[0]), f"{name}.csv has the headings of the sheet")
    print("ok: the CSV files have the same rows")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python files.py LEERTEAM")
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(
            [program, "plan", ROSTER, "--lang", "en", "--out", folder],
            stdout=subprocess.DEVNULL,
            timeout=PLAN_SECONDS,
            check=True,
        )
        roster = json.loads(ROSTER.read_text(encoding="utf-8"))
        plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
        test_calendars(folder, roster, plan)
        sheets = test_workbook(folder, roster, plan)
        test_csv(folder, sheets)
    print("the files of a plan passed")


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, subprocess.SubprocessError, OSError, ValueError) as failure:
        sys.exit(f"the test of a plan's files failed: {failure}")
