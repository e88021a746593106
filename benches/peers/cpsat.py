"""Solves a lowered instance with CP-SAT of OR-Tools: cpsat.py PROBLEM SOLUTION --formulation teams|seats

Writes the best solution to SOLUTION and prints one JSON object. Both formulations have all of the
problem: cpsat_model.py has what they share, and below is how they differ."""

import argparse
import json
import math
import time

from cpsat_model import Model, total
from ortools.sat.python import cp_model


class Teams(Model):
    """People join teams; people and teams have a slot each, the same for those who are together. Coming
    is charged for the person's own slot."""

    def attend(self, group, places):
        moments = [self.moment(place.at) for place in places]
        for candidate in range(len(group["candidates"])):
            costs = [slot["members"][candidate] for slot in group["slots"]]
            meets = [None if cost is None else self.literal() for cost in costs]
            for meet, cost in zip(meets, costs):
                if cost is not None:
                    self.charge(cost, meet)
            joins = [place.members[candidate] for place in places]
            met = total((1, meet) for meet in meets if meet is not None)
            self.cp.add(met == total((1, join) for join in joins))
            mine = self.moment(meets)
            for moment, join in zip(moments, joins):
                self.cp.add(mine == moment).only_enforce_if(join)

    def moment(self, at):
        """The slot as a number, from a literal for each, if possible; one more is no slot."""
        moment = self.cp.new_int_var(0, len(at), "")
        for slot, literal in enumerate(at):
            if literal is None:
                self.cp.add(moment != slot)
            else:
                self.cp.add(moment == slot).only_enforce_if(literal)
                self.cp.add(moment != slot).only_enforce_if(~literal)
        return moment


class Seats(Model):
    """People join a team at a slot: three indices, more variables, and a better linear relaxation."""

    def attend(self, group, places):
        for place in places:
            for candidate, member in enumerate(place.members):
                seats = []
                for slot, of in enumerate(group["slots"]):
                    cost = of["members"][candidate]
                    if cost is not None:
                        seats.append(self.literal())
                        self.cp.add_implication(seats[-1], place.at[slot])
                        self.charge(cost, seats[-1])
                self.cp.add_exactly_one([*seats, ~member])


FORMULATIONS = {"teams": Teams, "seats": Seats}
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


class Watch(cp_model.CpSolverSolutionCallback):
    """Notes each improvement: seconds and cost."""

    def __init__(self, model):
        super().__init__()
        self.model, self.started, self.trace = model, time.monotonic(), []

    def on_solution_callback(self):
        broken, points = self.value(self.model.broken), self.value(self.model.points)
        self.trace.append((self.seconds(), {"broken": broken, "points": points}))

    def seconds(self):
        return time.monotonic() - self.started


def search(model, watch, time_limit, threads):
    """Broken requirements alone, for half of the time at most; then, from there, points, together with
    broken requirements unless those are proven. CP-SAT finds better plans so than with both from the
    start. Answers with the values of the best plan, if any, and a bound on weight * broken + points."""
    value, fixed = None, 0
    model.cp.minimize(model.broken)
    solver, status = run(model, watch, time_limit / 2, threads)
    bound = model.weight * whole(solver.best_objective_bound)
    goal = model.weight * model.broken + model.points
    if status in FOUND:
        value = settle(model, solver.value)
        broken = value(model.broken)
        model.cp.add(model.broken <= broken)
        model.hint(value)
        if status == cp_model.OPTIMAL:
            fixed, goal = model.weight * broken, model.points
    model.cp.minimize(goal)
    solver, status = run(model, watch, max(time_limit - watch.seconds(), 0), threads)
    if status in FOUND:
        value = solver.value
    return value, max(bound, fixed + whole(solver.best_objective_bound))


def run(model, watch, time_limit, threads):
    """One search."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = time_limit
    solver.parameters.num_workers = threads
    return solver, solver.solve(model.cp, watch)


def settle(model, value):
    """The values of the same plan with the lowest costs: a search charges more for what it does not
    minimize yet, or when it is stopped."""
    solver = cp_model.CpSolver()
    assert solver.solve(model.fixed(value)) == cp_model.OPTIMAL
    return solver.value


def whole(bound):
    """Costs are whole and never below zero."""
    return math.ceil(max(0, bound - 1e-6))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problem")
    parser.add_argument("solution")
    parser.add_argument("--formulation", choices=FORMULATIONS, required=True)
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    with open(arguments.problem) as file:
        problem = json.load(file)
    started = time.monotonic()
    model = FORMULATIONS[arguments.formulation](problem)
    build_seconds = time.monotonic() - started
    watch = Watch(model)
    value, bound = search(model, watch, arguments.time_limit, arguments.threads)
    seconds, objective = watch.seconds(), None
    if value is not None:
        value = settle(model, value)
        objective = {"broken": value(model.broken), "points": value(model.points)}
        with open(arguments.solution, "w") as file:
            json.dump({"teams": model.teams(value)}, file)
    broken, points = divmod(bound, model.weight)
    print(
        json.dumps(
            {
                "objective": objective,
                "bound": {"broken": broken, "points": points},
                "build_seconds": build_seconds,
                "seconds": seconds,
                "trace": watch.trace,
            }
        )
    )


if __name__ == "__main__":
    main()
