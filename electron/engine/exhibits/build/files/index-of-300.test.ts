import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembleSet, type BuiltSet } from './assemble-set.ts';
import type { PlannedExhibit, SetPlan } from '../plan/set-plan.ts';

const root = join(import.meta.dirname, '../../../../..');
const scripts = [
  'Schedule of outages at the northern hosting site, with the hours claimed for each of the seven racks and the credits',
  'Überweisungsbeleg für die Wartung der Kühlung, Zweigstelle Öttingen, mit Anlagen und handschriftlichem Vermerk',
  'Письмо о прекращении услуг размещения, с приложениями и переводом, направленное представителю второй стороны',
  '停止主机服务的通知及其附件和翻译，寄给对方代理人，附有交付证明和签收记录，共四页，另附说明',
  'Επιστολή για τη διακοπή της φιλοξενίας, με συνημμένα και μετάφραση, προς τον εκπρόσωπο της άλλης πλευράς',
];
const count = 300;

function planned(at: number): PlannedExhibit {
  const number = `FWL${String(at + 1).padStart(6, '0')}`;
  const title = `${scripts[at % scripts.length]!} ${at + 1}`;
  return {
    item: {
      label: String(at + 1),
      title,
      parent: null,
      original: null,
      standIn: { heading: `EXHIBIT ${at + 1} WITHHELD`, lines: [title] },
      pages: 1,
      sheet: { caption: [], heading: `EXHIBIT ${at + 1}`, belonging: '', title, lines: [], notice: '' },
      hasSticker: false,
      numbers: [number],
      numberRange: number,
      designation: '',
      banner: '',
      citeLinks: [],
    },
    file: null,
    isSealedCopy: false,
    volume: null,
    source: null,
    rendition: null,
    originalFile: null,
    isNative: false,
    note: '',
    sponsor: '',
    authentication: '',
    objection: '',
    ruling: '',
  };
}

const plan: SetPlan = {
  name: 'Trial',
  fileStem: 'Trial',
  marks: {
    numberPosition: 'bottomRight',
    stickerCorner: 'bottomRight',
    stickerColour: 'white',
    stickerWords: '',
  },
  batesPrefix: null,
  flattensForms: true,
  volumeLimitBytes: null,
  volumeLimitSource: '',
  downsampleDpi: null,
  index: { title: 'Index of Exhibits', caption: ['Fairwater LLC v. Northgate Hosting, Inc.'] },
  tableTitle: 'Table of Exhibits',
  exhibits: Array.from({ length: count }, (_, at) => planned(at)),
};

const run = (program: string, ...args: string[]) => {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
};
const hasPoppler = run('pdftotext', '-v') !== null;

describe.skipIf(!hasPoppler)(
  'the index of 300 exhibits, read back by poppler (pdftotext is not installed)',
  () => {
    let folder: string;
    let built: BuiltSet;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'forthwith-index-'));
      built = await assembleSet(plan, folder, {
        assetsDirectory: join(root, 'assets'),
        pdfiumWasmPath: join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
        openContent: () => expect.unreachable(),
        openOriginal: () => expect.unreachable(),
        progress: () => undefined,
      });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Words of a row stand in columns: all that stands between a number and the next is one exhibit's. */
    const squeezed = (text: string) => text.replaceAll(/\s+/g, '');

    test('says of each its label, its whole title, its number and the page where its slip sheet really is', () => {
      const binder = join(folder, 'Trial - Binder.pdf');
      const pages = run('pdftotext', binder, '-')!.split('\f');
      const sheetOf = (at: number) =>
        pages.findIndex((page) => page.includes(`EXHIBIT ${at + 1}\n`) && page.includes('Back to index')) + 1;
      const index = run('pdfinfo', '-struct-text', binder)!;
      const rows = index.split(/\n\s*TR\n|\n\s*TR /).slice(2);
      expect(rows).toHaveLength(count);
      rows.forEach((row, at) => {
        const cells = squeezed(
          row.replaceAll(/\n\s*(?:TH|TD|Link|Span|Object \d+ \d+)\b[^\n"]*/g, '').replaceAll('"', ''),
        );
        const { label, title, numberRange } = plan.exhibits[at]!.item;
        expect(cells, `row ${at + 1}`).toContain(squeezed(`${label}${title}${numberRange}${sheetOf(at)}`));
        expect(built.exhibits[at]!.startPage).toBe(sheetOf(at));
      });
    });

    test('is tagged, in a document whose language is known, also as a file of its own', () => {
      const file = join(folder, 'Trial - Index.pdf');
      expect(run('pdfinfo', file)).toMatch(/Tagged: +yes/);
      expect(readFileSync(file, 'latin1')).toContain('/Lang(en-US)');
      expect(readFileSync(join(folder, 'Trial - Binder.pdf'), 'latin1')).toContain('/Lang(en-US)');
    });

    test('leads from each row to its slip sheet and back', () => {
      const found = run('qpdf', '--json=2', '--json-key=qpdf', join(folder, 'Trial - Binder.pdf'));
      if (found === null) return;
      const links = [...found.matchAll(/"\/Subtype": "\/Link"/g)].length;
      // A row that goes over a page's end has two areas, and each slip sheet leads back by its heading and its foot.
      expect(links).toBeGreaterThanOrEqual(count + 2 * count);
    });
  },
);
