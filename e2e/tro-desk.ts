import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { noDetails } from '../shared/domain/tro/check-event.ts';
import type { TroEventDetails, TroEventKind } from '../shared/model/tro.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { setWindowSize, setZoom } from './support/screens.ts';
import { makeMatter, type Journey } from './support/shared-app.ts';

/** Two in the morning in Seattle, nine hours after the motion was served. */
const twoInTheMorning = '2021-01-12T10:00:00.000Z';

/** The TRO desk of a new matter in the Western District of Washington, as a journey sees it. */
export class TroDesk {
  readonly app: Journey;
  readonly page: Page;
  /** Where the matter is, and where files may be written. */
  readonly folder: string;
  #matterId = '';

  private constructor(app: Journey) {
    this.app = app;
    this.page = app.page;
    this.folder = app.folder;
  }

  /**
   * Makes a matter at two in the morning, in which nothing has happened.
   *
   * @param app no matter is open in it
   */
  static async open(app: Journey): Promise<TroDesk> {
    const desk = new TroDesk(app);
    const { page } = desk;
    await desk.setClock(twoInTheMorning);
    await makeMatter(app, join(desk.folder, 'tro.matter'));
    const matterId = await openMatterId(page);
    desk.#matterId = matterId;
    const fields = { court: 'wawd', number: '2:21-cv-09999', timezone: 'America/Los_Angeles' };
    await desk.call('matter.update', { fields });
    await page.keyboard.press('Control+3');
    await expect(desk.pane.getByRole('list', { name: 'Stage of the request' })).toBeVisible();
    return desk;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  get pane() {
    return this.page.getByRole('region', { name: 'TRO desk' });
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  /** The current step of the request. */
  get stage() {
    return this.pane.getByRole('list', { name: 'Stage of the request' }).locator('[aria-current=step]');
  }

  section(name: string) {
    return this.pane.getByRole('region', { name, exact: true });
  }

  clock(title: string) {
    return this.section('Clocks')
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  /** Sets the window's clock; countdowns look at it when the window comes to the front. */
  async setClock(instant: string): Promise<void> {
    await this.page.evaluate((now) => {
      Date.now = () => now;
      window.dispatchEvent(new Event('focus'));
    }, Date.parse(instant));
  }

  setSize(width: number, height: number): Promise<void> {
    return setWindowSize(this.app, width, height);
  }

  setZoom(factor: number): Promise<void> {
    return setZoom(this.app, factor);
  }

  /** Asks the engine about this matter. */
  async call(operation: string, input: object): Promise<void> {
    valueOf(await callEngine(this.page, operation, { matterId: this.#matterId, ...input }));
  }

  /** Records an event by the engine, where the dialog is not what is tested. */
  record(kind: TroEventKind, at: string, details: Partial<TroEventDetails> = {}): Promise<void> {
    const said = { ...noDetails, ...details };
    return this.call('tro.record', {
      event: { kind, at, entryId: null, evidenceId: null, note: '', details: said },
    });
  }

  async fileAndServe(): Promise<void> {
    await this.record('motion_filed', '2021-01-11T17:00');
    await this.record('motion_served', '2021-01-11T17:00', { service: 'ecf' });
  }

  /** Chooses in a field of the dialog that opens a list. */
  async choose(label: RegExp, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: option }).click();
    await expect(this.page.getByRole('listbox')).toBeHidden();
  }

  /** Fails where anything on the desk reaches beyond the pane. */
  async expectNoSideways(): Promise<void> {
    await expect
      .poll(() =>
        this.pane.evaluate((pane) => {
          const edge = pane.getBoundingClientRect().right + 1;
          return [...pane.querySelectorAll<HTMLElement>('button, p, li, h2, h3, h4, dd, label, table')]
            .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > edge)
            .map((each) => each.outerHTML.slice(0, 120));
        }),
      )
      .toEqual([]);
  }
}
