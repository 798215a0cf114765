import { Problem } from '../../ecg/problem';

/** A tensor of a checkpoint, converted to float32 only when it is read. */
export interface LazyTensor {
  readonly shape: readonly number[];
  /** The numbers row by row, as float32. */
  read(): Float32Array;
}

/** The tensors of one module of a checkpoint, by their names within the module. */
export interface StateDict {
  has(key: string): boolean;
  /**
   * The numbers of a tensor.
   *
   * @param shape the sizes it must have; `null` where any size will do.
   * @throws Problem when the tensor is missing, has another shape, or holds a number that is not finite.
   */
  read(key: string, shape: readonly (number | null)[]): { shape: readonly number[]; values: Float32Array };
  /** The names that begin with `prefix`, without it. */
  keys(prefix: string): string[];
}

/** The part of a checkpoint whose names begin with `prefix`. `source` names the file in error sentences. */
export function createStateDict(tensors: ReadonlyMap<string, LazyTensor>, prefix: string, source: string): StateDict {
  return {
    has: (key) => tensors.has(prefix + key),
    keys: (inner) =>
      [...tensors.keys()].filter((key) => key.startsWith(prefix + inner)).map((key) => key.slice((prefix + inner).length)),
    read(key, wanted) {
      const tensor = tensors.get(prefix + key);
      if (!tensor) throw new Problem(`${source} has no tensor "${prefix + key}", so it is not a ProtoECGNet checkpoint.`);
      const { shape } = tensor;
      if (shape.length !== wanted.length || !shape.every((size, axis) => wanted[axis] === null || wanted[axis] === size)) {
        const expected = wanted.map((size) => size ?? 'any').join(' × ');
        throw new Problem(`In ${source}, "${prefix + key}" is ${shape.join(' × ')} instead of ${expected}.`);
      }
      const values = tensor.read();
      if (!values.every(Number.isFinite)) {
        throw new Problem(`In ${source}, "${prefix + key}" holds a number that is not finite.`);
      }
      return { shape, values };
    },
  };
}
