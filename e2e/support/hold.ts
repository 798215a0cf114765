import type { Page } from '@playwright/test';

/** Keeps every answer to requests for these addresses back until the returned function is called. */
export async function holdBack(page: Page, addresses: string): Promise<() => void> {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/**
 * Keeps predictions back: what the page asks of its worker waits, as on a slow computer, until the returned function is
 * called. To be called before the page is opened.
 */
export async function holdBackPredictions(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const send = Worker.prototype.postMessage;
    const held: (() => void)[] = [];
    let isHolding = true;
    addEventListener('release-predictions', () => {
      isHolding = false;
      held.forEach((letGo) => letGo());
    });
    Worker.prototype.postMessage = function (this: Worker, message: { readonly kind?: string }) {
      const letGo = () => send.call(this, message);
      if (isHolding && message.kind === 'predict') held.push(letGo);
      else letGo();
    };
  });
  return () => page.evaluate(() => void dispatchEvent(new Event('release-predictions')));
}
