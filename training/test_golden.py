"""Against golden files outside the repository: skipped where they are absent."""

import json
import pathlib
import tempfile
import unittest

import numpy as np
import torch

from protoecg.dataset import open_ecgs
from protoecg.fusion import FusedNetwork
from protoecg.settings import Settings

GOLDEN = pathlib.Path(__file__).parents[2] / "shared" / "golden"


@unittest.skipUnless(GOLDEN.exists(), "the golden files are not beside the repository")
class Golden(unittest.TestCase):
    def test_reads_filters_and_computes_as_published(self):
        expected = json.loads((GOLDEN / "expected.json").read_text())["records"]
        with tempfile.TemporaryDirectory() as cache:
            ecgs = open_ecgs(GOLDEN / "ptbxl", cache)
        chosen = [int(np.flatnonzero(ecgs.ecg_ids == int(ecg_id))[0]) for ecg_id in list(expected)[:3]]
        network = FusedNetwork(GOLDEN / "fusion.ckpt")
        similarities = network.similarities(torch.from_numpy(ecgs.inputs), np.array(chosen), Settings())
        probabilities = network.probabilities(similarities)
        for row, ecg_id in enumerate(list(expected)[:3]):
            lead_two = expected[ecg_id]["input_first8_lead_II"]
            np.testing.assert_allclose(ecgs.inputs[chosen[row], 1, :8], lead_two, atol=1e-5)
            np.testing.assert_allclose(similarities[row], expected[ecg_id]["similarities"], atol=1e-3)
            np.testing.assert_allclose(probabilities[row], expected[ecg_id]["probabilities"], atol=1e-4)
