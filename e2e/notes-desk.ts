import { test, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBundle } from './reader-documents.ts';
import { forthwith } from './support/command-line.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { createFolder, type RunningApp } from './support/launch.ts';
import { openMatter, shareApp } from './support/shared-app.ts';

/** A letter as plain text. */
const letter = `Dear Mr. Haas,

The account of Fairwater LLC was suspended without the thirty days of notice that section 9 of the agreement promises.
We ask that service be restored by noon on Monday.

Sincerely,
A. Reyes
`;

/** A mail with a formatted body and a long plain one; some of its words are far down. */
const formattedMail = [
  'From: R. Haas <haas@northgate.example>',
  'To: A. Reyes <reyes@fairwater.example>',
  'Date: Mon, 11 Jan 2021 09:00:00 -0800',
  'Subject: About the notice',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Section 9 asks for thirty days of notice.',
  ...Array.from({ length: 70 }, (_, at) => `Line ${at + 1} of the schedule.`),
  'We answer by noon on Monday.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<h2>About the notice</h2><p>Section 9 asks for <b>thirty days</b> of notice.</p>',
  '--b--',
  '',
].join('\r\n');

/** Whether words of a text that are marked in a style are in sight. */
export function isMarkInSight(page: Page, style: string): Promise<boolean> {
  return page.evaluate((name) => {
    const [range] = (CSS.highlights.get(name) ?? []) as Iterable<Range>;
    const view = range?.startContainer.parentElement?.closest('[role="region"]')?.getBoundingClientRect();
    const words = range?.getBoundingClientRect();
    return !!view && !!words && words.top >= view.top && words.bottom <= view.bottom;
  }, style);
}

/** Selects words of a text as someone does by mouse. */
export async function selectInText(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('[data-part]')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted);
      if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

/** The words of a text that are marked in a style. */
export function markedInText(page: Page, style: string): Promise<string[]> {
  return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), style);
}

/** Adds notes to the matter by the engine, for tests that only look at them. */
export async function addNotes(
  page: Page,
  matterId: string,
  title: string,
  made: readonly { kind: string; anchor: object; fields?: object }[],
): Promise<void> {
  const found = valueOf<{ ids: string[] }>(
    await callEngine(page, 'evidence.find', { matterId, filter: { words: title } }),
  );
  for (const each of made)
    valueOf(await callEngine(page, 'notes.add', { matterId, evidenceId: found.ids[0], fields: {}, ...each }));
}

/** A fresh copy of a matter of a bundle, a letter and a mail, open in the app. */
export interface NotesJourney {
  readonly app: RunningApp;
  readonly page: Page;
  readonly matterId: string;
  /** Where the matter is; room for what a journey writes. */
  readonly folder: string;
}

/**
 * Sets a file of journeys up: one matter for all of them, made by the command line; each begins with a fresh copy of it, as A. Reyes.
 * One that fails leaves a picture of its window.
 *
 * @param begin takes what the next journey works with
 */
export function eachWithNotesMatter(begin: (journey: NotesJourney) => void): void {
  let folder: string;
  let app: RunningApp;
  test.beforeAll(async () => {
    folder = await makeNotesMatter();
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const beginJourney = shareApp();
  test.beforeEach(async () => {
    app = await beginJourney();
    begin({ app, page: app.page, matterId: await openNotesMatter(app, folder), folder });
  });
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus)
      await app.page.screenshot({ path: info.outputPath('window.png') });
    await app.close();
  });
}

/** Makes a matter of a bundle, a letter and a mail by the command line. @returns its folder */
export async function makeNotesMatter(): Promise<string> {
  const folder = createFolder();
  writeFileSync(join(folder, 'Bundle.pdf'), await makeBundle());
  writeFileSync(join(folder, 'Letter.txt'), letter);
  writeFileSync(join(folder, 'Reply.eml'), formattedMail);
  const matter = join(folder, 'notes.matter');
  forthwith('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  const files = ['Bundle.pdf', 'Letter.txt', 'Reply.eml'].map((name) => join(folder, name));
  forthwith('evidence', 'add', matter, ...files);
  return folder;
}

/** Opens a fresh copy of that matter, as A. Reyes. @returns its id */
async function openNotesMatter(app: RunningApp, folder: string): Promise<string> {
  const copy = join(folder, 'copy.matter');
  rmSync(copy, { force: true });
  copyFileSync(join(folder, 'notes.matter'), copy);
  chmodSync(copy, 0o666);
  const person = { name: 'A. Reyes', role: 'Attorney', barNumber: '' };
  valueOf(await callEngine(app.page, 'settings.update', { patch: { person } }));
  await openMatter(app, copy);
  return await openMatterId(app.page);
}
