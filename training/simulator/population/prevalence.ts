import { STATEMENTS } from '../../../src/model/statements';

/** Records of PTB-XL, of which the counts below are part. */
const PTBXL_RECORDS = 21_837;

/**
 * How many of PTB-XL's records carry each statement: Wagner et al., PTB-XL, a large publicly available
 * electrocardiography dataset, Scientific Data 7:154 (2020), version 1.0.1.
 */
const COUNTS: Readonly<Record<string, number>> = {
  NDT: 1829, NST_: 770, DIG: 181, LNGQT: 118, NORM: 9528, IMI: 2685, ASMI: 2363, LVH: 2137, LAFB: 1626, ISC_: 1275,
  IRBBB: 1118, '1AVB': 797, IVCD: 789, ISCAL: 660, CRBBB: 542, CLBBB: 536, ILMI: 479, 'LAO/LAE': 427, AMI: 354,
  ALMI: 290, ISCIN: 219, INJAS: 215, LMI: 201, ISCIL: 179, LPFB: 177, ISCAS: 170, INJAL: 148, ISCLA: 142, RVH: 126,
  ANEUR: 104, 'RAO/RAE': 99, EL: 97, WPW: 80, ILBBB: 77, IPLMI: 51, ISCAN: 44, IPMI: 33, SEHYP: 30, INJIN: 18,
  INJLA: 17, PMI: 17, '3AVB': 16, INJIL: 15, '2AVB': 14, ABQRS: 3327, PVC: 1146, STD_: 1009, VCLVH: 875, QWAVE: 548,
  LOWT: 438, NT_: 424, PAC: 398, LPR: 340, INVT: 294, LVOLT: 182, HVOLT: 62, TAB_: 35, STE_: 28, 'PRC(S)': 10,
  SR: 16782, AFIB: 1514, STACH: 826, SARRH: 772, SBRAD: 637, PACE: 296, SVARR: 157, BIGU: 82, AFLT: 73, SVTAC: 27,
  PSVT: 24, TRIGU: 20,
};

/** The least share of simulated ECGs with a statement: of 20,000 about 190, so that 100 or more are left to train on. */
const FLOOR = 0.0095;

/** The share of simulated ECGs that shall carry each statement: PTB-XL's, but no rarer than 0.95 %. */
export const TARGET_PREVALENCE: ReadonlyMap<string, number> = new Map(
  STATEMENTS.map(({ code }) => [code, Math.max(COUNTS[code]! / PTBXL_RECORDS, FLOOR)]),
);
