import unittest

import numpy as np

from protoecg.auroc import auroc
from results import auroc_interval, held_out_table, real_table, standard_error


def evaluation(**rows):
    names = ("count", "auroc", "threshold", "true_positive", "false_positive", "false_negative", "true_negative")
    return {"ecgs": 20, "macro_auroc": 0.9, "statements": {code: dict(zip(names, row)) for code, row in rows.items()}}


FIRST = evaluation(AFIB=(8, 0.9, 0.25, 6, 3, 2, 9), PVC=(4, 0.75, 0.5, 1, 0, 3, 16), WPW=(0, None, 0.5, 0, 2, 0, 18))
SECOND = evaluation(AFIB=(0, None, 0.25, 0, 1, 0, 19), PVC=(20, None, 0.5, 20, 0, 0, 0), WPW=(0, None, 0.5, 0, 0, 0, 20))


class AurocInterval(unittest.TestCase):
    def test_describes_how_a_measured_area_scatters(self):
        # For exponential scores the formula of Hanley and McNeil is exact: the true area is 4 / (1 + 4).
        random, labels = np.random.default_rng(1), np.repeat([1, 0], [20, 60])
        measured = [auroc(labels, random.exponential(1 + 3 * labels)) for _ in range(1000)]
        self.assertAlmostEqual(np.mean(measured), 0.8, delta=0.01)
        self.assertAlmostEqual(np.std(measured), standard_error(0.8, 20, 60), delta=0.003)
        intervals = [auroc_interval(area, 20, 60) for area in measured]
        self.assertAlmostEqual(np.mean([low <= 0.8 <= high for low, high in intervals]), 0.95, delta=0.03)

    def test_stays_wide_and_within_1_where_few_cases_were_all_found(self):
        low, high = auroc_interval(1.0, 7, 793)
        self.assertTrue(0.75 < low < 0.9)
        self.assertEqual(high, 1.0)


class Tables(unittest.TestCase):
    def test_held_out_ecgs_come_with_sensitivity_and_specificity(self):
        lines = held_out_table(FIRST).split("\n")
        self.assertEqual(lines[0], "| statement | ECGs | AUROC (95 %) | threshold | sensitivity | specificity |")
        self.assertEqual(lines[2], "| AFIB | 8 | 0.900 (0.64–0.98) | 0.250 | 0.750 | 0.750 |")
        self.assertEqual(lines[4], "| WPW | 0 | – | 0.500 | – | 0.900 |")

    def test_few_ecgs_come_without_an_interval(self):
        self.assertEqual(held_out_table(FIRST).split("\n")[3], "| PVC | 4 | 0.750 | 0.500 | 0.250 | 1.000 |")

    def test_real_ecgs_come_with_counts_where_a_statement_occurs(self):
        self.assertEqual(
            real_table({"a": FIRST, "b": SECOND}).split("\n")[2:],
            [
                "| AFIB | a | 8 | 0.900 (0.64–0.98) | 6 of 8 | 3 of 12 |",
                "| PVC | a | 4 | 0.750 | 1 of 4 | 0 of 16 |",
                "| PVC | b | 20 | – | 20 of 20 | 0 of 0 |",
            ],
        )
