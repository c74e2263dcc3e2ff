import { expect, test, type Locator, type Page } from '@playwright/test';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addNotes, eachWithNotesMatter, markedInText, selectInText } from './notes-desk.ts';
import { expectAccessible, expectAccessibleInBoth } from './support/axe.ts';
import { chooseInMenu, chooseInOpenDialog, chooseInSaveDialog } from './support/dialogs.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { createFolder, type RunningApp } from './support/launch.ts';
import { keepScreens, setWindowSize } from './support/screens.ts';
import { goToArea } from './support/shared-app.ts';

let app: RunningApp;
let page: Page;
let matterId: string;
let folder: string;

eachWithNotesMatter((journey) => {
  ({ app, page, matterId, folder } = journey);
});

const reader = (): Locator => page.getByRole('region', { name: 'Reader', exact: true });
const sheet = (number: number): Locator => reader().locator(`section[data-page="${number}"]`);
const mark = (name: string | RegExp): Locator => reader().getByRole('button', { name, exact: true });
const editor = (): Locator => page.getByRole('dialog');
const list = (): Locator => page.getByRole('treegrid', { name: 'Notes' });
const row = (name: string | RegExp): Locator => list().getByRole('row', { name });

const goTo = (area: string) => goToArea(page, area);

async function open(title: string): Promise<void> {
  await goTo('Evidence');
  await page.getByRole('row', { name: new RegExp(title) }).dblclick();
}

async function openBundle(): Promise<void> {
  await open('Bundle');
  await expect(sheet(1)).toHaveAttribute('data-drawn', 'true');
  await expect(sheet(1)).toContainText('temporary restraining order');
}

async function goToPage(number: number): Promise<void> {
  await reader().getByRole('textbox', { name: 'Page', exact: true }).fill(String(number));
  await page.keyboard.press('Enter');
  await expect(sheet(number)).toHaveAttribute('data-drawn', 'true');
  await expect(sheet(number)).toContainText('Section');
}

/** Drags over words of a line, from one part of its width to another. */
async function dragOver(words: string, from: number, to: number, number = 1): Promise<void> {
  const box = (await sheet(number).locator('[data-run]', { hasText: words }).boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 });
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
}

/** Notes as the engine has them. */
async function notes(): Promise<
  { id: string; kind: string; text: string; color: string; tagIds: string[]; anchor: { quote: string } }[]
> {
  return valueOf(await callEngine(page, 'notes.list', { matterId, filter: {} }));
}

test('words are highlighted by mouse and underlined by key, edited, deleted and brought back', async () => {
  await openBundle();
  await dragOver('that the agreement promised', 0, 0.5);
  const bar = page.getByRole('toolbar', { name: 'Mark selected words' });
  await expect(bar).toBeVisible();
  await expectAccessible(page, 'the tools beside selected words');
  await keepScreens(page, 'notes-selection');
  await bar.getByRole('button', { name: 'Highlight', exact: true }).click();
  await expect(bar).toBeHidden();
  const highlight = mark(/^Highlight by A\. Reyes: “that the agreement promised/);
  await expect(highlight).toBeAttached();
  // It is on the picture of its words.
  const line = (await sheet(1).locator('[data-run]', { hasText: 'that the agreement' }).boundingBox())!;
  const drawn = (await highlight.locator('[data-line]').boundingBox())!;
  expect(Math.abs(drawn.x - line.x)).toBeLessThan(4);
  expect(Math.abs(drawn.y + drawn.height / 2 - (line.y + line.height / 2))).toBeLessThan(4);

  // Without a pointer: words are selected by keys, and marked by one.
  await reader()
    .getByRole('region', { name: /^Pages of/ })
    .focus();
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(bar).toBeVisible();
  // What is marked is what is selected when the key comes, not what was when the bar did.
  for (let word = 1; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('u');
  const underline = mark(/^Underline by A\. Reyes: “Declaration in support/);
  await expect(underline).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(underline).toBeHidden();
  await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(underline).toBeAttached();

  // A click on the words opens what is said of them.
  await page.mouse.click(drawn.x + 20, drawn.y + drawn.height / 2);
  await expect(editor()).toBeVisible();
  await expect(editor().getByRole('heading')).toHaveText('Highlight, p. 1');
  await editor().getByLabel('Note', { exact: true }).fill('Which section?');
  await editor().getByTitle('Green').click();
  await editor().getByRole('button', { name: 'Tags…' }).click();
  await editor().getByRole('button', { name: 'New tag or issue code…' }).click();
  await editor().getByRole('textbox', { name: 'New tag or issue code' }).fill('Notice');
  await page.keyboard.press('Enter');
  await expect(editor().getByRole('checkbox', { name: 'Notice' })).toBeChecked();
  await expectAccessibleInBoth(page, 'the editor of a note');
  await keepScreens(page, 'notes-editor');
  await editor().getByRole('button', { name: 'Save' }).click();
  await expect(editor()).toBeHidden();
  await expect(mark(/“that the agreement promised.*— Which section\? Tags: Notice\.$/)).toBeFocused();
  expect(await notes()).toMatchObject([
    { kind: 'underline', text: '', color: 'yellow' },
    { kind: 'highlight', text: 'Which section?', color: 'green', tagIds: [expect.any(String)] },
  ]);

  // By keyboard alone: the mark before it is the one before it in reading order; its editor deletes it.
  await page.keyboard.press('Shift+Tab');
  await expect(underline).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor().getByLabel('Note', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(underline).toBeFocused();
  await page.keyboard.press('Enter');
  await editor().getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(underline).toBeHidden();
  await expect(reader().getByRole('region', { name: /^Pages of/ })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(underline).toBeAttached();
});

test('a note on words, one on the page, boxes by mouse and by keys, a bookmark, and the panel beside them', async () => {
  await openBundle();
  await goToPage(7);
  await dragOver('On January 10', 0, 0.3, 7);
  await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeVisible();
  await page.keyboard.press('n');
  const text = editor().getByLabel('Note', { exact: true });
  await text.fill('x'.repeat(10_004));
  await expect(editor()).toContainText(
    'At most 10,000 characters fit; this has 10,004. Its end is left out.',
  );
  await expect(text).toHaveValue('x'.repeat(10_000));
  await text.fill('When exactly?');
  await page.keyboard.press('Control+Enter');
  await expect(mark(/^Note by A\. Reyes: “On January 10.*— When exactly\?$/)).toBeAttached();
  // An empty note is not kept.
  await reader().getByRole('button', { name: 'Add note to page' }).click();
  await page.keyboard.press('Escape');
  await expect(editor()).toBeHidden();
  await reader().getByRole('button', { name: 'Add note to page' }).click();
  await editor().getByLabel('Note', { exact: true }).fill('Ask for the original of this page.');
  await editor().getByRole('button', { name: 'Add note' }).click();
  await expect(mark('Note by A. Reyes: Ask for the original of this page.')).toBeVisible();

  await page.keyboard.press('Control+Shift+b');
  await page.keyboard.press('Escape');
  await expect(reader().getByRole('region', { name: /^Pages of/ })).toBeFocused();
  await page.keyboard.press('Control+Shift+b');
  const surface = reader().getByRole('application', { name: 'Box on page 7' });
  await expect(surface).toBeFocused();
  await keepScreens(page, 'notes-box');
  const before = (await surface.locator('[data-box]').boundingBox())!;
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  const after = (await surface.locator('[data-box]').boundingBox())!;
  expect(after.y).toBeLessThan(before.y);
  expect(after.width).toBeGreaterThan(before.width);
  await page.keyboard.press('Enter');
  await expect(mark('Box by A. Reyes')).toBeFocused();

  await reader().getByRole('button', { name: 'Draw a box' }).click();
  const frame = (await sheet(7).boundingBox())!;
  await page.mouse.move(frame.x + 60, frame.y + 240);
  await page.mouse.down();
  await page.mouse.move(frame.x + 200, frame.y + 280, { steps: 5 });
  await page.mouse.up();
  await expect(mark('Box by A. Reyes')).toHaveCount(2);
  const box = (await mark('Box by A. Reyes').nth(0).locator('[data-line]').boundingBox())!;
  expect([box.x - frame.x, box.y - frame.y, box.width, box.height].map(Math.round)).toEqual([
    60, 240, 140, 40,
  ]);

  await reader().getByRole('button', { name: 'Bookmark page' }).click();
  await expect(mark('Bookmark by A. Reyes')).toBeVisible();
  await expect(reader().getByRole('button', { name: 'Remove bookmark of page' })).toBeVisible();

  await reader().getByRole('button', { name: 'Show side panel' }).click();
  await reader().getByRole('tab', { name: 'Notes' }).click();
  const panel = reader().getByRole('region', { name: 'Notes of this document' });
  await expect(panel.getByRole('listitem')).toHaveCount(5);
  await expectAccessibleInBoth(page, 'notes on a page and beside it');
  await keepScreens(page, 'notes-page');
  await panel.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Box' }).click();
  await expect(panel.getByRole('status')).toHaveText('2 of 5 notes');
  await panel.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Note' }).click();
  await goToPage(12);
  await panel
    .getByRole('button', { name: /When exactly\?$/ })
    .first()
    .click();
  await expect(mark(/^Note by A\. Reyes: “On January 10/)).toBeFocused();
});

test('in a text without pages, words are marked by key, a note is put on others, and both are listed', async () => {
  await open('Letter');
  const text = reader().getByRole('region', { name: 'Text of Letter' });
  await expect(text).toContainText('We ask that service be restored');
  await text.focus();
  await selectInText(page, 'thirty days of notice');
  await expect(page.getByRole('toolbar', { name: 'Mark selected words' })).toBeVisible();
  await page.keyboard.press('h');
  await expect.poll(() => markedInText(page, 'mark-yellow')).toEqual(['thirty days of notice']);
  await selectInText(page, 'noon on Monday');
  await page.getByRole('toolbar').getByRole('button', { name: 'Add note' }).click();
  await editor().getByLabel('Note', { exact: true }).fill('Ask for Sunday instead?');
  await expectAccessible(page, 'a new note on words of a text');
  await page.keyboard.press('Control+Enter');
  await expect(editor()).toBeHidden();
  await expect.poll(() => markedInText(page, 'line-yellow')).toEqual(['noon on Monday']);

  await reader().getByRole('button', { name: 'Show notes' }).click();
  const panel = reader().getByRole('region', { name: 'Notes of this document' });
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByRole('listitem').first()).toContainText('“thirty days of notice”');
  await panel.getByRole('button', { name: 'Note on document' }).click();
  await panel.getByLabel('Note', { exact: true }).fill('Sent by mail and by courier.');
  await panel.getByRole('button', { name: 'Add note' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  await panel.getByRole('button', { name: /^Edit: .*Sunday/ }).click();
  await panel.getByLabel('Note', { exact: true }).fill('Sunday at noon?');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Sunday at noon?' })).toHaveCount(1);
  await expectAccessible(page, 'notes beside a text');
  await keepScreens(page, 'notes-text');
  await panel.getByRole('button', { name: /^Delete: Highlight/ }).click();
  await expect.poll(() => markedInText(page, 'mark-yellow')).toEqual([]);
});

test('all notes are listed, filtered, grouped, gone to, changed together and exported', async () => {
  const quote = (words: string, y: number) => ({
    page: 1,
    quote: words,
    rects: [{ x: 72, y, width: 200, height: 14 }],
  });
  await goTo('Notes');
  await expect(page.getByRole('heading', { name: 'No notes yet' })).toBeVisible();
  await expectAccessible(page, 'an empty list of notes');
  await keepScreens(page, 'notes-empty');
  await addNotes(page, matterId, 'Bundle', [
    { kind: 'highlight', anchor: quote('that the agreement promised', 138), fields: { text: 'late?' } },
    {
      kind: 'underline',
      anchor: quote('words that stand nowhere', 156),
      fields: { isWorkProduct: false, color: 'blue' },
    },
    { kind: 'note', anchor: { page: 9 }, fields: { text: 'The keystone. '.repeat(30), color: 'red' } },
    { kind: 'bookmark', anchor: { page: 5 }, fields: { text: 'Sideways page', isWorkProduct: false } },
  ]);
  await addNotes(page, matterId, 'Letter', [
    {
      kind: 'highlight',
      anchor: { page: 1, quote: 'thirty days of notice' },
      fields: { text: 'Compare § 9', isWorkProduct: false },
    },
  ]);
  await expect(list().getByRole('row')).toHaveCount(8);
  await expect(page.getByRole('navigation', { name: 'Areas' })).toContainText('Notes5');
  await expectAccessibleInBoth(page, 'the list of notes');

  // Choosing goes there in the reader; the keyboard stays in the list.
  await row(/late\?/).click();
  await expect(mark(/^Highlight by A\. Reyes: “that the agreement promised” — late\?/)).toBeAttached();
  await expect(list()).toBeFocused();
  await keepScreens(page, 'notes-moved');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(sheet(9)).toHaveAttribute('data-drawn', 'true');
  const details = page.getByRole('complementary', { name: 'Details of the note' });
  await keepScreens(page, 'notes-list');
  // What is typed is kept when another note is chosen.
  await details.getByLabel('Note', { exact: true }).fill('The keystone, once.');
  await row(/late\?/).click();
  await expect(details).toContainText('Highlight, p. 1');
  await row(/The keystone, once/).click();
  await page.keyboard.press('Enter');
  await expect(mark('Note by A. Reyes: The keystone, once.')).toBeFocused();

  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('agreement');
  await expect(page.getByRole('status').filter({ hasText: 'of 5 notes' })).toContainText('1 of 5 notes');
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'Nothing matches “nothing like it”' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog').getByText('Highlight', { exact: true }).click();
  await expectAccessible(page, 'the filter of notes');
  await keepScreens(page, 'notes-filter');
  await page.keyboard.press('Escape');
  await expect(list().getByRole('row')).toHaveCount(5);

  // Changed together, and taken back as one step.
  await row(/late\?/).click();
  await row(/Compare § 9/).click({ modifiers: ['Control'] });
  await page.getByRole('group', { name: 'Selected notes' }).getByRole('button', { name: 'Color' }).click();
  await page.getByRole('menuitem', { name: 'Purple' }).click();
  await expect.poll(async () => (await notes()).filter(({ color }) => color === 'purple').length).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await notes()).filter(({ color }) => color === 'purple').length).toBe(0);

  // Work product stays out unless it is asked for.
  const target = join(folder, 'notes.csv');
  await chooseInSaveDialog(app.electron, target);
  await chooseInMenu(app.electron, 'notes.export');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  // What is selected in the list is offered first.
  await expect(dialog.getByRole('radio', { name: 'Selected (2)' })).toBeChecked();
  await expect(dialog).toContainText('1 note marked as work product is left out.');
  await dialog.getByText('All notes (5)').click();
  await expect(dialog).toContainText('2 notes marked as work product are left out.');
  await dialog.getByText('Include work product').click();
  await expect(dialog.getByRole('alert')).toContainText('Do not produce it');
  await expectAccessible(page, 'the export of notes');
  await keepScreens(page, 'notes-export');
  await dialog.getByText('Include work product').click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(
    page.getByText('Exported 3 notes to 1 file. Left out 2 notes marked as work product.'),
  ).toBeVisible();
  const table = readFileSync(target, 'utf8');
  expect(table).toContain('words that stand nowhere');
  expect(table).toContain('Compare § 9');
  expect(table).not.toContain('late?');
  expect(table).not.toContain('keystone');

  // Copies with annotations; what is no longer found on its page is reported.
  const copies = createFolder();
  await chooseInOpenDialog(app.electron, copies);
  await chooseInMenu(app.electron, 'notes.export');
  await dialog.getByText('Annotated copies (PDF)').click();
  await expect(dialog.getByRole('radio', { name: 'Annotated copies (PDF)' })).toBeChecked();
  await dialog.getByText('All notes (5)').click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  const result = page.getByRole('dialog', { name: 'Notes were exported' });
  await expect(result.getByRole('listitem')).toContainText('Bundle');
  await expectAccessible(page, 'what came of an export');
  await keepScreens(page, 'notes-exported');
  await page.keyboard.press('Escape');
  expect(readdirSync(copies)).toContainEqual(expect.stringMatching(/Bundle.*\.pdf$/));
  rmSync(copies, { recursive: true, force: true });

  // Whoever asks at one note for its export is offered that one first.
  await row(/Compare § 9/).click();
  await row(/Compare § 9/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(dialog.getByRole('radio', { name: 'Selected (1)' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(list()).toBeFocused();

  await setWindowSize(app, 800, 600);
  await expect(list()).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter: Highlight' }).click();
  await expectAccessible(page, 'the list of notes in a small window');
  await keepScreens(page, 'notes-narrow');
  await row(/keystone/i).dblclick();
  await expect(mark('Note by A. Reyes: The keystone, once.')).toBeFocused();
  await keepScreens(page, 'notes-narrow-page');
});
