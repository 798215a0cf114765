import pathlib
import tempfile
import unittest

import numpy as np

from convert_snomed import TO_STATEMENTS, convert
from protoecg.dataset import open_ecgs
from protoecg.problem import Problem
from protoecg.statements import STATEMENTS
from protoecg.wfdb import read_record
from testing_data import write_record


def sine(rate_hz, seconds=10):
    """A 5 Hz sine, larger in every lead than in the one before it."""
    t = np.arange(rate_hz * seconds) / rate_hz
    return np.outer(np.arange(1, 13) / 12, np.sin(2 * np.pi * 5 * t))


class ConvertSnomed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data, self.out = pathlib.Path(folder.name) / "data", pathlib.Path(folder.name) / "out"
        write_record(self.data / "A1", sine(500), 500)
        write_record(self.data / "B2", sine(100), 100)
        self.label("A1,71,Female,164889003 59118001 111", "B2,,Male,251173003 111 222")

    def label(self, *rows):
        (self.data / "labels.csv").write_text("\n".join(["record,age,sex,snomed", *rows]) + "\n")

    def test_resamples_to_100_hz(self):
        convert(self.data, self.out)
        for name in ("A1", "B2"):
            rate_hz, millivolts = read_record(self.out / f"records100/{name}_lr")
            self.assertEqual((rate_hz, millivolts.shape), (100, (12, 1000)))
            # The filter of the resampling sees zeros beyond both ends.
            np.testing.assert_allclose(millivolts[:, 20:-20], sine(100)[:, 20:-20], atol=0.005)

    def test_lays_out_what_the_trainer_reads(self):
        convert(self.data, self.out)
        ecgs = open_ecgs(self.out, self.out / "cache")
        carried = [{STATEMENTS[i] for i in np.flatnonzero(row)} for row in ecgs.labels]
        self.assertEqual(carried, [{"AFIB", "CRBBB"}, {"PAC", "BIGU"}])
        self.assertEqual(ecgs.folds.tolist(), [10, 10])
        rows = (self.out / "ptbxl_database.csv").read_text().splitlines()
        self.assertTrue(rows[1].startswith("1,71,1,"))
        self.assertTrue(rows[2].startswith("2,,0,"))

    def test_counts_codes_that_mean_no_statement(self):
        count, unknown = convert(self.data, self.out)
        self.assertEqual((count, dict(unknown)), (2, {"111": 2, "222": 1}))

    def test_knows_no_statement_that_the_network_does_not(self):
        self.assertLessEqual({code for codes in TO_STATEMENTS.values() for code in codes}, set(STATEMENTS))

    def test_says_what_is_missing(self):
        (self.data / "labels.csv").write_text("record,age\nA1,71\n")
        with self.assertRaisesRegex(Problem, 'labels.csv needs the columns "record" and "snomed"'):
            convert(self.data, self.out)
        (self.data / "labels.csv").unlink()
        with self.assertRaisesRegex(Problem, "There is no labels.csv in "):
            convert(self.data, self.out)

    def test_refuses_records_of_another_length_or_rate(self):
        for rate_hz, seconds in ((500, 8), (257, 10)):
            write_record(self.data / "A1", sine(rate_hz, seconds), rate_hz)
            with self.assertRaisesRegex(Problem, "A1 is not 10 s at a multiple of 100 Hz"):
                convert(self.data, self.out)
