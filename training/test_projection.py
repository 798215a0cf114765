import dataclasses
import unittest

import numpy as np
import torch

from protoecg.branches import BRANCHES
from protoecg.network import BranchNetwork
from protoecg.projection import choose_sources, project
from protoecg.settings import Settings


class Projection(unittest.TestCase):
    def test_takes_the_best_ecg_that_carries_the_class(self):
        scores = np.array([[0.9, 0.1], [0.5, 0.8], [0.7, 0.2]])
        labels = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
        self.assertEqual(choose_sources(scores, labels, np.eye(2), False).tolist(), [2, 2])

    def test_distinct_sources_share_an_ecg_only_where_there_are_too_few(self):
        scores = np.array([[0.9, 0.8, 0.7], [0.6, 0.5, 0.1], [0.95, 0.95, 0.95]])
        labels = np.array([[1.0], [1.0], [0.0]])
        chosen = choose_sources(scores, labels, np.ones((3, 1)), True)
        self.assertEqual(chosen.tolist(), [0, 1, 0])

    def test_moves_a_prototype_to_the_window_that_it_is_most_like(self):
        branch = dataclasses.replace(BRANCHES[1], columns=(0, 1), prototypes_per_class=2)
        torch.manual_seed(0)
        network = BranchNetwork(branch, 8).eval()
        inputs = torch.randn(6, 12, 1000)
        labels = np.array([[1, 0], [0, 1], [1, 1], [0, 0], [1, 0], [0, 1]], dtype=np.float32)
        positions = np.array([0, 1, 2, 3, 4])
        with torch.no_grad():
            features = network.features(inputs)
            before = network.window_similarities(features)
        sources = project(network, inputs, positions, labels, Settings())
        for prototype, source in enumerate(sources):
            carriers = [position for position in positions if labels[position, prototype // 2]]
            best = max(carriers, key=lambda position: float(before[position, prototype].max()))
            window = int(before[best, prototype].argmax())
            self.assertEqual((source.position, source.window), (best, window))
            torch.testing.assert_close(network.prototype_vectors[prototype].detach(), features[best, :, window : window + 3])
            self.assertAlmostEqual(source.similarity_before, float(before[best, prototype].max()), places=5)
            # int(sqrt(64 x 3)) / 3: what a window is like itself
            self.assertAlmostEqual(source.similarity, 13 / 3, places=3)
