"""What is read off an answer: costs, gaps, and where a search was after so many seconds.

A cost is broken requirements and points, compared in that order. An answer has the best plan's cost as
`best` (none without a plan), the proven `bound`, and a `trace` of (seconds, best, bound) steps; those of
other solvers have no bound."""

import math
import statistics

TIMES = [5, 10, 20, 60, 120]
# A plan within this of the best known is near enough for anybody.
NEAR = 0.02


def pair(cost):
    return (cost["broken"], cost["points"])


def gap(best, bound):
    """As `Cost::gap`; without a plan all is open."""
    if best is None or bound is None or best["broken"] > bound["broken"]:
        return 1.0
    above = max(0, best["points"] - bound["points"])
    return above / best["points"] if above else 0.0


def usable(answer):
    """Whether there is a plan that is one."""
    return bool(answer.get("best")) and not answer.get("breach")


def rank(answer):
    """Less for the better answer: by its plan, and then by what it proves."""
    if not usable(answer):
        return (math.inf,)
    broken, points = pair(answer["bound"])
    return (*pair(answer["best"]), -broken, -points)


def proven(answer):
    """Whether no plan can be better, however long another solver looks."""
    return usable(answer) and pair(answer["best"]) == pair(answer["bound"])


def steps(answer):
    """The trace with the end as its last step, as (seconds, best, bound or none)."""
    trace = [(*step, None)[:3] for step in answer.get("trace", [])]
    end = [(answer["seconds"], answer["best"], answer.get("bound"))] if usable(answer) else []
    return trace + end


def state(answer, seconds):
    """Best and bound after so many seconds: none if there was no plan yet, or if the search was over
    by then without a proof."""
    if seconds > answer["time_limit"] and not proven(answer):
        return None
    before = [step for step in steps(answer) if step[0] <= seconds]
    return before[-1][1:] if before else None


def cut(answer, limit):
    """The answer as it would be with a lower limit."""
    if not usable(answer) or answer["time_limit"] <= limit:
        return answer
    best, bound = state(answer, limit) or (None, None)
    return {**answer, "best": best, "bound": bound, "time_limit": limit}


def gap_at(answer, seconds):
    """The gap after so many seconds; none if the search was over by then without a proof."""
    if seconds > answer["time_limit"] and not proven(answer):
        return None
    known = state(answer, seconds)
    return gap(*known) if known else 1.0


def is_near(cost, best_known):
    return cost["broken"] <= best_known["broken"] and (
        cost["broken"] < best_known["broken"] or cost["points"] <= (1 + NEAR) * best_known["points"]
    )


def first(answer):
    """When the first plan was there, and what it cost."""
    return next(((at, best) for at, best, _ in steps(answer)), (math.inf, None))


def seconds_to(answer, reached):
    """When a step first was as asked, given its best and bound; infinite if never."""
    times = (at for at, best, bound in steps(answer) if reached(best, bound))
    return next(times, math.inf)


def near_after(answer, best_known):
    return seconds_to(answer, lambda best, _: is_near(best, best_known))


def best_after(answer):
    return seconds_to(answer, lambda best, _: best == answer["best"])


def best_known(answers):
    """For each instance the cost of the best plan that anybody found."""
    known = {}
    for answer in filter(usable, answers):
        name = answer["instance"]
        if name not in known or pair(answer["best"]) < pair(known[name]):
            known[name] = answer["best"]
    return known


def decided(known, best, bound):
    """Whether the published question is answered: can it be done, or how many points does it take."""
    if "feasible" in known:
        return best["broken"] == 0 or (bound is not None and bound["broken"] > 0)
    return bound is not None and pair(best) == pair(bound)


def spread(values):
    """Median and worst, or the only value; infinite for what was never reached, none if nothing is
    there."""
    values = [value for value in values if value is not None]
    if len(values) < 2:
        return tuple(values) or None
    return (statistics.median(values), max(values))


def sizes(problem):
    """How large a problem is: people, slots of all groups, and classes of people who are alike in
    everything that teams are composed by, whatever their timetable."""
    classes = set()
    for at, group in enumerate(problem["groups"]):
        lists, alone = [], set()
        for term in group["terms"]:
            ((_, of),) = term.items()
            lists += [of[name] for name in ("labels", "coefficients") if name in of]
            alone |= {of["one"], of["other"]} if "one" in of else set()
        for candidate in range(len(group["candidates"])):
            own = candidate if candidate in alone else None
            classes.add((at, own, *(values[candidate] for values in lists)))
    return {
        "slots": sum(len(group["slots"]) for group in problem["groups"]),
        "classes": len(classes),
    }


def contradictions(answers, instances):
    """Plans below a bound, plans that break a rule or that the solver itself scores otherwise, and
    answers against what is published: an error in one of the programs."""
    best = best_known(answers)
    for answer in answers:
        name, solver = answer["instance"], answer["solver"]
        bound, own = answer.get("bound"), answer.get("objective")
        if answer.get("breach"):
            yield f"{name}: {solver} breaks a rule: {answer['breach']}"
        elif own and own != answer["best"]:
            checked = pair(answer["best"])
            yield f"{name}: {solver} scores its plan {pair(own)}, and the checker {checked}"
        if bound and name in best and pair(best[name]) < pair(bound):
            yield f"{name}: the bound of {solver} {pair(bound)} is above a plan {pair(best[name])}"
        known = instances[name].known if name in instances else {}
        if known.get("feasible") is False and usable(answer) and answer["best"]["broken"] == 0:
            yield f"{name}: {solver} has a plan without broken requirements, and none is possible"
        if known.get("feasible") and bound and bound["broken"] > 0:
            yield f"{name}: {solver} proves it infeasible, and it is feasible"
        if "points" in known and bound and pair(bound) > (0, known["points"]):
            yield f"{name}: the bound of {solver} is above the {known['points']} points published"
