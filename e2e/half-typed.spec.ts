import { expect, test, type Locator, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addNotes, makeNotesMatter } from './notes-desk.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { askOpen, callEngine, openMatterId, valueOf } from './support/engine.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { createReturningHome } from './support/seed.ts';
import { goToArea, openMatter, shareApp } from './support/shared-app.ts';

let folder: string;
let matter: string;
let app: RunningApp;
let page: Page;
test.beforeAll(async () => {
  folder = await makeNotesMatter();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.beforeEach(async ({}, info) => {
  matter = join(folder, `${info.testId}.matter`);
  copyFileSync(join(folder, 'notes.matter'), matter);
  chmodSync(matter, 0o666);
});
test.afterEach(() => app.close());

async function start(): Promise<void> {
  app = await launchApp({ home: createReturningHome(), args: [matter] });
  page = app.page;
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
}

const ask = <T>(operation: string, input: object) => askOpen<T>(page, operation, input);

const goTo = (area: string) => goToArea(page, area);

async function openBundle(): Promise<void> {
  await goTo('Evidence');
  await page.getByRole('row', { name: /Bundle/ }).dblclick();
  await expect(page.locator('section[data-page="1"]')).toHaveAttribute('data-drawn', 'true');
}

/** @param shown the window that shows the document */
async function beginPageNote(shown: Page, text: string): Promise<void> {
  await expect(shown.locator('section[data-page="1"]')).toHaveAttribute('data-drawn', 'true');
  // Chromium sometimes ignores pointer events in a window that just opened beside others; the test only needs the note.
  await shown.getByRole('button', { name: 'Add note to page' }).dispatchEvent('click');
  await shown.getByRole('dialog').getByLabel('Note', { exact: true }).fill(text);
}

/** Shows the document in windows of its own, each with a note begun on it. */
async function beginNotesInWindows(...notes: readonly string[]): Promise<void> {
  const matterId = await openMatterId(page);
  const { ids } = await ask<{ ids: string[] }>('evidence.find', { filter: { words: 'Bundle' } });
  for (const note of notes) {
    const opened = app.electron.waitForEvent('window');
    const source = { matterId, evidenceId: ids[0] };
    await page.evaluate((shown) => window.forthwith.openReaderWindow(shown, 1), source);
    await beginPageNote(await opened, note);
  }
}

/** Begins an entry of the docket, and returns its field. */
async function beginForm(): Promise<Locator> {
  await goTo('Docket');
  await chooseInMenu(app.electron, 'docket.add');
  const text = page.getByRole('textbox', { name: 'Text of the entry' });
  await text.fill('half typed');
  // A document may be looked for meanwhile: the form stays beneath, half filled in.
  await page.getByRole('button', { name: 'Choose from evidence…' }).click();
  await page.getByRole('dialog', { name: 'Choose the document' }).getByLabel('Close').click();
  await text.focus();
  return text;
}

const endOfApp = () => new Promise((resolve) => app.electron.process().once('exit', resolve));

async function leave(how: 'quit' | 'close its window'): Promise<void> {
  const own = await app.electron.browserWindow(page);
  await app.electron.evaluate(
    ({ app: main }, [window, isQuit]) => void setImmediate(() => (isQuit ? main.quit() : window.close())),
    [own, how === 'quit'] as const,
  );
}

/** Closes the matter without any error message, and opens it again. */
async function closeAndOpen(): Promise<void> {
  await chooseInMenu(app.electron, 'matter.close');
  await reopen();
}

/** Waits until the matter is closed, and opens it again. */
async function reopen(): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications' }).getByRole('button')).toHaveCount(0);
  await page
    .getByRole('button', { name: /Fairwater/ })
    .first()
    .click();
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
}

/** A second matter. */
function makeOther(): string {
  const other = matter.replace('.matter', '-other.matter');
  forthwith('matter', 'create', other, '--title', 'Another');
  chmodSync(other, 0o666);
  return other;
}

const texts = async () =>
  (await ask<{ text: string }[]>('notes.list', { filter: {} })).map(({ text }) => text).toSorted();

test.describe('in one running app', () => {
  const beginJourney = shareApp();
  test.beforeEach(async () => {
    app = await beginJourney();
    page = app.page;
    await openMatter(app, matter);
  });

  test('a half-typed note is kept when the matter is closed', async () => {
    await openBundle();
    await beginPageNote(page, 'half typed');
    await closeAndOpen();
    await expect.poll(texts).toEqual(['half typed']);
  });

  test('half-typed notes in windows of their own are kept when the matter is closed, and when it is locked', async () => {
    await beginNotesInWindows('first', 'second');
    await page.keyboard.press('Control+Shift+W');
    await reopen();
    await expect.poll(texts).toEqual(['first', 'second']);

    const passphrase = 'old harbour';
    await ask('matter.setPassphrase', { current: null, next: passphrase });
    await beginNotesInWindows('third');
    await page.keyboard.press('Control+L');
    await page.getByRole('dialog').getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect.poll(texts).toEqual(['first', 'second', 'third']);
  });

  test('half-typed notes in a window of their own are kept when another matter is opened @full', async () => {
    const other = makeOther();
    await beginNotesInWindows('first');
    for (const [file, title] of [
      [other, 'Another'],
      [matter, 'Fairwater'],
    ] as const) {
      await chooseInOpenDialog(app.electron, file);
      await page.keyboard.press('Control+O');
      await expect(page.getByRole('button', { name: new RegExp(`^Matter: ${title}`) })).toBeVisible();
      // The previous one then closes.
      const open = async () => valueOf<unknown[]>(await callEngine(page, 'matter.listOpen', {}));
      await expect.poll(open).toHaveLength(1);
    }
    await expect.poll(texts).toEqual(['first']);
  });

  test('fields that are left by closing the matter, going to another item or area keep what was typed', async () => {
    await page.keyboard.press('Control+8');
    const items = page.getByRole('grid', { name: 'Items in review' });
    const panel = page.getByRole('complementary', { name: 'Coding' });
    await expect(panel.getByRole('button', { name: 'Reviewed' })).toBeVisible();
    const [first] = (await ask<{ ids: string[] }>('evidence.find', { filter: {} })).ids;
    await items.focus();
    await page.keyboard.press('p');
    await page.getByRole('menuitem', { name: 'Work product' }).press('Enter');
    const withheld = panel.getByRole('textbox', { name: /What is withheld/ });
    const kept = async () =>
      (await ask<{ codes: { privilegeNote: string } }>('review.codings', { evidenceId: first })).codes
        .privilegeNote;
    await withheld.fill('left by area');
    await page.keyboard.press('Control+4');
    await expect.poll(kept).toBe('left by area');
    await page.keyboard.press('Control+8');
    await withheld.fill('left by item');
    await chooseInMenu(app.electron, 'review.next');
    await expect.poll(kept).toBe('left by item');

    await goTo('Evidence');
    await page.getByRole('row', { name: /Letter/ }).click();
    await page.getByRole('textbox', { name: 'Custodian' }).fill('half typed');
    await closeAndOpen();
    await goTo('Evidence');
    await page.getByRole('row', { name: /Letter/ }).click();
    await expect(page.getByRole('textbox', { name: 'Custodian' })).toHaveValue('half typed');
  });

  test('what was typed into a note comes back with it when its deletion is undone', async () => {
    for (const text of ['one', 'two'])
      await addNotes(page, await openMatterId(page), 'Bundle', [
        { kind: 'note', anchor: { page: 2 }, fields: { text } },
      ]);
    await goTo('Notes');
    const list = page.getByRole('treegrid', { name: 'Notes' });
    const typed = page.getByRole('textbox', { name: 'Note', exact: true });
    const undo = page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' });
    await list.getByRole('row', { name: /one/ }).click();
    await typed.fill('one more');
    const details = page.getByRole('complementary', { name: 'Details of the note' });
    await details.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(texts).toEqual(['two']);
    await undo.click();
    await expect.poll(texts).toEqual(['one more', 'two']);
    await list.getByRole('row', { name: /two/ }).click();
    await typed.fill('two more');
    await list.focus();
    await page.keyboard.press('Delete');
    await expect.poll(texts).toEqual(['one more']);
    await undo.click();
    await expect.poll(texts).toEqual(['one more', 'two more']);
    // A tag name typed in a note's form is not dropped silently.
    await list.getByRole('row', { name: /two more/ }).click();
    await details.getByRole('button', { name: 'Tags…' }).click();
    await details.getByRole('button', { name: 'New tag or issue code…' }).click();
    await details.getByRole('textbox', { name: 'New tag or issue code' }).fill('Urgent');
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
      'The tag “Urgent” was not',
    );
  });

  test('fields of exhibits keep what was typed when the exhibit, the area or the matter is left, or say why they cannot', async () => {
    const { ids } = await ask<{ ids: string[] }>('evidence.find', { filter: {} });
    const { id: setId } = await ask<{ id: string }>('exhibits.set.create', {
      fields: { name: 'TRO exhibits' },
    });
    await ask('exhibits.add', { setId, evidenceIds: ids });
    const titles = async () =>
      (await ask<{ title: string }[]>('exhibits.list', { setId })).map(({ title }) => title);
    const last = (await titles())[2];
    await goTo('Exhibits');
    await page.getByRole('row', { name: /TRO exhibits/ }).dblclick();
    const row = (at: number) =>
      page
        .getByRole('grid', { name: /TRO exhibits/ })
        .getByRole('row')
        .nth(at);
    await row(1).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('left by area');
    await page.keyboard.press('Control+4');
    await expect.poll(titles).toContain('left by area');
    await goTo('Exhibits');
    await title.fill('left by exhibit');
    await row(2).click();
    await expect.poll(titles).toContain('left by exhibit');
    await title.fill('left by matter');
    await closeAndOpen();
    await expect.poll(titles).toEqual(['left by exhibit', 'left by matter', last]);
    // What cannot be kept says so where the field is gone.
    await goTo('Exhibits');
    await row(1).click();
    await page.getByRole('textbox', { name: 'Label' }).fill('B');
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('was not saved');
  });

  test('a tag that was typed and not added is made and put on by Apply, and a name that is refused is said', async () => {
    const name = page.getByRole('textbox', { name: 'New tag or issue code' });
    const apply = page.getByRole('button', { name: 'Apply' });
    await goTo('Evidence');
    await page.getByRole('row', { name: /Letter/ }).click();
    await page.keyboard.press('t');
    await name.fill('Hot');
    await apply.click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('complementary')).toContainText('Hot');
    await page.getByRole('grid', { name: 'Evidence' }).focus();
    await page.keyboard.press('t');
    for (const [typed, said] of [
      ['Hot', /already|another/],
      ['x'.repeat(81), /At most 80 characters/],
    ] as const) {
      await name.fill(typed);
      await apply.click();
      await expect(page.getByRole('dialog')).toContainText(said);
    }
  });

  test('a form that is half filled in is not dropped for a matter that is opened from outside before that is asked @full', async () => {
    const other = makeOther();
    const openFromOutside = () =>
      app.electron.evaluate(
        ({ app: main }, path) => void main.emit('open-file', { preventDefault: () => {} }, path),
        other,
      );
    const text = await beginForm();
    const question = page.getByRole('alertdialog', { name: 'A form is partly filled in' });
    await openFromOutside();
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(text).toHaveValue('half typed');
    await openFromOutside();
    await question.getByRole('button', { name: 'Discard and leave' }).click();
    await expect(page.getByRole('button', { name: /^Matter: Another/ })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('tags are managed over those that are ticked and typed for an item, which stay @full', async () => {
    await goTo('Evidence');
    await page.getByRole('row', { name: /Letter/ }).click();
    await page.keyboard.press('t');
    const tags = page.getByRole('dialog', { name: 'Tags of 1 item' });
    const name = tags.getByRole('textbox', { name: 'New tag or issue code' });
    await name.fill('Hot');
    await name.press('Enter');
    await expect(tags.getByRole('checkbox', { name: 'Hot' })).toBeChecked();
    await name.fill('Urgent');
    await tags.getByRole('button', { name: 'Manage tags…' }).click();
    const manage = page.getByRole('dialog', { name: 'Manage tags and issue codes' });
    await manage.getByRole('button', { name: 'Delete “Hot”' }).click();
    await manage.getByRole('button', { name: 'Close' }).last().click();
    await expect(name).toHaveValue('Urgent');
    await tags.getByRole('button', { name: 'Apply' }).click();
    const details = page.getByRole('complementary');
    await expect(details).toContainText('Urgent');
    await expect(details).not.toContainText('Hot');
  });

  test('a note changed in the list is kept when the matter is closed @full', async () => {
    await addNotes(page, await openMatterId(page), 'Bundle', [
      { kind: 'note', anchor: { page: 2 }, fields: { text: 'before' } },
    ]);
    await goTo('Notes');
    await page
      .getByRole('treegrid', { name: 'Notes' })
      .getByRole('row', { name: /before/ })
      .click();
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('half typed');
    await closeAndOpen();
    await expect.poll(texts).toEqual(['half typed']);
  });
});

test.describe('in an app of its own', () => {
  test.beforeEach(start);

  for (const how of ['quit', 'close its window'] as const) {
    test(`half-typed notes are kept on ${how}, in the main window and in one of their own`, async () => {
      await beginNotesInWindows('in its own window');
      await openBundle();
      await beginPageNote(page, 'half typed');
      await Promise.all([endOfApp(), leave(how)]);
      await start();
      await expect.poll(texts).toEqual(['half typed', 'in its own window']);
    });

    test(`a form that is half filled in is not dropped to ${how} before that is asked`, async () => {
      const text = await beginForm();
      await beginNotesInWindows('in its own window');
      const ended = endOfApp();
      const question = page.getByRole('alertdialog', { name: 'A form is partly filled in' });
      await leave(how);
      await expect(question).toBeVisible();
      // Leaving again while the question is open does not ask twice.
      await leave(how);
      await question.getByRole('button', { name: 'Stay' }).click();
      await expect(question).toBeHidden();
      await expect(text).toHaveValue('half typed');
      await expect(text).toBeFocused();
      const sight = await app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      );
      expect(sight).toEqual([true, true]);
      await leave(how);
      await question.getByRole('button', { name: 'Discard and leave' }).click();
      await ended;
      await start();
      await expect.poll(texts).toEqual(['in its own window']);
    });
  }

  test('a session that ends waits for no answer, and what can be kept is @full', async () => {
    await beginForm();
    await beginNotesInWindows('in its own window');
    const ended = endOfApp();
    await leave('quit');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await app.electron.evaluate(() => void process.kill(process.pid, 'SIGTERM'));
    await ended;
    await start();
    await expect.poll(texts).toEqual(['in its own window']);
  });

  test('a field that cannot keep what is typed in it is asked about before its window closes @full', async () => {
    await goTo('Evidence');
    await page.getByRole('row', { name: /Letter/ }).click();
    const custodian = page.getByRole('textbox', { name: 'Custodian' });
    await custodian.fill('x'.repeat(1_000));
    await leave('close its window');
    const question = page.getByRole('alertdialog', { name: 'What you typed in a field is not saved' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(custodian).toHaveValue('x'.repeat(1_000));
    await custodian.press('Escape');
    await Promise.all([endOfApp(), leave('close its window')]);
    await start();
  });
});
