import { expect, test } from '@playwright/test';
import { writeGzip } from '../tools/synthetic/archives/gzipWriter';
import { writeZip } from '../tools/synthetic/archives/zipWriter';
import { createSyntheticEcg } from '../tools/synthetic/ecg';
import { writeEdf } from '../tools/synthetic/edf/edfWriter';
import { writeWfdbRecord } from '../tools/synthetic/wfdbWriter';
import { writeTestFile } from './support/records';
import { Workbench } from './workbench';

test('an archive is a worklist of the recordings in it, and says what else it holds', async ({ page }, info) => {
  const record = writeWfdbRecord(createSyntheticEcg({ seed: 1 }), { recordName: 'ward' }).files;
  const edf = writeGzip(writeEdf(createSyntheticEcg({ seed: 2 })));
  const licence = { name: 'LICENSE', bytes: new TextEncoder().encode('You may copy these ECGs.') };
  const zip = await writeZip([licence, edf, ...record.map(({ name, bytes }) => ({ name: `monday/${name}`, bytes }))]);
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg([await writeTestFile(info, zip.name, zip.bytes)]);
  await desk.waitForResult();
  await expect(desk.ecg).toBeVisible();
  await expect(desk.worklist).toHaveText([
    /^ecg\.edf/,
    /^ward/,
    /^records\.zip“records\.zip” holds files beside its ECGs that were not read: “LICENSE” \(plain text\)\./,
  ]);
});

test('an archive that is cut off is refused in one sentence', async ({ page }, info) => {
  const { bytes } = await writeZip([writeEdf(createSyntheticEcg({ seed: 2 }))]);
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg([await writeTestFile(info, 'cut.zip', bytes.slice(0, -40))]);
  await expect(desk.alert).toContainText('“cut.zip” is cut off: it lacks the end of a zip archive, so copy or download the archive again.');
});
