"""Writes what PyTorch computes of some ECGs, for the tests that hold the viewer's own network to it.

    python training/parity_fixture.py --checkpoint OUT/fusion.ckpt --data DIR --out training/fixtures/demo

Writes `demo.expected.json` (for each ECG all similarities, branch by branch, the best window of each morphology
prototype, logits and probabilities) and `demo.records.bin` (the ECGs one after the other: 12 x 1000 samples at 100 Hz,
lead by lead, little-endian int16, 1 µV per unit, as a pack's records are).
"""

import csv
import hashlib
import json
import pathlib

import numpy as np
import torch

from protoecg.dataset import TEST_FOLDS
from protoecg.fusion import FusedNetwork
from protoecg.options import parser, run_command
from protoecg.preprocessing import high_pass
from protoecg.problem import Problem
from protoecg.wfdb import read_record

COUNT = 20
UNITS_PER_MILLIVOLT = 1000


def write_fixture(checkpoint, folder, out, ecg_ids=None):
    """Writes both files for these ECGs of `folder`, or for the first 20 of the test folds; returns their ids."""
    checkpoint, folder, out = pathlib.Path(checkpoint), pathlib.Path(folder), pathlib.Path(out)
    records = _read_records(folder, ecg_ids)
    counts = {ecg_id: _to_counts(ecg_id, millivolts) for ecg_id, millivolts in records.items()}
    inputs = torch.from_numpy(np.stack([high_pass(millivolts) for millivolts in records.values()]))
    expected = {
        "checkpointSha256": hashlib.sha256(checkpoint.read_bytes()).hexdigest(),
        "ecgs": [{"ecgId": ecg_id, **answer} for ecg_id, answer in zip(records, _answers(checkpoint, inputs))],
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.with_name(out.name + ".expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")
    np.stack(list(counts.values())).tofile(out.with_name(out.name + ".records.bin"))
    return list(records)


def _read_records(folder, ecg_ids):
    """12 x 1000 millivolts by id."""
    with (folder / "ptbxl_database.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {int(float(row["ecg_id"])): row for row in csv.DictReader(file)}
    if ecg_ids is None:
        ecg_ids = [ecg_id for ecg_id, row in rows.items() if int(row["strat_fold"]) in TEST_FOLDS][:COUNT]
    missing = [ecg_id for ecg_id in ecg_ids if ecg_id not in rows]
    if missing or not ecg_ids:
        raise Problem(f"{folder} has no ECG {missing[0]}." if missing else f"{folder} has no ECG in the test folds.")
    return {ecg_id: read_record(folder / rows[ecg_id]["filename_lr"])[1] for ecg_id in ecg_ids}


def _to_counts(ecg_id, millivolts):
    counts = np.rint(millivolts * UNITS_PER_MILLIVOLT)
    if np.abs(millivolts * UNITS_PER_MILLIVOLT - counts).max() > 1e-6 or np.abs(counts).max() > 32767:
        raise Problem(f"The samples of ECG {ecg_id} are not whole microvolts within ±32.767 mV.")
    return counts.astype("<i2")


def _answers(checkpoint, inputs):
    network = FusedNetwork(checkpoint)
    similarities, windows = [], {}
    with torch.no_grad():
        for part in network.networks:
            features = part.features(inputs)
            similarities.append(part.similarities(features).numpy())
            windows[part.branch.name] = part.window_similarities(features).argmax(2).numpy()
    similarities = np.concatenate(similarities, axis=1).astype(np.float64)
    # In float64: the weights are so steep that a float32 sum would lose 1e-4 of a logit.
    logits = similarities @ network.weight.T.astype(np.float64) + network.bias
    for row, logit in enumerate(logits):
        yield {
            "similarities": similarities[row].round(6).tolist(),
            "morphologyWindows": windows["morphology"][row].tolist(),
            "logits": logit.round(5).tolist(),
            "probabilities": (1 / (1 + np.exp(-logit))).round(7).tolist(),
        }


def main():
    options = parser("Writes what PyTorch computes of some ECGs.")
    options.add_argument("--checkpoint", required=True)
    options.add_argument("--data", required=True, help="folder in PTB-XL's layout")
    options.add_argument("--ecg-ids", type=int, nargs="+", help=f"the first {COUNT} of the test folds unless given")
    options.add_argument("--out", required=True, help="place and beginning of the names of both files")
    chosen = options.parse_args()
    ecg_ids = write_fixture(chosen.checkpoint, chosen.data, chosen.out, chosen.ecg_ids)
    print(f"{chosen.out}: {len(ecg_ids)} ECGs, {', '.join(map(str, ecg_ids))}")


if __name__ == "__main__":
    run_command(main)
