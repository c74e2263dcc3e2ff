import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { callEngine, valueOf } from './engine.ts';
import { setWindowSize } from './screens.ts';
import { makeMatter, type Journey } from './shared-app.ts';

/** A new matter in a court of Pacific time, with its deadlines in sight. */
export interface DeadlinesMatter {
  readonly app: Journey;
  readonly page: Page;
  readonly matterId: string;
  /** Where the matter is; room for what a journey writes. */
  readonly folder: string;
  readonly addEntries: (entries: readonly Record<string, unknown>[]) => Promise<string[]>;
  /** Adds deadlines, each of which says only what differs from one dated by hand. */
  readonly addDeadlines: (deadlines: readonly Record<string, unknown>[]) => Promise<string[]>;
  readonly setSize: (width: number, height: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const zone = 'America/Los_Angeles';

/**
 * Makes such a matter.
 *
 * @param app no matter is open in it
 */
export async function openDeadlinesMatter(app: Journey): Promise<DeadlinesMatter> {
  const { page, folder } = app;
  await makeMatter(app, join(folder, 'deadlines.matter'), { court: 'wawd' });
  const matterId = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}))[0]!.id;
  valueOf(await callEngine(page, 'matter.update', { matterId, fields: { timezone: zone } }));
  await page.keyboard.press('Control+2');

  const add = async (operation: string, input: object) =>
    valueOf<{ id: string }[]>(await callEngine(page, operation, { matterId, ...input })).map(({ id }) => id);
  return {
    app,
    page,
    matterId,
    folder,
    addEntries: (entries) => add('docket.add', { entries }),
    addDeadlines: (deadlines) =>
      add('deadlines.add', { deadlines: deadlines.map((each) => ({ ...byHand, ...each })) }),
    setSize: (width, height) => setWindowSize(app, width, height),
    close: app.close,
  };
}

const byHand = {
  source: 'hand',
  rule: null,
  period: { count: 0, unit: 'fixed', direction: 'after', isCap: false },
  service: 'none',
  regime: 'frcp',
  contract: null,
  printed: null,
  actor: 'any',
  owner: '',
  note: '',
  entryId: null,
  evidenceId: null,
  reminders: [],
  troClock: null,
};

/** The trigger of what is due on a date. */
export function dated(at: string) {
  return { kind: 'date', event: 'other', at };
}

/** A day so many days from today, on the court's clock: 2021-01-11. */
export function dayFromToday(days: number): string {
  return courtMinute(new Date(Date.now() + days * 86_400_000)).slice(0, 10);
}

/** The same as clerks write it: 1/11/2021. */
export function usDay(days: number): string {
  const [year, month, day] = dayFromToday(days).split('-').map(Number);
  return `${month}/${day}/${year}`;
}

/** An instant as a minute of the court's clock: 2021-01-11T17:00. */
export function courtMinute(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
}
