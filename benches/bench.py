"""Runs the benchmark of the whole, one program after another, and writes docs/benchmarks.md anew.

`make bench` takes hours; `benches/bench.py --quick` takes minutes, has short limits and few works, and
writes to target/bench/quick. Whatever was measured is kept as JSON beside; `--report` only writes."""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import report

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "benches/peers"
# Beyond its limit a program gets this long to read, to build its model and to notice.
GRACE_SECONDS = 900


@dataclass(frozen=True)
class Run:
    """One work for one program."""

    work: str
    solver: str
    time_limit: int

    @property
    def name(self):
        return f"{self.work}-{self.solver}-{self.time_limit}"


def plan(quick):
    """All runs: the works as far as they go, then leerteam and its peers within the same time."""
    if quick:
        works = ["pool-28", "pool-56", "zwolle"]
        return [
            Run(work, solver, 10)
            for work in works
            for solver in ["whole", "leerteam", *report.PEERS]
        ]
    pools = ["pool-28", "pool-56", "pool-112", "pool-224", "pool-448"]
    far = [*[(work, 600) for work in ["zwolle", *pools, "pool-1000", "pool-10000"]], ("regions", 1200)]
    runs = [Run(work, "whole", limit) for work, limit in far]
    for work in [*pools, "zwolle"]:
        runs += [Run(work, solver, 60) for solver in ["leerteam", *report.PEERS]]
        runs += [Run(work, solver, 600) for solver in report.PEERS if solver.startswith("cpsat")]
    return runs


def build():
    """The programs of benches, by name. All targets at once, so that HiGHS is built once."""
    command = ["cargo", "build", "--release", "--locked", "--workspace", "--all-targets"]
    command.append("--message-format=json-render-diagnostics")
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    messages = [json.loads(line) for line in lines.splitlines()]
    return {
        message["target"]["name"]: message["executable"]
        for message in messages
        if message["reason"] == "compiler-artifact" and message["target"]["kind"] == ["bench"]
    }


class Bench:
    """Runs programs and keeps what they answer."""

    def __init__(self, results):
        self.programs = build()
        self.results = results
        (results / "files").mkdir(parents=True, exist_ok=True)

    def run(self, run):
        """What is known after a run, failures too."""
        runner = {"whole": self.ours, "leerteam": self.ours, "compact": self.compact}
        print(f"bench: {run.name}", file=sys.stderr, flush=True)
        try:
            answer = runner.get(run.solver, self.peer)(run)
        except (subprocess.SubprocessError, json.JSONDecodeError) as error:
            # A path of the machine, as in a command, is no news to the reader.
            answer = {"failure": type(error).__name__, "best": None}
        answer.update(work=run.work, solver=run.solver, time_limit=run.time_limit)
        (self.results / f"{run.name}.json").write_text(json.dumps(answer))

    def ours(self, run):
        command = [self.programs["whole"], run.work, "--time-limit", run.time_limit]
        return json.loads(self.call(run, command))

    def compact(self, run):
        command = [self.programs["lowered"], run.work, "--compact", "--time-limit", run.time_limit]
        return json.loads(self.call(run, command))

    def peer(self, run):
        """A peer in Python; its plan is judged by our checker, whatever it says of it itself."""
        problem = self.results / f"files/{run.work}.json"
        if not problem.exists():
            problem.write_text(self.call(run, [self.programs["lowered"], run.work]))
        solution = self.results / f"files/{run.name}.json"
        solution.unlink(missing_ok=True)
        script, *options = report.PEERS[run.solver].command
        command = [sys.executable, PEERS / script, problem, solution, *options]
        answer = json.loads(self.call(run, [*command, "--time-limit", run.time_limit]))
        answer["best"] = None
        if solution.exists():
            command = [self.programs["lowered"], run.work, "--check", solution]
            answer.update(json.loads(self.call(run, command)))
        return answer

    def call(self, run, command):
        timeout = run.time_limit + GRACE_SECONDS
        command = [str(word) for word in command]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=timeout)
        return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke run of minutes")
    parser.add_argument("--report", action="store_true", help="measure nothing, write anew")
    arguments = parser.parse_args()
    results = ROOT / "target/bench" / ("quick" if arguments.quick else "full")
    runs = plan(arguments.quick)
    if not arguments.report:
        bench = Bench(results)
        for run in runs:
            bench.run(run)
    files = [results / f"{run.name}.json" for run in runs]
    answers = [json.loads(file.read_text()) for file in files if file.exists()]
    docs = results if arguments.quick else ROOT / "docs"
    report.write(ROOT, docs, answers)
    wrong = report.contradictions(answers)
    for line in wrong:
        print(f"bench: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
