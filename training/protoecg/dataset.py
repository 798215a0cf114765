"""ECGs in PTB-XL's folder layout: what the network reads of each, its labels and its fold."""

import ast
import csv
import dataclasses
import hashlib
import json
import os
import pathlib

import numpy as np

from .preprocessing import SAMPLE_COUNT, SAMPLING_RATE_HZ, high_pass
from .problem import Problem
from .progress import Progress
from .statements import STATEMENTS
from .wfdb import LEADS, read_record

COLUMNS = ("ecg_id", "scp_codes", "filename_lr", "strat_fold")
TRAINING_FOLDS = tuple(range(1, 9))
VALIDATION_FOLDS = (9,)
TEST_FOLDS = (10,)


@dataclasses.dataclass(frozen=True)
class Ecgs:
    """N ECGs. `inputs` N x 12 x 1000 (mV, filtered, float32), `labels` N x 71 (0 or 1), `ecg_ids` and `folds` N."""

    inputs: np.ndarray
    labels: np.ndarray
    ecg_ids: np.ndarray
    folds: np.ndarray

    def __len__(self):
        return len(self.ecg_ids)

    def in_folds(self, folds):
        """Positions of the ECGs in these folds, ascending."""
        return np.flatnonzero(np.isin(self.folds, folds))


def open_ecgs(folder, cache):
    """Opens a folder laid out as PTB-XL: `ptbxl_database.csv` and the 100 Hz records it names in `filename_lr`.

    Filtered inputs are kept in the folder `cache` as one array and read from there next time. A statement counts as
    present whatever its likelihood, as published. Raises Problem where the folder is not laid out so.
    """
    folder, cache = pathlib.Path(folder), pathlib.Path(cache)
    table = folder / "ptbxl_database.csv"
    try:
        content = table.read_bytes()
    except FileNotFoundError:
        raise Problem(f"{folder} is not laid out as PTB-XL: there is no ptbxl_database.csv in it.") from None
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    missing = [column for column in COLUMNS if not rows or column not in rows[0]]
    if missing:
        raise Problem(f'{table} has no column "{missing[0]}", or no ECG.')
    return Ecgs(
        inputs=_filtered_inputs(folder, cache, rows, hashlib.sha256(content).hexdigest()),
        labels=np.stack([_to_labels(row) for row in rows]),
        ecg_ids=np.array([int(float(row["ecg_id"])) for row in rows]),
        folds=np.array([int(row["strat_fold"]) for row in rows]),
    )


def _to_labels(row):
    try:
        codes = ast.literal_eval(row["scp_codes"])
        return np.array([code in codes for code in STATEMENTS], dtype=np.float32)
    except (ValueError, SyntaxError, TypeError):
        raise Problem(f'The scp_codes of ECG {row["ecg_id"]} cannot be read: "{row["scp_codes"]}".') from None


def _filtered_inputs(folder, cache, rows, table_hash):
    file, note = cache / "inputs.npy", cache / "inputs.json"
    about = {"table": table_hash, "count": len(rows), "folder": str(folder.resolve())}
    if not (file.exists() and note.exists() and json.loads(note.read_text()) == about):
        cache.mkdir(parents=True, exist_ok=True)
        partial = cache / f"inputs.partial-{os.getpid()}.npy"
        shape = (len(rows), len(LEADS), SAMPLE_COUNT)
        inputs = np.lib.format.open_memmap(partial, mode="w+", dtype=np.float32, shape=shape)
        progress = Progress("Reading ECGs", len(rows))
        for position, row in enumerate(rows):
            inputs[position] = high_pass(_read_ten_seconds(folder, row["filename_lr"]))
            progress.show(position + 1)
        inputs.flush()
        note.unlink(missing_ok=True)
        partial.replace(file)
        note.write_text(json.dumps(about))
    # Copy on write: PyTorch wants arrays that it may write to, and processes share the pages.
    return np.load(file, mmap_mode="c")


def _read_ten_seconds(folder, name):
    rate_hz, millivolts = read_record(folder / name)
    if rate_hz != SAMPLING_RATE_HZ or millivolts.shape[1] != SAMPLE_COUNT:
        raise Problem(
            f"The record {name} has {millivolts.shape[1]} samples at {rate_hz:g} Hz; "
            f"the model reads {SAMPLE_COUNT} at {SAMPLING_RATE_HZ} Hz."
        )
    return millivolts
