"""Prints AUROC of a few statements, or of any of several, over ECGs of several folders taken together.

    python training/pooled_auroc.py --checkpoint OUT/fusion.ckpt --data DIR DIR … --of SBRAD AFIB CRBBB+CLBBB

`A+B` is present where A or B is, and scored with the larger of their probabilities. Folders are laid out as PTB-XL; all
folds count. The interval is that of `results.py`.
"""

import hashlib
import pathlib

import numpy as np
import torch

from protoecg.auroc import auroc_per_label
from protoecg.dataset import open_ecgs
from protoecg.fusion import FusedNetwork
from protoecg.options import choose_device, parser, run_command
from protoecg.problem import Problem
from protoecg.settings import Settings
from protoecg.statements import STATEMENTS
from results import auroc_interval


def pool(labels, probabilities, group):
    """Of a group `A+B`: label and score of each ECG. Raises Problem for an unknown statement."""
    codes = group.split("+")
    unknown = [code for code in codes if code not in STATEMENTS]
    if unknown:
        raise Problem(f'There is no statement "{unknown[0]}" among the 71.')
    columns = [list(STATEMENTS).index(code) for code in codes]
    return labels[:, columns].max(axis=1), probabilities[:, columns].max(axis=1)


def main():
    options = parser("AUROC over several folders.")
    options.add_argument("--checkpoint", required=True)
    options.add_argument("--data", nargs="+", required=True)
    options.add_argument("--of", nargs="+", required=True, metavar="CODE[+CODE]")
    options.add_argument("--cache", help="folder for the filtered ECGs (default: beside the checkpoint)")
    options.add_argument("--device", default="auto")
    chosen = options.parse_args()
    device = choose_device(chosen.device)
    network = FusedNetwork(chosen.checkpoint, device)
    cache = pathlib.Path(chosen.cache or pathlib.Path(chosen.checkpoint).parent / "pooled")
    labels, probabilities = [], []
    for folder in chosen.data:
        ecgs = open_ecgs(folder, cache / hashlib.sha256(folder.encode()).hexdigest()[:8])
        settings = Settings(device=device, batch_size=64)
        similarities = network.similarities(torch.from_numpy(ecgs.inputs), np.arange(len(ecgs)), settings)
        labels.append(ecgs.labels)
        probabilities.append(network.probabilities(similarities))
    labels, probabilities = np.concatenate(labels), np.concatenate(probabilities)
    print(f"| statement | of {len(labels)} ECGs | AUROC (95 %) |\n| --- | ---: | ---: |")
    for group in chosen.of:
        present, score = pool(labels, probabilities, group)
        auroc = auroc_per_label(present[:, None], score[:, None])[0]
        count = int(present.sum())
        low, high = auroc_interval(auroc, count, len(present) - count)
        print(f"| {group} | {count} | {auroc:.3f} ({low:.2f}–{high:.2f}) |")


if __name__ == "__main__":
    run_command(main)
