"""The only preprocessing of the published model: a zero-phase high-pass."""

import numpy as np
from scipy.signal import butter, filtfilt

SAMPLING_RATE_HZ = 100
SAMPLE_COUNT = 1000
CUTOFF_HZ = 0.5


def high_pass(millivolts):
    """Removes baseline wander: first-order Butterworth high-pass at 0.5 Hz, forward and backward along the last axis.

    `millivolts` are sampled at 100 Hz. Computed in float64, returned as float32, as published.
    """
    b, a = butter(1, CUTOFF_HZ / (SAMPLING_RATE_HZ / 2), "high")
    return filtfilt(b, a, np.asarray(millivolts, dtype=np.float64), axis=-1).astype(np.float32)
