import { findSpread } from './qrsForms';
import type { QrsForm } from './qrsForms';

/** A T wave peaks within this after its QRS complex, in seconds. */
const LATEST_SECONDS = 0.36;

/** So many of the other form's complexes are followed by one of this form where it is their T wave. */
const FOLLOWED_SHARE = 0.8;

/** A T wave is broader than its QRS complex by this factor. */
const BREADTH = 1.4;

/**
 * Forms without those that are T waves as tall and steep as QRS (hyperkalaemia): all of their members come within
 * 360 ms after nearly every complex of one narrower form. Premature beats do not come so early after every beat.
 * @param forms with centres in samples, as `findQrsForms` gives them.
 */
export function withoutTallTWaves(forms: readonly QrsForm[], samplingRateHz: number): QrsForm[] {
  return forms.filter(
    (form) => form.members.length < 3 || !forms.some((other) => other !== form && isTWaveOf(form, other, samplingRateHz)),
  );
}

function isTWaveOf(form: QrsForm, qrs: QrsForm, samplingRateHz: number): boolean {
  const follows = form.members.filter(({ centre }) =>
    qrs.members.some((beat) => beat.centre < centre && centre - beat.centre < LATEST_SECONDS * samplingRateHz),
  ).length;
  return (
    follows === form.members.length &&
    follows >= FOLLOWED_SHARE * qrs.members.length &&
    findSpread(form.template) > BREADTH * findSpread(qrs.template)
  );
}
