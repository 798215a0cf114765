/** The magnifications that buttons and keys go through. */
const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;

/** The next larger or smaller step from any magnification; itself where there is none. */
export function nextZoomStep(magnification: number, direction: 1 | -1): number {
  const next = direction === 1 ? STEPS.find((step) => step > magnification) : STEPS.findLast((step) => step < magnification);
  return next ?? magnification;
}
