"""How similar ECGs with and without a prototype's statement usually are to it."""

import numpy as np

PERCENTILES = (1, 5, 25, 50, 75, 95, 99)


def similarity_reference(similarities, labels, identity):
    """For each prototype what its similarity is over ECGs with one of its classes and over those without.

    `similarities` N x P, `labels` N x C, `identity` P x C. Each entry has `with` and `without`: count, mean, sample
    standard deviation and percentiles; null where there are fewer than two ECGs.
    """
    carries = labels @ identity.T > 0
    return [
        {
            "with": _summary(similarities[carries[:, prototype], prototype]),
            "without": _summary(similarities[~carries[:, prototype], prototype]),
        }
        for prototype in range(similarities.shape[1])
    ]


def _summary(values):
    if len(values) < 2:
        return None
    values = values.astype(np.float64)
    return {
        "count": len(values),
        "mean": round(float(values.mean()), 6),
        "sd": round(float(values.std(ddof=1)), 6),
        "percentiles": {str(p): round(float(np.percentile(values, p)), 6) for p in PERCENTILES},
    }
