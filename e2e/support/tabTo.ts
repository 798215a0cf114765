import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than a page has on the way to anything. */
const MOST_STOPS = 40;

/** Tabs on until this has the focus; at every stop on the way a reader must see where the focus is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      const name = `${element.tagName} “${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)}”`;
      return { name, isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, isInView };
    });
    expect(focus).toEqual({ ...focus, isOutlined: true, isInView: true });
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STOPS} stops, and the focus never came to ${target}`);
}
