import type { Dtype } from './dtype';

/** A block of numbers in a record of its own (`data/<key>`), which any number of tensors may share. */
export interface PickledStorage {
  readonly key: string;
  /** PyTorch's name of the storage's class, for example `FloatStorage`. */
  readonly typeName: string;
  /** The type of its numbers; undefined where the tensor says it, or where this program cannot read it. */
  readonly dtype: Dtype | undefined;
  /** Number of items; bytes where the storage has no type. */
  readonly count: number;
}

/** What the pickle says about one tensor: a strided view of a storage, offset and strides counted in numbers. */
export interface PickledView {
  readonly storage: PickledStorage;
  readonly dtype: Dtype | undefined;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** A tensor as the pickle describes it: a view, or the name of a kind of tensor that is no plain array of numbers. */
export class PickledTensor {
  constructor(readonly content: PickledView | { readonly unreadableKind: string }) {
    // A hostile pickle may try to rewrite it after it was made.
    Object.freeze(this);
  }
}
