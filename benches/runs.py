"""Runs one instance with one solver, each in a process of its own, and keeps the answers as JSON."""

import functools
import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import figures
import instances
from instances import ROOT, Instance

PEERS = ROOT / "benches/peers"
# Beyond its limit a program gets this long to read, to build its model and to notice.
GRACE_SECONDS = 900
# Above so many people the problem is not written out for the sake of its sizes.
MOST_PEOPLE_SIZED = 2000


@dataclass(frozen=True)
class Solver:
    """How a solver is called in the report; and its script with its options, for a peer in Python."""

    title: str
    command: tuple = ()
    threads: bool = True


SOLVERS = {
    "leerteam": Solver("leerteam"),
    "cpsat-teams": Solver("CP-SAT, by team", ("cpsat.py", "--formulation", "teams")),
    "cpsat-seats": Solver("CP-SAT, by team and slot", ("cpsat.py", "--formulation", "seats")),
    "highs": Solver("HiGHS, compact program", threads=False),
    "timefold": Solver("Timefold", ("timefold_peer.py",), threads=False),
}


@dataclass(frozen=True)
class Run:
    """One instance for one solver."""

    instance: Instance
    solver: str
    time_limit: int

    @property
    def name(self):
        return f"{self.instance.name}-{self.solver}-{self.time_limit}"


class Results:
    """The answers that are kept in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def keep(self, run, answer):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.file(run).write_text(json.dumps(answer))

    def answer(self, run):
        """The answer of a run; nothing in it if there is none."""
        file = self.file(run)
        return json.loads(file.read_text()) if file.exists() else {}

    def all(self):
        """Every answer that is kept, in the order of the names."""
        return [json.loads(file.read_text()) for file in sorted(self.folder.glob("*.json"))]

    def file(self, run):
        return self.folder / f"{run.name}.json"


def build(profile):
    """The programs of benches, and leerteam, by name. All targets at once, so that HiGHS is built
    once."""
    command = ["cargo", "build", "--profile", profile, "--locked", "--workspace", "--all-targets"]
    command.append("--message-format=json-render-diagnostics")
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    messages = [json.loads(line) for line in lines.splitlines()]
    return {
        message["target"]["name"]: Path(message["executable"])
        for message in messages
        if message["reason"] == "compiler-artifact"
        and message["target"]["kind"] in (["bench"], ["bin"])
        # The tests of a program are not the program.
        and not (message["target"]["kind"] == ["bin"] and message["profile"]["test"])
    }


class Bench:
    """Runs solvers on instances."""

    def __init__(self, results, profile, threads, resume):
        self.programs = build(profile)
        self.results, self.threads, self.resume = results, threads, resume
        self.files = results.folder / "files"
        self.files.mkdir(parents=True, exist_ok=True)
        describe = ["git", "describe", "--always", "--dirty"]
        self.engine = call(describe, GRACE_SECONDS).strip()

    def run(self, run):
        """Keeps what is known after a run, failures too."""
        runner = {"leerteam": self.leerteam, "highs": self.highs}.get(run.solver, self.peer)
        try:
            answer = runner(run)
        except (subprocess.SubprocessError, json.JSONDecodeError) as error:
            # A path of the machine, as in a command, is no news to the reader.
            answer = {"failure": type(error).__name__, "best": None}
        self.results.keep(run, {**self.described(run), **answer})
        return self.results.answer(run)

    def described(self, run):
        """What an answer says of its run."""
        instance = run.instance
        return {
            "instance": instance.name,
            "family": instance.family,
            "group": instance.group,
            "solver": run.solver,
            "time_limit": run.time_limit,
            "threads": self.threads if SOLVERS[run.solver].threads else 1,
            "engine": self.engine,
        }

    def leerteam(self, run):
        roster, program = self.roster(run.instance), self.programs["whole"]
        options = ["--time-limit", run.time_limit, "--gap", run.instance.gap]
        options += ["--threads", self.threads]
        answer = self.measure(run, [program, roster, *options], [program, roster])
        if "slots" not in answer and answer["people"] <= MOST_PEOPLE_SIZED:
            answer.update(figures.sizes(json.loads(self.problem(run.instance).read_text())))
        return answer

    def highs(self, run):
        roster, program = self.roster(run.instance), self.programs["lowered"]
        command = [program, roster, "--compact", "--time-limit", run.time_limit]
        return self.measure(run, command, [program, roster])

    def peer(self, run):
        """A peer in Python; its plan is judged by our checker, whatever it says of it itself."""
        problem, solution = self.problem(run.instance), self.files / f"{run.name}.json"
        solver = SOLVERS[run.solver]
        script, *options = solver.command
        command = [sys.executable, PEERS / script, problem, solution, *options]
        command += ["--time-limit", run.time_limit]
        command += ["--threads", self.threads] if solver.threads else []
        answer = self.measure(run, command, [problem, *sorted(PEERS.glob("*.*"))])
        answer["best"] = None
        if answer["objective"] is not None:
            roster = self.roster(run.instance)
            command = [self.programs["lowered"], roster, "--check", solution]
            answer.update(json.loads(call(command, GRACE_SECONDS)))
        return answer

    @functools.cache
    def roster(self, instance):
        """The file with an instance's roster."""
        if not instance.made and not instance.default_attributes:
            return instance.file
        roster = self.files / f"{instance.name}.roster.json"
        if instance.made:
            command = [self.programs["leerteam"], "example", *instance.made, "--out", roster]
            call(command, GRACE_SECONDS)
        else:
            as_it_is = json.loads(instance.file.read_text())
            roster.write_text(json.dumps(instances.without_attributes(as_it_is)))
        return roster

    @functools.cache
    def problem(self, instance):
        """The file with an instance's problem, as numbers."""
        problem = self.files / f"{instance.name}.problem.json"
        problem.write_text(call([self.programs["lowered"], self.roster(instance)], GRACE_SECONDS))
        return problem

    def measure(self, run, command, sources):
        """The answer of a command; when resuming, the one kept if it was made by the same command from
        the same `sources`."""
        made_by = hashlib.sha256(json.dumps([str(word) for word in command]).encode())
        for source in sources:
            # A folder is a roster too.
            files = sorted(source.iterdir()) if source.is_dir() else [source]
            for file in files:
                made_by.update(file.read_bytes())
        known = self.results.answer(run)
        if self.resume and known.get("made_by") == made_by.hexdigest():
            return known
        answer = json.loads(call(command, run.time_limit + GRACE_SECONDS))
        return {**answer, "made_by": made_by.hexdigest()}


def call(command, timeout):
    command = [str(word) for word in command]
    done = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=timeout
    )
    return done.stdout
