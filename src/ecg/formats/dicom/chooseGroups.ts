import { findLead } from '../../leadName';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findMissingLeads } from '../standardLeads';
import { type DicomNode, itemsOf } from './dataSet';
import { type MultiplexGroup, readMultiplexGroup } from './multiplexGroup';
import { TAGS } from './tags';
import { textOf } from './values';

/** The multiplex groups that together are the recording, and what a reader should know of the choice. */
export interface ChosenGroups {
  /** One group, or several of the same rate, length and start. */
  readonly groups: readonly MultiplexGroup[];
  readonly remarks: readonly string[];
}

/**
 * Chooses the rhythm among the multiplex groups of an object: as it was recorded (WaveformOriginality ORIGINAL), never
 * what was computed from it, such as a median beat (PS3.3 clause C.10.9.1.3). Of several complete ones the longest is
 * taken, of as long ones the one of most leads. Groups of the same rate and length are joined where none holds all leads.
 * @throws Problem where nothing was recorded, or where the groups that would be joined start at different times.
 */
export function chooseGroups(object: DicomNode, name: string): ChosenGroups {
  const { nodes, remarks } = toRecorded(itemsOf(object, TAGS.waveforms), name);
  const groups = nodes.map((node) => readMultiplexGroup(node, name));
  const complete = groups.filter((group) => findMissingLeads(toLabels([group])).length === 0);
  if (complete.length > 0) {
    const filled = fill(toLongest(complete), groups);
    return { groups: filled, remarks: [...remarks, ...toChoiceRemarks(complete), ...toJoinedRemarks(filled, name)] };
  }
  const joined = findJoined(groups);
  if (!joined) return { groups: [toFullest(groups)], remarks };
  return { groups: joined, remarks: [...remarks, ...toJoinedRemarks(joined, name)] };
}

function toRecorded(nodes: readonly DicomNode[], name: string) {
  const originality = (node: DicomNode): string => textOf(node, TAGS.originality);
  const original = nodes.filter((node) => originality(node) === 'ORIGINAL');
  if (original.length > 0) return { nodes: original, remarks: [] };
  const untold = nodes.filter((node) => originality(node) === '');
  if (untold.length > 0) return { nodes: untold, remarks: ['The file does not say whether its waveform is as it was recorded.'] };
  const found = [...new Set(nodes.map(originality))].map(toQuote);
  const instead = found.length > 0 ? `its waveforms are ${toListing(found)}` : 'its list of waveforms is empty';
  throw new Problem(`${name} holds no waveform as it was recorded (WaveformOriginality “ORIGINAL”): ${instead}.`);
}

function toLabels(groups: readonly MultiplexGroup[]): string[] {
  return groups.flatMap(({ channels }) => channels.map(({ label }) => label));
}

function toSeconds({ sampleCount, samplingRateHz }: MultiplexGroup): number {
  return sampleCount / samplingRateHz;
}

function toLongest(groups: readonly MultiplexGroup[]): MultiplexGroup {
  const most = Math.max(...groups.map(toSeconds));
  return toFullest(groups.filter((group) => toSeconds(group) === most));
}

function toFullest(groups: readonly MultiplexGroup[]): MultiplexGroup {
  const count = (group: MultiplexGroup): number => toLabels([group]).filter(findLead).length;
  return groups.reduce((fullest, group) => (count(group) > count(fullest) ? group : fullest));
}

/** A complete group, and those beside it that hold limb leads which it does not store. */
function fill(chosen: MultiplexGroup, groups: readonly MultiplexGroup[]): readonly MultiplexGroup[] {
  const held = toLabels([chosen]);
  const others = groups.filter((group) => {
    const isBeside = group !== chosen && isAlike(group, chosen) && group.startMs === chosen.startMs;
    return isBeside && toLabels([group]).some((label) => findLead(label) && !held.includes(label));
  });
  return [chosen, ...others];
}

function isAlike(one: MultiplexGroup, other: MultiplexGroup): boolean {
  return one.samplingRateHz === other.samplingRateHz && one.sampleCount === other.sampleCount;
}

/** The first set of groups of one rate and length that hold all leads together; undefined where none does. */
function findJoined(groups: readonly MultiplexGroup[]): readonly MultiplexGroup[] | undefined {
  return groups
    .map((group) => groups.filter((other) => isAlike(group, other)))
    .find((alike) => findMissingLeads(toLabels(alike)).length === 0);
}

function toChoiceRemarks(complete: readonly MultiplexGroup[]): string[] {
  if (complete.length < 2) return [];
  const lengths = toListing(complete.map((group) => `${Number(toSeconds(group).toFixed(3))} s`));
  return [`The file holds ${complete.length} recordings of all leads (${lengths}); the longest was read.`];
}

function toJoinedRemarks(groups: readonly MultiplexGroup[], name: string): string[] {
  if (groups.length < 2) return [];
  const starts = [...new Set(groups.map(({ startMs }) => startMs))];
  const what = `${groups.length} groups of leads of the same length`;
  if (starts.length > 1) {
    const told = toListing(starts.map((start) => (start === undefined ? 'not given' : `${start} ms`)));
    throw new Problem(`${name} spreads its leads over ${what} that do not start together (MultiplexGroupTimeOffset ${told}).`);
  }
  if (starts[0] !== undefined) return [`The leads were joined from ${what} that start together.`];
  return [`The leads were joined from ${what}; the file does not say whether they were recorded at the same time.`];
}
