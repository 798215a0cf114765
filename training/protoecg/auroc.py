"""The area under the receiver operating characteristic."""

import numpy as np
from scipy.stats import rankdata


def auroc(labels, scores):
    """Probability that a random positive scores higher than a random negative, ties counting one half.

    `labels` N (0 or 1), `scores` N. NaN where all labels are equal. By the rank sum of Mann and Whitney (1947).
    """
    positive = np.asarray(labels) > 0
    positives, negatives = int(positive.sum()), int((~positive).sum())
    if positives == 0 or negatives == 0:
        return float("nan")
    rank_sum = rankdata(scores)[positive].sum()
    return float((rank_sum - positives * (positives + 1) / 2) / (positives * negatives))


def auroc_per_label(labels, scores):
    """`auroc` of each column of two N x C arrays."""
    return np.array([auroc(labels[:, column], scores[:, column]) for column in range(labels.shape[1])])


def macro_auroc(labels, scores):
    """Mean of `auroc` over the columns that hold both values; NaN where there is none."""
    values = auroc_per_label(labels, scores)
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")
