"""Tests jobs from another language, and across the death of a server: python jobs.py LEERTEAM

LEERTEAM is the program. Jobs are accepted, the server is killed, and another on the same store ends each
of them once.
"""

import pathlib
import subprocess
import sys
import tempfile
import uuid

import grpc
from client import ROSTER, START_SECONDS, Server, check, make_stubs
from google.protobuf import json_format

SERVICE = "leerteam.v1.JobService"
# A server that was killed is taken for dead after some seconds.
WATCH_SECONDS = 180
SMALL_JOBS = 5


def server(program, folder):
    """A server whose jobs outlive it."""
    return Server(program, folder, "--store", f"sqlite:{folder}/jobs.db", "--solver-threads", "1")


def events(api, service, job, after=0):
    """The events of a job after one, until it has ended."""
    request = api.WatchJobRequest(name=job.name, after_event=after)
    for answer in service.WatchJob(request, timeout=WATCH_SECONDS):
        yield answer.event


def total(score):
    return (score.broken_requirements, score.points)


def test_calls(api, service, roster):
    """Each call once, on a job that ends soon."""
    request = api.CreateJobRequest(request_id=str(uuid.uuid4()), roster=roster, options={"work_limit": 2000})
    job = service.CreateJob(request).job
    check(service.CreateJob(request).job.name == job.name, "the same request twice is one job")
    seen = list(events(api, service, job))
    check([event.number for event in seen] == list(range(1, len(seen) + 1)), f"{len(seen)} events in order")
    check(seen[-1].state == api.JOB_STATE_SUCCEEDED, "the last event is the end of the job")
    half = len(seen) // 2
    check(list(events(api, service, job, half)) == seen[half:], "watched again, it goes on after any event")
    check(service.GetJob(api.GetJobRequest(name=job.name)).job.has_plan, "the job has a plan")
    plan = service.GetJobPlan(api.GetJobPlanRequest(name=job.name)).plan
    check(len(plan.teams) > 0, f"which has {len(plan.teams)} teams")
    listed = service.ListJobs(api.ListJobsRequest(page_size=10)).jobs
    check([of.name for of in listed] == [job.name], "the job is listed")
    service.DeleteJob(api.DeleteJobRequest(name=job.name))
    try:
        service.GetJob(api.GetJobRequest(name=job.name))
    except grpc.RpcError as error:
        check(error.code() == grpc.StatusCode.NOT_FOUND, "and is gone once it is deleted")
    else:
        raise AssertionError("a deleted job is still there")


def begin(api, service, roster, large):
    """Jobs on a server that is then killed: a large one that runs, and small ones that wait."""
    big = service.CreateJob(api.CreateJobRequest(roster=large)).job
    small = [
        service.CreateJob(api.CreateJobRequest(roster=roster, options={"work_limit": 2000})).job
        for _ in range(SMALL_JOBS)
    ]
    for event in events(api, service, big):
        if event.progress.HasField("best"):
            return big, small, event.number, total(event.progress.best)
    raise AssertionError("the large job ended before it had a plan")


def test_kill(api, grpc_api, program, folder, roster, large):
    """kill -9 of the server while it solves."""
    with server(program, folder) as first:
        with grpc.insecure_channel(first.address) as channel:
            service = grpc_api.JobServiceStub(channel)
            test_calls(api, service, roster)
            big, small, last, best = begin(api, service, roster, large)
        first.process.kill()
        first.process.wait(START_SECONDS)
    solvers = subprocess.run(["pgrep", "-f", f"{program} solve-process"], stdout=subprocess.PIPE, check=False)
    check(not solvers.stdout, "no process of a job outlives its server")
    with server(program, folder) as second, grpc.insecure_channel(second.address) as channel:
        service = grpc_api.JobServiceStub(channel)
        for event in events(api, service, big, last):
            if event.progress.HasField("best"):
                check(total(event.progress.best) <= best, f"the search goes on from its best plan, {best}")
                break
        else:
            raise AssertionError("the large job ended without a plan")
        job = service.CancelJob(api.CancelJobRequest(name=big.name)).job
        check(job.attempt == 2, "another attempt has it")
        ends = [event for event in events(api, service, big) if event.state >= api.JOB_STATE_SUCCEEDED]
        check([event.state for event in ends] == [api.JOB_STATE_CANCELLED], "it is cancelled, and ends once")
        plan = service.GetJobPlan(api.GetJobPlanRequest(name=big.name)).plan
        check(total(plan.score) <= best, f"its plan is no worse than before: {total(plan.score)}")
        for one in small:
            ends = [event.state for event in events(api, service, one) if event.state >= api.JOB_STATE_SUCCEEDED]
            check(ends == [api.JOB_STATE_SUCCEEDED], f"{one.name} ends once")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python jobs.py LEERTEAM")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        make_stubs(folder)
        sys.path.insert(0, folder)
        from leerteam.v1 import job_service_pb2 as api
        from leerteam.v1 import job_service_pb2_grpc as grpc_api
        from leerteam.v1 import roster_pb2

        roster = json_format.Parse(ROSTER.read_text(encoding="utf-8"), roster_pb2.Roster())
        large_file = pathlib.Path(folder) / "large.json"
        subprocess.run([program, "example", "pool", "--students", "200", "--out", large_file], check=True)
        large = json_format.Parse(large_file.read_text(encoding="utf-8"), roster_pb2.Roster())
        test_kill(api, grpc_api, program, folder, roster, large)
    print("the Python test of jobs passed")


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, grpc.RpcError, subprocess.SubprocessError, OSError, json_format.Error) as failure:
        sys.exit(f"the Python test of jobs failed: {failure}")
