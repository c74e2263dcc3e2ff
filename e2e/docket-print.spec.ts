import { expect, test, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, existsSync, globSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessible } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInOpenDialog } from './support/dialogs.ts';
import { dragFiles } from './support/drop.ts';
import { askOpen } from './support/engine.ts';
import { keepScreens } from './support/screens.ts';
import { openMatter, shareApp, type Journey } from './support/shared-app.ts';

const corpora = resolve(import.meta.dirname, '../../shared/corpora/cmecf/dockets');
const isFull = process.env['FORTHWITH_TIER'] === 'full';
const sheetFile = resolve(import.meta.dirname, '../assets/sample/docket-sheet.html');

let app: Journey;
let page: Page;
let folder: string;

const beginJourney = shareApp();
test.beforeEach(async () => {
  app = await beginJourney();
  ({ page, folder } = app);
  const matter = join(folder, 'sample.matter');
  forthwith('matter', 'sample', matter);
  chmodSync(matter, 0o666);
  await openMatter(app, matter);
  await expect(page.getByRole('grid', { name: 'Docket' })).toBeVisible();
});
test.afterEach(() => app.close());

const preview = () => page.getByRole('dialog', { name: 'Import into the docket' });

/** Prints a page to PDF as the browser in Electron does, with what browsers print around pages. */
async function printed(htmlFile: string, name: string, scale: number): Promise<string> {
  const copy = join(folder, 'page.html');
  copyFileSync(htmlFile, copy);
  chmodSync(copy, 0o644);
  const base64 = await app.electron.evaluate(
    async ({ BrowserWindow }, [file, zoom]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'print' } });
      try {
        await window.loadFile(file);
        const around = (left: string, right: string) =>
          `<div style="font-size:8px;width:100%;margin:0 24px;display:flex;justify-content:space-between"><span class="${left}"></span><span>${right}</span></div>`;
        const pdf = await window.webContents.printToPDF({
          pageSize: 'Letter',
          scale: zoom,
          displayHeaderFooter: true,
          headerTemplate: around('date', '<span class="title"></span>'),
          footerTemplate: around('url', '<span class="pageNumber"></span>/<span class="totalPages"></span>'),
        });
        return pdf.toString('base64');
      } finally {
        window.destroy();
      }
    },
    [copy, scale] as const,
  );
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
}

interface Entry {
  readonly number: number | null;
  readonly attachment: number | null;
  readonly filedOn: string | null;
  readonly text: string;
}
async function docket(): Promise<readonly Entry[]> {
  return askOpen<Entry[]>(page, 'docket.list');
}

test('a docket sheet printed to PDF is imported by dialog, and says what the saved page says', async () => {
  const print = await printed(sheetFile, 'Docket printed.pdf', 0.8);
  await chooseInOpenDialog(app.electron, print);
  await page.keyboard.press('Control+Shift+d');
  await expect(preview().getByText(/^Docket sheet, printed \(PDF\) · /)).toBeVisible();
  await expectAccessible(page, 'the preview of a printed docket');
  await keepScreens(page, 'docket-print-preview');
  await preview()
    .getByRole('button', { name: /^(?:Apply|Keep the source)/ })
    .click();
  await expect(preview()).toBeHidden();
  const entries = await docket();

  await chooseInOpenDialog(app.electron, sheetFile);
  await page.keyboard.press('Control+Shift+d');
  await expect(preview().getByText('Nothing to change', { exact: false })).toBeVisible();
  await preview().getByRole('button', { name: 'Keep the source' }).click();
  await expect(preview()).toBeHidden();
  const said = ({ number, attachment, filedOn, text }: Entry) => [number, attachment, filedOn, text];
  expect((await docket()).map(said)).toEqual(entries.map(said));
});

test('dropped on the docket, a printed docket sheet is read, and a stamped document beside it is evidence', async () => {
  const documents = new MadeDocuments(join(folder, 'received'));
  const reply = await documents.stampedPdf(
    'Reply as filed.pdf',
    2,
    'Case 2:21-cv-00031-BJR   Document 7   Filed 01/13/21   Page {page} of 2',
  );
  const print = await printed(sheetFile, 'Docket printed.pdf', 1);
  await (await dragFiles(page, [reply, print], { x: 300, y: 300 })).drop();
  await page
    .getByRole('dialog', { name: 'Add 1 item as evidence' })
    .getByRole('button', { name: 'Add evidence' })
    .click();
  await expect(preview().getByText(/^Docket sheet, printed \(PDF\) · /)).toBeVisible();
});

interface Parsed {
  readonly printedAt: string | null;
  readonly case: { readonly number: string; readonly filedOn: string | null; readonly isComplete: boolean };
  readonly parties: readonly { readonly name: string; readonly role: string }[];
  readonly entries: readonly Entry[];
}
function parsed(file: string): Parsed {
  return (JSON.parse(forthwith('docket', 'parse', file, '--json')) as [Parsed])[0];
}

test('docket sheets of courts say the same printed as they do saved, but for spaces where lines were broken', async () => {
  test.skip(!isFull, 'Dozens of prints: in the full tier.');
  test.skip(!existsSync(corpora), 'The corpora are not there.');
  test.setTimeout(1_800_000);
  const files = globSync(join(corpora, '*/*.html'));
  const letters = ({ number, attachment, filedOn, text }: Entry) => [
    number,
    attachment,
    filedOn,
    text.replaceAll(/\s+/g, ''),
  ];
  let [entries, others] = [0, 0];
  for (const file of files) {
    const saved = parsed(file);
    const print = parsed(await printed(file, `${basename(file, '.html')}.pdf`, 0.9));
    const one = print.entries.map(letters);
    const two = saved.entries.map(letters);
    expect(print.printedAt, file).toBe(saved.printedAt);
    const { number, filedOn, isComplete } = saved.case;
    expect(print.case, file).toMatchObject({ number, filedOn, isComplete });
    expect(
      print.parties.map(({ name, role }) => [role, name]),
      file,
    ).toEqual(saved.parties.map(({ name, role }) => [role, name]));
    expect(
      one.map((entry) => entry.slice(0, 3)),
      file,
    ).toEqual(two.map((entry) => entry.slice(0, 3)));
    entries += one.length;
    others += one.filter((entry, i) => entry[3] !== two[i]![3]).length;
  }
  console.log(`${files.length} dockets, ${entries} entries, ${others} of other letters`);
  // One page has an undeclared encoding, and prints other characters than were sent.
  expect(others).toBeLessThan(entries / 1_000);
});
