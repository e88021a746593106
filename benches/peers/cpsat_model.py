"""What all formulations for CP-SAT share: the parts of a possible team, rows and the objective."""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from ortools.sat.python import cp_model


def total(terms):
    """The sum of (coefficient, variable)."""
    terms = list(terms)
    coefficients = [coefficient for coefficient, _ in terms]
    return cp_model.LinearExpr.weighted_sum([variable for _, variable in terms], coefficients)


@dataclass
class Place:
    """A possible team."""

    group: int
    # By slot: it meets then.
    at: dict
    exists: cp_model.IntVar
    # What its members are counted in: variable, a candidate that stands for all it counts, most.
    units: list = field(default_factory=list)
    # By slot and duty: somebody serves.
    serves: dict = field(default_factory=dict)


class Model:
    """A formulation says what the places of a group are, and who the members of a place are."""

    def __init__(self, problem):
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.charges = []
        # By person, every literal that means being in a team.
        self.seats = [[] for _ in problem["unplaced"]]
        self.places = []
        for index, group in enumerate(problem["groups"]):
            places = self.add_group(index, group)
            for place in places:
                self.add_place(group, place)
            self.places.append(places)
        for seats, cost in zip(self.seats, problem["unplaced"]):
            left = self.literal()
            self.charge(cost, left)
            self.cp.add_exactly_one([*seats, left])
        self.add_rows()
        # One broken requirement weighs more than all points that there could be.
        self.weight = 1 + sum(cost["points"] * most for cost, _, most in self.charges)
        self.cp.minimize(
            total(
                (cost["broken"] * self.weight + cost["points"], variable)
                for cost, variable, _ in self.charges
            )
        )

    def cost(self, objective):
        """The cost of an objective or of a bound, which is rounded up."""
        broken, points = divmod(math.ceil(objective - 1e-6), self.weight)
        return {"broken": broken, "points": points}

    def teams(self, value):
        """The teams of the solution in which variables have these values."""
        places = [place for places in self.places for place in places]
        return [
            {
                "group": place.group,
                "slot": next(slot for slot, at in place.at.items() if value(at)),
                "members": members,
                "duties": [duty for (_, duty), serve in place.serves.items() if value(serve)],
            }
            for place, members in zip(places, self.members(value, places))
            if value(place.exists)
        ]

    def literal(self):
        return self.cp.new_bool_var("")

    def charge(self, cost, variable, most=1):
        if cost["broken"] or cost["points"]:
            self.charges.append((cost, variable, most))

    def charge_excess(self, cost, amount, most):
        """Charges `amount`, at most `most`, where it is above zero."""
        if most > 0 and (cost["broken"] or cost["points"]):
            excess = self.cp.new_int_var(0, most, "")
            self.cp.add(excess >= amount)
            self.charge(cost, excess, most)

    def add_place(self, group, place):
        sizes = self.add_sizes(group, place)
        people = [(1, unit) for unit, _, _ in place.units]
        for slot, at in place.at.items():
            of = group["slots"][slot]
            duties = [self.literal() for _ in of["duties"]]
            place.serves.update(((slot, duty), serve) for duty, serve in enumerate(duties))
            once = defaultdict(list)
            for duty, serve in zip(of["duties"], duties):
                self.cp.add_implication(serve, at)
                self.charge(duty["cost"], serve)
                once[duty["supervisor"]].append(serve)
            for serves in once.values():
                self.cp.add_at_most_one(serves)
            if of["capacity"] is not None:
                all_people = total(people + [(1, serve) for serve in duties])
                self.cp.add(all_people <= of["capacity"]).only_enforce_if(at)
            if of["quorum"] is not None:
                broken = self.literal()
                self.charge(of["quorum"]["broken"], broken)
                for sums in of["quorum"]["sums"]:
                    present = total((sums[candidate], unit) for unit, candidate, _ in place.units)
                    self.cp.add(present >= 0).only_enforce_if([at, ~broken])
        for side, need in enumerate(group["needs"]):
            serves = [
                (1, serve)
                for (slot, duty), serve in place.serves.items()
                if group["slots"][slot]["duties"][duty]["side"] == side
            ]
            self.cp.add(total(serves) <= need["max"])
            short = need["min"] * place.exists - total(serves)
            self.charge_excess(need["short"], short, need["min"])
        for term in group["terms"]:
            (kind, of), = term.items()
            getattr(self, "add_" + kind)(group, place, sizes, **of)

    def add_sizes(self, group, place):
        """A literal for each size that is allowed."""
        sizes = {}
        for size, cost in enumerate(group["sizes"]):
            if cost is not None and size <= len(group["candidates"]):
                sizes[size] = self.literal()
                self.charge(cost, sizes[size])
        self.cp.add_exactly_one([*sizes.values(), ~place.exists])
        members = total((1, unit) for unit, _, _ in place.units)
        self.cp.add(members == total(sizes.items()))
        return sizes

    def add_Deviation(self, _group, place, sizes, coefficients, unit):
        largest = max(sizes, default=0)
        most = largest * max(map(abs, coefficients), default=0)
        away = self.cp.new_int_var(0, most, "")
        members = total((coefficients[candidate], count) for count, candidate, _ in place.units)
        self.cp.add(away >= members)
        self.cp.add(away >= -members)
        # Implied: heads are whole, so most sizes cannot meet a share exactly.
        values = sorted(set(coefficients))
        if len(values) <= 2:
            low, high = values[0], values[-1]
            least = lambda size: min(abs(low * (size - n) + high * n) for n in range(size + 1))
            self.cp.add(away >= total((least(size), chosen) for size, chosen in sizes.items()))
        self.charge(unit, away, most)

    def add_Distinct(self, _group, place, _sizes, labels, at_least, short):
        by_label = defaultdict(list)
        for count, candidate, _ in place.units:
            if labels[candidate] is not None:
                by_label[labels[candidate]].append((1, count))
        seen = []
        for counts in by_label.values():
            seen.append((1, self.literal()))
            self.cp.add(seen[-1][1] <= total(counts))
        self.charge_excess(short, at_least * place.exists - total(seen), at_least)

    def add_Together(self, _group, place, _sizes, one, other, cost):
        self.charge_excess(cost, self.has(place, one) - self.has(place, other), 1)

    def add_Apart(self, _group, place, _sizes, one, other, cost):
        self.charge_excess(cost, self.has(place, one) + self.has(place, other) - 1, 1)

    def add_SupervisorsAlike(self, group, place, _sizes, alike, cost):
        serving = sum(self.serving(group, place, supervisor) for supervisor in alike)
        self.charge_excess(cost, serving - 1, len(alike) - 1)

    def add_SupervisorMissing(self, group, place, _sizes, supervisor, cost):
        self.charge_excess(cost, place.exists - self.serving(group, place, supervisor), 1)

    def has(self, place, candidate):
        """Whether the candidate, whom no other counts with, is a member."""
        return total((1, count) for count, of, _ in place.units if of == candidate)

    def serving(self, group, place, supervisor):
        """Whether the supervisor serves the place."""
        duties = {
            (slot, duty)
            for slot in place.at
            for duty, of in enumerate(group["slots"][slot]["duties"])
            if of["supervisor"] == supervisor
        }
        return total((1, place.serves[key]) for key in duties)

    def add_rows(self):
        uses = self.uses()
        for row in self.problem["rows"]:
            terms, most = [], -row["at_most"]
            for use, coefficient in row["uses"]:
                (kind, of), = use.items()
                counted = uses[kind, *of.values()]
                terms += [(coefficient, literal) for literal in counted]
                most += max(coefficient, 0) * len(counted)
            if row["over"] is None:
                self.cp.add(total(terms) <= row["at_most"])
            else:
                self.charge_excess(row["over"], total(terms) - row["at_most"], most)

    def uses(self):
        """What rows count: by kind and fields, the literals."""
        uses = defaultdict(list)
        for index, (group, places) in enumerate(zip(self.problem["groups"], self.places)):
            for place in places:
                uses["Team", index].append(place.exists)
                for slot, at in place.at.items():
                    uses["Slot", index, slot].append(at)
                for (slot, duty), serve in place.serves.items():
                    supervisor = group["slots"][slot]["duties"][duty]["supervisor"]
                    uses["Serve", index, supervisor].append(serve)
                    uses["ServeAt", index, slot, supervisor].append(serve)
        return uses
