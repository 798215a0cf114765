"""All that decides what a training run computes."""

import dataclasses
import typing

from .losses import LossWeights


@dataclasses.dataclass(frozen=True)
class Settings:
    """Published values are the defaults, except for the number of epochs and the learning rates, which are not published."""

    seed: int = 0
    base_width: int = 64
    prototypes_per_class: typing.Optional[typing.Tuple[int, int, int]] = None
    """Rhythm, morphology, global; None: 5, 18, 7."""
    epochs: typing.Mapping[str, int] = dataclasses.field(
        default_factory=lambda: {"features": 20, "joint": 20, "classifier": 20, "fusion": 50}
    )
    learning_rates: typing.Mapping[str, float] = dataclasses.field(
        default_factory=lambda: {"features": 1e-3, "joint": 1e-3, "classifier": 1e-3, "fusion": 1e-3}
    )
    batch_size: int = 32
    weight_decay: float = 1.7e-4
    dropout: float = 0.35
    patience: int = 10
    loss_weights: LossWeights = LossWeights()
    l1: float = 1e-4
    augment: bool = False
    distinct_sources: bool = False
    """Whether the prototypes of a class are projected onto different ECGs while there are enough."""
    standardise_fusion: bool = False
    """Whether the fusion layer learns on standardised similarities, folded into its weights afterwards."""
    precision: str = "float32"
    """`float32` or `bfloat16`, of the trunk while training."""
    device: str = "cpu"
