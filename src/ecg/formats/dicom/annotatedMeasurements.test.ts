import { describe, expect, it } from 'vitest';
import { toAnnotation } from '../../../../tools/synthetic/dicom/dicomObject';
import { writeDicom } from '../../../../tools/synthetic/dicom/dicomWriter';
import type { WrittenItem } from '../../../../tools/synthetic/dicom/encodeDataSet';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { readEcg } from '../registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });

describe('what the device measured', () => {
  const measure = async (...annotations: WrittenItem[]) => {
    const edit = (object: WrittenItem): void => void (object['0040b020'] = { vr: 'SQ', value: annotations });
    return (await readEcg([writeDicom(ecg, { edit })])).deviceMeasurements;
  };

  it('is known by MDC codes too, and QTc by the formula that its name tells', async () => {
    const measured = await measure(
      toAnnotation('2:16770', 'Heart rate', 61, '{H.B.}/min'),
      toAnnotation('2:15872', 'PR interval global', 162, 'ms'),
      toAnnotation('2:16156', 'QRS duration global', 94, 'ms'),
      toAnnotation('2:16160', 'QT interval global', 402, 'ms'),
      toAnnotation('2:15880', 'QTc global using Bazett formula', 405, 'ms'),
      toAnnotation('2:15892', 'QTc global using Fredericia formula', 403, 'ms'),
      toAnnotation('2:16132', 'QRS axis', 259, 'deg'),
    );
    expect(measured).toEqual({
      ventricularRatePerMinute: 61,
      pMs: null,
      prMs: 162,
      qrsMs: 94,
      qtMs: 402,
      qtc: [
        { ms: 405, formula: 'Bazett' },
        { ms: 403, formula: 'Fridericia' },
      ],
      pAxisDegrees: null,
      qrsAxisDegrees: -101,
      tAxisDegrees: null,
    });
  });

  it('is left out in another unit, of a single lead, or given twice and differently', async () => {
    const measured = await measure(
      toAnnotation('5.10.3-13', 'QRS Axis', -61, 'ms'),
      toAnnotation('5.13.5-11', 'QT Interval', 402, 'ms', [1, 3]),
      toAnnotation('5.13.5-9', 'QRS Duration', 94, 'ms'),
      toAnnotation('5.13.5-9', 'QRS Duration', 99, 'ms'),
      toAnnotation('5.13.5-7', 'PR Interval', 162, 'ms', [1, 0, 2, 0]),
      toAnnotation('5.10.2.5-5', 'QTc Interval', 405, 'Hz'),
    );
    expect(measured).toMatchObject({ qtc: [], qrsAxisDegrees: null, qtMs: null, qrsMs: null, prMs: 162 });
    expect(await measure()).toBeUndefined();
  });
});
