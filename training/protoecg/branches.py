"""The three branches of ProtoECGNet: their published names, sizes and classes."""

import dataclasses
import typing

from .statements import CATEGORIES, STATEMENTS

FEATURE_STEPS = 32
"""Steps along time into which a trunk divides the 1000 samples of a record."""


@dataclasses.dataclass(frozen=True)
class Branch:
    """One branch. `columns` are the positions of its classes among the 71 statements."""

    name: str
    module_name: str
    """The branch's name in published checkpoints."""
    metadata_name: str
    """How the names of its published prototype metadata begin."""
    columns: typing.Tuple[int, ...]
    prototypes_per_class: int
    window_steps: typing.Optional[int]
    """Feature steps that a prototype spans; None where features are averaged over the whole record."""

    @property
    def classes(self):
        """SCP codes of its classes, in order."""
        return [STATEMENTS[column] for column in self.columns]

    @property
    def is_flat(self):
        """Whether the published trunk is one-dimensional and averages over time."""
        return self.window_steps is None

    @property
    def prototype_count(self):
        return len(self.columns) * self.prototypes_per_class


def _branch(name, module_name, metadata_name, category, prototypes_per_class, window_steps):
    columns = tuple(i for i, own in enumerate(CATEGORIES) if own == category)
    return Branch(name, module_name, metadata_name, columns, prototypes_per_class, window_steps)


BRANCHES = (
    _branch("rhythm", "model1d", "cat1_1D", 1, 5, None),
    _branch("morphology", "model2d_partial", "cat3_2D_partial", 3, 18, 3),
    _branch("global", "model2d_global", "cat4_2D_global", 4, 7, FEATURE_STEPS),
)
"""The published branches in the order in which the fusion layer concatenates their similarities."""
