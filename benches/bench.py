"""Measures instances of the benchmark, one program after another, and prints what came out.

bench.py                                       everything: about a day
bench.py --solver leerteam                     leerteam alone: some hours
bench.py --family diverse --size 28,56 --kind text5 --seed 1-3
bench.py --instance 'csplib046-*' --resume     what has no answer yet
bench.py --roster my.xlsx --limit 20           any roster
bench.py --quick                               a smoke run of minutes
bench.py --report                              no measuring: docs/benchmarks.md from what is kept

Answers are kept as JSON in target/bench, those of --quick in target/bench/quick. The other solvers take
part in the families pool, diverse, fixtures and published, in instances of the seeds of --peer-seed;
CP-SAT has --longer times as long too where leerteam has not proven its plan best."""

import argparse
import fnmatch
import sys
from pathlib import Path

import figures
import instances
import report
from runs import SOLVERS, Bench, Results, Run

PEER_FAMILIES = {"pool", "diverse", "fixtures", "published", "given"}
QUICK = ["pool-28-s1", "diverse-28-all-s1", "zwolle", "csplib046-01", "*-data2_5_6"]


def numbers(text):
    """A list of numbers and ranges: 1-3,5."""
    chosen = []
    for part in text.split(","):
        low, _, high = part.partition("-")
        chosen += range(int(low), int(high or low) + 1)
    return chosen


def words(text):
    return text.split(",")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--family", type=words, help="pool, diverse, large, fixtures, published")
    add("--instance", type=words, help="names, with * and ?")
    add("--size", type=numbers, help="numbers of people, such as 28,56")
    add("--kind", type=words, help=", ".join(["plain", *instances.KINDS]))
    add("--seed", type=numbers, help="seeds, such as 1-3,5")
    add("--solver", type=words, default=list(SOLVERS), help=", ".join(SOLVERS))
    add("--roster", nargs="+", type=Path, help="rosters of your own, in place of the families")
    add("--limit", type=int, help="seconds for every run, in place of its own limit")
    add("--peer-seed", type=numbers, default=[1], help="seeds the other solvers get [1]")
    add("--longer", type=int, default=10, help="times as long for CP-SAT; 0 is not at all [10]")
    add("--threads", type=int, default=2, help="for leerteam and CP-SAT [2]")
    add("--profile", default="release", help="of cargo; dev is to try the bench itself [release]")
    add("--resume", action="store_true", help="measure only what has no answer yet")
    add("--quick", action="store_true", help="few instances, short limits")
    add("--list", action="store_true", help="print the names of the instances chosen")
    add("--report", action="store_true", help="write docs/benchmarks.md, measure nothing")
    options = parser.parse_args()
    unknown = set(options.solver) - set(SOLVERS)
    if unknown:
        parser.error(f"unknown solver {', '.join(sorted(unknown))}: {', '.join(SOLVERS)}")
    rosters = options.roster or []
    absent = [str(file) for file in rosters if not file.exists()]
    if absent:
        parser.error(f"there is no {', '.join(absent)}")
    if len({file.stem for file in rosters}) < len(rosters):
        parser.error("two rosters have the same name; answers are kept by it")
    if options.quick:
        options.instance = options.instance or QUICK
        options.limit, options.longer = options.limit or 5, 0
    return parser, options


def chosen(options):
    """The instances that are asked for."""
    everything = instances.given(options.roster) if options.roster else instances.everything()
    matches = lambda one: any(fnmatch.fnmatch(one.name, part) for part in options.instance)
    return [
        one
        for one in everything
        if (not options.family or one.family in options.family)
        and (not options.instance or matches(one))
        and (not options.size or one.size in options.size)
        and (not options.kind or one.kind in options.kind)
        and (not options.seed or one.seed in options.seed)
    ]


def runs(options, results):
    """All runs, instance by instance: leerteam, the other solvers, and CP-SAT with more time where
    leerteam has not proven its plan best by then."""
    for instance in chosen(options):
        ours = Run(instance, "leerteam", options.limit or instance.limit)
        if "leerteam" in options.solver:
            yield ours
        has_peers = instance.family in PEER_FAMILIES
        if not has_peers or (instance.seed and instance.seed not in options.peer_seed):
            continue
        limit = options.limit or instances.PEER_LIMIT
        peers = [solver for solver in options.solver if solver != "leerteam"]
        yield from [Run(instance, solver, limit) for solver in peers]
        if options.longer and not figures.proven(results.answer(ours)):
            for solver in peers:
                if solver.startswith("cpsat"):
                    yield Run(instance, solver, options.longer * limit)


def main():
    parser, options = arguments()
    picked = chosen(options)
    if not picked:
        parser.error("no instance is as asked; --list prints names")
    if options.list:
        print("\n".join(instance.name for instance in picked))
        return
    folder = instances.ROOT / "target/bench"
    results = Results(folder / "quick" if options.quick else folder)
    if not options.report:
        bench = Bench(results, options.profile, options.threads, options.resume)
        for run in runs(options, results):
            print(f"bench: {run.name}", file=sys.stderr, flush=True)
            print(f"bench:   {report.line(bench.run(run))}", file=sys.stderr, flush=True)
        kept = results.all()
        names = {instance.name for instance in picked}
        print(report.instance_table([one for one in kept if one["instance"] in names], kept))
    elif not options.quick:
        report.write(results.all())
    known = {instance.name: instance for instance in [*instances.everything(), *picked]}
    wrong = list(figures.contradictions(results.all(), known))
    for line in wrong:
        print(f"bench: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
