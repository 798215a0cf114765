import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../../ecg/lead';
import { toCaseSha256 } from './toCaseSha256';

it('hashes the whole recording lead by lead, so that one changed sample is another ECG', async () => {
  const ecg = createSyntheticEcg({ seed: 4, samplingRateHz: 100 });
  const samples = STANDARD_LEADS.map((lead) => Buffer.from(ecg.leads[lead].buffer, ecg.leads[lead].byteOffset, ecg.leads[lead].byteLength));
  expect(await toCaseSha256(ecg)).toBe(createHash('sha256').update(Buffer.concat(samples)).digest('hex'));

  const V6 = ecg.leads.V6.with(-1, ecg.leads.V6.at(-1)! + 0.001);
  expect(await toCaseSha256({ ...ecg, leads: { ...ecg.leads, V6 } })).not.toBe(await toCaseSha256(ecg));
  expect(await toCaseSha256({ ...ecg, format: 'another', remarks: ['another'] })).toBe(await toCaseSha256(ecg));
});
