"""Loads a server with jobs, watches and kills: python benches/jobs.py LEERTEAM [--jobs N] [--watches N] [--kills N]

Small jobs and some large ones are accepted while watches are held open, clients that do not read hang on, and servers and
workers are killed at random. In the end each job must have ended once, with a plan no worse than any that was seen. Calls that do
not solve are timed all the while. Uses the Python packages of the tests; writes one JSON document.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "python"))

import grpc  # noqa: E402
from client import ROSTER, Server, make_stubs  # noqa: E402
from google.protobuf import json_format  # noqa: E402

# Calls that are tried again: the server was killed, or comes up.
AGAIN = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.CANCELLED, grpc.StatusCode.UNKNOWN}
CALL_SECONDS = 60
WATCH_SECONDS = 24 * 3600


class Load:
    """A server that may be killed, and everything that is asked of it."""

    def __init__(self, arguments, folder, api, grpc_api):
        self.arguments = arguments
        self.folder = folder
        self.api = api
        self.grpc_api = grpc_api
        self.store = arguments.store or f"sqlite:{folder}/jobs.db"
        self.times = []
        self.lock = threading.Lock()
        self.is_over = threading.Event()
        self.start()

    def options(self):
        return ["--store", self.store, "--solver-threads", "1", "--lease", "5s", "--waiting-jobs", "1000000"]

    def start(self):
        self.server = Server(self.arguments.program, self.folder, *self.options())
        self.server.__enter__()
        self.channel = grpc.insecure_channel(self.server.address)
        self.service = self.grpc_api.JobServiceStub(self.channel)

    def start_worker(self):
        command = [self.arguments.program, "worker", *self.options()[:-2]]
        self.worker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def call(self, method, request):
        """One call, tried again until a server answers."""
        while True:
            begun = time.monotonic()
            try:
                answer = getattr(self.service, method)(request, timeout=CALL_SECONDS)
            except grpc.RpcError as error:
                if error.code() not in AGAIN:
                    raise
                time.sleep(0.1)
                continue
            with self.lock:
                self.times.append(time.monotonic() - begun)
            return answer

    def watch(self, name, seen):
        """Watches a job to its end, over lost connections."""
        last = 0
        while True:
            request = self.api.WatchJobRequest(name=name, after_event=last)
            try:
                for answer in self.service.WatchJob(request, timeout=WATCH_SECONDS):
                    last = answer.event.number
                    seen.append(answer.event)
                return
            except grpc.RpcError as error:
                if error.code() not in AGAIN:
                    raise
                time.sleep(0.1)

    def kill(self):
        """Kills the server or the worker, and starts another."""
        if random.random() < 0.5:
            self.worker.kill()
            self.worker.wait()
            self.start_worker()
            return
        self.server.process.kill()
        self.server.process.wait()
        self.channel.close()
        self.start()

    def probe(self):
        """Calls that do not solve, all the while."""
        while not self.is_over.wait(0.02):
            self.call("ListJobs", self.api.ListJobsRequest(page_size=10))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def faults(api, load, names, seen):
    """What does not hold of the jobs that were accepted."""
    wrong = []
    for name in names:
        ends = [event.state for event in seen[name] if event.state >= api.JOB_STATE_SUCCEEDED]
        if ends != [api.JOB_STATE_SUCCEEDED]:
            wrong.append(f"{name} ended {ends}")
        numbers = [event.number for event in seen[name]]
        if numbers != list(range(1, len(numbers) + 1)):
            wrong.append(f"{name} has events {numbers}")
        totals = [event.progress.best for event in seen[name] if event.progress.HasField("best")]
        best = min(((of.broken_requirements, of.points) for of in totals), default=None)
        score = load.call("GetJobPlan", api.GetJobPlanRequest(name=name)).plan.score
        if best is not None and (score.broken_requirements, score.points) > best:
            wrong.append(f"{name} has a plan worse than {best}")
    return wrong


def run(arguments, folder, api, grpc_api, roster, large):
    load = Load(arguments, folder, api, grpc_api)
    load.start_worker()
    begun = time.monotonic()
    small = {"work_limit": 200}
    names = []
    for number in range(arguments.jobs):
        is_large = arguments.large and number % (arguments.jobs // arguments.large) == 0
        options = {"work_limit": 20000} if is_large else small
        request = api.CreateJobRequest(
            request_id=str(uuid.uuid4()), roster=large if is_large else roster, options=options
        )
        names.append(load.call("CreateJob", request).job.name)
    accepted = time.monotonic() - begun
    seen = {name: [] for name in names}
    watched = names[-arguments.watches :] if arguments.watches else []
    threads = [threading.Thread(target=load.watch, args=(name, seen[name]), daemon=True) for name in watched]
    threads.append(threading.Thread(target=load.probe, daemon=True))
    # Clients that do not read.
    unread = [load.service.WatchJob(api.WatchJobRequest(name=name)) for name in names[:50]]
    load.times.clear()
    for thread in threads:
        thread.start()
    for _ in range(arguments.kills):
        time.sleep(random.uniform(0.5, arguments.pause))
        load.kill()
    for thread in threads[:-1]:
        thread.join()
    for name in names:
        if not seen[name]:
            load.watch(name, seen[name])
    ended = time.monotonic() - begun
    load.is_over.set()
    times = list(load.times)
    for call in unread:
        call.cancel()
    result = {
        "jobs": len(names),
        "watches": len(watched),
        "kills": arguments.kills,
        "store": load.store.split(":")[0],
        "accepted_seconds": round(accepted, 1),
        "ended_seconds": round(ended, 1),
        "calls": len(times),
        "p50_ms": round(1000 * percentile(times, 0.5), 1),
        "p99_ms": round(1000 * percentile(times, 0.99), 1),
        "faults": faults(api, load, names, seen),
    }
    load.worker.terminate()
    load.server.process.terminate()
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--jobs", type=int, default=200)
    parser.add_argument("--large", type=int, default=2)
    parser.add_argument("--watches", type=int, default=100)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--pause", type=float, default=5.0, help="longest time between kills, in seconds")
    parser.add_argument("--store", help="as of `leerteam serve` [default: SQLite]")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    arguments.program = str(pathlib.Path(arguments.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        make_stubs(folder)
        sys.path.insert(0, folder)
        from leerteam.v1 import job_service_pb2 as api
        from leerteam.v1 import job_service_pb2_grpc as grpc_api
        from leerteam.v1 import roster_pb2

        roster = json_format.Parse(ROSTER.read_text(encoding="utf-8"), roster_pb2.Roster())
        large_file = pathlib.Path(folder) / "large.json"
        subprocess.run([arguments.program, "example", "pool", "--students", "200", "--out", large_file], check=True)
        large = json_format.Parse(large_file.read_text(encoding="utf-8"), roster_pb2.Roster())
        result = run(arguments, folder, api, grpc_api, roster, large)
    print(json.dumps(result, indent=2))
    if result["faults"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
