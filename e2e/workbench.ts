import { expect, type Locator, type Page } from '@playwright/test';
import { type LeadName, STANDARD_LEADS } from '../src/ecg/lead';
import type { BranchName } from '../src/model/branch';
import type { BackendName } from '../src/model/protocol';
import { type Ledger, readLedger } from './support/ledger';
import type { RecordFiles } from './support/records';

interface OpenOptions {
  /** The model's name; null: the one that the site opens by itself. */
  readonly model?: string | null;
  readonly backend?: BackendName;
  /** Where the site is, if not at the address of the configuration. */
  readonly origin?: string;
}

/** Layouts of the leads as the page names them. */
export type LayoutChoice = 'Whole page' | 'At the match' | '12 × 1';

/** The views of a case as the page names them. */
export type CaseViewChoice = 'Side by side' | 'R aligned' | 'Overlaid' | 'Subtracted';

/** The page as a cardiologist sees and uses it. */
export class Workbench {
  /** The foot of the page, which says what is going on. */
  readonly status: Locator;
  /** The twelve leads on their paper. */
  readonly ecg: Locator;
  /** The window in which the paper scrolls. */
  readonly paper: Locator;
  /** What the calipers read. */
  readonly caliperReading: Locator;
  /** The name of the statement under study. */
  readonly statement: Locator;
  /** Every statement that is listed, the predicted ones first. */
  readonly statements: Locator;
  readonly alert: Locator;
  /** The pairs of prototype and patient. */
  readonly cases: Locator;
  readonly contributions: Locator;
  /** Where in time the evidence lies. */
  readonly timeLedger: Locator;
  /** What is muted and what becomes of it; not there while everything counts. */
  readonly whatIf: Locator;
  /** The two ECGs side by side and all that is compared; not there while one ECG is read alone. */
  readonly comparison: Locator;
  /** The recordings of the session, one row each. */
  readonly worklist: Locator;

  constructor(readonly page: Page) {
    this.status = page.getByRole('contentinfo').getByRole('status');
    this.ecg = page.getByRole('img', { name: 'Twelve-lead ECG' });
    this.paper = page.getByRole('region', { name: 'ECG paper' });
    this.caliperReading = page.locator('.caliper-reading');
    this.statement = page.locator('.statement-heading').getByRole('heading', { level: 2 });
    this.statements = page.getByRole('listbox', { name: /statements$|^Statements/ }).getByRole('option');
    this.alert = page.getByRole('alert');
    this.cases = page.getByRole('article', { name: /^Prototype / });
    this.contributions = page.getByRole('region', { name: /^Contributions to / });
    this.worklist = page.getByRole('grid', { name: 'Recordings of the worklist' }).getByRole('row');
    this.comparison = page.getByRole('region', { name: / compared with / });
    this.timeLedger = page.getByRole('figure').filter({ hasText: 'Morphology evidence in time' });
    this.whatIf = page.getByRole('region', { name: 'What if', exact: true });
  }

  async open({ model = 'synthetic', backend, origin = '' }: OpenOptions = {}): Promise<void> {
    const query = new URLSearchParams({ ...(model !== null && { model }), ...(backend && { backend }) });
    await this.page.goto(`${origin}/?${query}`);
    // The page is loaded before it is drawn, and takes files only from then on.
    await expect(this.page.getByRole('button', { name: 'Choose ECG files' })).toBeVisible();
  }

  /** Opens an ECG of the start page's gallery. */
  async pickSample(title: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Or look at one of these' }).getByRole('button', { name: title }).click();
  }

  async waitForModel(): Promise<void> {
    await expect(this.status).toHaveText(/^The model .+ is ready\.$/);
  }

  /** Drags files from the computer and lets them go over the page, all at once. */
  async dropEcg(files: RecordFiles): Promise<void> {
    const { width, height } = this.page.viewportSize()!;
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
    await send('dragEnter');
    await send('dragOver');
    // Whoever drops has seen where to; and the browser drops only where it has heard that the page takes files.
    await expect(this.page.locator('.drop-veil')).toBeVisible();
    await send('dragOver');
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await send('drop');
    await session.detach();
  }

  /** Chooses files in the computer's dialog. */
  async pickEcg(files: RecordFiles, button = 'Choose ECG files'): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: button }).click();
    await (await dialog).setFiles([...files]);
  }

  /** Waits until the named recording is open and its evidence is on the page. */
  async waitForResult(recordName?: string): Promise<void> {
    if (recordName !== undefined) await expect(this.recordingNamed(recordName)).toBeVisible();
    await expect(this.statement).toBeVisible();
    await expect(this.status).toHaveText(/^Computed in .+ with \w+\.$/);
  }

  /** The facts of the open recording, where it is the named one. */
  recordingNamed(recordName: string): Locator {
    return this.page.getByRole('region', { name: 'Recording', exact: true }).getByText(`${recordName}.hea`);
  }

  /** Opens the next or the previous recording of the worklist by its key, and waits for its result. */
  async step(to: 'next' | 'previous', recordName: string): Promise<void> {
    await this.page.keyboard.press(to === 'next' ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
    await this.waitForResult(recordName);
  }

  /** A recording's row in the worklist. */
  rowOf(recordName: string): Locator {
    return this.worklist.filter({ has: this.page.getByText(recordName, { exact: true }) });
  }

  async pickStatement(code: string): Promise<void> {
    await this.page.getByRole('option', { name: new RegExp(`^${code} `) }).last().click();
    await expect(this.statement).toContainText(code);
  }

  async searchStatement(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search all 71 statements' }).fill(text);
  }

  async chooseLayout(name: LayoutChoice): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: 'Layout of the leads' }).getByRole('radio', { name });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  /** Puts the ECG paper nearer with the mouse over it, `turns` small turns of the wheel while Ctrl is held. */
  async zoomAt(x: number, y: number, turns: number): Promise<void> {
    const before = await this.magnification();
    await this.page.mouse.move(x, y);
    // All turns at once: a wheel that rests has the sheet drawn anew.
    await this.ecg.evaluate(
      (figure, { x, y, turns }) => {
        const options = { deltaY: -10 * Math.sign(turns), clientX: x, clientY: y, ctrlKey: true, bubbles: true, cancelable: true };
        for (let turn = 0; turn < Math.abs(turns); turn++) figure.dispatchEvent(new WheelEvent('wheel', options));
      },
      { x, y, turns },
    );
    await expect.poll(() => this.magnification()).not.toBe(before);
    await expect(this.paper).not.toHaveClass(/is-zooming/);
  }

  /** How many times larger than paper the ECG is drawn, as the page says. */
  async magnification(): Promise<number> {
    const words = await this.page.getByRole('button', { name: /^Magnified to/ }).textContent();
    return parseFloat(words!) / 100;
  }

  /** Where in the window a moment of a lead that is shown over the whole time is drawn. */
  async placeOf(lead: LeadName, seconds: number): Promise<{ x: number; y: number }> {
    const trace = this.ecg.locator(`.paper-trace[data-lead="${lead}"]`).last();
    return trace.evaluate((path, seconds) => {
      const { a, e, f } = (path as SVGGraphicsElement).getScreenCTM()!;
      const millimetre = Number(path.closest('svg')!.querySelector('pattern')!.getAttribute('width'));
      return { x: e + a * seconds * 25 * millimetre, y: f };
    }, seconds);
  }

  /** Drags the mouse on the paper from one moment of a lead to another. */
  async dragBetween(lead: LeadName, from: number, to: number): Promise<void> {
    const [start, end] = [await this.placeOf(lead, from), await this.placeOf(lead, to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, start.y);
    await this.page.mouse.move(end.x, end.y);
    await this.page.mouse.up();
  }

  async orderCases(name: RegExp): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: 'Order of the cases' }).getByRole('radio', { name });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  async viewCases(name: CaseViewChoice): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: 'How cases are shown' }).getByRole('radio', { name });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  /** The number of the first case of a branch, the first of all being 1. */
  async findCase(branch: BranchName): Promise<number> {
    const first = this.page.getByRole('article', { name: new RegExp(`^Prototype ${branch}/`) }).first();
    await expect(first).toBeVisible();
    const names = await this.cases.evaluateAll((cases) => cases.map((pair) => pair.getAttribute('aria-label')!));
    return 1 + names.findIndex((name) => name.startsWith(`Prototype ${branch}/`));
  }

  /** Presses a key on the ECGs of the n-th case. @returns what its cursor reads then. */
  async moveCursor(n: number, key: string): Promise<string> {
    const pair = this.cases.nth(n - 1);
    await pair.getByRole('group', { name: /^ECGs of / }).press(key);
    return (await pair.locator('.pair-readout').textContent())!;
  }

  /** Opens the n-th case, the first being 1. @returns its name, as `morphology/151`. */
  async openPrototype(n: number): Promise<string> {
    const button = this.caseButton(n);
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    return (await this.cases.nth(n - 1).getAttribute('aria-label'))!.replace('Prototype ', '');
  }

  caseButton(n: number): Locator {
    return this.cases.nth(n - 1).getByRole('button').first();
  }

  /** Mutes a prototype, as `morphology/151`, or a branch, as `rhythm`, at the end of its row. */
  async mute(name: string): Promise<void> {
    await this.contributions.getByRole('button', { name: `Mute ${name}`, exact: true }).first().click();
    await expect(this.whatIf).toContainText(name);
  }

  /** Mutes a lead in the menu, and waits for the network's answer. */
  async muteLead(lead: string): Promise<void> {
    await this.page.getByRole('button', { name: 'What if…' }).click();
    await this.page.getByRole('toolbar', { name: 'Leads' }).getByRole('button', { name: lead, exact: true }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.whatIf).toContainText(`${lead} flat`);
    await expect(this.whatIf).not.toContainText('Computing with');
  }

  /** Lets a muted part count again, by its chip. */
  async unmute(part: string): Promise<void> {
    await this.whatIf.getByRole('button', { name: `Let ${part} count again` }).click();
    await expect(this.whatIf.getByRole('row', { name: part })).toHaveCount(0);
    await expect(this.whatIf).not.toContainText('Computing with');
  }

  /** Opens what the n-th case is rated by. @returns the case. */
  async openRating(n: number): Promise<Locator> {
    const pair = this.cases.nth(n - 1);
    await pair.getByRole('button', { name: /^Rate / }).click();
    await expect(pair.getByRole('group', { name: /^Rate / })).toBeVisible();
    return pair;
  }

  /** Rates the n-th case bad, and waits until that is kept. @returns its name, as `morphology/151`. */
  async rateBad(n: number, reason: string): Promise<string> {
    const pair = await this.openRating(n);
    await pair.getByRole('radio', { name: 'Bad prototype' }).click();
    await pair.getByRole('button', { name: reason, exact: true }).click();
    await expect(pair).toContainText(`bad: ${reason.toLowerCase()}`);
    await expect(pair.getByText('Saved on this computer')).toBeVisible();
    await pair.getByRole('button', { name: /^Rate / }).click();
    return (await pair.getAttribute('aria-label'))!.replace('Prototype ', '');
  }

  async resetWhatIf(): Promise<void> {
    await this.whatIf.getByRole('button', { name: 'Reset' }).click();
    await expect(this.whatIf).toHaveCount(0);
  }

  /** Lays another recording of the session beside the open one, and waits until both are computed. */
  async compareWith(recordName: string): Promise<void> {
    await this.page.getByRole('button', { name: /Compare with/ }).click();
    await this.page.getByRole('listbox', { name: /^Compare with/ }).getByRole('option', { name: recordName, exact: true }).click();
    await expect(this.comparison).toHaveAccessibleName(new RegExp(` compared with ${recordName}$`));
    await expect(this.comparison.getByRole('table', { name: /^Contributions to/ }).or(this.page.getByRole('tab', { name: 'Contributions' }))).toBeVisible();
    await expect(this.comparison.getByRole('columnheader', { name: 'Logits apart' })).toBeVisible();
  }

  readLedger(): Promise<Ledger> {
    return readLedger(this.contributions);
  }

  /** The code of the statement under study. */
  async statementCode(): Promise<string> {
    return (await this.statement.locator('.statement-code').textContent())!.trim();
  }

  /** The leads in which the matched window is marked, each once, in the standard order. */
  async markedLeads(): Promise<readonly string[]> {
    const marked = await this.ecg
      .locator('.paper-evidences [data-lead]')
      .evaluateAll((bands) =>
        bands.filter((band) => band.getBoundingClientRect().width > 1).map((band) => (band as SVGElement).dataset['lead']),
      );
    return STANDARD_LEADS.filter((lead) => marked.includes(lead));
  }

  /** The seconds in which the page says that the chosen prototype matched best. */
  async matchedSeconds(): Promise<readonly [number, number]> {
    const words = await this.ecg.locator('desc').textContent();
    const [, start, end] = /best match: ([\d.]+)–([\d.]+) s is marked/.exec(words!)!;
    return [Number(start), Number(end)];
  }

  /** The leads with a trace in the two pictures of the n-th case, the patient's and the prototype's, in standard order. */
  async leadsOfCase(n: number): Promise<readonly (readonly string[])[]> {
    const pictures = this.cases.nth(n - 1).getByRole('img');
    await expect(pictures).toHaveCount(2);
    const drawn = await pictures.evaluateAll((svgs) =>
      svgs.map((svg) => {
        const names = [...svg.querySelectorAll('.paper-lead')].map((name) => name.textContent);
        const traces = [...svg.querySelectorAll('.paper-trace.is-segment')].map((path) => path.getAttribute('d') ?? '');
        return names.filter((_, i) => traces[i]?.includes('L'));
      }),
    );
    return drawn.map((names) => STANDARD_LEADS.filter((lead) => names.includes(lead)));
  }
}
