import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The success criteria of WCAG 2.2 AA that a program can decide, and what axe holds for good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Expects axe to find nothing, each finding named by its rule, its place and what is wrong. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // What fades in has not yet its contrast.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished));
  });
  const axe = new AxeBuilder({ page }).withTags(RULES);
  // React Aria closes a card with a button for screen readers beside the dialog, which axe misses in a landmark.
  if ((await page.getByRole('dialog').count()) > 0) axe.disableRules('region');
  const { violations } = await axe.analyze();
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(findings, name).toEqual([]);
}
