import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { writeSegmentedWfdbRecord } from '../../../../tools/synthetic/wfdbSegments';
import { type WfdbWriterOptions, writeWfdbRecord } from '../../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../../ecgFile';
import { STANDARD_LEADS } from '../../lead';
import { readExcerpt } from './excerpt';
import { toOrdinaryRecording, toSegmentedRecording, type WfdbRecording } from './recording';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300, seconds: 30 });
const toText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function expectExcerpts(recording: WfdbRecording): void {
  const whole = readExcerpt(recording, 300, {}, { first: 0, count: recording.sampleCount });
  for (const [first, count] of [[0, 3001], [1, 3000], [2500, 4200], [5999, 3001]] as const) {
    const excerpt = readExcerpt(recording, 300, {}, { first, count });
    for (const lead of STANDARD_LEADS) expect(excerpt.leads[lead]).toEqual(whole.leads[lead].subarray(first, first + count));
  }
}

describe('an excerpt of a WFDB record holds the samples of the whole', () => {
  const toSkew = (lead: string) => (lead === 'V4' ? 2000 : 0);

  it.each<WfdbWriterOptions>([
    { format: 16 },
    { format: 8, gainPerMv: 200 },
    { format: 212, gainPerMv: 400, samplesPerFrame: 4 },
    { format: 311, gainPerMv: 100, samplesPerFrame: 3, toSkew },
  ])('%o', (options) => {
    const { hea, files } = writeWfdbRecord(ecg, options);
    expectExcerpts(toOrdinaryRecording(hea, 'synthetic.hea', files));
  });

  it('of several segments', () => {
    const files: readonly EcgFile[] = writeSegmentedWfdbRecord(ecg, [
      { seconds: 9, options: { format: 8, gainPerMv: 200 } },
      { seconds: 1, isPause: true },
      { seconds: 20, options: { toSkew: (lead) => (lead === 'V1' ? 7 : 0) } },
    ]).files;
    expectExcerpts(toSegmentedRecording(toText(files[0]!.bytes), 'multi.hea', files, toText));
  });
});
