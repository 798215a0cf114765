"""Command-line options shared by training and ablations."""

import argparse
import dataclasses
import os
import sys

import torch

from .losses import LossWeights
from .problem import Problem
from .settings import Settings


def add_options(parser):
    """Adds the options that `to_settings` reads."""
    default = Settings()
    data = parser.add_argument_group("data")
    data.add_argument("--data", required=True, help="folder in PTB-XL's layout")
    data.add_argument("--out", required=True, help="folder for checkpoints, metadata and metrics")
    data.add_argument("--cache", help="folder for the filtered ECGs, shared by runs (default: OUT/cache)")
    schedule = parser.add_argument_group("schedule")
    for stage in default.epochs:
        schedule.add_argument(f"--epochs-{stage}", type=int, default=default.epochs[stage], metavar="N")
        schedule.add_argument(f"--lr-{stage}", type=float, default=default.learning_rates[stage], metavar="RATE")
    schedule.add_argument("--epochs", type=int, metavar="N", help="epochs of the features and the joint stage")
    schedule.add_argument("--batch", type=int, default=default.batch_size, metavar="N")
    schedule.add_argument("--patience", type=int, default=default.patience, metavar="EPOCHS")
    schedule.add_argument("--weight-decay", type=float, default=default.weight_decay)
    schedule.add_argument("--dropout", type=float, default=default.dropout, help="before layer 4 of the 2-D trunks")
    loss = parser.add_argument_group("loss")
    for field in dataclasses.fields(LossWeights):
        loss.add_argument(f"--{field.name}", type=float, default=field.default, metavar="WEIGHT")
    loss.add_argument("--l1", type=float, default=default.l1, help="of the classifiers' weights")
    departures = parser.add_argument_group("departures from the published training")
    departures.add_argument("--augment", action="store_true", help="vary amplitude and add faint noise")
    departures.add_argument("--distinct-sources", action="store_true", help="a class's prototypes come from different ECGs")
    departures.add_argument("--standardise-fusion", action="store_true", help="fusion learns on standardised similarities")
    precisions = ("float32", "bfloat16")
    departures.add_argument("--precision", choices=precisions, default=default.precision, help="of the trunk in training")
    departures.add_argument("--base-width", type=int, default=default.base_width, help="of the trunk (published: 64)")
    departures.add_argument("--prototypes", type=int, nargs=3, metavar=("RHYTHM", "MORPHOLOGY", "GLOBAL"), help="per class")
    machine = parser.add_argument_group("machine")
    machine.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 …")
    machine.add_argument("--threads", type=int, default=os.cpu_count(), metavar="N")
    machine.add_argument("--seed", type=int, default=default.seed)
    return parser


def to_settings(options):
    """The settings that the options ask for. Raises Problem where the device is not there."""
    torch.set_num_threads(options.threads)
    epochs = {stage: getattr(options, f"epochs_{stage}") for stage in Settings().epochs}
    if options.epochs is not None:
        epochs.update(features=options.epochs, joint=options.epochs)
    return Settings(
        seed=options.seed,
        base_width=options.base_width,
        prototypes_per_class=options.prototypes and tuple(options.prototypes),
        epochs=epochs,
        learning_rates={stage: getattr(options, f"lr_{stage}") for stage in epochs},
        batch_size=options.batch,
        weight_decay=options.weight_decay,
        dropout=options.dropout,
        patience=options.patience,
        loss_weights=LossWeights(*(getattr(options, field.name) for field in dataclasses.fields(LossWeights))),
        l1=options.l1,
        augment=options.augment,
        distinct_sources=options.distinct_sources,
        standardise_fusion=options.standardise_fusion,
        precision=options.precision,
        device=choose_device(options.device),
    )


def choose_device(name):
    """`auto`: a CUDA device where there is one. Raises Problem where the named one is not there."""
    if name == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    if name.startswith("cuda") and not torch.cuda.is_available():
        raise Problem(f'The device "{name}" is not there: PyTorch finds no CUDA on this machine.')
    return name


def run_command(main):
    """Runs `main`; a problem becomes one sentence on stderr and exit code 1."""
    try:
        main()
    except Problem as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Interrupted; --resume continues from the last complete epoch.")


def parser(description):
    """An argument parser that shows defaults."""
    return argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
