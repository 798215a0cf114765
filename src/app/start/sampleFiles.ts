import * as v from 'valibot';
import type { EcgFile } from '../../ecg/ecgFile';
import { STANDARD_LEADS } from '../../ecg/lead';
import { Problem } from '../../ecg/problem';
import type { Sample } from '../../store/offeredEcgState';

const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));
const gallerySchema = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    caption: v.string(),
    lead: v.optional(v.picklist(STANDARD_LEADS), 'II'),
    files: v.pipe(v.array(fileName), v.minLength(1)),
  }),
);

/**
 * The ECGs that the site's gallery offers, in its order.
 *
 * @param samplesUrl address of the folder that holds `index.json` and the files, ending in a slash.
 * @throws Problem when the list is missing or damaged.
 */
export async function readSamples(samplesUrl: string): Promise<readonly Sample[]> {
  const bytes = await fetchFile(samplesUrl, 'index.json');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    json = undefined;
  }
  const gallery = v.safeParse(gallerySchema, json);
  if (!gallery.success) throw new Problem(`The list of sample ECGs at ${samplesUrl}index.json is damaged.`);
  return gallery.output;
}

/**
 * The files of one sample.
 *
 * @throws Problem when one cannot be loaded.
 */
export async function readSampleFiles(samplesUrl: string, sample: Sample): Promise<readonly EcgFile[]> {
  return Promise.all(sample.files.map(async (name) => ({ name, bytes: await fetchFile(samplesUrl, name) })));
}

async function fetchFile(samplesUrl: string, name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(name, samplesUrl)).catch(() => undefined);
  // A single-page host answers a missing file with its start page.
  const isPage = response?.headers.get('content-type')?.startsWith('text/html');
  if (!response?.ok || isPage) throw new Problem(`The sample ECG ${name} could not be loaded from this site.`);
  return new Uint8Array(await response.arrayBuffer());
}
