import math
import unittest

import numpy as np

from protoecg.auroc import auroc, macro_auroc


class Auroc(unittest.TestCase):
    def test_equals_counting_all_pairs_ties_included(self):
        random = np.random.default_rng(0)
        for _ in range(50):
            labels = random.integers(0, 2, 30)
            labels[:2] = 0, 1
            scores = random.integers(0, 6, 30) / 6
            pairs = scores[labels == 1][:, None] - scores[labels == 0][None, :]
            expected = ((pairs > 0) + 0.5 * (pairs == 0)).mean()
            self.assertAlmostEqual(auroc(labels, scores), expected, places=12)

    def test_is_unknown_without_both_values(self):
        self.assertTrue(math.isnan(auroc([1, 1], [0.1, 0.2])))

    def test_macro_leaves_unknown_labels_out(self):
        labels = np.array([[1, 0], [0, 0]])
        self.assertEqual(macro_auroc(labels, np.array([[0.9, 0.1], [0.1, 0.9]])), 1.0)
