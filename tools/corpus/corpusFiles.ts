import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { firstSeconds } from '../../src/signal/window';
import { simulate } from '../../training/simulator/simulate';
import { editZip } from '../synthetic/archives/editZip';
import { writeZip } from '../synthetic/archives/zipWriter';
import { writeDelimited } from '../synthetic/delimited/delimitedWriter';
import { writeEli } from '../synthetic/deviceXml/eliWriter';
import { writeMuse } from '../synthetic/deviceXml/museWriter';
import { INDEPENDENT_LEADS } from '../synthetic/deviceXml/writerOptions';
import { writeEdf } from '../synthetic/edf/edfWriter';
import { EVERY_FORMAT } from '../synthetic/everyFormat';
import { writeIshne } from '../synthetic/ishne/ishneWriter';
import { writeMat5 } from '../synthetic/mat/matWriter';
import { writeNpy } from '../synthetic/npy/npyWriter';
import { writeWfdbRecord } from '../synthetic/wfdbWriter';

/** The one ECG that every file of the corpus holds: of nobody, 10 s at 250 Hz. */
export function createCorpusEcg(): Ecg {
  return simulate({ statements: ['SR', 'LVH'], ageYears: 61, sex: 'female', seed: 6, samplingRateHz: 250, nuisance: 'none' }).ecg;
}

/** The files of the corpus: one ECG in every format, in an archive and with gaps, and files that have to be refused. */
export async function createCorpusFiles(): Promise<readonly EcgFile[]> {
  const ecg = createCorpusEcg();
  const everyFormat = EVERY_FORMAT.flatMap(({ write }) => write(ecg));
  return [...everyFormat, await writePlainZip('zip.zip', writeSmall(ecg, 'in-zip')), ...createFilesWithGaps(ecg), ...(await createRefusedFiles(ecg))];
}

/** One second of V3 is missing. */
function createFilesWithGaps(ecg: Ecg): readonly EcgFile[] {
  const withGap = { ...ecg, leads: { ...ecg.leads, V3: ecg.leads.V3.map((sample, index) => (index >= 500 && index < 750 ? NaN : sample)) } };
  return [...writeSmall(withGap, 'gap-wfdb'), writeNpy(withGap, { name: 'gap-npy.npy', type: '<f4', unitsPerMv: 1000 })];
}

async function createRefusedFiles(ecg: Ecg): Promise<readonly EcgFile[]> {
  const short = firstSeconds(ecg, 1);
  const infinite = { ...ecg, leads: { ...ecg.leads, V3: ecg.leads.V3.map((sample, index) => (index === 500 ? Infinity : sample)) } };
  return [
    writeIshne(firstSeconds(ecg, 9), { name: 'nine-seconds.ecg', leadOrder: INDEPENDENT_LEADS }),
    writeEdf({ ...firstSeconds(ecg, 8), samplingRateHz: 80 }, { name: 'eighty-hertz.edf' }),
    writeMuse(ecg, { name: 'four-leads.xml', leadOrder: ['I', 'II', 'V1', 'V2'] }),
    writeDelimited(ecg, { name: 'one-lead.csv', leadOrder: ['II'] }),
    writeDelimited(infinite, { name: 'infinite.csv', leadOrder: INDEPENDENT_LEADS, decimals: 0, first: [] }),
    writeEli(short, { name: 'entities.xml', edit: (xml) => xml.replace(/(<ECG)/, `<!DOCTYPE ECG [${ENTITIES}]>\n$1`) }),
    writeNpy(short, { name: 'objects.npy', type: '<i2', edit: (header) => header.replace('<i2', '|O') }),
    writeMat5({}, { name: 'level-7.3.mat', title: 'MATLAB 7.3 MAT-file' }),
    writeSmall(ecg, 'no-signal-file')[0]!,
    ...writeFlac(ecg),
    editZip(await writePlainZip('encrypted.zip', writeSmall(short, 'secret')), { flags: 1 }),
    await writePlainZip('archive-in-archive.zip', [await writePlainZip('inner.zip', writeSmall(short, 'inner'))]),
    toText('letter.txt', 'The ECG of today shows sinus rhythm. It is enclosed.\n'),
    toText('report.html', '<!doctype html><html><body>ECG report</body></html>\n'),
  ];
}

/** Ten entities, each ten times the one before: unfolded, ten thousand million letters. */
const ENTITIES = Array.from({ length: 10 }, (_, index) => `<!ENTITY e${index} "${index === 0 ? 'unfolds!!!' : `&e${index - 1};`.repeat(10)}">`).join('');

function writeSmall(ecg: Ecg, recordName: string): readonly EcgFile[] {
  return writeWfdbRecord(ecg, { recordName, format: 212, gainPerMv: 400 }).files;
}

/** A header that says that its samples are compressed as FLAC audio. */
function writeFlac(ecg: Ecg): readonly EcgFile[] {
  const { hea } = writeWfdbRecord(ecg, { recordName: 'flac' });
  return [toText('flac.hea', hea.replaceAll('.dat 16 ', '.dat 516 '))];
}

/** Not compressed, for that differs from one version of zlib to the next. */
function writePlainZip(name: string, files: readonly EcgFile[]): Promise<EcgFile> {
  return writeZip(files, { name, level: 0 });
}

function toText(name: string, content: string): EcgFile {
  return { name, bytes: new TextEncoder().encode(content) };
}
