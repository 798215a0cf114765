import contextlib
import dataclasses
import io
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest
from unittest import mock

import torch

from evaluate import choose_thresholds, evaluate
from protoecg import fit as fit_module
from protoecg.branches import BRANCHES
from protoecg.dataset import open_ecgs
from protoecg.fusion import FusedNetwork
from protoecg.problem import Problem
from protoecg.settings import Settings
from protoecg.state_dict_file import read_state_dict
from protoecg.statements import STATEMENTS
from protoecg.training_run import train
from testing_data import write_dataset

ROOT = pathlib.Path(__file__).parents[1]
TINY = Settings(
    base_width=8,
    prototypes_per_class=(2, 2, 2),
    epochs={"features": 2, "joint": 2, "classifier": 1, "fusion": 2},
    distinct_sources=True,
)


class Training(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        write_dataset(cls.folder / "data", 200)
        cls.ecgs = open_ecgs(cls.folder / "data", cls.folder / "cache")
        cls.out = cls.folder / "whole"
        cls.metrics = cls.train(TINY, cls.out)

    @classmethod
    def train(cls, settings, out, *rest, **options):
        with contextlib.redirect_stdout(io.StringIO()):
            return train(cls.ecgs, settings, out, *rest, **options)

    def test_writes_what_was_learned(self):
        written = json.loads((self.out / "metrics.json").read_text())
        self.assertEqual(written, json.loads(json.dumps(self.metrics)))
        self.assertEqual(len(written["branches"]["rhythm"]["joint"]), 2)
        self.assertIn("macro", written["auroc"]["test"])

    def test_an_interrupted_run_ends_as_an_uninterrupted_one(self):
        real, saved = fit_module.save_tensors, []

        def save_then_stop(path, content):
            real(path, content)
            saved.append(path)
            if len(saved) in (1, 3, 6):
                raise KeyboardInterrupt

        out = self.folder / "interrupted"
        with mock.patch.object(fit_module, "save_tensors", save_then_stop):
            for _ in range(3):
                with self.assertRaises(KeyboardInterrupt):
                    self.train(TINY, out, resume=True)
            self.train(TINY, out, resume=True)
        whole, resumed = (read_state_dict(folder / "fusion.ckpt") for folder in (self.out, out))
        self.assertEqual(whole.keys(), resumed.keys())
        for key, value in whole.items():
            self.assertTrue(torch.equal(value, resumed[key]), key)

    def test_branches_may_be_trained_one_by_one(self):
        out = self.folder / "one-by-one"
        for branch in BRANCHES:
            self.train(TINY, out, branch.name, resume=True)
        self.train(TINY, out, resume=True)
        whole, joined = (read_state_dict(folder / "fusion.ckpt") for folder in (self.out, out))
        self.assertTrue(all(torch.equal(value, joined[key]) for key, value in whole.items()))

    def test_never_mixes_runs(self):
        with self.assertRaisesRegex(Problem, "--resume"):
            self.train(TINY, self.out)
        with self.assertRaisesRegex(Problem, "dropout = 0.35, not 0.1"):
            self.train(dataclasses.replace(TINY, dropout=0.1), self.out, resume=True)

    def test_needs_an_ecg_of_every_statement(self):
        labels = self.ecgs.labels.copy()
        labels[:, STATEMENTS.index("WPW")] = 0
        with self.assertRaisesRegex(Problem, "carries WPW"):
            train(dataclasses.replace(self.ecgs, labels=labels), TINY, self.folder / "none")

    def test_every_prototype_comes_from_a_training_ecg_of_its_class(self):
        position_of = {ecg_id: position for position, ecg_id in enumerate(self.ecgs.ecg_ids)}
        for branch in BRANCHES:
            entries = json.loads((self.out / f"{branch.metadata_name}_prototype_metadata.json").read_text())
            self.assertEqual(len(entries), 2 * len(branch.columns))
            for key, entry in entries.items():
                position = position_of[entry["ecg_id"]]
                self.assertLessEqual(self.ecgs.folds[position], 8)
                self.assertEqual(entry["prototype_class"], branch.classes[int(key) // 2])
                self.assertEqual(entry["true_labels"], self.ecgs.labels[position, branch.columns].tolist())
                self.assertEqual(entry["true_labels"][int(key) // 2], 1)

    def test_the_checkpoint_evaluates_as_trained(self):
        network = FusedNetwork(self.out / "fusion.ckpt")
        thresholds = choose_thresholds(network, self.ecgs, (9,), "f1")
        evaluation, reference = evaluate(network, self.ecgs, (10,), thresholds)
        self.assertAlmostEqual(evaluation["macro_auroc"], self.metrics["auroc"]["test"]["macro"], places=3)
        self.assertEqual(list(thresholds), list(STATEMENTS))
        self.assertEqual([len(reference[branch.name]) for branch in BRANCHES], [32, 104, 6])

    def test_standardising_changes_how_fusion_learns_not_what_it_reads(self):
        out = self.folder / "standardised"
        shutil.copytree(self.out / "state", out / "state", ignore=shutil.ignore_patterns("fusion.pt"))
        metrics = self.train(dataclasses.replace(TINY, standardise_fusion=True), out, resume=True)
        network = FusedNetwork(out / "fusion.ckpt")
        evaluation, _ = evaluate(network, self.ecgs, (10,), dict.fromkeys(STATEMENTS, 0.5))
        self.assertAlmostEqual(evaluation["macro_auroc"], metrics["auroc"]["test"]["macro"], places=3)
        self.assertAlmostEqual(metrics["fusion"][-1]["validation_auroc"], metrics["auroc"]["validation"]["macro"], places=2)

    @unittest.skipUnless(shutil.which("node") and (ROOT / "node_modules").exists(), "Node packages are not installed")
    def test_packs_unchanged(self):
        pack = self.folder / "pack"
        command = ["node", "tools/run.mjs", "pack", "--fusion", self.out / "fusion.ckpt"]
        for branch in BRANCHES:
            command += [f"--{branch.name}", self.out / f"{branch.name}_projection.pth"]
        command += ["--metadata", *(self.out / f"{branch.metadata_name}_prototype_metadata.json" for branch in BRANCHES)]
        command += ["--ptbxl", self.folder / "data", "--out", pack]
        done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        manifest = json.loads((pack / "manifest.json").read_text())
        self.assertTrue(manifest["modelCard"]["verified"], manifest["modelCard"]["verification"])
        self.assertEqual(len(manifest["prototypes"]["morphology"]), 104)
        # The segment in the pack is the one that the prototype was projected onto.
        state = torch.load(self.out / "state" / "morphology-projection.pt")
        windows = [int(window * 1000 / 32) for _, window, _, _ in state["sources"]]
        self.assertEqual([entry["window"][0] for entry in manifest["prototypes"]["morphology"]], windows)
