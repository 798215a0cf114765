import { STANDARD_LEADS } from '../../ecg/lead';
import { toListing } from '../../ecg/listing';
import type { ElectrodeName, Quality, QualityFinding, QualityKind, QualitySeverity } from './quality';

/** The severities in a doctor's words. */
export const SEVERITY_WORDS: Readonly<Record<QualitySeverity, string>> = {
  unusable: 'not usable',
  doubtful: 'doubtful',
  note: 'note',
};

const ELECTRODE_WORDS: Partial<Record<ElectrodeName, string>> = {
  RA: 'right arm',
  LA: 'left arm',
  LL: 'left leg',
  RL: 'right leg',
};

/** What each finding means for whoever reads the ECG and the model's result, a sentence. */
const MEANINGS: Readonly<Record<QualityKind, string>> = {
  noQrs: 'Beats, intervals and all that the model says of them cannot be relied on.',
  electrodeOff: 'What is drawn there is not of the heart, and the model was given it all the same. Record it again.',
  missing: 'The gaps are drawn as gaps. The model cannot be given a lead with gaps.',
  flat: 'A flat lead looks like a lead without voltage, to the model as well.',
  railed: 'R and S waves may be higher than they are drawn, and ST segments lower or higher.',
  armSwap: 'Lead I is upside down, II stands for III and aVR for aVL: axis and lateral Q waves mislead.',
  armLegSwap: 'The frontal leads are upside down: axis, P waves and inferior Q waves mislead.',
  groundSwap: 'The limb leads do not show what their names say; chest leads are slightly changed.',
  mirrored: 'In dextrocardia the usual leads, and the model’s prototypes, do not apply. Ask for right-sided leads.',
  chestOrder: 'R progression, and what the model makes of it, may be of the electrodes’ order.',
  identical: 'One of the two leads is not there.',
  limbLaws: 'They were filtered apart, recorded one after another, or one of them is mislabelled.',
  scale: 'Voltages, and all that depends on them, may be wrong by a factor.',
  muscle: 'P waves, small Q waves and fibrillation cannot be told with certainty in it.',
  mains: 'Small waves and notches in QRS may be hum.',
  wander: 'ST segments cannot be measured well there; the model’s own filter takes most of it away.',
  pacing: 'That no stimulus is seen does not mean that there is no pacemaker.',
};

/** A finding in a few words: "V3 electrode off", "Muscle noise in II and III". */
export function toQualityTitle(finding: QualityFinding): string {
  const { kind, range } = finding;
  const leads = toLeadWords(finding);
  const electrodes = toListing(finding.electrodes.map((name) => ELECTRODE_WORDS[name] ?? name));
  const titles: Readonly<Record<QualityKind, string>> = {
    noQrs: 'No QRS complexes found',
    electrodeOff: `${electrodes} ${finding.electrodes.length === 1 ? 'electrode' : 'electrodes'} off`,
    missing: `Samples missing in ${leads}`,
    flat: `${leads} flat`,
    railed: `${leads} cut off at a limit`,
    armSwap: `${electrodes} electrodes probably swapped`,
    armLegSwap: `${electrodes} electrodes probably swapped`,
    groundSwap: `${electrodes} electrodes probably swapped`,
    mirrored: 'Mirrored: dextrocardia, or electrodes on the wrong side',
    chestOrder: `${electrodes} electrodes probably swapped`,
    identical: `${leads} show the same`,
    limbLaws: 'Limb leads do not agree with each other',
    scale: 'Scale may be wrong',
    muscle: `Muscle noise in ${leads}`,
    mains: `Mains hum in ${leads}`,
    wander: `Baseline wander in ${leads}`,
    pacing: 'Pacing may not show',
  };
  const title = titles[kind];
  const when = range ? ` from ${range.startSeconds.toFixed(1)} to ${range.endSeconds.toFixed(1)} s` : '';
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${when}`;
}

/** What a finding means for the reading, a sentence. */
export function toQualityMeaning({ kind }: QualityFinding): string {
  return MEANINGS[kind];
}

/** One line a finding, worst first: severity, what it is, and what was seen; none where nothing was found. */
export function toQualityLines({ findings }: Quality): string[] {
  return findings.map((finding) => `${SEVERITY_WORDS[finding.severity]}: ${toQualityTitle(finding)}. ${finding.evidence}`);
}

/** So many leads of twelve are better called by what they have in common. */
const MANY = 6;

function toLeadWords({ leads }: QualityFinding): string {
  if (leads.length === STANDARD_LEADS.length) return 'all leads';
  const chest = leads.filter((lead) => lead.startsWith('V'));
  if (leads.length === MANY && chest.length === 0) return 'all limb leads';
  if (leads.length === MANY && chest.length === MANY) return 'all chest leads';
  return leads.length > MANY ? `${leads.length} leads` : toListing(leads);
}
