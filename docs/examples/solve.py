"""Plans a roster with a running server: python solve.py HOST:PORT ROSTER.json

The message types are made from the protos, once:
python -m grpc_tools.protoc -I proto --python_out=. --grpc_python_out=. proto/leerteam/v1/*.proto
"""

import sys

import grpc
from google.protobuf import json_format
from leerteam.v1 import planning_service_pb2, planning_service_pb2_grpc

address, roster_file = sys.argv[1:]
request = planning_service_pb2.SolveRosterRequest()
with open(roster_file, encoding="utf-8") as file:
    json_format.Parse(file.read(), request.roster)

with grpc.insecure_channel(address) as channel:
    service = planning_service_pb2_grpc.PlanningServiceStub(channel)
    for step in service.SolveRoster(request):
        if step.HasField("progress"):
            print(f"{step.progress.elapsed_seconds:.1f} s, gap {step.progress.gap:.1%}")
        else:
            score = step.plan.score
            print(f"{len(step.plan.teams)} teams, {score.broken_requirements} broken requirements,"
                  f" {score.points} points, gap {step.plan.gap:.1%}")
