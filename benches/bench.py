"""Runs the benchmark of the whole, one program after another, and writes docs/benchmarks.md anew.

`make bench` takes hours; `benches/bench.py --quick` takes minutes, has short limits and few works, and
writes to target/bench/quick. Whatever was measured is kept as JSON beside; `--report` only writes, and
`--resume` measures only what has no answer yet from the same programs, problem and options."""

import argparse
import functools
import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass, replace
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
    # At which leerteam stops.
    gap: float = 0.0

    @property
    def name(self):
        return f"{self.work}-{self.solver}-{self.time_limit}"


def plan(quick, answer):
    """All runs: the works within what is asked of them, then leerteam and its peers within the same
    time, and at last, where leerteam has not proven its plan best, the better formulation for CP-SAT
    with ten times as much. `answer`: of a run before."""
    pools = ["pool-28", "pool-56", "pool-112", "pool-224", "pool-448"]
    if quick:
        works, limit, longer = ["pool-28", "pool-56", "zwolle"], 10, None
        far = [Run(work, "whole", limit) for work in works]
    else:
        works, limit, longer = [*pools, "zwolle"], 60, 600
        far = [Run(work, "whole", 120) for work in ["zwolle", *pools, "pool-1000", "pool-10000"]]
        far.append(Run("regions", "whole", 1200, gap=0.01))
    yield from far
    for work in works:
        yield from [Run(work, solver, limit) for solver in ["leerteam", *report.PEERS]]
        if longer and not proven_best(answer(Run(work, "leerteam", limit))):
            cpsat = [Run(work, solver, limit) for solver in report.PEERS if solver.startswith("cpsat")]
            better = min(cpsat, key=lambda run: report.rank(answer(run)))
            yield replace(better, time_limit=longer)


def proven_best(answer):
    """Whether no plan can be better, however long another solver looks."""
    best = answer.get("best")
    return best is not None and best == answer["bound"]


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

    def __init__(self, results, resume):
        self.programs = build()
        self.results = results
        self.resume = resume
        (results / "files").mkdir(parents=True, exist_ok=True)

    def run(self, run):
        """Keeps what is known after a run, failures too."""
        runner = {"whole": self.ours, "leerteam": self.ours, "compact": self.compact}
        print(f"bench: {run.name}", file=sys.stderr, flush=True)
        try:
            answer = runner.get(run.solver, self.peer)(run)
        except (subprocess.SubprocessError, json.JSONDecodeError) as error:
            # A path of the machine, as in a command, is no news to the reader.
            answer = {"failure": type(error).__name__, "best": None}
        answer.update(work=run.work, solver=run.solver, time_limit=run.time_limit)
        file(self.results, run).write_text(json.dumps(answer))

    def ours(self, run):
        command = [self.programs["whole"], run.work, "--time-limit", run.time_limit, "--gap", run.gap]
        return self.measure(run, command, [self.programs["whole"]])

    def compact(self, run):
        command = [self.programs["lowered"], run.work, "--compact", "--time-limit", run.time_limit]
        return self.measure(run, command, [self.programs["lowered"]])

    def peer(self, run):
        """A peer in Python; its plan is judged by our checker, whatever it says of it itself."""
        problem, solution = self.problem(run.work), self.results / f"files/{run.name}.json"
        script, *options = report.PEERS[run.solver].command
        command = [sys.executable, PEERS / script, problem, solution, *options]
        command += ["--time-limit", run.time_limit]
        answer = self.measure(run, command, [problem, *sorted(PEERS.glob("*.*"))])
        answer["best"] = None
        if answer["objective"] is not None:
            command = [self.programs["lowered"], run.work, "--check", solution]
            answer.update(json.loads(call(command, GRACE_SECONDS)))
        return answer

    @functools.cache
    def problem(self, work):
        """The file with the problem of a work."""
        problem = self.results / f"files/{work}.json"
        problem.write_text(call([self.programs["lowered"], work], GRACE_SECONDS))
        return problem

    def measure(self, run, command, sources):
        """The answer of a command; when resuming, the one kept if it was made by the same `sources`."""
        made_by = hashlib.sha256(json.dumps([str(word) for word in command]).encode())
        for source in sources:
            made_by.update(Path(source).read_bytes())
        known = kept(self.results, run)
        if self.resume and known.get("made_by") == made_by.hexdigest():
            return known
        answer = json.loads(call(command, run.time_limit + GRACE_SECONDS))
        return {**answer, "made_by": made_by.hexdigest()}


def call(command, timeout):
    command = [str(word) for word in command]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=timeout)
    return done.stdout


def file(results, run):
    return results / f"{run.name}.json"


def kept(results, run):
    """The answer of a run; nothing in it if there is none."""
    return json.loads(file(results, run).read_text()) if file(results, run).exists() else {}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke run of minutes")
    parser.add_argument("--report", action="store_true", help="measure nothing, write anew")
    parser.add_argument("--resume", action="store_true", help="measure what is not there yet")
    arguments = parser.parse_args()
    results = ROOT / "target/bench" / ("quick" if arguments.quick else "full")
    answer = functools.partial(kept, results)
    bench = None if arguments.report else Bench(results, arguments.resume)
    answers = []
    for run in plan(arguments.quick, answer):
        if bench:
            bench.run(run)
        answers.append(answer(run))
    answers = [answer for answer in answers if answer]
    docs = results if arguments.quick else ROOT / "docs"
    report.write(ROOT, docs, answers)
    wrong = report.contradictions(answers)
    for line in wrong:
        print(f"bench: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
