import { engineClient, formatCount, handOverToPrint, runJob } from '../../../client/index.ts';
import { showToast } from '../../../ui/index.ts';
import { outputWords as words } from './words.ts';

type Matter = { readonly id: string; readonly title: string };

/** Asks where, and writes the deadlines for other calendars. */
export async function exportCalendar({ id: matterId, title }: Matter): Promise<void> {
  const target = await window.forthwith.saveFile('deadlines-ics', words.calendarName(title));
  if (!target) return;
  const { events } = await engineClient['deadlines.ics']({ matterId, target: { token: target.token } });
  showToast({ message: words.calendarDone(formatCount(events, 'event'), target.name) });
}

/** Asks where, and writes the sheet for a second person's check. */
export async function exportControlSheet({ id: matterId, title }: Matter): Promise<void> {
  const target = await window.forthwith.saveFile('deadlines-pdf', words.sheetName(title));
  if (!target) return;
  const { pages } = await runJob('deadlines.controlSheet', { matterId, target: { token: target.token } });
  showToast({ message: words.sheetDone(formatCount(pages, 'page'), target.name) });
}

/** Hands the control sheet to the system to print. */
export async function printControlSheet({ id: matterId, title }: Matter): Promise<void> {
  const target = await window.forthwith.saveFile('docket-print', words.sheetName(title));
  if (!target) return;
  const file = { token: target.token };
  const { pages } = await runJob('deadlines.controlSheet', { matterId, target: file });
  await handOverToPrint(file, words.printedSheet(formatCount(pages, 'page')));
}
