import { Problem } from '../../problem';

/** Numbers in rows and columns, or in more dimensions. */
export interface Matrix {
  /** How many there are in each dimension. */
  readonly shape: readonly number[];
  /** All of them; NaN where one is missing. */
  readonly numbers: Float64Array;
  /** Whether the first index changes fastest, as in Fortran and MATLAB, instead of the last, as in C. */
  readonly isFirstFastest: boolean;
}

/** 46 min of twelve leads at 500 Hz, in 64-bit numbers 128 MB. */
const MOST_NUMBERS = 2 ** 24;

/** "12 × 5000", as a sentence tells a shape. */
export function toShapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'a single number' : shape.join(' × ');
}

/**
 * How many numbers a shape has.
 * @throws Problem where they are more than can be read: nothing is set aside for them before.
 */
export function toNumberCount(shape: readonly number[], name: string): number {
  const count = shape.reduce((product, length) => product * length, 1);
  if (count <= MOST_NUMBERS) return count;
  throw new Problem(`${name} announces ${toShapeText(shape)} numbers; up to ${MOST_NUMBERS} can be read.`);
}

/** Rows and columns of a matrix whose other dimensions, if any, have length 1; undefined where they are others. */
export function findRowsAndColumns({ shape }: Pick<Matrix, 'shape'>): readonly [rows: number, columns: number] | undefined {
  const longer = shape.filter((length) => length !== 1);
  if (longer.length === 2) return [longer[0]!, longer[1]!];
  // A single lead: which of its two dimensions is the longer says how it lies.
  return longer.length === 1 && shape.length > 1 ? (shape[0] === 1 ? [1, longer[0]!] : [longer[0]!, 1]) : undefined;
}

/** The leads in a matrix of rows and columns: its rows, or its columns where the leads lie in them. */
export function toLeads(matrix: Matrix, leadsAre: 'rows' | 'columns', name: string): readonly Float64Array[] {
  const found = findRowsAndColumns(matrix);
  if (!found) throw new Problem(`${name} holds numbers of the shape ${toShapeText(matrix.shape)}, which is no table of leads.`);
  const [rows, columns] = found;
  const [leadCount, sampleCount] = leadsAre === 'rows' ? [rows, columns] : [columns, rows];
  const areApart = (leadsAre === 'rows') === matrix.isFirstFastest;
  return Array.from({ length: leadCount }, (_, lead) => {
    if (!areApart) return matrix.numbers.subarray(lead * sampleCount, (lead + 1) * sampleCount);
    return Float64Array.from({ length: sampleCount }, (_sample, sample) => matrix.numbers[sample * leadCount + lead]!);
  });
}
