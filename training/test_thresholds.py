import unittest

import numpy as np

from protoecg.similarity_reference import similarity_reference
from protoecg.thresholds import choose_threshold, confusion


class Thresholds(unittest.TestCase):
    def test_no_other_threshold_is_better(self):
        random = np.random.default_rng(0)
        for _ in range(30):
            labels = random.integers(0, 2, 25)
            labels[:2] = 0, 1
            probabilities = random.integers(1, 10, 25) / 10
            for criterion in ("f1", "youden"):
                chosen = self.quality(labels, probabilities, choose_threshold(labels, probabilities, criterion), criterion)
                best = max(self.quality(labels, probabilities, t, criterion) for t in np.unique(probabilities))
                self.assertAlmostEqual(chosen, best)

    def quality(self, labels, probabilities, threshold, criterion):
        counts = confusion(labels, probabilities, threshold)
        tp, fp, fn, tn = counts.values()
        return 2 * tp / (2 * tp + fp + fn) if criterion == "f1" else tp / (tp + fn) + tn / (tn + fp)

    def test_stays_as_published_where_nothing_can_be_learned(self):
        self.assertEqual(choose_threshold(np.zeros(4), np.linspace(0, 1, 4)), 0.5)


class SimilarityReference(unittest.TestCase):
    def test_parts_ecgs_by_the_prototypes_own_classes(self):
        similarities = np.array([[1.0], [3.0], [10.0], [20.0]])
        labels = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [0.0, 0.0]])
        (entry,) = similarity_reference(similarities, labels, np.array([[1.0, 1.0]]))
        self.assertEqual((entry["with"]["count"], entry["with"]["mean"]), (2, 2.0))
        self.assertAlmostEqual(entry["with"]["sd"], 2**0.5, places=6)
        self.assertEqual((entry["without"]["mean"], entry["without"]["percentiles"]["50"]), (15.0, 15.0))

    def test_says_nothing_of_a_single_ecg(self):
        (entry,) = similarity_reference(np.array([[1.0], [3.0]]), np.array([[1.0], [0.0]]), np.ones((1, 1)))
        self.assertEqual(entry, {"with": None, "without": None})
