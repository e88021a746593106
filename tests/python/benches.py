"""Tests what the benchmark reads off answers, and its list of instances: python benches.py LEERTEAM

LEERTEAM is the program. Nothing is measured.
"""

import json
import math
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benches"))

import figures  # noqa: E402
import instances  # noqa: E402

LEERTEAM = sys.argv.pop(1)


def cost(broken, points):
    return {"broken": broken, "points": points}


def answer(trace, best, bound, **more):
    usual = {"instance": "pool-28-s1", "solver": "leerteam", "time_limit": 60, "seconds": 60}
    return {**usual, "trace": trace, "best": best, "bound": bound, **more}


SEARCH = answer(
    [
        [0.1, cost(2, 90), cost(0, 0)],
        [1.0, cost(0, 130), cost(0, 50)],
        [8.0, cost(0, 101), cost(0, 80)],
        [40.0, cost(0, 100), cost(0, 90)],
    ],
    cost(0, 100),
    cost(0, 95),
)


class Figures(unittest.TestCase):
    def test_gap_is_open_while_fewer_requirements_could_be_broken(self):
        self.assertEqual(figures.gap(cost(1, 10), cost(0, 10)), 1.0)
        self.assertEqual(figures.gap(cost(1, 10), cost(1, 5)), 0.5)
        self.assertEqual(figures.gap(cost(0, 0), cost(0, 0)), 0.0)
        self.assertEqual(figures.gap(None, cost(0, 0)), 1.0)

    def test_gap_over_time(self):
        self.assertEqual(figures.gap_at(SEARCH, 0.05), 1.0)
        self.assertEqual(figures.gap_at(SEARCH, 0.5), 1.0)
        self.assertAlmostEqual(figures.gap_at(SEARCH, 5), 80 / 130)
        self.assertAlmostEqual(figures.gap_at(SEARCH, 60), 0.05)
        self.assertIsNone(figures.gap_at(SEARCH, 120), "it was over by then")

    def test_a_proof_holds_after_the_limit(self):
        proven = answer([[1.0, cost(0, 9), cost(0, 0)]], cost(0, 9), cost(0, 9), seconds=2)
        self.assertEqual(figures.gap_at(proven, 120), 0.0)

    def test_a_plan_is_near_with_as_few_broken_requirements_only(self):
        self.assertEqual(figures.near_after(SEARCH, cost(0, 100)), 8.0)
        self.assertEqual(figures.near_after(SEARCH, cost(1, 10)), 1.0)
        self.assertEqual(figures.near_after(SEARCH, cost(0, 50)), math.inf)

    def test_a_lower_limit_cuts_an_answer(self):
        shorter = figures.cut(SEARCH, 5)
        self.assertEqual((shorter["best"], shorter["bound"]), (cost(0, 130), cost(0, 50)))
        self.assertFalse(figures.usable(figures.cut(SEARCH, 0.01)))

    def test_spread_is_median_and_worst(self):
        self.assertEqual(figures.spread([3, 1, math.inf, 2, None]), (2.5, math.inf))
        self.assertEqual(figures.spread([4]), (4,))
        self.assertIsNone(figures.spread([None]))

    def test_classes_are_people_alike_but_for_their_timetable(self):
        labels = {"Thin": {"labels": [0, 0, 1, 1], "at_least": 2, "cost": cost(0, 1)}}
        pair = {"Apart": {"one": 0, "other": 2, "cost": cost(0, 1)}}
        group = {"candidates": [0, 1, 2, 3], "slots": [{}, {}], "terms": [labels]}
        self.assertEqual(figures.sizes({"groups": [group]}), {"slots": 2, "classes": 2})
        group["terms"].append(pair)
        self.assertEqual(figures.sizes({"groups": [group]}), {"slots": 2, "classes": 4})

    def test_contradictions_are_found(self):
        known = {one.name: one for one in instances.everything()}
        of = lambda *answers: list(figures.contradictions(answers, known))
        self.assertEqual(of(SEARCH), [])
        self.assertEqual(len(of(SEARCH, answer([], cost(0, 120), cost(0, 110)))), 1)
        self.assertEqual(len(of({**SEARCH, "breach": "a row"})), 1)
        self.assertEqual(len(of({**SEARCH, "objective": cost(0, 99)})), 1)
        feasible = answer([], cost(1, 0), cost(1, 0), instance="csplib046-01")
        infeasible = answer([], cost(0, 0), cost(0, 0), instance="csplib046-07")
        too_high = answer([], cost(0, 20), cost(0, 20), instance="2018-team-assignment-data2_6_12")
        for wrong in (feasible, infeasible, too_high):
            self.assertEqual(len(of(wrong)), 1, wrong["instance"])


class Instances(unittest.TestCase):
    def test_names_are_unique(self):
        names = [one.name for one in instances.everything()]
        self.assertEqual(len(names), len(set(names)))

    def test_all_published_files_are_there_and_known(self):
        files = {file.stem for file in instances.PUBLISHED.glob("*.json")} - {"known"}
        self.assertEqual({one.name for one in instances.published()}, files)

    def test_every_kind_and_size_can_be_made(self):
        largest = max(instances.SIZES)
        for one in instances.everything():
            if one.family in ("pool", "diverse") and one.seed == 1 and one.size < largest:
                made = subprocess.run(
                    [LEERTEAM, "example", *one.made], check=True, stdout=subprocess.PIPE
                )
                self.assertEqual(len(json.loads(made.stdout)["participants"]), one.size, one.name)

    def test_default_attributes_leave_other_settings(self):
        rules = [
            {"ruleId": "fair-share", "attributes": ["profession"], "weight": 2},
            {"ruleId": "alone", "attributes": ["field"]},
        ]
        roster = {"id": "a", "rules": rules, "environments": [{"id": "b", "rules": rules[1:]}]}
        self.assertEqual(
            instances.without_attributes(roster),
            {
                "id": "a",
                "rules": [{"ruleId": "fair-share", "weight": 2}],
                "environments": [{"id": "b"}],
            },
        )


if __name__ == "__main__":
    unittest.main()
