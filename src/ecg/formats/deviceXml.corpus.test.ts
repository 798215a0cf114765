import { describeSamples, type Told } from './fixtures/describeSamples';

const FOLDERS = /^(?:ge-muse-xml|cardiosoft-xml|philips-xml|schiller-xml|mortara-eli-xml|hl7-aecg)\//;

const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const LOW_RATE = (hz: number) => `Sampled at ${hz} Hz: fine detail such as notches and pacing spikes may be lost.`;
const PULSE = 'What the file holds after 10 s is a calibration pulse and was not read.';
const MUSE = { format: 'GE MUSE XML', scale: '1 LSB = 4.88 µV, from LeadAmplitudeUnitsPerBit', remarks: [DERIVED] };
const SIERRA = { format: 'Philips XML 1.03', scale: '1 LSB = 5 µV, from signalresolution', remarks: [PULSE] };
const PHILIPS = { format: 'Philips XML 1.04.01', scale: '1 LSB = 5 µV, from resolution', remarks: [PULSE] };
const toAecg = (microvolts: number) => ({
  format: 'HL7 aECG',
  scale: `1 LSB = ${microvolts} µV, from the scale of SLIST_PQ`,
  remarks: [],
});

/** Readable samples: how their format and scale are told, what is remarked, what the device measured. */
const READABLE: Readonly<Record<string, Told>> = {
  'ge-muse-xml/muse_bh1.xml': { ...MUSE, device: '48; – 138 96 452; 51 20 40; 403 –, 419 Fridericia' },
  'ge-muse-xml/muse_bh2.xml': { ...MUSE, device: '65; – 184 100 420; 42 -2 12; 437 –, 431 Fridericia' },
  'ge-muse-xml/muse_cvrg_250hz.xml': {
    ...MUSE,
    remarks: [LOW_RATE(250), DERIVED],
    device: '69; – 180 56 388; 76 64 61; 416 –, 406 Fridericia',
  },
  'ge-muse-xml/muse_from_dicom.xml': { ...MUSE, device: '80; – 156 86 398; 53 44 60; 459 –' },
  'cardiosoft-xml/cardiosoft_example1.xml': {
    format: 'GE CardioSoft XML',
    scale: '1 LSB = 5 µV, from Resolution',
    remarks: [],
    device: '42; 126 250 106 462; 31 83 58; 385 –',
  },
  'philips-xml/129DYPRG.XML': { ...SIERRA, device: '41; – 151 135 476; 66 -21 59; 393 –' },
  'philips-xml/Philips103Example01.xml': { ...SIERRA, device: '59; – 176 110 384; 55 -31 25; 380 –' },
  'philips-xml/2020-5-18_15-48-11.xml': {
    ...PHILIPS,
    device: '64; 104 164 102 399; 27 22 80; 412 Bazett, 408 Fridericia',
  },
  'philips-xml/XML_ECG_di_test_1.xml': {
    ...PHILIPS,
    device: '81; 108 158 102 379; 71 109 42; 441 Bazett, 419 Fridericia, 419 Framingham, 415 Hodges',
  },
  'philips-xml/tbj_ecg-example.xml': {
    ...PHILIPS,
    format: 'Philips XML 1.04',
    device: '41; 508 144 102 564; 19 85 53; 466 Bazett, 497 Fridericia',
  },
  'schiller-xml/schiller.xml': {
    format: 'Schiller XML',
    scale: '1 LSB = 1 µV, from unitperbit',
    remarks: [],
    device: '59; 122 214 146 458; 91 -67 -30; 454 –',
  },
  'mortara-eli-xml/eli_12.xml': {
    format: 'Mortara ELI XML',
    scale: '1 LSB = 2.5 µV, from UNITS_PER_MV',
    remarks: [],
    device: '72; – 150 92 400; – – –; 430 –',
  },
  'hl7-aecg/Example_aECG.xml': { ...toAecg(2.5), device: '–; 102 148 120 420; 44 -61 86; 443 –' },
  'hl7-aecg/hl7aecg-Example2.xml': { ...toAecg(2.5), device: '52; – – – –; – – –; ' },
  'hl7-aecg/lepu_lead12_1.xml': { ...toAecg(0.9536), device: '72; 92 164 86 358; 58 54 57; 379 –' },
  'hl7-aecg/aecg_240hz.xml': { ...toAecg(1.22), remarks: [LOW_RATE(240)], device: undefined },
};

/** Samples that must be refused, with the sentence that the user reads. */
const REFUSED: Readonly<Record<string, string>> = {
  'hl7-aecg/TemplateExample1.xml':
    'TemplateExample1.xml is no complete 12-lead ECG: it lacks the leads V1, V2, V3, V4, V5 and V6 and holds “MDC_ECG_LEAD_I”, “MDC_ECG_LEAD_II” and “MDC_ECG_LEAD_III”.',
};

describeSamples({ of: 'devices in XML', folders: FOLDERS, readable: READABLE, refused: REFUSED });
