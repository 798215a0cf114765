import pathlib
import sys
import unittest

import torch

from protoecg.branches import BRANCHES
from protoecg.network import BranchNetwork
from protoecg.published_form import load_published, to_published

sys.path.append(str(pathlib.Path(__file__).parent / "fixtures"))
from reference_network import BLOCKS, similarities  # noqa: E402


def random_network(branch, seed):
    """A small network whose batch normalisation has seen data."""
    torch.manual_seed(seed)
    network = BranchNetwork(branch, 8)
    network.prototype_vectors.data.uniform_(0, 1)
    with torch.no_grad():
        for _ in range(3):
            network(torch.randn(4, 12, 1000))
    return network.eval()


class PublishedForm(unittest.TestCase):
    def test_whole_kernels_compute_what_the_trained_rows_do(self):
        inputs = torch.randn(2, 12, 1000, generator=torch.Generator().manual_seed(5))
        for branch in BRANCHES:
            with self.subTest(branch.name), torch.no_grad():
                network = random_network(branch, 1)
                published = {f"{branch.module_name}.{key}": value for key, value in to_published(network).items()}
                features = network.features(inputs)
                windows, mean = network.window_similarities(features), network.similarities(features)
                for ecg, own_windows, own_mean in zip(inputs, windows, mean):
                    expected = similarities(published, branch.name, ecg, BLOCKS[18])
                    torch.testing.assert_close(own_windows, expected, rtol=0, atol=1e-5)
                    torch.testing.assert_close(own_mean, expected.mean(1), rtol=0, atol=1e-5)

    def test_comes_back_as_it_went(self):
        for branch in BRANCHES:
            with self.subTest(branch.name):
                network = random_network(branch, 2)
                other = BranchNetwork(branch, 8)
                load_published(other, to_published(network))
                for key, value in network.state_dict().items():
                    self.assertTrue(torch.equal(value, other.state_dict()[key]), key)

    def test_names_and_shapes_are_the_references(self):
        flat, partial = (to_published(BranchNetwork(branch, 8)) for branch in BRANCHES[:2])
        self.assertEqual(tuple(flat["feature_extractor.conv1.weight"].shape), (8, 12, 7))
        self.assertEqual(tuple(flat["feature_extractor.layer2.0.downsample.0.weight"].shape), (16, 8, 1))
        self.assertEqual(tuple(flat["add_on_layers.0.weight"].shape), (64, 64))
        self.assertEqual(tuple(flat["prototype_vectors"].shape), (80, 64))
        self.assertEqual(tuple(partial["feature_extractor.resnet.conv1.weight"].shape), (8, 1, 12, 7))
        self.assertEqual(tuple(partial["feature_extractor.resnet.layer1.0.conv1.weight"].shape), (8, 8, 3, 3))
        self.assertEqual(tuple(partial["feature_extractor.resnet.layer2.0.downsample.0.weight"].shape), (16, 8, 1, 1))
        self.assertEqual(tuple(partial["add_on_layers.2.weight"].shape), (64, 64, 1, 1))
        self.assertEqual(tuple(partial["prototype_vectors"].shape), (936, 64, 1, 3))
        self.assertEqual(tuple(partial["prototype_class_identity"].shape), (936, 52))
        self.assertEqual(tuple(partial["classifier.weight"].shape), (52, 936))
