import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import { formatMeasured, type MeasurementName } from './measurementValue';
import { text } from '../text';

interface LineItem {
  readonly label: string;
  readonly values: readonly LineValue[];
}

interface LineValue {
  readonly name: MeasurementName;
  /** What it is called where a reason is given for several at once. */
  readonly label: string;
  readonly write: (value: string) => string;
}

const words = text.measurements;

/** What a cardiologist reads first, in the order in which it is read. */
const ITEMS: readonly LineItem[] = [
  createItem('heartRatePerMinute', words.heartRate),
  createItem('prMs', words.pr),
  createItem('qrsMs', words.qrs),
  createItem('qtMs', words.qt),
  {
    label: words.qtc,
    values: [
      { name: 'qtcBazettMs', label: words.qtc, write: words.bazett },
      { name: 'qtcFridericiaMs', label: words.qtc, write: words.fridericia },
    ],
  },
  {
    label: words.axes,
    values: [createAxis('pAxisDegrees', 'P'), createAxis('qrsAxisDegrees', 'QRS'), createAxis('tAxisDegrees', 'T')],
  },
];

interface MeasurementLineProps {
  readonly measured: EcgMeasurements;
}

/** Rate, intervals and axes in one line; below it, why some cannot be measured. */
export function MeasurementLine({ measured }: MeasurementLineProps) {
  const reasons = groupReasons(measured);
  const values = ITEMS.flatMap((item) => item.values);
  const isAnyMeasured = values.some(({ name }) => measured[name].status === 'measured');
  return (
    <>
      {isAnyMeasured && (
        <dl className="measurement-line">
          {ITEMS.map((item) => (
            <div key={item.label}>
              <dt>{item.label}</dt>
              {toParts(item, measured).map((part) => (
                <dd key={part}>{part}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {reasons.length > 0 && (
        <ul className="measurement-reasons">
          {reasons.map(({ reason, labels }) => (
            <li key={reason}>{words.because(labels, reason)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function createItem(name: MeasurementName, label: string): LineItem {
  return { label, values: [{ name, label, write: (value) => value }] };
}

function createAxis(name: MeasurementName, wave: 'P' | 'QRS' | 'T'): LineValue {
  return { name, label: words.name(name), write: (value) => words.axisOf(wave, value) };
}

/** The values of an item; where none of them is measurable, that alone. */
function toParts({ values }: LineItem, measured: EcgMeasurements): string[] {
  if (values.every(({ name }) => measured[name].status === 'unmeasurable')) return [words.notMeasurable];
  return values.map(({ name, write }) => {
    const found = measured[name];
    return write(found.status === 'measured' ? formatMeasured(name, found.value) : words.notMeasurable);
  });
}

/** Each reason once, with all that it holds for. */
function groupReasons(measured: EcgMeasurements): { readonly reason: string; readonly labels: readonly string[] }[] {
  const labelsOf = new Map<string, Set<string>>();
  for (const { name, label } of ITEMS.flatMap(({ values }) => values)) {
    const found = measured[name];
    if (found.status === 'measured') continue;
    labelsOf.set(found.reason, (labelsOf.get(found.reason) ?? new Set()).add(label));
  }
  return [...labelsOf].map(([reason, labels]) => ({ reason, labels: [...labels] }));
}
