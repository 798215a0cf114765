import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readEcg } from '../../src/ecg/formats/registry';
import { compareWithDevice, DEVICE_COMPARED, type DeviceComparison, type DeviceSummary, summariseDevices } from './compareWithDevice';

/** What the list of sample files says of one. */
interface Sample {
  readonly file: string;
  readonly origin: string;
}

/**
 * A table in Markdown that sets our measurements beside those of the devices, for every real device file in a folder of
 * samples. It names files by format and number; what a converter wrote is left out, for its values are the converter's.
 * A sentence where the folder is absent.
 */
export async function createDeviceTable(folder: string): Promise<string> {
  const list = join(folder, 'manifest.json');
  if (!existsSync(list)) return 'There is no table against devices, because the sample files are not beside this clone.';
  const samples = (JSON.parse(readFileSync(list, 'utf8')) as readonly Sample[]).filter(({ origin }) => origin.startsWith('real'));
  const counts = new Map<string, number>();
  const rows: { readonly name: string; readonly compared: ReturnType<typeof compareWithDevice> }[] = [];
  for (const { file } of samples) {
    const bytes = new Uint8Array(readFileSync(join(folder, file)));
    const ecg = await readEcg([{ name: basename(file), bytes }]).catch(() => null);
    if (!ecg?.deviceMeasurements) continue;
    const number = (counts.get(ecg.format) ?? 0) + 1;
    counts.set(ecg.format, number);
    rows.push({ name: `${ecg.format}, ${number}`, compared: compareWithDevice(ecg, ecg.deviceMeasurements) });
  }
  rows.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const summary = summariseDevices(rows.map(({ compared }) => compared));
  return [
    toLine(['file', ...DEVICE_COMPARED]),
    toLine(['---', ...DEVICE_COMPARED.map(() => '---')]),
    ...rows.map(({ name, compared }) => toLine([name, ...DEVICE_COMPARED.map((value) => toCell(compared[value]))])),
    toLine(['**median of \\|difference\\|; worst; within 2 ±**', ...DEVICE_COMPARED.map((value) => toSummary(summary[value]))]),
  ].join('\n');
}

const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A rounded number with the minus sign of print. */
const toNumber = (value: number): string => String(Math.round(value)).replace('-', '−');

const toSigned = (value: number): string => (Math.round(value) > 0 ? `+${toNumber(value)}` : toNumber(value));

function toCell({ ours, device, difference }: DeviceComparison): string {
  const measured = ours.status === 'measured' ? `${toNumber(ours.value)} ± ${Math.ceil(ours.uncertainty)}` : 'not measured';
  if (device === null) return '';
  return `${measured}; ${toNumber(device)}${difference === null ? '' : ` (${toSigned(difference)})`}`;
}

function toSummary(summary: DeviceSummary | null): string {
  if (!summary) return '';
  const { compared, medianAbsolute, worst, within } = summary;
  return `${toNumber(medianAbsolute)}; ${toSigned(worst)}; ${within}/${compared}`;
}
