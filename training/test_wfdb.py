import pathlib
import tempfile
import unittest

import numpy as np

from protoecg.problem import Problem
from protoecg.wfdb import LEADS, read_record
from testing_data import write_record


class Wfdb(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name) / "one"
        self.ecg = np.random.default_rng(0).uniform(-2, 2, (12, 50))
        write_record(self.path, self.ecg)
        self.header = self.path.with_name("one.hea")

    def rewrite(self, *changes):
        text = self.header.read_text()
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new)
        self.header.write_text(text)

    def test_reads_what_was_written(self):
        rate_hz, millivolts = read_record(self.path)
        self.assertEqual(rate_hz, 100)
        np.testing.assert_allclose(millivolts, self.ecg, atol=0.0005)

    def test_leads_go_by_name(self):
        self.rewrite((" 0 0 I\n", " 0 0 swap\n"), (" 0 0 aVR\n", " 0 0 i\n"), ("swap", "AVR"))
        _, millivolts = read_record(self.path)
        np.testing.assert_allclose(millivolts[LEADS.index("aVR")], self.ecg[0], atol=0.0005)
        np.testing.assert_allclose(millivolts[0], self.ecg[LEADS.index("aVR")], atol=0.0005)

    def test_gain_baseline_and_unit(self):
        self.rewrite(("1000.0(0)/mV", "0.5(100)/uV"))
        _, millivolts = read_record(self.path)
        np.testing.assert_allclose(millivolts, (np.rint(self.ecg * 1000) - 100) / 500, atol=1e-9)

    def test_says_what_is_wrong(self):
        for change, sentence in (
            ((".dat 16 ", ".dat 212 "), "format 212"),
            ((" V6\n", " V7\n"), '"V7"'),
            (("12 100 50", "12 100 51"), "600 samples instead of 51"),
            (("/mV", "/mmHg"), "mmHg"),
        ):
            with self.subTest(sentence):
                text = self.header.read_text()
                self.rewrite(change)
                with self.assertRaisesRegex(Problem, sentence):
                    read_record(self.path)
                self.header.write_text(text)

    def test_missing_samples_are_refused(self):
        write_record(self.path, np.full((12, 50), -32.768))
        with self.assertRaisesRegex(Problem, "missing samples"):
            read_record(self.path)
