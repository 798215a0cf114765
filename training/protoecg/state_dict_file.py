"""Reads the tensors of a checkpoint and runs nothing that its pickle asks for.

`torch.load` with a restricted unpickler would do, but PyTorch 1.13 ignores the one it is given.
"""

import collections
import pickle
import zipfile

import torch

from .problem import Problem

_DTYPES = {
    "FloatStorage": torch.float32,
    "DoubleStorage": torch.float64,
    "HalfStorage": torch.float16,
    "BFloat16Storage": torch.bfloat16,
    "LongStorage": torch.int64,
    "IntStorage": torch.int32,
    "ShortStorage": torch.int16,
    "CharStorage": torch.int8,
    "ByteStorage": torch.uint8,
    "BoolStorage": torch.bool,
}


def read_state_dict(path):
    """The tensors of a checkpoint by name, without the prefix `model.` or `net.`.

    Whatever else the pickle names becomes an empty stand-in. Raises Problem where the file is missing or is no
    checkpoint in PyTorch's zip format.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            content = _read(archive)
    except FileNotFoundError:
        raise Problem(f"There is no file {path}.") from None
    except (zipfile.BadZipFile, pickle.UnpicklingError, EOFError, KeyError, StopIteration, ValueError) as error:
        raise Problem(f"{path} is no PyTorch checkpoint ({error or type(error).__name__}).") from None
    state = content.get("state_dict", content)
    tensors = {key: value for key, value in state.items() if isinstance(value, torch.Tensor)}
    return {key.split(".", 1)[1] if key.split(".")[0] in ("model", "net") else key: value for key, value in tensors.items()}


def _read(archive):
    pickled = next(name for name in archive.namelist() if name.endswith("data.pkl"))
    folder = pickled[: -len("data.pkl")]
    storages = {}

    def read_storage(reference):
        _, kind, key, _, _ = reference
        if key not in storages:
            content = bytearray(archive.read(f"{folder}data/{key}"))
            storages[key] = torch.frombuffer(content, dtype=kind) if content else torch.empty(0, dtype=kind)
        return storages[key]

    with archive.open(pickled) as file:
        unpickler = _TensorUnpickler(file)
        unpickler.persistent_load = read_storage
        return unpickler.load()


class _StandIn:
    """Takes whatever a pickle does to an object, and keeps nothing."""

    def __init__(self, *_arguments, **_options):
        pass

    def __call__(self, *_arguments):
        return self

    append = extend = add = update = __setstate__ = __setitem__ = __init__


class _TensorUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if module == "torch" and name in _DTYPES:
            return _DTYPES[name]
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, size, stride, *_: torch.as_strided(storage, size, stride, offset)
        if (module, name) == ("torch._utils", "_rebuild_parameter"):
            return lambda tensor, *_: tensor
        return _StandIn
