import unittest

import torch

from protoecg import losses


class LossTerms(unittest.TestCase):
    similarities = torch.tensor([[0.9, 0.2, -0.5, 0.4], [0.1, 0.3, 0.8, 0.6]])
    identity = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    labels = torch.tensor([[1.0, 0.0], [1.0, 1.0]])

    def test_cluster_by_hand(self):
        # best own prototypes of the labels present: 0.9, then 0.3 and 0.8; absent labels count 0; four pairs
        value = losses.cluster_loss(self.similarities, self.labels, self.identity)
        self.assertAlmostEqual(float(value), -(0.9 + 0 + 0.3 + 0.8) / 4, places=6)

    def test_separation_by_hand(self):
        # best of the other class where a label is present, of all where it is absent
        value = losses.separation_loss(self.similarities, self.labels, self.identity)
        self.assertAlmostEqual(float(value), (0.4 + 0.9 + 0.8 + 0.3) / 4, places=6)

    def test_both_equal_the_published_formula(self):
        generator = torch.Generator().manual_seed(1)
        identity = torch.eye(5).repeat(3, 1)[torch.randperm(15, generator=generator)]
        for _ in range(20):
            similarities = torch.randn(7, 15, generator=generator) - 1
            labels = (torch.rand(7, 5, generator=generator) < 0.4).float()
            mask = identity.unsqueeze(0) * labels.unsqueeze(1)
            cluster = -(similarities.unsqueeze(2) * mask).max(1).values.mean()
            separation = (similarities.unsqueeze(2) * (1 - mask)).max(1).values.mean()
            self.assertAlmostEqual(float(losses.cluster_loss(similarities, labels, identity)), float(cluster), places=6)
            found = losses.separation_loss(similarities, labels, identity)
            self.assertAlmostEqual(float(found), float(separation), places=6)

    def test_diversity_by_hand(self):
        # cosines of (1, 0), (1, 1), (0, 2): 1/sqrt 2, 0, 1/sqrt 2; each counts twice, over 3 squared
        prototypes = torch.tensor([[1.0, 0.0], [1.0, 1.0], [0.0, 2.0]]).unsqueeze(2)
        self.assertAlmostEqual(float(losses.diversity_loss(losses.prototype_cosines(prototypes))), (4 * 0.5) / 9, places=6)

    def test_contrastive_by_hand(self):
        prototypes = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]).unsqueeze(2)
        identity = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
        overlap = identity @ torch.tensor([[1.0, 0.25], [0.25, 1.0]]) @ identity.T
        # together: 4 pairs of class 0 and one of class 1 at 1, four mixed ones at 0.25: sum 6; apart: 0.75 x 4 = 3
        attraction, repulsion = (1 * 4 + 1) / 6, 0 / 3
        value = losses.contrastive_loss(losses.prototype_cosines(prototypes), overlap)
        self.assertAlmostEqual(float(value), -(attraction - repulsion) / 3**0.5, places=5)

    def test_label_overlap_is_jaccard(self):
        labels = torch.tensor([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, 0.0]])
        expected = torch.tensor([[1.0, 0.5, 0.0], [0.5, 1.0, 0.0], [0.0, 0.0, 0.0]])
        torch.testing.assert_close(losses.label_overlap(labels), expected)

    def test_prototypes_overlap_as_their_classes_do(self):
        labels = torch.tensor([[1.0, 1.0], [1.0, 0.0]])
        overlap = losses.prototype_overlap(self.identity, labels)
        self.assertEqual(overlap[0].tolist(), [1.0, 1.0, 0.5, 0.5])

    def test_positive_weights(self):
        labels = torch.tensor([[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
        torch.testing.assert_close(losses.positive_weights(labels), torch.tensor([1 / 3, 3.0, 1.0]))

    def test_the_sum_is_weighted(self):
        weights = losses.LossWeights(2.0, 3.0, 5.0, 7.0)
        prototypes = torch.randn(4, 6, 1, generator=torch.Generator().manual_seed(2))
        overlap = losses.prototype_overlap(self.identity, self.labels)
        logits = torch.tensor([[0.0, 0.0], [0.0, 0.0]])
        total = losses.prototype_loss(
            logits, self.similarities, self.labels, prototypes, self.identity, overlap, torch.ones(2), weights
        )
        parts = (
            torch.log(torch.tensor(2.0))
            + 2 * losses.cluster_loss(self.similarities, self.labels, self.identity)
            + 3 * losses.separation_loss(self.similarities, self.labels, self.identity)
            + 5 * losses.diversity_loss(losses.prototype_cosines(prototypes))
            + 7 * losses.contrastive_loss(losses.prototype_cosines(prototypes), overlap)
        )
        self.assertAlmostEqual(float(total), float(parts), places=5)
