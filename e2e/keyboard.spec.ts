import { expect, test, type Page } from '@playwright/test';
import { ReviewDesk } from './review-desk.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInMenu } from './support/dialogs.ts';
import { keepScreens } from './support/screens.ts';
import { shareApp } from './support/shared-app.ts';

let desk: ReviewDesk;
let page: Page;

const beginJourney = shareApp();
test.beforeEach(async () => {
  desk = await ReviewDesk.open(await beginJourney());
  page = desk.page;
});
test.afterEach(() => desk.close());

/** The accelerator of a command in the system menu. */
function acceleratorOf(command: string): Promise<string | null> {
  return desk.app.electron.evaluate(
    ({ Menu }, id) =>
      (Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator as string | undefined) ?? null,
    command,
  );
}

test('every key is found on one sheet, changed there, and told where it was another’s', async () => {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const find = sheet.getByRole('searchbox', { name: 'Find a command or a key' });
  await desk.addItems();
  await desk.goToReview();
  await expect(desk.heading('Invoice 01')).toBeVisible();

  await test.step('a question mark opens it, and words narrow it', async () => {
    await page.keyboard.press('?');
    await expect(find).toBeFocused();
    await expect(sheet.getByRole('status')).toHaveText(/^\d+ commands$/);
    await expectAccessible(page, 'sheet of keys');
    await keepScreens(page, 'keyboard-sheet');
    await page.keyboard.type('ctrl k');
    await expect(sheet.getByRole('button', { name: 'Command Palette: Ctrl+K. Change' })).toBeVisible();
    await expect(sheet.getByRole('status')).toHaveText(/^\d of \d+ commands$/);
    await find.fill('go docket');
  });

  const dialog = page.getByRole('dialog', { name: 'Key of “Docket”' });
  const field = dialog.getByRole('textbox', { name: 'Press the new keys' });
  await test.step('keys of the system and of editing are refused, a conflict names both', async () => {
    const line = sheet.getByRole('button', { name: 'Docket: Ctrl+1. Change', exact: true });
    await line.press('Enter');
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+q');
    await expect(dialog.getByRole('status')).toHaveText('Ctrl+Q is reserved for the system.');
    await page.keyboard.press('Control+c');
    await expect(dialog.getByRole('status')).toHaveText('Ctrl+C is reserved for editing text.');
    await page.keyboard.press('d');
    await expect(dialog.getByRole('status')).toHaveText(/^Hold Ctrl/);
    await page.keyboard.press('Control+k');
    await expect(field).toHaveValue('Ctrl+K');
    await expect(dialog.getByRole('status')).toHaveText(
      'Ctrl+K is the key of “Command Palette”. If “Docket” takes it, “Command Palette” has no key.',
    );
    await expectAccessible(page, 'key of a command, in conflict');
    await keepScreens(page, 'keyboard-conflict');
    await page.keyboard.press('F12');
    await expect(dialog.getByRole('status')).toHaveText('F12 is free.');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(sheet.getByRole('button', { name: 'Docket: F12. Change', exact: true })).toBeFocused();
  });

  await test.step('a letter of the review is changed likewise', async () => {
    await find.fill('review hot');
    await sheet.getByRole('button', { name: 'Hot: H. Change', exact: true }).click();
    const letter = page.getByRole('textbox', { name: 'Press a letter' });
    await letter.press('7');
    await expect(
      page.getByText('Only letters can be used here: digits are the keys of issues.'),
    ).toBeVisible();
    await letter.press('g');
    await letter.press('Enter');
    await expect(sheet.getByRole('button', { name: 'Hot: G. Change', exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: 'Close' }).last().click();
    await expect(sheet).toBeHidden();
  });

  await test.step('menu, palette, buttons and keyboard follow at once', async () => {
    await page.keyboard.press('h');
    await expect(desk.heading('Invoice 01')).toBeVisible();
    await expect(desk.panel.getByRole('button', { name: 'Hot', pressed: true })).toBeHidden();
    await page.keyboard.press('g');
    await expect(desk.panel.getByRole('button', { name: 'Hot', pressed: true })).toBeVisible();
    await expect(desk.panel.getByRole('button', { name: 'Hot' })).toHaveAttribute('aria-keyshortcuts', 'G');
    await expect.poll(() => acceleratorOf('go.docket')).toBe('F12');
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('button', { name: /^Review/ }).first()).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.type('go to docket');
    await expect(page.getByRole('option', { name: /Go to Docket.*F12/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F12');
    await expect(page.getByRole('button', { name: /^Docket/ }).first()).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  await test.step('keys that are pressed alone are switched off, also the question mark, and on again', async () => {
    await desk.goToReview();
    await chooseInMenu(desk.app.electron, 'keys.single');
    await expect(page.getByText('Single keys are off')).toBeVisible();
    const hot = desk.panel.getByRole('button', { name: 'Hot', pressed: true });
    await expect(desk.panel.getByRole('button', { name: 'Hot' })).not.toHaveAttribute('aria-keyshortcuts');
    await page.keyboard.press('x');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+/');
    await expect(sheet).toHaveCount(1);
    await find.fill('review hot');
    await expect(sheet.getByRole('button', { name: 'Hot: No key. Change', exact: true })).toBeVisible();
    await sheet.getByText('Use letters and digits alone as shortcuts').click();
    await expect(sheet.getByRole('button', { name: 'Hot: G. Change', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(hot).toBeVisible();
    await page.keyboard.press('x');
    await expect(hot).toBeHidden();
  });

  await test.step('settings lead there; one key and all are reset', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Keyboard shortcuts…' }).click();
    await find.fill('review hot');
    await sheet.getByRole('button', { name: 'Hot: G. Change', exact: true }).click();
    await page.getByRole('button', { name: 'Reset to H' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByRole('button', { name: 'Hot: H. Change', exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: 'Reset All Keys…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset All Keys' }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(sheet.getByRole('button', { name: 'Reset All Keys…' })).toBeFocused();
    await expect.poll(() => acceleratorOf('go.docket')).toMatch(/\+1$/);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('an area gone to by key has the keyboard, wherever that was', async () => {
    const paneOfFocus = () =>
      page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label'));
    for (const [key, area] of [
      ['Control+2', 'Deadlines'],
      ['Control+1', 'Docket'],
      ['Control+1', 'Docket'],
    ] as const) {
      await page
        .getByRole('navigation', { name: 'Areas' })
        .getByRole('button', { name: /^Notes/ })
        .focus();
      await page.keyboard.press(key);
      await expect.poll(paneOfFocus).toBe(area);
    }
  });

  await test.step('a command that cannot be used now says what to do first, in the palette and upon its key', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('highlight');
    const option = { name: 'Highlight Selected Words Select words in a document first.' };
    await expect(page.getByRole('option', option)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+H');
    await expect(page.getByRole('status').getByText('Select words in a document first.')).toBeVisible();
  });
});

test('the documents of a motion are read one after the other by key, from the docket and back to it', async () => {
  await desk.addItems();
  const titles = ['Invoice 01', 'Invoice 02', 'Invoice 03'];
  const ids = await Promise.all(titles.map((title) => desk.idOf(title)));
  const texts = ['MOTION for Temporary Restraining Order', 'OPPOSITION re 14', 'REPLY re 14'];
  const entries = await desk.ask<{ id: string }[]>('docket.add', {
    entries: texts.map((text, at) => ({ number: 14 + at, text })),
  });
  for (const [at, { id }] of entries.entries()) {
    await desk.ask('docket.link', { id, evidenceId: ids[at]! });
    if (at > 0) await desk.ask('docket.thread', { id, parentId: entries[0]!.id });
  }
  await desk.ask('docket.mark', { ids: entries.map(({ id }) => id), isUnread: true });
  const set = await desk.ask<{ id: string }>('exhibits.set.create', { fields: { name: 'TRO exhibits' } });
  await desk.ask('exhibits.add', { setId: set.id, evidenceIds: [ids[1]!] });

  const details = page.getByRole('complementary', { name: 'Details' });
  const reader = page.getByRole('region', { name: 'Reader' });
  await test.step('an entry opens its document, and the thread is gone along from there', async () => {
    await page.keyboard.press('Control+1');
    await page.getByRole('row', { name: /MOTION for Temporary/ }).click();
    await page.keyboard.press('Enter');
    await expect(reader.getByText('Invoice 1 for hosting').first()).toBeVisible();
    await page.keyboard.press('Control+4');
    await page.keyboard.press('F9');
    await expect(page.getByText('Document 2 of 3 of the thread: docket entry 15')).toBeVisible();
    await expect(reader.getByText('Invoice 2 for hosting').first()).toBeVisible();
    await page.keyboard.press('F9');
    await expect(reader.getByText('Invoice 3 for hosting').first()).toBeVisible();
    await page.keyboard.press('F9');
    await expect(page.getByText('This is the last document of the thread.')).toBeVisible();
    await page.keyboard.press('Shift+F9');
    await expect(page.getByText('Document 2 of 3 of the thread: docket entry 15')).toBeVisible();
  });

  await test.step('F3 leads back to the entry, where the list says what has been read', async () => {
    await page.keyboard.press('F3');
    await expect(details.getByRole('heading', { name: 'Entry 15' })).toBeVisible();
    await expect(details.getByText('3 of 3 read')).toBeVisible();
    await expectAccessible(page, 'reading list of a thread');
    await keepScreens(page, 'thread-reading');
    await details.getByRole('button', { name: /^14 MOTION.*Read$/ }).press('Enter');
    await expect(reader.getByText('Invoice 1 for hosting').first()).toBeVisible();
  });

  await test.step('an entry leads to the exhibit that its document is', async () => {
    await details.getByRole('button', { name: 'Ex. A, TRO exhibits' }).click();
    await expect(page.getByRole('button', { name: /^Exhibits/ }).first()).toHaveAttribute(
      'aria-current',
      'page',
    );
    await expect(page.getByRole('row', { name: /Invoice 02/ })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a key of an area, pressed as soon as the matter’s name is there, goes to it', async () => {
    await page.keyboard.press('Control+1');
    await chooseInMenu(desk.app.electron, 'matter.close');
    // While it closes its name is still there, and would be taken for that of the matter that is opened.
    await expect(page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
    await page.evaluate(() => {
      const look = new MutationObserver(() => {
        if (!document.querySelector('[aria-label^="Matter: "]')) return;
        look.disconnect();
        const keys = { key: '4', code: 'Digit4', ctrlKey: true, bubbles: true };
        window.dispatchEvent(new KeyboardEvent('keydown', keys));
      });
      look.observe(document.body, { childList: true, subtree: true });
    });
    await page.getByRole('button', { name: /^Fairwater/ }).click();
    await expect(page.getByRole('row', { name: /Invoice 02/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Evidence/ })).toHaveAttribute('aria-current', 'page');
  });
});
