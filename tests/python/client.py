"""Tests the gRPC service from another language: python client.py LEERTEAM

LEERTEAM is the program. The message types are made from proto/ here, with nothing of the project's
own; the server is the real one, on a free port.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid

import grpc
import grpc_tools.protoc
from google.protobuf import json_format
from google.rpc import error_details_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2
from grpc_status import rpc_status

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROSTER = ROOT / "fixtures" / "zwolle" / "roster.json"
SOURCES = [
    "export_studenten.csv",
    "weekrooster_matrix.xlsx",
    "beschikbaarheid_begeleiders (antwoorden).xlsx",
]
# What a coordinator answers to the questions about these files.
ANSWERS = {
    "round.period": "2026-08-31 t/m 2027-02-05",
    'names.organisations."HS De Dijk"': "Hogeschool De Dijk",
    "teams.size": "3-4",
    "teams.minutes": "90",
    "teams.every-weeks": "2",
    "teams.hours": "di 13:00-17:00; wo 13:00-17:00; do 13:00-17:00; vr 08:30-12:30",
    "teams.places": "Wijkteam Zuid; Zorgcentrum De Linde",
}
SERVICE = "leerteam.v1.PlanningService"
START_SECONDS = 30
SOLVE_SECONDS = 120
STOP_SECONDS = 30


def check(holds, what):
    """Ends the test if `what` does not hold."""
    if not holds:
        raise AssertionError(f"this does not hold: {what}")
    print(f"ok: {what}")


def make_stubs(folder):
    """Makes the Python message types from the protos."""
    protos = sorted(str(p) for p in (ROOT / "proto").rglob("*.proto"))
    well_known = pathlib.Path(grpc_tools.protoc.__file__).parent / "_proto"
    arguments = ["protoc", f"-I{ROOT / 'proto'}", f"-I{well_known}", f"--python_out={folder}", f"--grpc_python_out={folder}"]
    check(grpc_tools.protoc.main(arguments + protos) == 0, "stubs are made from the protos")


class Server:
    """`leerteam serve` on a free port, for the time of a `with` block."""

    def __init__(self, program, folder, *options):
        self.program = program
        self.options = options
        self.log = pathlib.Path(folder) / "server.log"

    def __enter__(self):
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--listen", "127.0.0.1:0", *self.options],
                env={**os.environ, "XDG_STATE_HOME": str(self.log.parent)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            self.address = self._address()
        except BaseException:
            self._stop()
            self._print_log()
            raise
        return self

    def _address(self):
        """The address that the server says it listens on."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            found = re.search(r"listening on ([\d.]+:\d+)", self._log())
            if found:
                return found.group(1)
            time.sleep(0.05)
        raise AssertionError("the server did not say `listening on ADDRESS`")

    def _log(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _print_log(self):
        print(f"--- the server's output ---\n{self._log()}---", file=sys.stderr)

    def _stop(self):
        """Asks the server to stop; returns whether it did."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
            return True
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return False

    def __exit__(self, kind, *_):
        stopped = self._stop()
        if kind is not None or not stopped:
            self._print_log()
        if kind is None:
            check(stopped, "the server stops when asked to")


def describe(step):
    """One line for one message of a solve."""
    if step.HasField("plan"):
        score = step.plan.score
        return f"plan: {len(step.plan.teams)} teams, score ({score.broken_requirements}, {score.points})"
    progress = step.progress

    def total(name):
        value = getattr(progress, name)
        return f"({value.broken_requirements}, {value.points})" if progress.HasField(name) else "-"

    return (
        f"progress: {progress.elapsed_seconds:.2f} s, phase {progress.phase}, best {total('best')},"
        f" bound {total('bound')}, gap {progress.gap:.4f}, {progress.columns} columns"
    )


def solve(service, request, after=lambda step: None):
    """Solves, prints each message, and returns the plan, which has to be the last one."""
    last = None
    for step in service.SolveRoster(request, timeout=SOLVE_SECONDS):
        if last is not None and last.HasField("plan"):
            raise AssertionError("a message came after the plan")
        print("  " + describe(step))
        after(step)
        last = step
    check(last is not None and last.HasField("plan"), "the last message is a plan")
    return last.plan


def test_validate(api, service, roster):
    findings = service.ValidateRoster(api.ValidateRosterRequest(roster=roster)).findings
    errors = [f for f in findings if f.code.startswith("E")]
    check(not errors, f"the roster has no errors {[(f.code, f.field) for f in errors] or ''}".rstrip())


def test_import(api, service, files):
    """What is asked is answered by calling again; what came of it is a roster that has no errors."""
    first = service.ImportRoster(api.ImportRosterRequest(files=files, language=api.LANGUAGE_NL))
    asked = [question.key for question in first.questions]
    check(sorted(asked) == sorted(ANSWERS), f"ImportRoster asks {asked}")
    unanswered = [f.field for f in first.findings if f.code == "E1501"]
    check(not first.complete and unanswered == asked, "and each question is a finding too")
    check(len(first.files) == len(files), "it says how it reads each file")
    answers = {key: ANSWERS[key] for key in asked}
    request = api.ImportRosterRequest(files=files, answers=answers, language=api.LANGUAGE_NL)
    second = service.ImportRoster(request)
    check(second.complete and not second.questions, "with the answers the roster is complete")
    people = len(second.roster.participants)
    check(people == 12, f"it has the {people} participants of the files")
    test_validate(api, service, second.roster)
    request = api.ImportRosterRequest(files=files, answers=second.answers, base_roster=second.roster)
    again = service.ImportRoster(request)
    check(again.complete and not again.changes, "the same files and the kept answers change nothing")
    try:
        service.ImportRoster(api.ImportRosterRequest(answers={"a b": "c"}))
    except grpc.RpcError as error:
        check(error.code() == grpc.StatusCode.INVALID_ARGUMENT, f"an import of nothing is refused with {error.code()}")
        for place in ["files", "answers[a b]"]:
            check(place in violations(error), f"the BadRequest names {place}")
    else:
        raise AssertionError("an import of nothing is not refused")


def violations(error):
    """The fields that the google.rpc.BadRequest of an error names."""
    status = rpc_status.from_call(error)
    request = error_details_pb2.BadRequest()
    unpacked = status is not None and any(d.Unpack(request) for d in status.details)
    check(unpacked, "the error carries a google.rpc.BadRequest")
    return [violation.field for violation in request.field_violations]


def test_solve(api, service, roster):
    plan = solve(service, api.SolveRosterRequest(roster=roster))
    check(plan.gap == 0, f"the plan is proven best (gap {plan.gap})")
    print(f"score: {plan.score.broken_requirements} broken requirements, {plan.score.points} points")
    return plan


def test_start(api, service, roster, plan):
    """A solve that starts from a plan has it at once, and no other plan is best."""
    first = []
    request = api.SolveRosterRequest(roster=roster, start_plan=plan)
    again = solve(service, request, lambda s: first.append(s.progress.best) if s.progress.HasField("best") else None)
    best = (plan.score.broken_requirements, plan.score.points)
    check((first[0].broken_requirements, first[0].points) == best, "a solve from a plan begins with that plan")
    check((again.score.broken_requirements, again.score.points) == best, "and the same score is best")

    other = type(plan)()
    other.CopyFrom(plan)
    other.teams[1].slot.start_time = "soon"
    del other.teams[2].members[1:]
    other.teams[2].members[0].participant_id = ""
    try:
        for _ in service.SolveRoster(api.SolveRosterRequest(roster=roster, start_plan=other), timeout=SOLVE_SECONDS):
            pass
    except grpc.RpcError as error:
        check(error.code() == grpc.StatusCode.INVALID_ARGUMENT, f"a bad plan to start from is refused: {error.code()}")
        places = ["startPlan.teams[1].slot.startTime", "startPlan.teams[2].members[0].participantId"]
        check(violations(error) == places, f"the BadRequest names {places}")
    else:
        raise AssertionError("a bad plan to start from is not refused")


def test_check(api, service, roster, plan):
    checked = service.CheckPlan(api.CheckPlanRequest(roster=roster, plan=plan)).plan
    check(checked.score == plan.score, "CheckPlan gives the plan the same score, in all its parts")


def test_cancel(api, service, roster):
    solve_id = str(uuid.uuid4())
    request = api.SolveRosterRequest(roster=roster, solve_id=solve_id)
    failures = []
    once = threading.Lock()

    def cancel():
        if not once.acquire(blocking=False):
            return
        try:
            service.CancelSolve(api.CancelSolveRequest(solve_id=solve_id), timeout=10)
            print("  cancelled")
        except grpc.RpcError as error:
            failures.append(error)

    timer = threading.Timer(1.0, cancel)
    timer.start()
    try:
        plan = solve(service, request, lambda s: cancel() if s.progress.HasField("best") else None)
    finally:
        timer.cancel()
        timer.join()
    check(not failures, f"CancelSolve answers {failures or ''}".rstrip())
    outcomes = plan.DESCRIPTOR.fields_by_name["outcome"].enum_type.values_by_number
    outcome = outcomes[plan.outcome].name
    check(outcome == "OUTCOME_CANCELLED", f"a cancelled solve ends with the best plan so far ({outcome})")


def test_bad_roster(api, service, roster):
    bad = type(roster)()
    bad.CopyFrom(roster)
    bad.participants[0].programme_id = "no-such-programme"
    bad.period.last_date = "soon"
    places = ["participants[0].programmeId", "period.lastDate"]

    findings = service.ValidateRoster(api.ValidateRosterRequest(roster=bad)).findings
    fields = {f.field for f in findings if f.code.startswith("E")}
    check(set(places) <= fields, f"ValidateRoster names {places} in {sorted(fields)}")

    try:
        for _ in service.SolveRoster(api.SolveRosterRequest(roster=bad), timeout=SOLVE_SECONDS):
            pass
    except grpc.RpcError as error:
        check(error.code() == grpc.StatusCode.INVALID_ARGUMENT, f"a bad roster is refused with {error.code()}")
        fields = violations(error)
        found = all(any(field.endswith(place) for field in fields) for place in places)
        check(found, f"the BadRequest names {places} in {fields}")
    else:
        raise AssertionError("a bad roster is not refused")


def test_health(channel):
    health = health_pb2_grpc.HealthStub(channel)
    for name in ["", SERVICE]:
        status = health.Check(health_pb2.HealthCheckRequest(service=name), timeout=10).status
        check(status == health_pb2.HealthCheckResponse.SERVING, f"health of `{name}` is serving")


def test_reflection(channel):
    """The messages of reflection v1 are those of v1alpha; only the service's name differs."""
    request = reflection_pb2.ServerReflectionRequest(list_services="")
    services = {}
    for version in ["v1", "v1alpha"]:
        call = channel.stream_stream(
            f"/grpc.reflection.{version}.ServerReflection/ServerReflectionInfo",
            request_serializer=reflection_pb2.ServerReflectionRequest.SerializeToString,
            response_deserializer=reflection_pb2.ServerReflectionResponse.FromString,
        )
        try:
            answer = next(call(iter([request]), timeout=10))
            services[version] = [s.name for s in answer.list_services_response.service]
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNIMPLEMENTED:
                raise
    check(services, f"reflection is there: {', '.join(services)}")
    check(all(SERVICE in names for names in services.values()), f"reflection names {SERVICE}")


def test_many_errors(api, service, roster):
    """A client with the usual limit on metadata gets the fields, however many are wrong."""
    bad = type(roster)()
    bad.CopyFrom(roster)
    for number in range(300):
        bad.participants.add(id=f"extra-{number}", programme_id=f"nowhere-{number}")
    try:
        for _ in service.SolveRoster(api.SolveRosterRequest(roster=bad), timeout=SOLVE_SECONDS):
            pass
    except grpc.RpcError as error:
        check(error.code() == grpc.StatusCode.INVALID_ARGUMENT, f"300 errors are refused with {error.code()}")
        check(0 < len(violations(error)) <= 20, "the BadRequest names the first of them")
    else:
        raise AssertionError("300 errors are not refused")


def test_interrupt(program, address, large_file):
    """`plan --server` gives the best plan so far when it is interrupted."""
    command = [program, "plan", large_file, "--server", f"http://{address}", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=SOLVE_SECONDS)
    check(process.returncode == 0, f"plan --server ends well when interrupted {errors.decode()}".rstrip())
    check(b"OUTCOME_CANCELLED" in out, "with the best plan so far")


def test_signals(api, grpc_api, program, folder, large):
    """A server stops with a health watch open, and at once on a second signal."""
    watched = health_pb2.HealthCheckRequest(service="")
    with Server(program, folder, "--longest-end", "1h") as server, grpc.insecure_channel(server.address) as channel:
        watch = health_pb2_grpc.HealthStub(channel).Watch(watched)
        check(next(watch).status == health_pb2.HealthCheckResponse.SERVING, "a health watch is open")
        server.process.send_signal(signal.SIGTERM)
        check(next(watch).status == health_pb2.HealthCheckResponse.NOT_SERVING, "SIGTERM: `` is not serving")
        server.process.wait(STOP_SECONDS)
        check(server.process.returncode == 0, "and the server ends, though the watch is open")
    with Server(program, folder) as server, grpc.insecure_channel(server.address) as channel:
        running = grpc_api.PlanningServiceStub(channel).SolveRoster(api.SolveRosterRequest(roster=large))
        next(running)
        # It takes a moment to end the solve and to get the answer out.
        end = time.monotonic() + STOP_SECONDS
        while server.process.poll() is None and time.monotonic() < end:
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.05)
        check(server.process.returncode == 4, "a second signal ends the server at once")


def test_example(address, stubs):
    """The example of the README runs as it stands."""
    run = subprocess.run(
        [sys.executable, ROOT / "docs" / "examples" / "solve.py", address, ROSTER],
        env={**os.environ, "PYTHONPATH": stubs},
        stdout=subprocess.PIPE,
        timeout=SOLVE_SECONDS,
        encoding="utf-8",
        check=False,
    )
    check(run.returncode == 0, "docs/examples/solve.py runs")
    check("teams" in run.stdout.splitlines()[-1], f"and ends with `{run.stdout.splitlines()[-1]}`")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python client.py LEERTEAM")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        make_stubs(folder)
        sys.path.insert(0, folder)
        from leerteam.v1 import planning_service_pb2 as api
        from leerteam.v1 import planning_service_pb2_grpc as grpc_api
        from leerteam.v1 import roster_import_pb2, roster_pb2

        roster = json_format.Parse(ROSTER.read_text(encoding="utf-8"), roster_pb2.Roster())
        sources = [
            roster_import_pb2.SourceFile(name=name, content=(ROOT / "tests" / "cases" / name).read_bytes())
            for name in SOURCES
        ]
        pool_file = pathlib.Path(folder) / "pool.json"
        subprocess.run([program, "example", "pool", "--students", "40", "--seed", "1", "--out", pool_file], check=True)
        pool = json_format.Parse(pool_file.read_text(encoding="utf-8"), roster_pb2.Roster())

        # Searched for longer than the tests take.
        large_file = pathlib.Path(folder) / "large.json"
        subprocess.run([program, "example", "pool", "--students", "1000", "--out", large_file], check=True)
        large = json_format.Parse(large_file.read_text(encoding="utf-8"), roster_pb2.Roster())

        with Server(program, folder) as server, grpc.insecure_channel(server.address) as channel:
            service = grpc_api.PlanningServiceStub(channel)
            test_health(channel)
            test_reflection(channel)
            test_validate(api, service, roster)
            test_import(api, service, sources)
            plan = test_solve(api, service, roster)
            test_start(api, service, roster, plan)
            test_check(api, service, roster, plan)
            test_cancel(api, service, pool)
            test_bad_roster(api, service, roster)
            test_many_errors(api, service, roster)
            test_interrupt(program, server.address, large_file)
            test_example(server.address, folder)
        test_signals(api, grpc_api, program, folder, large)
    print("the Python client test passed")


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, grpc.RpcError, subprocess.SubprocessError, OSError, json_format.Error) as failure:
        sys.exit(f"the Python client test failed: {failure}")
