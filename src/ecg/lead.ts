/**
 * The twelve standard leads in the order in which PTB-XL stores them and ProtoECGNet reads them: limb leads, augmented
 * limb leads, precordial leads.
 */
export const STANDARD_LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;

/** The name of one of the twelve standard leads. */
export type LeadName = (typeof STANDARD_LEADS)[number];
