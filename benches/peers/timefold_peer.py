"""Solves a lowered instance with Timefold: timefold_peer.py PROBLEM SOLUTION

Writes the best solution to SOLUTION and prints one JSON object. Timefold proves no bound. The search
is its default one: local search from a start in which people are dealt out over teams."""

import argparse
import json
import time

from timefold.solver import SolverFactory
from timefold.solver.config import Duration, ScoreDirectorFactoryConfig, SolverConfig, TerminationConfig
from timefold_model import Calculator, Person, Plan, Seat, Team

# Hard, broken requirements, points.
FORBIDDEN = [1, 0, 0]


class Problem:
    """The problem, looked up by what a team has."""

    def __init__(self, problem):
        self.unplaced = [levels(cost) for cost in problem["unplaced"]]
        self.limits = [row["at_most"] for row in problem["rows"]]
        self.over = [levels(row["over"]) for row in problem["rows"]]
        self.groups = [Group(group, len(self.unplaced)) for group in problem["groups"]]
        for row, of in enumerate(problem["rows"]):
            for use, coefficient in of["uses"]:
                (kind, at), = use.items()
                group, counted = self.groups[at["group"]], (row, coefficient)
                if kind == "Team":
                    group.team_rows.append(counted)
                elif kind == "Slot":
                    group.slots[at["slot"]].rows.append(counted)
                elif kind == "Serve":
                    group.serve_rows.setdefault(at["supervisor"], []).append(counted)
                else:
                    serve_rows = group.slots[at["slot"]].serve_rows
                    serve_rows.setdefault(at["supervisor"], []).append(counted)


class Group:
    """A group of alike teams."""

    def __init__(self, group, people):
        self.candidates = [-1] * people
        for candidate, person in enumerate(group["candidates"]):
            self.candidates[person] = candidate
        # Beyond the sizes that are allowed each further member is worse.
        self.sizes = [levels(cost) for cost in group["sizes"]]
        self.sizes += [[1 + extra, 0, 0] for extra in range(people + 1 - len(self.sizes))]
        self.needs = [(need["min"], levels(need["short"])) for need in group["needs"]]
        self.terms = [Term(term) for term in group["terms"]]
        self.slots = [Slot(slot, len(self.needs)) for slot in group["slots"]]
        self.team_rows, self.serve_rows = [], {}


class Slot:
    """A moment at which a team can meet."""

    def __init__(self, slot, sides):
        quorum = slot["quorum"] or {"sums": [], "broken": None}
        self.members = [levels(cost) for cost in slot["members"]]
        self.capacity = -1 if slot["capacity"] is None else slot["capacity"]
        self.quorums, self.quorum_broken = quorum["sums"], levels(quorum["broken"])
        self.duties = [{} for _ in range(sides)]
        for duty in slot["duties"]:
            self.duties[duty["side"]][duty["supervisor"]] = levels(duty["cost"])
        self.rows, self.serve_rows = [], {}


class Term:
    """A cost of a team's composition."""

    def __init__(self, term):
        (self.kind, of), = term.items()
        self.cost = levels(of.get("unit") or of.get("short") or of.get("cost"))
        labels = [-1 if label is None else label for label in of.get("labels", [])]
        self.numbers = of.get("coefficients") or of.get("alike") or labels
        self.serving = of.get("serving", [])
        self.least = of.get("at_least", 0)
        self.one = of.get("one", of.get("supervisor", -1))
        self.other = -1 if of.get("other") is None else of["other"]


def levels(cost):
    return FORBIDDEN if cost is None else [0, cost["broken"], cost["points"]]


def start(problem):
    """People dealt out, in order, over as many teams as have members enough."""
    teams, seats, open_to = [], [], []
    for index, group in enumerate(problem["groups"]):
        free = [n for n, cost in enumerate(group["sizes"]) if n and cost and not any(cost.values())]
        wanted = len(group["candidates"]) // min(free, default=1)
        first = len(teams)
        for _ in range(group["max_teams"] if group["slots"] else 0):
            team = Team(f"team {len(teams)}", len(teams), index, list(range(len(group["slots"]))))
            for side, need in enumerate(group["needs"]):
                duties = [duty for slot in group["slots"] for duty in slot["duties"]]
                able = sorted({duty["supervisor"] for duty in duties if duty["side"] == side})
                for seat in range(need["max"] if able else 0):
                    seats.append(Seat(f"{team.id}, {side}, {seat}", team.index, side, able))
            teams.append(team)
        open_to.append((first, len(teams), max(1, min(wanted, len(teams) - first))))
    choices = [[] for _ in problem["unplaced"]]
    firsts = [None] * len(choices)
    for (first, end, wanted), group in zip(open_to, problem["groups"]):
        for candidate, person in enumerate(group["candidates"] if first < end else []):
            choices[person] += range(first, end)
            firsts[person] = first + candidate % wanted if firsts[person] is None else firsts[person]
    people = [
        Person(f"person {person}", person, teams_of, firsts[person])
        for person, teams_of in enumerate(choices)
        if teams_of
    ]
    return Plan(Problem(problem), teams, people, seats)


def solution(problem, plan):
    """The teams of a plan."""
    members = [[] for _ in plan.teams]
    duties = [[] for _ in plan.teams]
    for person in plan.people:
        if person.team is not None:
            members[person.team].append(person.index)
    for seat in plan.seats:
        team = plan.teams[seat.team]
        if team.slot is None:
            continue
        slot = problem["groups"][team.group]["slots"][team.slot]
        wanted = (seat.supervisor, seat.side)
        for duty, of in enumerate(slot["duties"]):
            if (of["supervisor"], of["side"]) == wanted:
                duties[seat.team].append(duty)
    return [
        {
            "group": team.group,
            "slot": int(team.slot),
            "members": [problem["groups"][team.group]["candidates"].index(p) for p in joined],
            "duties": serving,
        }
        for team, joined, serving in zip(plan.teams, members, duties)
        if joined and team.slot is not None
    ]


def cost(score):
    return {"broken": -score.medium_score, "points": -score.soft_score}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problem")
    parser.add_argument("solution")
    parser.add_argument("--time-limit", type=int, default=60)
    arguments = parser.parse_args()
    with open(arguments.problem) as file:
        problem = json.load(file)
    started = time.monotonic()
    config = SolverConfig(
        solution_class=Plan,
        entity_class_list=[Team, Person, Seat],
        score_director_factory_config=ScoreDirectorFactoryConfig(
            incremental_score_calculator_class=Calculator
        ),
        termination_config=TerminationConfig(spent_limit=Duration(seconds=arguments.time_limit)),
    )
    solver, trace = SolverFactory.create(config).build_solver(), []

    def improved(event):
        score = event.new_best_score
        if score.hard_score == 0 and event.is_new_best_solution_initialized:
            trace.append((event.time_spent.total_seconds(), cost(score)))

    solver.add_event_listener(improved)
    plan = start(problem)
    build_seconds = time.monotonic() - started
    best = solver.solve(plan)
    found = best.score.hard_score == 0
    if found:
        with open(arguments.solution, "w") as file:
            json.dump({"teams": solution(problem, best)}, file)
    print(
        json.dumps(
            {
                "objective": cost(best.score) if found else None,
                "bound": {"broken": 0, "points": 0},
                "build_seconds": build_seconds,
                "seconds": time.monotonic() - started - build_seconds,
                "trace": trace,
            }
        )
    )


if __name__ == "__main__":
    main()
