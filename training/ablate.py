"""Compares variants of ProtoECGNet on a smaller set and writes the rows of the table in RESULTS.md.

    python training/ablate.py --data DIR --out DIR [--ecgs 4000] [--seeds 0 1 2]

Interrupted runs continue when the same command is given again.
"""

import dataclasses
import json
import pathlib

import numpy as np

from protoecg.ablation import VARIANTS, reduced, run_variant
from protoecg.dataset import open_ecgs
from protoecg.options import add_options, parser, run_command, to_settings
from protoecg.saving import save_json


def to_rows(results):
    """Markdown rows: variant, mean and sample standard deviation of macro-AUROC, number of seeds."""
    rows = ["| variant | macro-AUROC | seeds |", "| --- | --- | --- |"]
    for name, scores in results.items():
        values = np.array(list(scores.values()))
        spread = f" ± {values.std(ddof=1):.4f}" if len(values) > 1 else ""
        rows.append(f"| {VARIANTS[name]} | {values.mean():.4f}{spread} | {len(values)} |")
    return rows


def main():
    options = add_options(parser("Compares variants of ProtoECGNet."))
    options.add_argument("--ecgs", type=int, default=4000, help="training ECGs of the smaller set")
    options.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    options.add_argument("--variants", nargs="+", choices=tuple(VARIANTS), default=list(VARIANTS))
    chosen = options.parse_args()
    out = pathlib.Path(chosen.out)
    everything = open_ecgs(chosen.data, chosen.cache or out / "cache")
    # The set is the same for all seeds, so that these measure the training alone.
    ecgs = reduced(everything, chosen.ecgs, 0)
    file = out / "ablations.json"
    found = json.loads(file.read_text()) if file.exists() else {}
    # "no-contrastive" takes over the feature stage of "fused".
    for seed in chosen.seeds:
        settings = dataclasses.replace(to_settings(chosen), seed=seed)
        for name in (name for name in VARIANTS if name in chosen.variants):
            scores = found.setdefault(name, {})
            if str(seed) not in scores:
                scores[str(seed)] = run_variant(name, ecgs, settings, out / f"seed-{seed}")
                save_json(file, found)
            print(f"{VARIANTS[name]}, seed {seed}: macro-AUROC {scores[str(seed)]:.4f}", flush=True)
    rows = to_rows({name: found[name] for name in VARIANTS if name in found})
    (out / "ablations.md").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    run_command(main)
