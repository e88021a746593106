"""Solves a lowered work with CP-SAT of OR-Tools: cpsat.py PROBLEM SOLUTION --formulation teams|slots

Writes the best solution to SOLUTION and prints one JSON object. Both formulations have all of the
problem: see cpsat_model.py for what they share, and below for how they differ."""

import argparse
import json
import math
import time
from collections import defaultdict

from ortools.sat.python import cp_model

from cpsat_model import Model, Place, total


class Teams(Model):
    """A place for each team of a group. People join teams and teams choose a slot; a person meets at
    the slot of the team, which is where attendance is charged. Alike teams are ordered by slot."""

    def add_group(self, index, group):
        slots = range(len(group["slots"]))
        candidates = range(len(group["candidates"]))
        places = []
        for _ in range(group["max_teams"]):
            place = Place(index, {slot: self.literal() for slot in slots}, self.literal())
            self.cp.add_exactly_one([*place.at.values(), ~place.exists])
            place.units = [(self.literal(), candidate, 1) for candidate in candidates]
            for member, _, _ in place.units:
                self.cp.add_implication(member, place.exists)
            places.append(place)
        for one, other in zip(places, places[1:]):
            # A team that does not exist comes last.
            order = [
                total((slot, at) for slot, at in place.at.items()) + len(slots) * ~place.exists
                for place in (one, other)
            ]
            self.cp.add(order[0] <= order[1])
        for candidate in candidates:
            joins = [place.units[candidate][0] for place in places]
            meets = []
            for slot, of in enumerate(group["slots"]):
                cost = of["members"][candidate]
                here = []
                if cost is not None:
                    here.append(self.literal())
                    self.charge(cost, here[0])
                    meets += here
                for place, join in zip(places, joins):
                    self.cp.add_bool_or([~join, ~place.at[slot], *here])
            self.cp.add(total((1, meet) for meet in meets) == total((1, join) for join in joins))
            self.seats[group["candidates"][candidate]] += joins
        return places

    def members(self, value, places):
        for place in places:
            yield [candidate for join, candidate, _ in place.units if value(join)]


class Slots(Model):
    """People choose slots, and a place is a team at one slot that knows only how many members it has
    of each class: people who are the same to every term and quorum. So neither who is with whom
    within a class nor which team is which makes a difference that is none."""

    def __init__(self, problem):
        self.meets = {}
        self.most_at = defaultdict(lambda: math.inf)
        for row in problem["rows"]:
            if row["over"] is None and all(coefficient > 0 for _, coefficient in row["uses"]):
                for use, coefficient in row["uses"]:
                    if "Slot" in use:
                        at = (use["Slot"]["group"], use["Slot"]["slot"])
                        self.most_at[at] = min(self.most_at[at], row["at_most"] // coefficient)
        super().__init__(problem)

    def add_group(self, index, group):
        places = []
        for slot, of in enumerate(group["slots"]):
            classes = defaultdict(list)
            for candidate, cost in enumerate(of["members"]):
                if cost is not None:
                    classes[class_of(group, of, candidate)].append(candidate)
                    meet = self.meets[index, slot, candidate] = self.literal()
                    self.charge(cost, meet)
                    self.seats[group["candidates"][candidate]].append(meet)
            here = []
            for _ in range(min(group["max_teams"], self.most_at[index, slot])):
                exists = self.literal()
                place = Place(index, {slot: exists}, exists)
                for people in classes.values():
                    most = min(len(people), len(group["sizes"]) - 1)
                    place.units.append((self.cp.new_int_var(0, most, ""), people[0], most))
                here.append(place)
            for one, other in zip(here, here[1:]):
                self.cp.add_implication(other.exists, one.exists)
            for at, people in enumerate(classes.values()):
                met = total((1, self.meets[index, slot, person]) for person in people)
                self.cp.add(met == total((1, place.units[at][0]) for place in here))
            places += here
        self.cp.add(total((1, place.exists) for place in places) <= group["max_teams"])
        return places

    def members(self, value, places):
        left = defaultdict(list)
        for (group, slot, candidate), meet in self.meets.items():
            if value(meet):
                of = self.problem["groups"][group]
                left[group, slot, class_of(of, of["slots"][slot], candidate)].append(candidate)
        for place in places:
            group, (slot,) = self.problem["groups"][place.group], place.at
            taken = []
            for count, representative, _ in place.units:
                key = (place.group, slot, class_of(group, group["slots"][slot], representative))
                taken += [left[key].pop() for _ in range(value(count))]
            yield taken


def class_of(group, slot, candidate):
    """What tells a candidate from others at a slot, but for the cost of coming."""
    key = [sums[candidate] for sums in (slot["quorum"] or {"sums": []})["sums"]]
    for term in group["terms"]:
        (kind, of), = term.items()
        if kind == "Deviation":
            key.append(of["coefficients"][candidate])
        elif kind == "Distinct":
            key.append(of["labels"][candidate])
        elif kind in ("Together", "Apart") and candidate in (of["one"], of["other"]):
            key.append(("by name", candidate))
    return tuple(key)


class Watch(cp_model.CpSolverSolutionCallback):
    """Notes each improvement."""

    def __init__(self, model):
        super().__init__()
        self.model, self.trace = model, []

    def on_solution_callback(self):
        best = self.model.cost(self.objective_value)
        bound = self.model.cost(self.best_objective_bound)
        self.trace.append((self.wall_time, best, bound))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problem")
    parser.add_argument("solution")
    parser.add_argument("--formulation", choices=["teams", "slots"], required=True)
    parser.add_argument("--time-limit", type=float, default=60)
    arguments = parser.parse_args()
    with open(arguments.problem) as file:
        problem = json.load(file)
    started = time.monotonic()
    model = {"teams": Teams, "slots": Slots}[arguments.formulation](problem)
    build_seconds = time.monotonic() - started
    solver, watch = cp_model.CpSolver(), Watch(model)
    solver.parameters.max_time_in_seconds = arguments.time_limit
    status = solver.solve(model.cp, watch)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    if found:
        with open(arguments.solution, "w") as file:
            json.dump({"teams": model.teams(solver.value)}, file)
    print(
        json.dumps(
            {
                "status": solver.status_name(status),
                "objective": model.cost(solver.objective_value) if found else None,
                "bound": model.cost(max(solver.best_objective_bound, 0)),
                "build_seconds": build_seconds,
                "seconds": solver.wall_time,
                "trace": watch.trace,
            }
        )
    )


if __name__ == "__main__":
    main()
