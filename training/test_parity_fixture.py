import json
import pathlib
import tempfile
import unittest

import numpy as np
import torch

from parity_fixture import write_fixture
from protoecg.dataset import open_ecgs
from protoecg.fusion import FusedNetwork
from protoecg.problem import Problem
from protoecg.settings import Settings
from protoecg.wfdb import read_record
from testing_data import write_dataset

CHECKPOINT = pathlib.Path(__file__).parent / "fixtures" / "tiny18.ckpt"


class ParityFixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        write_dataset(cls.folder / "data", 100)
        cls.ecg_ids = write_fixture(CHECKPOINT, cls.folder / "data", cls.folder / "out" / "demo")
        cls.expected = json.loads((cls.folder / "out" / "demo.expected.json").read_text())

    def test_takes_test_ecgs_in_the_order_of_the_table(self):
        ecgs = open_ecgs(self.folder / "data", self.folder / "cache")
        self.assertEqual(self.ecg_ids, ecgs.ecg_ids[ecgs.in_folds((10,))].tolist()[:20])
        self.assertEqual([ecg["ecgId"] for ecg in self.expected["ecgs"]], self.ecg_ids)

    def test_answers_as_the_evaluation_does(self):
        ecgs = open_ecgs(self.folder / "data", self.folder / "cache")
        network = FusedNetwork(CHECKPOINT)
        positions = np.flatnonzero(np.isin(ecgs.ecg_ids, self.ecg_ids))
        similarities = network.similarities(torch.from_numpy(ecgs.inputs), positions, Settings())
        found = self.expected["ecgs"]
        np.testing.assert_allclose([ecg["similarities"] for ecg in found], similarities, atol=1e-5)
        np.testing.assert_allclose([ecg["probabilities"] for ecg in found], network.probabilities(similarities), atol=1e-4)
        logits = np.array([ecg["logits"] for ecg in found])
        np.testing.assert_allclose([ecg["probabilities"] for ecg in found], 1 / (1 + np.exp(-logits)), atol=1e-5)

    def test_holds_the_samples_themselves(self):
        counts = np.fromfile(self.folder / "out" / "demo.records.bin", "<i2").reshape(-1, 12, 1000)
        self.assertEqual(len(counts), len(self.ecg_ids))
        _, millivolts = read_record(self.folder / "data" / f"records100/00000/{self.ecg_ids[1]:05d}_lr")
        np.testing.assert_allclose(counts[1] / 1000, millivolts, atol=1e-9)

    def test_names_an_ecg_that_is_not_there(self):
        with self.assertRaisesRegex(Problem, "has no ECG 8"):
            write_fixture(CHECKPOINT, self.folder / "data", self.folder / "none", [7, 8])
