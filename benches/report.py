"""What `bench.py --report` writes: the generated part of docs/benchmarks.md, a page with every instance
and every run of the other solvers, and plots."""

import importlib.metadata
import math
import statistics

import figures
import page
import plots
from instances import PEER_LIMIT, ROOT
from page import table
from runs import SOLVERS

TITLES = {
    "pool": "Pools",
    "diverse": "Pools of people who differ",
    "large": "Large rosters",
    "fixtures": "Fixtures",
    "published": "Published instances",
}
DOC = ROOT / "docs/benchmarks.md"
FOLDER = ROOT / "docs/benchmarks"
EVERY_RUN = "Each run of each solver is in [benchmarks/instances.md](benchmarks/instances.md)."


def write(answers):
    """Writes the generated parts; prose around them stays."""
    best = figures.best_known(answers)
    families = [family for family in TITLES if of_family(answers, family)]
    parts = [machine(answers), EVERY_RUN]
    parts += [section(family, of_family(answers, family), best) for family in families]
    FOLDER.mkdir(exist_ok=True)
    plots.write(FOLDER, answers, best)
    text = page.put(DOC.read_text(), "results", "\n\n".join(parts))
    DOC.write_text(text)
    (FOLDER / "instances.md").write_text(details(answers, families))


def of_family(answers, family):
    return [answer for answer in answers if answer["family"] == family]


def ours(answers):
    return [answer for answer in answers if answer["solver"] == "leerteam"]


def section(family, answers, best):
    """What a family came to: leerteam by group, then all solvers."""
    parts = [f"### {TITLES[family]}", summary(family, answers, best)]
    if family == "published":
        parts.append(verdicts(answers))
    if family in plots.OVER_TIME:
        parts.append(f"![Plans and bounds over time, {family}](benchmarks/{family}.svg)")
        parts.append(f"![How it grows with people, {family}](benchmarks/{family}-growth.svg)")
    if any(answer["solver"] != "leerteam" for answer in answers):
        parts.append(peers(answers, best))
    return "\n\n".join(part for part in parts if part)


def summary(family, answers, best):
    """Leerteam on each group of instances that differ by their seed: median / worst."""
    head = ["kind", "people"] if family in plots.OVER_TIME else ["instance", "people"]
    head += ["seeds", "slots", "classes", "first plan s", "within 2 % s", "needlessly broken"]
    head += [f"gap at {seconds} s" for seconds in figures.TIMES] + ["proven best"]
    groups = {}
    for answer in ours(answers):
        groups.setdefault(tuple(answer["group"]), []).append(answer)
    rows = []
    for (_, kind, of), group in sorted(groups.items(), key=order):
        done = [answer for answer in group if figures.usable(answer)]
        known = lambda answer: best[answer["instance"]]
        people = max((answer["people"] for answer in done), default="-")
        named = kind if family in plots.OVER_TIME else of
        row = [named, people, f"{len(done)} of {len(group)}"]
        row += [middle(done, "slots"), middle(done, "classes")]
        row.append(both(figures.spread([figures.first(one)[0] for one in done]), seconds))
        near = [figures.near_after(one, known(one)) for one in done]
        row.append(both(figures.spread(near), seconds))
        row.append(sum(one["best"]["broken"] > known(one)["broken"] for one in done))
        for at in figures.TIMES:
            row.append(both(figures.spread([figures.gap_at(one, at) for one in done]), percent))
        rows.append([*row, sum(map(figures.proven, done))])
    return table(head, rows) if rows else ""


def order(group):
    """By kind, then by size or name."""
    (family, kind, of), answers = group
    return (family, kind, answers[0].get("people", 0), str(of))


def middle(answers, name):
    """The median of a number that not every answer has."""
    values = [answer[name] for answer in answers if name in answer]
    return f"{statistics.median(values):,.0f}" if values else "-"


def verdicts(answers):
    """The question of each published instance, and whether leerteam answers it as published."""
    rows = []
    for answer in ours(answers):
        known = published(answer["instance"])
        if known is None or not figures.usable(answer):
            continue
        asked = "no plan published"
        if "feasible" in known:
            asked = "feasible" if known["feasible"] else "infeasible"
        elif "points" in known:
            asked = f"{known['points']} points"
        decided = lambda best, bound, known=known: figures.decided(known, best, bound)
        after = figures.seconds_to(answer, decided)
        rows.append(
            [
                answer["instance"],
                asked,
                score(answer["best"]),
                score(answer["bound"]),
                f"after {seconds(after)} s" if after < math.inf else "no",
            ]
        )
    return table(["instance", "published", "best plan", "bound", "decided"], rows)


def published(name):
    from instances import published as all_published

    return next((one.known for one in all_published() if one.name == name), None)


def peers(answers, best):
    """Each solver with each limit, over the instances that another solver than leerteam also ran;
    leerteam within the limit of the others."""
    shared = {answer["instance"] for answer in answers if answer["solver"] != "leerteam"}
    cut = [figures.cut(answer, PEER_LIMIT) for answer in ours(answers)]
    mine = {answer["instance"]: figures.rank(answer)[:2] for answer in cut}
    runs = {}
    for answer in cut + [answer for answer in answers if answer["solver"] != "leerteam"]:
        if answer["instance"] in shared:
            runs.setdefault((answer["solver"], answer["time_limit"]), []).append(answer)
    head = ["solver", "limit s", "instances", "without a plan", "better plan than leerteam"]
    head += ["needlessly broken", "points above best known", "gap"]
    rows = []
    for (solver, limit), of in sorted(runs.items(), key=lambda run: list(SOLVERS).index(run[0][0])):
        done = [answer for answer in of if figures.usable(answer)]
        known = lambda answer: best[answer["instance"]]
        even = [one for one in done if one["best"]["broken"] == known(one)["broken"]]
        above = [one["best"]["points"] / max(1, known(one)["points"]) - 1 for one in even]
        gaps = [figures.gap(answer.get("best"), answer.get("bound")) for answer in of]
        better = [one for one in done if figures.pair(one["best"]) < mine.get(one["instance"], ())]
        rows.append(
            [
                SOLVERS[solver].title,
                limit,
                len(of),
                len(of) - len(done),
                len(better),
                len(done) - len(even),
                both(figures.spread(above), percent),
                both(figures.spread(gaps), percent),
            ]
        )
    return table(head, rows)


def details(answers, families):
    """The page with everything, instance by instance."""
    written = "Written by `benches/bench.py --report`; see [benchmarks.md](../benchmarks.md)."
    parts = ["# Benchmarks: every instance", written]
    for family in families:
        parts += [f"## {TITLES[family]}", instance_table(of_family(answers, family), answers)]
    return "\n\n".join(parts) + "\n"


def instance_table(answers, everything):
    """Each run of some answers, held against the best plan of everything."""
    best = figures.best_known(everything)
    head = ["instance", "solver", "limit s", "first plan s", "first score", "best score", "after s"]
    head += ["within 2 % s", "bound"] + [f"gap at {seconds} s" for seconds in figures.TIMES]
    head += ["gap", "total s", "MiB", "ended"]
    by_run = lambda one: (one["instance"], list(SOLVERS).index(one["solver"]), one["time_limit"])
    rows = []
    for answer in sorted(answers, key=by_run):
        row = [answer["instance"], SOLVERS[answer["solver"]].title, answer["time_limit"]]
        if not figures.usable(answer):
            why = "not a plan" if answer.get("breach") else answer.get("failure", "no plan")
            row += [why] + ["-"] * (len(head) - 4)
        else:
            at, cost = figures.first(answer)
            row += [seconds(at), score(cost), score(answer["best"])]
            row.append(seconds(figures.best_after(answer)))
            row.append(seconds(figures.near_after(answer, best[answer["instance"]])))
            row.append(score(answer["bound"]))
            # Other solvers do not say how their bound grew.
            has_bounds = answer["solver"] == "leerteam"
            for time in figures.TIMES:
                row.append(percent(figures.gap_at(answer, time) if has_bounds else None))
            row += [percent(figures.gap(answer["best"], answer["bound"]))]
            row.append(seconds(answer["seconds"]))
            row += [answer.get("peak_mib", "-"), answer.get("ended", "-")]
        rows.append(row)
    return table(head, rows)


def line(answer):
    """An answer in a few words, for who watches."""
    if not figures.usable(answer):
        return answer.get("failure") or answer.get("breach") or "no plan"
    gap = percent(figures.gap(answer["best"], answer["bound"]))
    after, total = seconds(figures.best_after(answer)), seconds(answer["seconds"])
    bound = score(answer["bound"])
    return f"{score(answer['best'])} after {after} s, bound {bound}, gap {gap}, {total} s"


def machine(answers):
    """What the figures depend on; more than one engine if they were measured with more than one."""
    engines = sorted({answer["engine"] for answer in ours(answers)})
    rows = [
        *page.machine(ROOT),
        ("OR-Tools", version("ortools")),
        ("Timefold", version("timefold")),
        ("threads", ", ".join(sorted({str(answer["threads"]) for answer in ours(answers)}))),
        ("leerteam at commit", ", ".join(engines)),
    ]
    return table(["", ""], rows)


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def score(cost):
    """Broken requirements and points."""
    return f"{cost['broken']} / {cost['points']:,}"


def both(spread, written):
    """Median / worst, or the only value."""
    return " / ".join(map(written, spread)) if spread else "-"


def percent(part):
    return "-" if part is None else f"{100 * part:.2f} %"


def seconds(time):
    if time == math.inf:
        return "-"
    return f"{time:.2f}" if time < 10 else f"{time:.0f}"
