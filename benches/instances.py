"""The instances of the benchmark, in families: pools made from seeds, fixtures, and published ones."""

import json
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT / "benches/published"

SIZES = [28, 56, 112, 224, 448]
POOL_SEEDS = range(1, 11)
DIVERSE_SEEDS = range(1, 6)
# How people of a pool differ: options of `leerteam example pool`.
KINDS = {
    "text5": ["--text-values", "5"],
    "numbers": ["--numbers"],
    "wishes30": ["--wishes", "0.3"],
    "pairs20": ["--required-pairs", "0.2"],
    "fields": ["--own-fields"],
    "environments3": ["--environments", "3"],
}
KINDS["all"] = [option for options in KINDS.values() for option in options]
LARGE_POOLS = [1000, 10_000]
# Regions and the people in them together.
REGIONS = (200, 100_000)
FIXTURES = (
    ["zwolle", "wijk", "professionals", "keuzedeel", "utrecht", "isop", "noa", "event", "lwwl", "topclass", "regions"]
)
# The other solvers take part, with this limit, in the families that say so.
PEER_LIMIT = 60


@dataclass(frozen=True)
class Instance:
    """A roster, and how long leerteam gets for it."""

    name: str
    family: str
    # Options of `leerteam example` that make it, or the file that has it.
    made: tuple = ()
    file: Path | None = None
    # Without the attributes that its rules are set to.
    default_attributes: bool = False
    limit: int = 60
    # At which leerteam stops.
    gap: float = 0.0
    size: int | None = None
    kind: str = ""
    seed: int | None = None
    # What is known of its best plan: feasible or not, or its points.
    known: dict = field(default_factory=dict, hash=False)

    @property
    def group(self):
        """What differs from it by the seed only."""
        return (self.family, self.kind, self.size if self.seed else self.name)


def everything():
    """All instances, family by family."""
    return [*pools(), *diverse(), *large(), *fixtures(), *published()]


def pools():
    for size in SIZES:
        for seed in POOL_SEEDS:
            yield pool("pool", f"pool-{size}-s{seed}", size, seed)


def diverse():
    for kind in KINDS:
        for size in SIZES:
            for seed in DIVERSE_SEEDS:
                yield pool("diverse", f"diverse-{size}-{kind}-s{seed}", size, seed, kind)


def pool(family, name, size, seed, kind="plain"):
    made = ("pool", "--students", str(size), "--seed", str(seed), *KINDS.get(kind, []))
    limit = 60 if size <= 112 else 120
    return Instance(name, family, made, limit=limit, size=size, kind=kind, seed=seed)


def large():
    for size in LARGE_POOLS:
        made = ("pool", "--students", str(size))
        yield Instance(f"pool-{size}", "large", made, limit=120, size=size)
    regions, people = REGIONS
    made = ("regions", "--regions", str(regions), "--students", str(people))
    yield Instance(f"regions-{people}", "large", made, limit=1200, gap=0.01, size=people)


def fixtures():
    """Each as it is; and, where its rules are set to some attributes, with the default ones too."""
    for name in FIXTURES:
        file = ROOT / "fixtures" / name / "roster.json"
        yield Instance(name, "fixtures", file=file)
        roster = json.loads(file.read_text())
        if without_attributes(roster) != roster:
            yield Instance(f"{name}-defaults", "fixtures", file=file, default_attributes=True)


def published():
    for name, known in json.loads((PUBLISHED / "known.json").read_text()).items():
        kind = "csplib046" if "feasible" in known else "team-assignment"
        file = PUBLISHED / f"{name}.json"
        yield Instance(name, "published", file=file, kind=kind, known=known)


def given(files):
    """Rosters in files of the caller's, named so that none is taken for another instance."""
    return [Instance(f"given-{file.stem}", "given", file=file.resolve()) for file in files]


def without_attributes(roster):
    """The roster with the default attributes for all rules; other settings stay."""

    def settings(of):
        without = lambda one: {name: one[name] for name in one if name != "attributes"}
        rest = map(without, of.get("rules", []))
        # Nothing is set by an id alone.
        kept = [one for one in rest if one.keys() != {"ruleId"}]
        other = {name: value for name, value in of.items() if name != "rules"}
        return {**other, **({"rules": kept} if kept else {})}

    environments = [settings(one) for one in roster["environments"]]
    return {**settings(roster), "environments": environments}
