import { expect, test, type Locator, type Page } from '@playwright/test';
import { addNotes, eachWithNotesMatter, isMarkInSight, markedInText, selectInText } from './notes-desk.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu } from './support/dialogs.ts';
import type { RunningApp } from './support/launch.ts';
import { keepScreens } from './support/screens.ts';
import { goToArea } from './support/shared-app.ts';

let app: RunningApp;
let page: Page;
let matterId: string;

eachWithNotesMatter((journey) => {
  ({ app, page, matterId } = journey);
});

const reader = (): Locator => page.getByRole('region', { name: 'Reader', exact: true });
const editor = (): Locator => page.getByRole('dialog');
const row = (name: RegExp): Locator =>
  page.getByRole('treegrid', { name: 'Notes' }).getByRole('row', { name });

const goTo = (area: string) => goToArea(page, area);

async function open(title: string): Promise<void> {
  await goTo('Evidence');
  await page.getByRole('row', { name: new RegExp(title) }).dblclick();
}

test('a box is moved by its edge, sized by a corner, and put elsewhere by keys; each is undone', async () => {
  await open('Bundle');
  const sheet = reader().locator('section[data-page="1"]');
  await expect(sheet).toHaveAttribute('data-drawn', 'true');
  await reader().getByRole('button', { name: 'Draw a box' }).click();
  const frame = (await sheet.boundingBox())!;
  const drag = async (x: number, y: number, by: readonly [number, number]) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by[0], y + by[1], { steps: 5 });
    await page.mouse.up();
  };
  await drag(frame.x + 60, frame.y + 240, [140, 40]);
  const drawnBox = reader().getByRole('button', { name: 'Box by A. Reyes', exact: true });
  await expect(drawnBox).toBeFocused();
  const box = (await drawnBox.locator('[data-line]').boundingBox())!;
  const lies = async (): Promise<number[]> => {
    const at = (await drawnBox.locator('[data-line]').boundingBox())!;
    return [at.x - frame.x, at.y - frame.y, at.width, at.height].map(Math.round);
  };
  const near = (wanted: readonly number[]) =>
    expect
      .poll(async () => Math.max(...(await lies()).map((value, at) => Math.abs(value - wanted[at]!))))
      .toBeLessThanOrEqual(3);
  await drag(box.x + 30, box.y + 1, [30, 20]);
  await near([90, 260, 140, 40]);
  await expect(page.getByText('Moved the box')).toBeVisible();
  const grip = (await drawnBox.locator('[data-grip="1 1"] > span').boundingBox())!;
  // A handle that is only pressed, and not at its middle, moves nothing: that is a click.
  await drag(grip.x + 1, grip.y + 1, [1, 0]);
  await expect(editor()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawnBox).toBeFocused();
  await near([90, 260, 140, 40]);
  // Escape cancels what the pointer began; letting go then neither moves the box nor opens it.
  await page.mouse.move(box.x + 60, box.y + 21);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 80, { steps: 5 });
  await expect.poll(async () => (await lies())[0]).toBeGreaterThan(120);
  await page.keyboard.press('Escape');
  await near([90, 260, 140, 40]);
  await page.mouse.up();
  await near([90, 260, 140, 40]);
  await expect(editor()).toBeHidden();
  await drag(grip.x + grip.width / 2, grip.y + grip.height / 2, [25, 15]);
  await near([90, 260, 165, 55]);
  await keepScreens(page, 'notes-box-moved');
  await page.keyboard.press('Control+z');
  await near([90, 260, 140, 40]);
  // Undone at once: the window never reads where the box was in between.
  for (let time = 0; time < 4; time++) {
    await drag(grip.x + grip.width / 2, grip.y + grip.height / 2, [25, 15]);
    await page.keyboard.press('Control+z');
    await near([90, 260, 140, 40]);
  }
  await drawnBox.focus();
  await page.keyboard.press('m');
  const placing = reader().getByRole('application', { name: 'Box to move or resize on page 1' });
  await expect(placing).toBeFocused();
  const [left, , wide] = await lies();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(placing.getByRole('status')).toContainText('in from the left');
  await page.keyboard.press('Enter');
  await expect(placing).toBeHidden();
  await expect(drawnBox).toBeFocused();
  await expect.poll(async () => (await lies())[0]).toBeLessThan(left!);
  expect((await lies())[2]).toBeGreaterThan(wide!);
  await page.keyboard.press('Control+z');
  await near([90, 260, 140, 40]);
  // On a page that is shown turned the upper side is the right one.
  const upper = drawnBox.locator('[data-grip="0 -1"] > span');
  await expect(upper).toHaveCSS('cursor', 'ns-resize');
  await chooseInMenu(app.electron, 'reader.turn');
  await expect(upper).toHaveCSS('cursor', 'ew-resize');
});

test('what is saved in the details and undone stays undone when another note is gone to', async () => {
  await addNotes(page, matterId, 'Bundle', [
    { kind: 'note', anchor: { page: 2 }, fields: { text: 'Compare § 9' } },
    { kind: 'note', anchor: { page: 3 }, fields: { text: 'late?' } },
  ]);
  await goTo('Notes');
  await row(/Compare § 9/).click();
  const said = page.getByRole('textbox', { name: 'Note', exact: true });
  await said.fill('Compare § 10');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row(/Compare § 10/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(said).toHaveValue('Compare § 9');
  await row(/late\?/).click();
  await expect(said).toHaveValue('late?');
  await expect(row(/Compare § 9/)).toBeVisible();
});

test('a formatted mail says where its words are marked, shows them there, and is led back to', async () => {
  await open('Reply');
  const message = reader().frameLocator('iframe[title="Message"]');
  await expect(message.getByRole('heading', { name: 'About the notice' })).toBeVisible();
  const strip = reader().getByRole('region', { name: 'Notes on this message' });
  await expect(strip).toContainText('Words are marked in the plain text of an email.');
  await expectAccessible(page, 'a formatted mail with its way to notes');
  await page.keyboard.press('Control+Shift+h');
  const told = page.getByRole('region', { name: 'Notifications' });
  await expect(told).toContainText('The formatted view of an email is sealed off');
  await keepScreens(page, 'notes-mail-sealed');
  await told.getByRole('button', { name: 'Show plain text' }).click();
  const text = reader().getByRole('region', { name: 'Text of Reply' });
  await expect(text).toBeFocused();
  await selectInText(page, 'thirty days');
  await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeVisible();
  await page.keyboard.press('h');
  await expect.poll(() => markedInText(page, 'mark-yellow')).toEqual(['thirty days']);
  await selectInText(page, 'noon on Monday');
  await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeAttached();
  await page.keyboard.press('n');
  await editor().getByLabel('Note', { exact: true }).fill('Which Monday?');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => markedInText(page, 'line-yellow')).toEqual(['noon on Monday']);

  await reader().getByText('Formatted', { exact: true }).click();
  await expect(strip).toContainText('2 notes are on the plain text of this email.');
  await goTo('Notes');
  await row(/Which Monday\?/).click();
  await expect(text).toBeVisible();
  await expect.poll(() => isMarkInSight(page, 'line-yellow')).toBe(true);
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await reader().getByText('Formatted', { exact: true }).click();
  await strip.getByRole('button', { name: 'Show plain text' }).press('Enter');
  await reader().getByRole('button', { name: 'Show notes' }).click();
  const panel = reader().getByRole('region', { name: 'Notes of this document' });
  await reader().getByText('Formatted', { exact: true }).click();
  await panel.getByRole('button', { name: 'Note on selected words' }).click();
  await expect(told).toContainText('The formatted view of an email is sealed off');
  await panel
    .getByRole('button', { name: /Which Monday\?$/ })
    .first()
    .click();
  await expect.poll(() => isMarkInSight(page, 'line-yellow')).toBe(true);
  await expect(text).toBeFocused();
});
