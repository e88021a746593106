"""What Timefold decides, and the whole objective as an incremental calculator.

Timefold translates these classes to Java bytecode, so they keep to plain classes, lists and numbers.
A team exists if it has members; its size, supervisors and slot are judged only then. Costs are lists
of hard (what makes it no solution), broken requirements and points."""

from typing import Annotated

from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import HardMediumSoftScore, IncrementalScoreCalculator


@planning_entity
class Team:
    """A possible team."""

    id: Annotated[str, PlanningId]
    slots: Annotated[list[int], ValueRangeProvider(id="slots")]
    slot: Annotated[int | None, PlanningVariable(value_range_provider_refs=["slots"])]

    def __init__(self, id, index, group, slots):
        self.id = id
        self.index = index
        self.group = group
        self.slots = slots
        self.slot = None


@planning_entity
class Person:
    """Somebody who may join a team, by the team's index."""

    id: Annotated[str, PlanningId]
    teams: Annotated[list[int], ValueRangeProvider(id="teams")]
    team: Annotated[
        int | None,
        PlanningVariable(allows_unassigned=True, value_range_provider_refs=["teams"]),
    ]

    def __init__(self, id, index, teams, team):
        self.id = id
        self.index = index
        self.teams = teams
        self.team = team


@planning_entity
class Seat:
    """A place for a supervisor on one side of a team."""

    id: Annotated[str, PlanningId]
    supervisors: Annotated[list[int], ValueRangeProvider(id="supervisors")]
    supervisor: Annotated[
        int | None,
        PlanningVariable(allows_unassigned=True, value_range_provider_refs=["supervisors"]),
    ]

    def __init__(self, id, team, side, supervisors):
        self.id = id
        self.team = team
        self.side = side
        self.supervisors = supervisors
        self.supervisor = None


@planning_solution
class Plan:
    """Everything; `problem` holds its numbers."""

    problem: Annotated[object, ProblemFactProperty]
    teams: Annotated[list[Team], PlanningEntityCollectionProperty]
    people: Annotated[list[Person], PlanningEntityCollectionProperty]
    seats: Annotated[list[Seat], PlanningEntityCollectionProperty]
    score: Annotated[HardMediumSoftScore, PlanningScore]

    def __init__(self, problem, teams, people, seats):
        self.problem = problem
        self.teams = teams
        self.people = people
        self.seats = seats
        self.score = None


class Calculator(IncrementalScoreCalculator):
    """Keeps the cost of each team and the sum of each row; evaluates changed teams again."""

    def reset_working_solution(self, solution):
        self.problem = solution.problem
        self.teams = [team for team in solution.teams]
        self.members = [[] for _ in self.teams]
        self.seats = [[] for _ in self.teams]
        for seat in solution.seats:
            self.seats[seat.team].append(seat)
        self.costs = [[0, 0, 0] for _ in self.teams]
        self.counts = [[] for _ in self.teams]
        self.total = [0, 0, 0]
        for cost in self.problem.unplaced:
            self.add(cost, 1)
        self.sums = [0 for _ in self.problem.limits]
        for row in range(len(self.sums)):
            self.charge_row(row, 1)
        self.changed = [index for index in range(len(self.teams))]
        for person in solution.people:
            self.join(person)

    def after_entity_added(self, entity):
        pass

    def after_entity_removed(self, entity):
        pass

    def before_entity_added(self, entity):
        pass

    def before_entity_removed(self, entity):
        pass

    def before_variable_changed(self, entity, variable_name):
        if isinstance(entity, Person):
            if entity.team is not None:
                self.add(self.problem.unplaced[entity.index], 1)
                self.members[entity.team].remove(entity.index)
                self.touch(entity.team)

    def after_variable_changed(self, entity, variable_name):
        if isinstance(entity, Person):
            self.join(entity)
        elif isinstance(entity, Team):
            self.touch(entity.index)
        else:
            self.touch(entity.team)

    def join(self, person):
        if person.team is not None:
            self.add(self.problem.unplaced[person.index], -1)
            self.members[person.team].append(person.index)
            self.touch(person.team)

    def touch(self, team):
        if team not in self.changed:
            self.changed.append(team)

    def add(self, cost, times):
        charge(self.total, cost, times)

    def charge_row(self, row, times):
        over = self.sums[row] - self.problem.limits[row]
        if over > 0:
            charge(self.total, self.problem.over[row], times * over)

    def count(self, uses, times):
        for use in uses:
            row = use[0]
            self.charge_row(row, -1)
            self.sums[row] += times * use[1]
            self.charge_row(row, 1)

    def calculate_score(self):
        for index in self.changed:
            self.add(self.costs[index], -1)
            self.count(self.counts[index], -1)
            self.judge(index)
            self.add(self.costs[index], 1)
            self.count(self.counts[index], 1)
        self.changed = []
        return HardMediumSoftScore.of(-self.total[0], -self.total[1], -self.total[2])

    def judge(self, index):
        """Evaluates what the team costs and what it counts for."""
        cost = [0, 0, 0]
        counts = []
        self.costs[index] = cost
        self.counts[index] = counts
        team = self.teams[index]
        people = self.members[index]
        if len(people) == 0 or team.slot is None:
            for person in people:
                charge(cost, self.problem.unplaced[person], 1)
            return
        group = self.problem.groups[team.group]
        slot = group.slots[team.slot]
        members = [group.candidates[person] for person in people]
        charge(cost, group.sizes[len(members)], 1)
        for candidate in members:
            charge(cost, slot.members[candidate], 1)
        counts.extend(group.team_rows)
        counts.extend(slot.rows)
        serving = []
        sides = [0 for _ in group.needs]
        for seat in self.seats[index]:
            supervisor = seat.supervisor
            if supervisor is not None:
                duties = slot.duties[seat.side]
                if supervisor in serving or supervisor not in duties:
                    cost[0] += 1
                else:
                    serving.append(supervisor)
                    sides[seat.side] += 1
                    charge(cost, duties[supervisor], 1)
                    if supervisor in group.serve_rows:
                        counts.extend(group.serve_rows[supervisor])
                    if supervisor in slot.serve_rows:
                        counts.extend(slot.serve_rows[supervisor])
        for side in range(len(sides)):
            need = group.needs[side]
            if sides[side] < need[0]:
                charge(cost, need[1], need[0] - sides[side])
        if slot.capacity >= 0 and len(members) + len(serving) > slot.capacity:
            cost[0] += len(members) + len(serving) - slot.capacity
        for sums in slot.quorums:
            if total(sums, members) < 0:
                charge(cost, slot.quorum_broken, 1)
                break
        for term in group.terms:
            charge(cost, term.cost, amount(term, members, serving))


def charge(cost, unit, times):
    if times != 0:
        cost[0] += times * unit[0]
        cost[1] += times * unit[1]
        cost[2] += times * unit[2]


def total(numbers, members):
    result = 0
    for candidate in members:
        result += numbers[candidate]
    return result


def heads(labels, members):
    """How many members have each label, of the labels that are there."""
    by_label = {}
    for candidate in members:
        label = labels[candidate]
        if label >= 0:
            by_label[label] = by_label.get(label, 0) + 1
    return by_label


def meet(some, others):
    for one in others:
        if one in some:
            return True
    return False


def amount(term, members, serving):
    """How often a term costs its unit. All in one function is too long for Java to compile."""
    kind = term.kind
    if kind == "Deviation":
        return abs(total(term.numbers, members))
    if kind == "Distinct":
        return max(0, term.least - len(heads(term.numbers, members)))
    if kind == "Thin":
        return thin(term, members)
    if kind == "Fragile":
        return fragile(term, members)
    if kind == "Unserved":
        return unserved(term, members, serving)
    if kind == "Together":
        return 1 if term.one in members and term.other not in members else 0
    if kind == "Apart":
        return 1 if term.one in members and term.other in members else 0
    if kind == "SupervisorsAlike":
        return max(0, common(term.numbers, serving) - 1)
    return 0 if term.one in serving else 1


def thin(term, members):
    short = 0
    for number in heads(term.numbers, members).values():
        short += max(0, term.least - number)
    return short


def fragile(term, members):
    by_label = heads(term.numbers, members)
    return 1 if len(by_label) == term.least and 1 in by_label.values() else 0


def unserved(term, members, serving):
    result = 0
    for label, number in heads(term.numbers, members).items():
        if common(term.serving[label], serving) == 0:
            result += number
    return result


def common(some, others):
    """How many of the others are among some."""
    result = 0
    for one in others:
        if one in some:
            result += 1
    return result
