import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { firstSeconds } from '../../src/signal/window';
import { simulate } from '../../training/simulator/simulate';
import { writeMuse } from '../synthetic/deviceXml/museWriter';
import { INDEPENDENT_LEADS } from '../synthetic/deviceXml/writerOptions';
import { writeEdf } from '../synthetic/edf/edfWriter';
import { EVERY_FORMAT } from '../synthetic/everyFormat';
import { writeIshne } from '../synthetic/ishne/ishneWriter';

/** The one ECG that every file of the corpus holds: of nobody, 10 s at 250 Hz. */
export function createCorpusEcg(): Ecg {
  return simulate({ statements: ['SR', 'LVH'], ageYears: 61, sex: 'female', seed: 6, samplingRateHz: 250, nuisance: 'none' }).ecg;
}

/** The files of the corpus: one ECG in every format, and files that have to be refused. */
export function createCorpusFiles(): readonly EcgFile[] {
  const ecg = createCorpusEcg();
  return [...EVERY_FORMAT.flatMap(({ write }) => write(ecg)), ...createRefusedFiles(ecg)];
}

function createRefusedFiles(ecg: Ecg): readonly EcgFile[] {
  const toText = (name: string, content: string): EcgFile => ({ name, bytes: new TextEncoder().encode(content) });
  return [
    writeIshne(firstSeconds(ecg, 9), { name: 'nine-seconds.ecg', leadOrder: INDEPENDENT_LEADS }),
    writeEdf({ ...firstSeconds(ecg, 8), samplingRateHz: 80 }, { name: 'eighty-hertz.edf' }),
    writeMuse(ecg, { name: 'four-leads.xml', leadOrder: ['I', 'II', 'V1', 'V2'] }),
    toText('letter.txt', 'The ECG of today shows sinus rhythm. It is enclosed.\n'),
    toText('report.html', '<!doctype html><html><body>ECG report</body></html>\n'),
  ];
}
