"""Plots of plans and bounds over time, and of how times and gaps grow with the number of people."""

import math
import statistics

import figures
import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as pyplot

# The families of which sizes, kinds and seeds are compared.
OVER_TIME = ("pool", "diverse")
# Seconds at which plans and bounds are drawn, even on a logarithmic axis.
GRID = [10 ** (step / 20) for step in range(-20, 43)]
# Percents of the best known plan that are drawn.
LOWEST, HIGHEST = 85, 115


def write(folder, answers, best):
    # Texts as texts, and the same file from the same figures.
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "leerteam"})
    for family in OVER_TIME:
        groups = {}
        for answer in answers:
            mine = answer["family"] == family and answer["solver"] == "leerteam"
            if mine and figures.usable(answer):
                _, kind, size = answer["group"]
                groups.setdefault((kind, size), []).append(answer)
        if groups:
            over_time(groups, best, folder / f"{family}.svg")
            growth(groups, best, folder / f"{family}-growth.svg")


def over_time(groups, best, file):
    """For each size the plan and the bound of each kind, as percents of the best known plan: the median
    over the seeds, each from when more than half of them have one."""
    sizes = sorted({size for _, size in groups})
    figure, panels = pyplot.subplots(
        1, len(sizes), figsize=(3.2 * len(sizes) + 1, 4), sharey=True, squeeze=False
    )
    for axes, size in zip(panels[0], sizes):
        for color, kind in enumerate(sorted({kind for kind, _ in groups})):
            of = groups.get((kind, size), [])
            for part, style in [(0, "-"), (1, "--")]:
                middle = [median([level(one, best, at, part) for one in of]) for at in GRID]
                label = kind if part == 0 else None
                axes.plot(GRID, middle, style, color=f"C{color}", label=label, linewidth=1)
        axes.set(xscale="log", title=f"{size} people", xlabel="seconds")
        axes.set_ylim(LOWEST, HIGHEST)
    panels[0][0].set_ylabel("% of the best known plan: — plan, - - bound")
    finish(figure, panels[0][-1], file)


def level(answer, best, seconds, part):
    """The plan (0) or the bound (1) in percents of the best known plan; none while it differs from that
    in broken requirements, which no percentage can show."""
    known = best[answer["instance"]]
    state = figures.state(answer, seconds)
    cost = state and state[part]
    if cost is None or cost["broken"] != known["broken"] or not known["points"]:
        return None
    return 100 * cost["points"] / known["points"]


def median(values):
    there = [value for value in values if value is not None]
    return statistics.median(there) if 2 * len(there) > len(values) else math.nan


def growth(groups, best, file):
    """Seconds to a plan within 2 % of the best known, and the gap at the end, by people: the median, and
    the worst as a thin line."""
    figure, (near, gap) = pyplot.subplots(1, 2, figsize=(10, 4.5))
    after = lambda answer: figures.near_after(answer, best[answer["instance"]])
    at_end = lambda answer: 100 * figures.gap(answer["best"], answer["bound"])
    for color, kind in enumerate(sorted({kind for kind, _ in groups})):
        sizes = sorted(size for of, size in groups if of == kind)
        for axes, measured in [(near, after), (gap, at_end)]:
            spreads = [figures.spread(list(map(measured, groups[kind, size]))) for size in sizes]
            for which, width in [(0, 1.5), (-1, 0.5)]:
                values = [spread[which] for spread in spreads]
                drawn = [value if value < math.inf else math.nan for value in values]
                label = kind if which == 0 else None
                style = {"color": f"C{color}", "linewidth": width, "markersize": 3}
                axes.plot(sizes, drawn, "o-", label=label, **style)
    ticks = sorted({size for _, size in groups})
    for axes, title in [(near, "seconds to a plan within 2 %"), (gap, "gap at the end in %")]:
        axes.set(xscale="log", xlabel="people", title=title)
        axes.set_xticks(ticks, [str(tick) for tick in ticks])
        axes.minorticks_off()
    near.set_yscale("log")
    gap.set_yscale("symlog", linthresh=0.01)
    finish(figure, near, file)


def finish(figure, axes, file):
    axes.legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)
