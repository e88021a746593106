"""What all formulations for CP-SAT share: the parts of a possible team, rows and the objective."""

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

    exists: cp_model.IntVar
    # By slot: it meets then.
    at: list
    # By candidate: is a member.
    members: list
    # By slot and duty: serves.
    serves: dict = field(default_factory=dict)
    # By supervisor, at any slot and on any side: serves.
    serving: dict = field(default_factory=lambda: defaultdict(list))
    # By candidates: at least one of them is a member, at least two, ...
    levels: dict = field(default_factory=lambda: defaultdict(list))
    # By coefficients: how far the members' sum is away from zero.
    away: dict = field(default_factory=dict)


def most_points(problem):
    """More points than any solution has: what one broken requirement has to outweigh."""
    points = lambda costs: max((cost["points"] for cost in costs if cost), default=0)
    people = [cost["points"] for cost in problem["unplaced"]]
    teams = 0
    for group in problem["groups"]:
        for candidate, person in enumerate(group["candidates"]):
            coming = points(slot["members"][candidate] for slot in group["slots"])
            people[person] = max(people[person], coming)
        size = len(group["sizes"]) - 1
        team = points(group["sizes"])
        team += points(slot["quorum"] and slot["quorum"]["broken"] for slot in group["slots"])
        duty = points(duty["cost"] for slot in group["slots"] for duty in slot["duties"])
        for need in group["needs"]:
            team += need["min"] * need["short"]["points"] + need["max"] * duty
        for term in group["terms"]:
            (kind, of), = term.items()
            times = {
                "Deviation": lambda: size * max(map(abs, of["coefficients"]), default=0),
                "Distinct": lambda: of["at_least"],
                "Thin": lambda: size * of["at_least"],
                "Unserved": lambda: size,
                "SupervisorsAlike": lambda: len(of["alike"]),
            }.get(kind, lambda: 1)()
            team += times * points([of.get("unit") or of.get("short") or of.get("cost")])
        teams += group["max_teams"] * team
    rows = 0
    for row in problem["rows"]:
        counted = sum(
            max(coefficient, 0) * problem["groups"][at["group"]]["max_teams"]
            for use, coefficient in row["uses"]
            for at in use.values()
        )
        rows += max(counted - row["at_most"], 0) * points([row["over"]])
    return sum(people) + teams + rows


class Model:
    """Groups have a place for each possible team. A formulation says, as `attend`, how members come to
    the slot of their team and what that costs."""

    def __init__(self, problem):
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.charges = []
        self.places = [self.add_group(group) for group in problem["groups"]]
        self.add_people()
        self.add_rows()
        # One broken requirement outweighs all points.
        self.weight = 1 + most_points(problem)
        self.broken = total((cost["broken"], variable) for cost, variable in self.charges)
        self.points = total((cost["points"], variable) for cost, variable in self.charges)

    def hint(self, value):
        """Starts the next search from these values."""
        for index in range(len(self.cp.proto.variables)):
            variable = self.cp.get_int_var_from_proto_index(index)
            self.cp.add_hint(variable, value(variable))

    def fixed(self, value):
        """A copy of the program in which only costs are open, as low as they can be."""
        cp = self.cp.clone()
        cp.clear_hints()
        cp.minimize(self.weight * self.broken + self.points)
        for places in self.places:
            for place in places:
                for literal in [place.exists, *place.at, *place.members, *place.serves.values()]:
                    cp.add(literal == value(literal))
        return cp

    def teams(self, value):
        """The teams of the solution in which variables have these values."""
        which = lambda literals: [index for index, literal in literals if value(literal)]
        return [
            {
                "group": group,
                "slot": which(enumerate(place.at))[0],
                "members": which(enumerate(place.members)),
                "duties": which((duty, serve) for (_, duty), serve in place.serves.items()),
            }
            for group, places in enumerate(self.places)
            for place in places
            if value(place.exists)
        ]

    def literal(self):
        return self.cp.new_bool_var("")

    def charge(self, cost, variable):
        if cost["broken"] or cost["points"]:
            self.charges.append((cost, variable))

    def charge_excess(self, cost, amount, most):
        """Charges `amount`, at most `most`, where it is above zero."""
        if most > 0 and (cost["broken"] or cost["points"]):
            excess = self.cp.new_int_var(0, most, "")
            self.cp.add(excess >= amount)
            self.charge(cost, excess)

    def add_group(self, group):
        literals = lambda number: [self.literal() for _ in range(number)]
        places = []
        for _ in range(group["max_teams"]):
            at, members = literals(len(group["slots"])), literals(len(group["candidates"]))
            places.append(Place(self.literal(), at, members))
            self.add_place(group, places[-1])
        for one, other in zip(places, places[1:]):
            # Alike teams are ordered by slot; those that do not exist come last.
            last = len(group["slots"])
            order = lambda of: total([*enumerate(of.at), (last, ~of.exists)])
            self.cp.add(order(one) <= order(other))
        self.attend(group, places)
        return places

    def add_people(self):
        seats = [[] for _ in self.problem["unplaced"]]
        for group, places in zip(self.problem["groups"], self.places):
            for place in places:
                for person, member in zip(group["candidates"], place.members):
                    seats[person].append(member)
        for joins, cost in zip(seats, self.problem["unplaced"]):
            left = self.literal()
            self.charge(cost, left)
            self.cp.add_exactly_one([*joins, left])

    def add_place(self, group, place):
        self.cp.add_exactly_one([*place.at, ~place.exists])
        for member in place.members:
            self.cp.add_implication(member, place.exists)
        sizes = self.add_sizes(group, place)
        people = [(1, member) for member in place.members]
        for slot, (of, at) in enumerate(zip(group["slots"], place.at)):
            duties = [self.literal() for _ in of["duties"]]
            place.serves.update(((slot, duty), serve) for duty, serve in enumerate(duties))
            once = defaultdict(list)
            for duty, serve in zip(of["duties"], duties):
                self.cp.add_implication(serve, at)
                self.charge(duty["cost"], serve)
                once[duty["supervisor"]].append(serve)
                place.serving[duty["supervisor"]].append((1, serve))
            for serves in once.values():
                self.cp.add_at_most_one(serves)
            if of["capacity"] is not None:
                all_people = total(people + [(1, serve) for serve in duties])
                self.cp.add(all_people <= of["capacity"]).only_enforce_if(at)
            if of["quorum"] is not None:
                broken = self.literal()
                self.charge(of["quorum"]["broken"], broken)
                for sums in of["quorum"]["sums"]:
                    present = total(zip(sums, place.members))
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
            getattr(self, "add_" + kind)(place, sizes, **of)

    def add_sizes(self, group, place):
        """A literal for each size that is allowed."""
        sizes = {}
        for size, cost in enumerate(group["sizes"]):
            if cost is not None and size <= len(group["candidates"]):
                sizes[size] = self.literal()
                self.charge(cost, sizes[size])
        self.cp.add_exactly_one([*sizes.values(), ~place.exists])
        members = total((1, member) for member in place.members)
        self.cp.add(members == total(sizes.items()))
        return sizes

    def add_Deviation(self, place, sizes, coefficients, unit):
        # Two values of one attribute are as far away as each other.
        coefficients = max(tuple(coefficients), tuple(-one for one in coefficients))
        if coefficients not in place.away:
            place.away[coefficients] = self.away(place, sizes, coefficients)
        self.charge(unit, place.away[coefficients])

    def away(self, place, sizes, coefficients):
        """How far the members' sum is away from zero, or more."""
        largest = max(sizes, default=0)
        most = largest * max(map(abs, coefficients), default=0)
        away = self.cp.new_int_var(0, most, "")
        members = total(zip(coefficients, place.members))
        self.cp.add(away >= members)
        self.cp.add(away >= -members)
        # Implied: heads are whole, so most sizes cannot meet a share exactly.
        values = sorted(set(coefficients))
        if len(values) <= 2:
            low, high = values[0], values[-1]
            least = lambda size: min(abs(low * (size - n) + high * n) for n in range(size + 1))
            self.cp.add(away >= total((least(size), chosen) for size, chosen in sizes.items()))
        return away

    def levels(self, place, labels, most):
        """For each label, literals: at least one member has it, at least two, up to `most`. The first
        is true if and only if it holds, the others only if it holds."""
        by_label = defaultdict(list)
        for candidate, label in enumerate(labels):
            if label is not None:
                by_label[label].append(candidate)
        for candidates in map(tuple, by_label.values()):
            levels = place.levels[candidates]
            members = [place.members[candidate] for candidate in candidates]
            while len(levels) < min(most, len(members)):
                levels.append(self.literal())
                self.cp.add(sum(levels) <= sum(members))
                if len(levels) == 1:
                    for member in members:
                        self.cp.add_implication(member, levels[0])
                else:
                    self.cp.add_implication(levels[-1], levels[-2])
            yield levels[:most]

    def add_Distinct(self, place, _sizes, labels, at_least, short):
        seen = sum(there for there, in self.levels(place, labels, 1))
        self.charge_excess(short, at_least * place.exists - seen, at_least)

    def add_Thin(self, place, _sizes, labels, at_least, cost):
        for there, *more in self.levels(place, labels, max(at_least, 1)):
            short = (at_least - 1) * there - sum(more)
            self.charge_excess(cost, short, at_least - 1)

    def add_Fragile(self, place, sizes, labels, at_least, cost):
        levels = list(self.levels(place, labels, 2))
        seen, most = sum(there for there, *_ in levels), min(len(levels), max(sizes, default=0))
        more, fewer, fragile = self.literal(), self.literal(), self.literal()
        self.cp.add(seen >= (at_least + 1) * more)
        self.cp.add(seen <= most - (most + 1 - at_least) * fewer)
        for there, *second in levels:
            self.cp.add_bool_or([~there, *second, more, fewer, fragile])
        self.charge(cost, fragile)

    def add_Unserved(self, place, _sizes, labels, serving, cost):
        served = [self.literal() for _ in serving]
        for literal, supervisors in zip(served, serving):
            serves = [serve for who in supervisors for _, serve in place.serving[who]]
            self.cp.add_bool_or([~literal, *serves])
        for label, member in zip(labels, place.members):
            if label is not None:
                self.charge_excess(cost, member - served[label], 1)

    def add_Together(self, place, _sizes, one, other, cost):
        with_other = 0 if other is None else place.members[other]
        self.charge_excess(cost, place.members[one] - with_other, 1)

    def add_Apart(self, place, _sizes, one, other, cost):
        self.charge_excess(cost, place.members[one] + place.members[other] - 1, 1)

    def add_SupervisorsAlike(self, place, _sizes, alike, cost):
        serving = [serve for supervisor in alike for serve in place.serving[supervisor]]
        self.charge_excess(cost, total(serving) - 1, len(alike) - 1)

    def add_SupervisorMissing(self, place, _sizes, supervisor, cost):
        self.charge_excess(cost, place.exists - total(place.serving[supervisor]), 1)

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
                for slot, at in enumerate(place.at):
                    uses["Slot", index, slot].append(at)
                for (slot, duty), serve in place.serves.items():
                    supervisor = group["slots"][slot]["duties"][duty]["supervisor"]
                    uses["Serve", index, supervisor].append(serve)
                    uses["ServeAt", index, slot, supervisor].append(serve)
        return uses
