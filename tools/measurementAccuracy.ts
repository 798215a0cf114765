import { fileURLToPath } from 'node:url';
import { createCohort, createDepartment } from './accuracy/cohorts';
import { type Accuracy, COMPARED, compareWithTruth } from './accuracy/compareWithTruth';
import { createDeviceTable } from './accuracy/deviceTable';
import type { SimulationRequest } from '../training/simulator/types';

/** ECGs of a department, and of any other cohort: enough for a standard deviation to within 7 and 14 %. */
const COUNT = 120;
const FEW = 30;

/** One line a cohort. */
const cohorts: readonly (readonly [name: string, requests: readonly SimulationRequest[]])[] = [
  ['department, without noise', createDepartment(COUNT, 'none')],
  ['department, as in a clinic', createDepartment(COUNT, 'clinic')],
  ['department, as in a clinic, 100 Hz', createDepartment(FEW, 'clinic', 100)],
  ['department, as in a clinic, 250 Hz', createDepartment(FEW, 'clinic', 250)],
  ['atrial fibrillation', createCohort(['AFIB'], FEW, 'clinic')],
  ['atrial flutter', createCohort(['AFLT'], FEW, 'clinic')],
  ['complete AV block', createCohort(['3AVB'], FEW, 'clinic')],
  ['pacemaker', createCohort(['PACE'], FEW, 'clinic')],
  ['left bundle branch block', createCohort(['CLBBB', 'SR'], FEW, 'clinic')],
  ['ventricular bigeminy', createCohort(['PVC', 'BIGU', 'SR'], FEW, 'clinic')],
];

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function toRow(name: string, { ecgs, beats, values, p, paced }: Accuracy): string {
  const cells = COMPARED.map((value) => {
    const { measured, unmeasured, bias, deviation, covered } = values[value];
    if (measured === 0) return '–';
    const sign = bias < 0 ? '−' : '+';
    return `${sign}${Math.abs(bias).toFixed(1)} ± ${deviation.toFixed(1)} (${measured}/${measured + unmeasured}; ${Math.round(100 * covered)} %)`;
  });
  const sensitivity = percent(beats.found, beats.found + beats.missed);
  const predictive = percent(beats.found, beats.found + beats.false);
  return `| ${[name, ecgs, sensitivity, predictive, ...cells, `${p.seen}/${p.present}`, `${p.denied}/${p.absent}`, `${paced.seen}/${paced.present}; ${paced.false}`].join(' | ')} |`;
}

const heads = ['ECGs', 'n', 'beats: sensitivity', 'beats: PPV', 'heart rate, /min', 'PR, ms', 'P, ms', 'QRS, ms', 'QT, ms', 'P seen', 'no P said', 'paced beats'];
const isOnlyDevices = process.argv.includes('devices');
if (!isOnlyDevices) console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`);
for (const [name, requests] of isOnlyDevices ? [] : cohorts) console.log(toRow(name, compareWithTruth(requests)));
console.log(`\n${await createDeviceTable(fileURLToPath(new URL('../../shared/samples', import.meta.url)))}`);
