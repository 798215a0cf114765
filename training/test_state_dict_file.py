import pathlib
import tempfile
import unittest

import torch

from protoecg.state_dict_file import read_state_dict
from protoecg.problem import Problem

FIXTURES = pathlib.Path(__file__).parent / "fixtures"


class Trap:
    """Would leave a file behind if a reader ran what a pickle asks for."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return pathlib.Path.touch, (pathlib.Path(self.path),)


class StateDictFile(unittest.TestCase):
    def test_reads_lightning_files_with_strangers_in_them(self):
        state = read_state_dict(FIXTURES / "tiny18.ckpt")
        self.assertEqual(tuple(state["classifier.bias"].shape), (71,))
        branch = read_state_dict(FIXTURES / "tiny18_rhythm_projection.pth")
        self.assertTrue(torch.equal(state["model1d.prototype_vectors"], branch["prototype_vectors"]))

    def test_reads_bare_state_dicts_of_any_type(self):
        self.assertEqual(read_state_dict(FIXTURES / "tiny34.ckpt")["classifier.weight"].dtype, torch.float16)
        self.assertEqual(read_state_dict(FIXTURES / "tiny50.ckpt")["classifier.weight"].dtype, torch.bfloat16)

    def test_runs_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            torch.save({"state_dict": {"model.a": torch.ones(2)}, "trap": Trap(folder / "trapped")}, folder / "x.ckpt")
            self.assertEqual(read_state_dict(folder / "x.ckpt")["a"].tolist(), [1.0, 1.0])
            self.assertFalse((folder / "trapped").exists())

    def test_says_what_is_wrong(self):
        with self.assertRaisesRegex(Problem, "There is no file"):
            read_state_dict(FIXTURES / "absent.ckpt")
        with self.assertRaisesRegex(Problem, "is no PyTorch checkpoint"):
            read_state_dict(pathlib.Path(__file__))
