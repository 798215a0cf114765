import type { BranchName } from './branch';

/** One SCP-ECG statement as PTB-XL uses it. */
export interface Statement {
  /** The SCP-ECG code in PTB-XL's spelling. */
  readonly code: string;
  /** What the code means, in a doctor's words. */
  readonly description: string;
  /** The heading under which a reader looks for it. */
  readonly group: string;
  /** The branch whose prototypes stand for it. */
  readonly branch: BranchName;
}

const table: readonly (readonly [code: string, description: string, group: string, branch?: BranchName])[] = [
  ['NDT', 'Non-diagnostic T-wave abnormality', 'ST and T'],
  ['NST_', 'Non-specific ST changes', 'ST and T'],
  ['DIG', 'Digitalis effect', 'ST and T', 'global'],
  ['LNGQT', 'Long QT interval', 'ST and T'],
  ['NORM', 'Normal ECG', 'Overall', 'global'],
  ['IMI', 'Inferior myocardial infarction', 'Infarction'],
  ['ASMI', 'Anteroseptal myocardial infarction', 'Infarction'],
  ['LVH', 'Left ventricular hypertrophy', 'Hypertrophy'],
  ['LAFB', 'Left anterior fascicular block', 'Conduction'],
  ['ISC_', 'Ischaemic ST-T changes, site not specified', 'Ischaemia'],
  ['IRBBB', 'Incomplete right bundle branch block', 'Conduction'],
  ['1AVB', 'First-degree AV block', 'Conduction', 'rhythm'],
  ['IVCD', 'Non-specific intraventricular conduction delay', 'Conduction', 'rhythm'],
  ['ISCAL', 'Ischaemia in anterolateral leads', 'Ischaemia'],
  ['CRBBB', 'Complete right bundle branch block', 'Conduction'],
  ['CLBBB', 'Complete left bundle branch block', 'Conduction'],
  ['ILMI', 'Inferolateral myocardial infarction', 'Infarction'],
  ['LAO/LAE', 'Left atrial overload or enlargement', 'Hypertrophy'],
  ['AMI', 'Anterior myocardial infarction', 'Infarction'],
  ['ALMI', 'Anterolateral myocardial infarction', 'Infarction'],
  ['ISCIN', 'Ischaemia in inferior leads', 'Ischaemia'],
  ['INJAS', 'Subendocardial injury in anteroseptal leads', 'Ischaemia'],
  ['LMI', 'Lateral myocardial infarction', 'Infarction'],
  ['ISCIL', 'Ischaemia in inferolateral leads', 'Ischaemia'],
  ['LPFB', 'Left posterior fascicular block', 'Conduction'],
  ['ISCAS', 'Ischaemia in anteroseptal leads', 'Ischaemia'],
  ['INJAL', 'Subendocardial injury in anterolateral leads', 'Ischaemia'],
  ['ISCLA', 'Ischaemia in lateral leads', 'Ischaemia'],
  ['RVH', 'Right ventricular hypertrophy', 'Hypertrophy'],
  ['ANEUR', 'ST-T changes of ventricular aneurysm', 'ST and T'],
  ['RAO/RAE', 'Right atrial overload or enlargement', 'Hypertrophy'],
  ['EL', 'Electrolyte disturbance or drug effect', 'ST and T', 'global'],
  ['WPW', 'Wolff-Parkinson-White pattern', 'Conduction'],
  ['ILBBB', 'Incomplete left bundle branch block', 'Conduction'],
  ['IPLMI', 'Inferoposterolateral myocardial infarction', 'Infarction'],
  ['ISCAN', 'Ischaemia in anterior leads', 'Ischaemia'],
  ['IPMI', 'Inferoposterior myocardial infarction', 'Infarction'],
  ['SEHYP', 'Septal hypertrophy', 'Hypertrophy'],
  ['INJIN', 'Subendocardial injury in inferior leads', 'Ischaemia'],
  ['INJLA', 'Subendocardial injury in lateral leads', 'Ischaemia'],
  ['PMI', 'Posterior myocardial infarction', 'Infarction'],
  ['3AVB', 'Third-degree AV block', 'Conduction', 'rhythm'],
  ['INJIL', 'Subendocardial injury in inferolateral leads', 'Ischaemia'],
  ['2AVB', 'Second-degree AV block', 'Conduction', 'rhythm'],
  ['ABQRS', 'Abnormal QRS', 'QRS'],
  ['PVC', 'Ventricular premature complex', 'Ectopy'],
  ['STD_', 'Non-specific ST depression', 'ST and T'],
  ['VCLVH', 'Voltage criteria for left ventricular hypertrophy', 'Hypertrophy'],
  ['QWAVE', 'Q waves present', 'QRS'],
  ['LOWT', 'Low-amplitude T waves', 'ST and T'],
  ['NT_', 'Non-specific T-wave changes', 'ST and T'],
  ['PAC', 'Atrial premature complex', 'Ectopy'],
  ['LPR', 'Prolonged PR interval', 'Conduction'],
  ['INVT', 'Inverted T waves', 'ST and T'],
  ['LVOLT', 'Low QRS voltage', 'QRS'],
  ['HVOLT', 'High QRS voltage', 'QRS'],
  ['TAB_', 'T-wave abnormality', 'ST and T'],
  ['STE_', 'Non-specific ST elevation', 'ST and T'],
  ['PRC(S)', 'Premature complexes', 'Ectopy'],
  ['SR', 'Sinus rhythm', 'Rhythm', 'rhythm'],
  ['AFIB', 'Atrial fibrillation', 'Rhythm', 'rhythm'],
  ['STACH', 'Sinus tachycardia', 'Rhythm', 'rhythm'],
  ['SARRH', 'Sinus arrhythmia', 'Rhythm', 'rhythm'],
  ['SBRAD', 'Sinus bradycardia', 'Rhythm', 'rhythm'],
  ['PACE', 'Artificial pacemaker', 'Rhythm', 'rhythm'],
  ['SVARR', 'Supraventricular arrhythmia', 'Rhythm', 'rhythm'],
  ['BIGU', 'Bigeminy', 'Ectopy', 'rhythm'],
  ['AFLT', 'Atrial flutter', 'Rhythm', 'rhythm'],
  ['SVTAC', 'Supraventricular tachycardia', 'Rhythm', 'rhythm'],
  ['PSVT', 'Paroxysmal supraventricular tachycardia', 'Rhythm', 'rhythm'],
  ['TRIGU', 'Trigeminy', 'Ectopy', 'rhythm'],
];

/**
 * The 71 statements in the order of PTB-XL's `scp_statements.csv`, which is the order of ProtoECGNet's labels, with the
 * branch that the published model gives each one. Within a branch the classes keep this order.
 *
 * Codes and order: Wagner et al., PTB-XL, Scientific Data 7:154 (2020); branches: Sethi et al., ProtoECGNet (2025).
 */
export const STATEMENTS: readonly Statement[] = table.map(([code, description, group, branch = 'morphology']) => ({
  code,
  description,
  group,
  branch,
}));
