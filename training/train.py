"""Trains ProtoECGNet on ECGs in PTB-XL's layout and writes checkpoints that `npm run pack` converts.

    python training/train.py --data DIR --out DIR
"""

import pathlib

from protoecg.branches import BRANCHES
from protoecg.dataset import open_ecgs
from protoecg.options import add_options, parser, run_command, to_settings
from protoecg.training_run import train


def main():
    options = add_options(parser("Trains ProtoECGNet."))
    options.add_argument("--branch", choices=("all", *(branch.name for branch in BRANCHES)), default="all")
    options.add_argument("--resume", action="store_true", help="continue the run in OUT")
    chosen = options.parse_args()
    settings = to_settings(chosen)
    ecgs = open_ecgs(chosen.data, chosen.cache or pathlib.Path(chosen.out) / "cache")
    only = None if chosen.branch == "all" else chosen.branch
    metrics = train(ecgs, settings, chosen.out, only, chosen.resume)
    for name, result in metrics.get("auroc", {}).items():
        print(f"\nAUROC, {name} ECGs (macro {result['macro']:.4f})")
        for code, value in result["labels"].items():
            print(f"  {code:<8} {value:.4f}")


if __name__ == "__main__":
    run_command(main)
