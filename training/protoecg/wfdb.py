"""Reads 12-lead records in WFDB format 16, as PTB-XL stores them."""

import pathlib
import re

import numpy as np

from .problem import Problem

LEADS = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
"""The order of the leads in every array here."""

_POSITION = {lead.upper(): position for position, lead in enumerate(LEADS)}
_GAIN = re.compile(r"(?P<gain>[-+.\deE]+)?(\((?P<baseline>-?\d+)\))?(/(?P<unit>\S+))?$")
_MISSING = -(2**15)
_UNITS_PER_MILLIVOLT = {"mV": 1.0, "uV": 1000.0, "V": 0.001}


def read_record(path):
    """Reads the record `path` (without ending).

    Returns the sampling rate in Hz and 12 x samples millivolts (float64), leads in the order of `LEADS`.
    Format: WFDB Applications Guide, header(5) and signal(5). Raises Problem for any other format, a lead that is
    missing or unknown, missing samples, or a truncated file.
    """
    path = pathlib.Path(path)
    try:
        text = path.with_name(path.name + ".hea").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        raise Problem(f"There is no record {path}: its header {path.name}.hea is missing.") from None
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines or len(lines[0]) < 4:
        raise Problem(f"{path.name}.hea is no WFDB header with a number of samples.")
    count, rate_hz, samples = int(lines[0][1]), float(lines[0][2].split("/")[0]), int(lines[0][3])
    signals = lines[1 : count + 1]
    if len(signals) < count or any(len(signal) < 3 for signal in signals):
        raise Problem(f"{path.name}.hea announces {count} leads but does not describe them all.")
    positions = [_lead_position(signal, path) for signal in signals]
    if sorted(positions) != list(range(len(LEADS))):
        raise Problem(f"The record {path.name} does not have each of the 12 standard leads once.")
    raw = _read_samples(path, signals, samples)
    if (raw == _MISSING).any():
        raise Problem(f"The record {path.name} has missing samples.")
    millivolts = np.empty((count, samples))
    for row, (signal, position) in enumerate(zip(signals, positions)):
        millivolts[position] = _to_millivolts(raw[row], signal, path)
    return rate_hz, millivolts


def _lead_position(signal, path):
    name = signal[-1]
    if name.upper() not in _POSITION:
        raise Problem(f'The record {path.name} has a lead "{name}", which is no standard lead.')
    return _POSITION[name.upper()]


def _read_samples(path, signals, samples):
    """Counts as they stand in the file: leads x samples."""
    files = {signal[0] for signal in signals}
    formats = {signal[1] for signal in signals}
    if len(files) != 1 or formats != {"16"}:
        found = " and ".join(sorted(formats))
        raise Problem(f"The record {path.name} is in format {found}; only one file in format 16 is read.")
    file = path.with_name(files.pop())
    try:
        raw = np.fromfile(file, dtype="<i2")
    except FileNotFoundError:
        raise Problem(f"The record {path.name} has no signal file {file.name}.") from None
    if raw.size != samples * len(signals):
        raise Problem(f"{file.name} holds {raw.size} samples instead of {samples} for each of {len(signals)} leads.")
    return raw.reshape(samples, len(signals)).T


def _to_millivolts(counts, signal, path):
    match = _GAIN.match(signal[2])
    unit = match and (match["unit"] or "mV")
    if not match or unit not in _UNITS_PER_MILLIVOLT:
        raise Problem(f'The record {path.name} has the gain "{signal[2]}", which is in no unit of voltage.')
    adc_zero = signal[4] if len(signal) > 5 else 0
    baseline = int(match["baseline"] if match["baseline"] is not None else adc_zero)
    counts_per_unit = float(match["gain"] or 0) or 200.0
    return (counts - float(baseline)) / counts_per_unit / _UNITS_PER_MILLIVOLT[unit]
