"""Plans every fixture and writes the tables of docs/settings.md: `make settings`, some minutes."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import page

ROOT = Path(__file__).resolve().parent.parent
DOC = ROOT / "docs/settings.md"
SETTINGS = (
    ["zwolle", "wijk", "professionals", "keuzedeel", "utrecht", "isop", "noa", "event", "lwwl", "topclass", "regions"]
)
THREADS, GAP, SECONDS = 2, 0.005, 60


def planned(name):
    """The plan of a fixture and the seconds from the command to its answer."""
    roster = ROOT / "fixtures" / name / "roster.json"
    command = [ROOT / "target/release/leerteam", "plan", roster, "--json"]
    command += ["--threads", THREADS, "--gap", GAP, "--time-limit", f"{SECONDS}s"]
    started = time.monotonic()
    answer = subprocess.run(map(str, command), check=True, stdout=subprocess.PIPE)
    return json.loads(roster.read_text()), json.loads(answer.stdout), time.monotonic() - started


def row(name):
    print(f"settings: {name}", file=sys.stderr, flush=True)
    roster, plan, seconds = planned(name)
    score = plan["score"]
    left_over = len(plan.get("leftOver", []))
    return [
        f"[{name}](../fixtures/{name}/README.md)",
        len(roster["participants"]),
        len(roster.get("supervisors", [])),
        len(roster["environments"]),
        len(plan.get("teams", [])),
        left_over,
        f"{score['brokenRequirements']} / {int(score['points']):,}",
        f"{100 * plan['gap']:.2f} %",
        f"{seconds:.1f}",
    ]


def main():
    busy = os.getloadavg()[0]
    # The selection of all builds, so that HiGHS is built once.
    build = ["cargo", "build", "--release", "--locked", "--workspace", "--all-targets"]
    subprocess.run(build, cwd=ROOT, check=True)
    head = ["setting", "participants", "supervisors", "environments", "teams", "left over"]
    head += ["broken requirements / points", "gap", "seconds"]
    results = page.table(head, [row(name) for name in SETTINGS])
    machine = [*page.machine(ROOT), ("load average before", f"{busy:.1f}")]
    text = page.put(DOC.read_text(), "results", results)
    DOC.write_text(page.put(text, "machine", page.table(["", ""], machine)))


if __name__ == "__main__":
    main()
