import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import { simulate } from '../simulate';
import { GALLERY_SAMPLES, type GallerySample } from './samples';

/** What `index.json` says of one sample. */
export interface GalleryEntry extends Pick<GallerySample, 'id' | 'title' | 'caption' | 'lead' | 'statements'> {
  /** Names of its files, the one to open first. */
  readonly files: readonly string[];
}

/** ADC units per millivolt by storage format: 1 µV where 16 bits hold it, 5 µV as is usual with 12 bits. */
const GAIN_PER_MV = { 16: 1000, 212: 200 } as const;

/** All files of the gallery by name: WFDB records of 10 s at 500 Hz, and `index.json`. The same bytes on every run. */
export function createGallery(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const index = GALLERY_SAMPLES.map((sample): GalleryEntry => {
    const { id, title, caption, lead, statements, ageYears, sex, seed, format } = sample;
    const { ecg } = simulate({ statements, ageYears, sex, seed });
    const record = writeWfdbRecord(ecg, {
      recordName: id,
      format,
      gainPerMv: GAIN_PER_MV[format],
      comments: [`Age: ${ageYears}`, `Sex: ${sex === 'male' ? 'M' : 'F'}`, 'Simulated ECG, no patient'],
    });
    for (const { name, bytes } of record.files) files.set(name, bytes);
    return { id, title, caption, ...(lead && { lead }), files: record.files.map(({ name }) => name), statements };
  });
  files.set('index.json', new TextEncoder().encode(`${JSON.stringify(index, null, 2)}\n`));
  return files;
}
