"""What `make bench` writes: the generated parts of docs/benchmarks.md, and its plots."""

import importlib.metadata
import math
from dataclasses import dataclass

import matplotlib
import page
from page import table

matplotlib.use("svg")
import matplotlib.pyplot as pyplot  # noqa: E402

GAPS = [0.05, 0.01, 0.005, 0.0]
# The work, and the seconds within which it should have a first plan.
FIRST_PLAN = ("pool-10000", 2.0)
# Gaps below this are drawn as this, since the axis is logarithmic.
SMALLEST = 1e-4


@dataclass(frozen=True)
class Peer:
    """Another solver: how it is called in the report, and how it is run."""

    title: str
    command: tuple = ()


PEERS = {
    "cpsat-teams": Peer("CP-SAT, by team", ("cpsat.py", "--formulation", "teams")),
    "cpsat-seats": Peer("CP-SAT, by team and slot", ("cpsat.py", "--formulation", "seats")),
    "compact": Peer("HiGHS, compact program"),
    "timefold": Peer("Timefold", ("timefold_peer.py",)),
}


def gap(best, bound):
    """As `Cost::gap`; without a plan all is open."""
    if best is None or bound is None or best["broken"] > bound["broken"]:
        return 1.0
    above = max(0, best["points"] - bound["points"])
    return above / best["points"] if above else 0.0


def pair(cost):
    return (cost["broken"], cost["points"])


def rank(answer):
    """Less for the better answer: by its plan, and then by what it proves."""
    if not answer.get("best"):
        return (math.inf,)
    broken, points = pair(answer["bound"])
    return (*pair(answer["best"]), -broken, -points)


def contradictions(answers):
    """Bounds that a plan is below, and plans that the solver itself scores otherwise: an error in one of
    the programs."""
    plans = [answer for answer in answers if answer["best"] and not answer.get("breach")]
    wrong = []
    for plan in plans:
        for other in answers:
            bound = other.get("bound")
            if bound and other["work"] == plan["work"] and pair(plan["best"]) < pair(bound):
                wrong.append(
                    f"{plan['work']}: the plan of {plan['solver']} {pair(plan['best'])} is below the "
                    f"bound of {other['solver']} {pair(bound)}"
                )
        own = plan.get("objective")
        if own and own != plan["best"]:
            wrong.append(
                f"{plan['work']}: {plan['solver']} scores its plan {pair(own)}, and the checker "
                f"{pair(plan['best'])}"
            )
    for answer in answers:
        if answer.get("breach"):
            wrong.append(f"{answer['work']}: {answer['solver']} breaks a rule: {answer['breach']}")
    return wrong


def write(root, docs, answers):
    """Writes the generated parts anew, between their markers; prose around them stays."""
    text = (root / "docs/benchmarks.md").read_text()
    parts = {"machine": machine(root), "works": works(answers), "peers": peers(answers)}
    for name, part in parts.items():
        text = page.put(text, name, part)
    (docs / "benchmarks").mkdir(parents=True, exist_ok=True)
    (docs / "benchmarks.md").write_text(text)
    # Texts as texts, and the same file from the same figures.
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "leerteam"})
    plot_works(answers, docs / "benchmarks/gap.svg")
    plot_peers(answers, docs / "benchmarks/peers.svg")


def machine(root):
    rows = [
        *page.machine(root),
        ("OR-Tools", version("ortools")),
        ("Timefold", version("timefold")),
    ]
    return table(["", ""], rows)


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def works(answers):
    head = ["work", "people", "limit s", "first plan s", "first score"]
    head += [f"gap {100 * goal:g} % s" for goal in GAPS]
    head += ["final score", "bound", "gap", "total s", "columns", "peak MiB"]
    rows = []
    for answer in answers:
        if answer["solver"] != "whole":
            continue
        if "failure" in answer:
            rows.append([answer["work"], *["no answer"] * (len(head) - 1)])
            continue
        reached = [seconds(at) for _, at in answer["gap_seconds"]]
        rows.append(
            [answer["work"], f"{answer['people']:,}", answer["time_limit"]]
            + [seconds(answer["first_seconds"]), score(answer["first"]), *reached]
            + [score(answer["best"]), score(answer["bound"]), percent(answer["gap"])]
            + [seconds(answer["seconds"]), f"{answer['columns']:,}", answer["peak_mib"]]
        )
    return "\n".join([table(head, rows), *first_plan(answers)])


def first_plan(answers):
    """Whether the goal for the first plan is reached."""
    work, goal = FIRST_PLAN
    for answer in answers:
        if answer["solver"] == "whole" and answer["work"] == work and "failure" not in answer:
            reached = "reached" if answer["first_seconds"] <= goal else "missed"
            yield f"\nThe goal of a first plan of `{work}` within {goal:g} s is {reached}."


def peers(answers):
    head = ["work", "solver", "limit s", "best score", "bound", "gap", "best after s", "total s"]
    rows = []
    for answer in compared(answers):
        row = [answer["work"], title(answer["solver"]), answer["time_limit"]]
        if "failure" in answer:
            row += ["no answer", "-", "-", "-"]
        elif answer["best"] is None:
            row += ["no plan", score(answer["bound"]), percent(1.0), "-"]
        elif answer.get("breach"):
            row += ["not a plan", "-", "-", "-"]
        else:
            trace = answer.get("trace")
            # The trace of leerteam has steps of the bound too.
            bests = [step[1] for step in trace] if trace else []
            last = trace[bests.index(bests[-1])][0] if trace else None
            row += [score(answer["best"]), score(answer["bound"])]
            row += [percent(gap(answer["best"], answer["bound"])), seconds(last)]
        rows.append([*row, seconds(answer.get("seconds"))])
    return table(head, rows)


def compared(answers):
    return [answer for answer in answers if answer["solver"] != "whole"]


def title(solver):
    return PEERS[solver].title if solver in PEERS else "leerteam"


def score(cost):
    """Broken requirements and points."""
    return f"{cost['broken']} / {cost['points']:,}"


def percent(part):
    return f"{100 * part:.2f} %"


def seconds(number):
    if number is None:
        return "-"
    return f"{number:.2f}" if number < 10 else f"{number:.0f}"


def plot_works(answers, file):
    """How the gap closes, by work."""
    figure, axes = pyplot.subplots(figsize=(8, 4.5))
    for answer in answers:
        if answer["solver"] == "whole" and answer.get("trace"):
            steps = [(at, gap(best, bound)) for at, best, bound in answer["trace"]]
            steps.append((answer["seconds"], answer["gap"]))
            times, gaps = zip(*steps)
            gaps = [100 * max(SMALLEST, part) for part in gaps]
            axes.step(times, gaps, where="post", label=answer["work"])
    axes.set(xscale="log", yscale="log", xlabel="seconds", ylabel="gap in % (0 drawn as 0.01)")
    axes.set_title("leerteam: proven gap over time")
    finish(figure, axes, file)


def plot_peers(answers, file):
    """What each solver proves itself, and how far its plan is above the best bound of all."""
    figure, (own, best) = pyplot.subplots(1, 2, figsize=(10, 4.5), sharey=True)
    pools = [answer for answer in compared(answers) if answer["work"].startswith("pool-")]
    bounds = {}
    for answer in pools:
        bound = answer.get("bound")
        if bound and pair(bound) > pair(bounds.get(answer["work"], {"broken": -1, "points": 0})):
            bounds[answer["work"]] = bound
    lines = sorted({(answer["time_limit"], answer["solver"]) for answer in pools})
    for limit, solver in lines:
        of = [a for a in pools if (a["time_limit"], a["solver"]) == (limit, solver)]
        sizes = [int(answer["work"].removeprefix("pool-")) for answer in of]
        for axes, bound_of in [(own, lambda a: a.get("bound")), (best, lambda a: bounds[a["work"]])]:
            gaps = [100 * max(SMALLEST, gap(a["best"], bound_of(a))) for a in of]
            axes.plot(sizes, gaps, marker="o", label=f"{title(solver)}, {limit} s")
    own.set(xscale="log", yscale="log", xlabel="people", ylabel="gap in % (0 drawn as 0.01)")
    own.set_title("to the solver's own bound")
    best.set(xscale="log", xlabel="people")
    best.set_title("to the best bound of all")
    for axes in (own, best):
        ticks = sorted({int(answer["work"].removeprefix("pool-")) for answer in pools})
        axes.set_xticks(ticks, [str(tick) for tick in ticks])
        axes.minorticks_off()
    finish(figure, own, file)


def finish(figure, axes, file):
    axes.legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)
