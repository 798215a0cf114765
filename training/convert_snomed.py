"""Lays out WFDB records with SNOMED CT codes as PTB-XL, so that `evaluate.py` reads them.

    python training/convert_snomed.py --data DIR --out OUT

DIR holds 10 s records in WFDB format 16 at 100 Hz or a multiple of it, and `labels.csv` with the columns `record`, `age`,
`sex` and `snomed` (codes separated by blanks), as cut from the Chapman-Shaoxing database (Zheng et al., Sci Data 2020;7:48).
Writes `ptbxl_database.csv` and 100 Hz records. Every ECG comes into fold 10: they are for testing alone. A code that
means none of the 71 statements is left out and counted in the last line.
"""

import collections
import csv
import pathlib

import numpy as np
from scipy.signal import resample_poly

from protoecg.options import parser, run_command
from protoecg.preprocessing import SAMPLE_COUNT, SAMPLING_RATE_HZ
from protoecg.problem import Problem
from protoecg.wfdb import LEADS, read_record

TO_STATEMENTS = {
    "426783006": ("SR",),  # sinus rhythm
    "426177001": ("SBRAD",),
    "427084000": ("STACH",),
    "427393009": ("SARRH",),
    "164889003": ("AFIB",),
    "164890007": ("AFLT",),
    "426761007": ("SVTAC",),
    "713422000": ("SVTAC",),  # atrial tachycardia
    "10370003": ("PACE",),
    "270492004": ("1AVB",),
    "195042002": ("2AVB",),
    "27885002": ("3AVB",),
    "74390002": ("WPW",),
    "284470004": ("PAC",),
    "63593006": ("PAC",),  # supraventricular premature beats
    "251173003": ("PAC", "BIGU"),  # atrial bigeminy
    "17338001": ("PVC",),
    "427172004": ("PVC",),
    "59118001": ("CRBBB",),  # right bundle branch block, taken as complete
    "713427006": ("CRBBB",),
    "713426002": ("IRBBB",),
    "164909002": ("CLBBB",),
    "733534002": ("CLBBB",),
    "445118002": ("LAFB",),
    "445211001": ("LPFB",),
    "698252002": ("IVCD",),
    "164873001": ("LVH",),
    "55827005": ("LVH",),  # left ventricular high voltage
    "89792004": ("RVH",),
    "446358003": ("RAO/RAE",),
    "67741000119109": ("LAO/LAE",),
    "251146004": ("LVOLT",),
    "111975006": ("LNGQT",),
    "164917005": ("QWAVE",),
    "164934002": ("NDT",),  # T wave change
    "59931005": ("INVT",),
    "428750005": ("NST_",),  # non-specific ST-T change
    "429622005": ("STD_",),
    "164931005": ("STE_",),
}
"""SNOMED CT identifier (as listed for the PhysioNet/CinC Challenge 2021) to PTB-XL's statements."""


def convert(folder, out):
    """Converts the records of `folder`; returns how many there are and how often each unknown code occurred."""
    folder, out = pathlib.Path(folder), pathlib.Path(out)
    try:
        rows = list(csv.DictReader((folder / "labels.csv").read_text(encoding="utf-8-sig").splitlines()))
    except FileNotFoundError:
        raise Problem(f"There is no labels.csv in {folder}.") from None
    if not rows or not {"record", "snomed"} <= rows[0].keys():
        raise Problem(f'{folder / "labels.csv"} needs the columns "record" and "snomed".')
    (out / "records100").mkdir(parents=True, exist_ok=True)
    unknown = collections.Counter()
    with (out / "ptbxl_database.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("ecg_id", "age", "sex", "scp_codes", "strat_fold", "filename_lr"))
        for number, row in enumerate(rows, start=1):
            name = f"records100/{row['record']}_lr"
            _write_record(out / name, _at_100_hz(*read_record(folder / row["record"]), row["record"]))
            codes = row["snomed"].split()
            unknown.update(code for code in codes if code not in TO_STATEMENTS)
            statements = {code: 100.0 for snomed in codes for code in TO_STATEMENTS.get(snomed, ())}
            sex = {"male": 0, "female": 1}.get(row.get("sex", "").lower(), "")
            table.writerow((number, row.get("age", ""), sex, statements, 10, name))
    return len(rows), unknown


def _at_100_hz(rate_hz, millivolts, name):
    factor = rate_hz / SAMPLING_RATE_HZ
    if factor != round(factor) or millivolts.shape[1] != SAMPLE_COUNT * factor:
        raise Problem(f"The record {name} is not 10 s at a multiple of {SAMPLING_RATE_HZ} Hz.")
    return resample_poly(millivolts, 1, round(factor), axis=1)


def _write_record(path, millivolts):
    """One record in WFDB format 16, 1 µV per step."""
    counts = np.clip(np.rint(millivolts * 1000), -32767, 32767).astype("<i2")
    lines = [f"{path.name} {len(LEADS)} {SAMPLING_RATE_HZ} {counts.shape[1]}"]
    for lead, row in zip(LEADS, counts):
        checksum = int(row.astype(np.int64).sum()) & 0xFFFF
        lines.append(f"{path.name}.dat 16 1000.0(0)/mV 16 0 {row[0]} {checksum} 0 {lead}")
    path.with_name(path.name + ".hea").write_text("\n".join(lines) + "\n", encoding="ascii")
    counts.T.tofile(path.with_name(path.name + ".dat"))


def main():
    options = parser("Lays out WFDB records with SNOMED CT codes as PTB-XL.")
    options.add_argument("--data", required=True)
    options.add_argument("--out", required=True)
    chosen = options.parse_args()
    count, unknown = convert(chosen.data, chosen.out)
    left_out = ", ".join(f"{code} ({times}x)" for code, times in unknown.most_common()) or "none"
    print(f"{count} ECGs in {chosen.out}; codes that mean none of the 71 statements: {left_out}")


if __name__ == "__main__":
    run_command(main)
