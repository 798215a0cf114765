import unittest

import torch
import torch.nn.functional as F

from protoecg.branches import BRANCHES
from protoecg.network import BranchNetwork, LinearHead


class Network(unittest.TestCase):
    def test_the_score_is_the_mean_over_windows(self):
        torch.manual_seed(0)
        for branch in BRANCHES:
            with self.subTest(branch.name), torch.no_grad():
                network = BranchNetwork(branch, 8)
                network.eval()
                features = network.features(torch.randn(3, 12, 1000))
                mean = network.window_similarities(features).mean(2)
                torch.testing.assert_close(network.similarities(features), mean, rtol=0, atol=1e-5)

    def test_similarities_by_the_formula(self):
        torch.manual_seed(1)
        network = BranchNetwork(BRANCHES[1], 8)
        features = torch.rand(1, 64, 32)
        window, prototype = features[0, :, 5:8], network.prototype_vectors[100]
        norms = torch.sqrt(window.square().sum() + 1e-4) * torch.sqrt(prototype.square().sum() + 1e-4)
        expected = int((64 * 3) ** 0.5) / 3 * (window * prototype).sum() / norms
        torch.testing.assert_close(network.window_similarities(features)[0, 100, 5], expected)
        flat = BranchNetwork(BRANCHES[0], 8)
        features = torch.rand(1, 64, 1)
        expected = F.cosine_similarity(features[0, :, 0], flat.prototype_vectors[7, :, 0], dim=0)
        torch.testing.assert_close(flat.similarities(features)[0, 7], expected)

    def test_the_fixed_classifier(self):
        weight = BranchNetwork(BRANCHES[2], 8).classifier.weight
        self.assertEqual(weight[0].tolist(), [1.0] * 7 + [-0.5] * 14)

    def test_heads_share_the_trunk(self):
        network = BranchNetwork(BRANCHES[1], 8)
        module = LinearHead(network)
        self.assertEqual(tuple(module(torch.zeros(2, 12, 1000)).shape), (2, 52))
        self.assertIs(module.network.trunk, network.trunk)

    def test_reduced_precision_stays_close(self):
        torch.manual_seed(2)
        network = BranchNetwork(BRANCHES[0], 8).eval()
        inputs = torch.randn(2, 12, 1000)
        with torch.no_grad():
            exact = network(inputs)[1]
            network.precision = "bfloat16"
            torch.testing.assert_close(network(inputs)[1], exact, rtol=0, atol=0.05)
