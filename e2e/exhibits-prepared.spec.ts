import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eachWithExhibitsDesk, type ExhibitsDesk } from './exhibits-desk.ts';
import { keepScreens } from './support/screens.ts';

let desk: ExhibitsDesk;
eachWithExhibitsDesk((opened) => {
  desk = opened;
});

test('an exhibit that is no PDF shows its pages without a build: its PDF is made when one turns to it', async () => {
  const note = join(desk.folder, 'Call note.txt');
  writeFileSync(note, 'The outage began at noon.');
  await desk.goTo('Evidence');
  await desk.add(note);
  await expect(desk.page.getByText('Added 1 item of evidence')).toBeVisible();
  await desk.goTo('Exhibits');
  await desk.makeSet('Call note');
  await desk.page.getByRole('region', { name: 'Slip sheet of Exhibit A' }).first().focus();
  await desk.page.keyboard.press('PageDown');
  await expect(desk.shownPage('Exhibit A, page 1')).toContainText('The outage began at noon.');
  await expect(desk.shownPage('Exhibit A, page 1')).toContainText('AMZ000001');
  await keepScreens(desk.page, 'exhibits-page-of-a-note');
  // Without Bates numbers its pages can show their place in the exhibit instead.
  await desk.settings().getByRole('tab', { name: 'Set', exact: true }).click();
  await desk.settings().getByText('Stamp Bates numbers').click();
  await desk.settings().getByText('Number pages within each exhibit').click();
  await expect(desk.shownPage('Exhibit A, page 1')).toContainText('Exhibit A – Page 1 of 1');
  await desk.expectAccessibleInBoth('the settings of a set whose pages are numbered within each exhibit');
  await keepScreens(desk.page, 'exhibits-page-numbers');
});
