import pathlib
import tempfile
import unittest

import numpy as np
import torch
from scipy.signal import butter, filtfilt

from protoecg.augmentation import augment
from protoecg.dataset import open_ecgs
from protoecg.problem import Problem
from protoecg.statements import STATEMENTS
from protoecg.wfdb import read_record
from testing_data import write_dataset, write_record



class Dataset(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data, self.cache = pathlib.Path(folder.name) / "data", pathlib.Path(folder.name) / "cache"
        write_dataset(self.data, 12)
        self.table = self.data / "ptbxl_database.csv"

    def test_labels_folds_and_filtered_inputs(self):
        text = self.table.read_text().splitlines()
        text[1] = text[1].replace(text[1].split('"')[1], "{'SR': 0.0, 'NORM': 80.0, 'XYZ': 100.0}")
        self.table.write_text("\n".join(text))
        ecgs = open_ecgs(self.data, self.cache)
        self.assertEqual([STATEMENTS[i] for i in np.flatnonzero(ecgs.labels[0])], ["NORM", "SR"])
        self.assertEqual(ecgs.ecg_ids[:2].tolist(), [7, 17])
        self.assertEqual(ecgs.in_folds((2, 3)).tolist(), [1, 2, 9, 10])
        _, millivolts = read_record(self.data / "records100/00000/00017_lr")
        expected = [filtfilt(*butter(1, 0.5 / 50, "high"), lead) for lead in millivolts]
        np.testing.assert_array_equal(ecgs.inputs[1], np.float32(expected))

    def test_reads_records_once_until_the_table_changes(self):
        first = open_ecgs(self.data, self.cache).inputs[0].copy()
        write_record(self.data / "records100/00000/00007_lr", np.zeros((12, 1000)))
        np.testing.assert_array_equal(open_ecgs(self.data, self.cache).inputs[0], first)
        self.table.write_text(self.table.read_text() + "\n")
        self.assertEqual(float(np.abs(open_ecgs(self.data, self.cache).inputs[0]).max()), 0.0)

    def test_says_what_is_wrong(self):
        write_record(self.data / "records100/00000/00027_lr", np.zeros((12, 500)))
        with self.assertRaisesRegex(Problem, "500 samples at 100 Hz"):
            open_ecgs(self.data, self.cache)
        self.table.write_text("ecg_id,age\n1,50\n")
        with self.assertRaisesRegex(Problem, '"scp_codes"'):
            open_ecgs(self.data, self.cache)
        with self.assertRaisesRegex(Problem, "no ptbxl_database.csv"):
            open_ecgs(self.cache, self.cache)


class Augmentation(unittest.TestCase):
    def test_keeps_einthoven_and_goldberger(self):
        ecg = torch.zeros(5, 12, 1000)
        ecg[:, 0], ecg[:, 1] = 1.0, 3.0
        ecg[:, 2], ecg[:, 3], ecg[:, 4], ecg[:, 5] = 2.0, -2.0, -0.5, 2.5
        changed = augment(ecg, torch.Generator().manual_seed(0))
        one, two, three, avr, avl, avf = changed[:, :6].unbind(1)
        torch.testing.assert_close(three, two - one, rtol=0, atol=1e-5)
        torch.testing.assert_close(avr, -(one + two) / 2, rtol=0, atol=1e-5)
        torch.testing.assert_close(avl, (one - three) / 2, rtol=0, atol=1e-5)
        torch.testing.assert_close(avf, (two + three) / 2, rtol=0, atol=1e-5)
        means = changed[:, 0].mean(1)
        self.assertTrue(bool(((means > 0.79) & (means < 1.26)).all()))
        self.assertGreater(float(means.std()), 0.01)
