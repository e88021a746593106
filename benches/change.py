"""Changes one thing about one student, so that a plan no longer suits the roster.

    python3 benches/change.py ROSTER PLAN day|gone|new SEED OUT
"""

import copy
import json
import pathlib
import random
import sys

WEEKDAYS = [f"WEEKDAY_{day}" for day in ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"]]


def move_a_day(roster, plan, draw):
    """An internship day goes to the day on which the student's team meets, or from it to another."""
    meets = {m["participantId"]: t["slot"]["weekday"] for t in plan["teams"] for m in t["members"]}
    student = draw.choice([p for p in roster["participants"] if p["id"] in meets and p.get("commitments")])
    day = meets[student["id"]]
    own = {c["window"]["weekday"]: c["window"] for c in student["commitments"]}
    if day in own:
        own[day]["weekday"] = draw.choice([other for other in WEEKDAYS if other not in own])
    else:
        draw.choice(student["commitments"])["window"]["weekday"] = day


def remove(roster, _, draw):
    """A student leaves."""
    roster["participants"].pop(draw.randrange(len(roster["participants"])))


def add(roster, _, draw):
    """A student is added, like another one."""
    new = copy.deepcopy(draw.choice(roster["participants"]))
    new["id"], new["name"] = "new", "Nieuw"
    roster["participants"].append(new)


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    roster, plan, kind, seed, out = sys.argv[1:]
    changes = {"day": move_a_day, "gone": remove, "new": add}
    if kind not in changes:
        sys.exit(__doc__)
    roster = json.loads(pathlib.Path(roster).read_text(encoding="utf-8"))
    plan = json.loads(pathlib.Path(plan).read_text(encoding="utf-8"))
    changes[kind](roster, plan, random.Random(int(seed)))
    pathlib.Path(out).write_text(json.dumps(roster), encoding="utf-8")


if __name__ == "__main__":
    main()
