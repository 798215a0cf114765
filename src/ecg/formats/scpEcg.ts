import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import { readHuffmanTables } from './scp/huffmanTables';
import { readLeadDefinition } from './scp/leadDefinition';
import { readRhythm } from './scp/rhythm';
import { toScpMeasurements } from './scp/scpMeasurements';
import { findSection, isScp, readSections, requireSection, type ScpFile } from './scp/sections';
import { createSingleFileFormat } from './singleFile';
import { toEcg } from './storedRecording';

const LAST_VERSION = 39;

/**
 * Resting ECGs of the standard communications protocol for computer-assisted electrocardiography, versions 1.0 to 3.x:
 * the rhythm of section 6 with what it takes to decode it. Section 1, which names the patient, is not read. Checksums of
 * the sections that are read must be right; the file's own is remarked on. Source: EN 1064:2005+A1:2007, also
 * ISO 11073-91064:2009.
 */
export const scpEcg = createSingleFileFormat({
  description: 'SCP-ECG',
  isOurs: ({ bytes }) => isScp(bytes),
  toEcg: toScpEcg,
});

function toScpEcg(file: EcgFile): Ecg {
  const { name } = file;
  const scp = readSections(file);
  const format = toFormat(scp);
  const definition = readLeadDefinition(requireSection(scp, 3), name);
  const tables = readHuffmanTables(findSection(scp, 2), name);
  const { samplingRateHz, leads, remarks } = readRhythm(scp, definition, tables);
  return toEcg({
    name,
    format,
    samplingRateHz,
    leads,
    scaleField: 'the amplitude multiplier of section 6',
    remarks: [...scp.remarks, ...definition.remarks, ...remarks],
    ...toScpMeasurements(scp),
  });
}

/** "SCP-ECG 2.0"; some writers leave the version out. */
function toFormat({ protocolVersion, name }: ScpFile): string {
  const version = `${Math.floor(protocolVersion / 10)}.${protocolVersion % 10}`;
  if (protocolVersion > LAST_VERSION) throw new Problem(`${name} is of version ${version} of SCP-ECG; 1.0 to 3.9 can be read.`);
  return protocolVersion === 0 ? 'SCP-ECG' : `SCP-ECG ${version}`;
}
