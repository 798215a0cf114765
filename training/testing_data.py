"""ECG-like records for tests, written in PTB-XL's layout: every statement leaves a trace of its own."""

import pathlib

import numpy as np

from protoecg.statements import CATEGORIES, STATEMENTS
from protoecg.wfdb import LEADS


def write_dataset(folder, count, seed=0):
    """Writes `count` records of 10 s at 100 Hz, folds 1 to 10 in turn; the first 71 each carry another statement."""
    folder = pathlib.Path(folder)
    random = np.random.default_rng(seed)
    lines = ["ecg_id,age,sex,scp_codes,strat_fold,filename_lr"]
    by_category = [[i for i, own in enumerate(CATEGORIES) if own == category] for category in (1, 3, 4)]
    for number in range(count):
        present = {int(random.choice(group)) for group in by_category} | ({number} if number < len(STATEMENTS) else set())
        ecg_id = 10 * number + 7
        name = f"records100/{ecg_id // 1000 * 1000:05d}/{ecg_id:05d}_lr"
        write_record(folder / name, draw_ecg(present, random))
        codes = {STATEMENTS[i]: 100.0 for i in sorted(present)}
        # The first ECGs, which alone may carry a statement, are for training.
        fold = 1 + number % 8 if number < len(STATEMENTS) else 1 + number % 10
        lines.append(f'{ecg_id},{40 + number % 50},{number % 2},"{codes}",{fold},{name}')
    (folder / "ptbxl_database.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def draw_ecg(present, random):
    """12 x 1000 millivolts: a beat a second, and for each statement short waves of its own frequency in its own lead."""
    t = np.arange(1000) / 100
    beats = np.exp(-0.5 * ((t % 1 - 0.3) / 0.02) ** 2)
    ecg = np.outer(np.linspace(0.5, 1.0, 12), beats) + 0.02 * random.standard_normal((12, 1000))
    for statement in present:
        phase = random.uniform(0, 2 * np.pi)
        after_beat = np.exp(-0.5 * ((t % 1 - 0.6) / 0.08) ** 2)
        ecg[statement % 12] += 0.5 * np.sin(2 * np.pi * (3 + 2.5 * (statement // 12)) * t + phase) * after_beat
    return ecg


def write_record(path, millivolts, rate_hz=100):
    """Writes a WFDB record of format 16 with 1000 units a millivolt."""
    path.parent.mkdir(parents=True, exist_ok=True)
    counts = np.rint(1000 * np.asarray(millivolts)).astype("<i2")
    counts.T.tofile(path.with_name(path.name + ".dat"))
    lines = [f"{path.name} 12 {rate_hz} {counts.shape[1]}"]
    lines += [f"{path.name}.dat 16 1000.0(0)/mV 16 0 {row[0]} 0 0 {lead}" for lead, row in zip(LEADS, counts)]
    path.with_name(path.name + ".hea").write_text("\n".join(lines) + "\n", encoding="ascii")
