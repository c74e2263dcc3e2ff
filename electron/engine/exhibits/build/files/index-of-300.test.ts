import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembleSet } from './assemble-set.ts';
import type { BuiltSet } from './built-set.ts';
import type { PlannedExhibit, SetPlan } from '../plan/set-plan.ts';

const root = join(import.meta.dirname, '../../../../..');
const scripts = [
  'Schedule of outages at the northern hosting site, with the hours claimed for each of the seven racks and the credits',
  'Überweisungsbeleg für die Wartung der Kühlung, Zweigstelle Öttingen, mit Anlagen und handschriftlichem Vermerk',
  'Письмо о прекращении услуг размещения, с приложениями и переводом, направленное представителю второй стороны',
  '停止主机服务的通知及其附件和翻译，寄给对方代理人，附有交付证明和签收记录，共四页，另附说明',
  'Επιστολή για τη διακοπή της φιλοξενίας, με συνημμένα και μετάφραση, προς τον εκπρόσωπο της άλλης πλευράς',
  'מכתב בדבר הפסקת שירותי האירוח, עם נספחים ותרגום (12 עמודים), אל בא כוח הצד השני, בצירוף אישור מסירה',
  'رسالة بشأن وقف خدمات الاستضافة، مع المرفقات والترجمة، موجهة إلى ممثل الطرف الآخر، مع إثبات التسليم',
  // Accents as characters of their own, over letters that have one with the accent, and over some that have none.
  'Re\u0301sume\u0301 of n\u0303andu\u0301, X\u0304 and q\u0323 as typed on a machine that combines accents, with the copy the clerk certified',
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
    isUnderSealCopy: false,
    sealedVolume: null,
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
  isArchival: false,
  numbersPages: false,
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
        elsewhere: undefined,
        progress: () => undefined,
      });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Words of a row stand in columns: all that stands between a number and the next is one exhibit's. */
    const squeezed = (text: string) => text.replaceAll(/\s+/g, '');
    /** Words and numbers in the order they are read, whatever form their letters have on paper. */
    const wordsOf = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const isRightToLeft = (text: string) => /[\u0590-\u06ff]/.test(text);
    const titles = plan.exhibits.map(({ item }) => item.title);

    test('says of each its label, its whole title, its number and the page where its slip sheet really is', () => {
      const binder = join(folder, 'Trial - Binder.pdf');
      const pages = run('pdftotext', binder, '-')!
        .replaceAll(/[\u202a-\u202e]/g, '')
        .split('\f');
      const sheets = new Map(
        pages.flatMap((page, at) => {
          const heading = page.includes('Back to index') ? /^EXHIBIT (\d+)$/m.exec(page) : null;
          return heading ? [[Number(heading[1]), at + 1] as const] : [];
        }),
      );
      const index = run('pdfinfo', '-struct-text', binder)!;
      const rows = index.split(/\n\s*TR\n|\n\s*TR /).slice(2);
      expect(rows).toHaveLength(count);
      rows.forEach((row, at) => {
        const cells = squeezed(
          row.replaceAll(/\n\s*(?:TH|TD|Link|Span|Object \d+ \d+)\b[^\n"]*/g, '').replaceAll('"', ''),
        );
        const { label, title, numberRange } = plan.exhibits[at]!.item;
        const place = `${numberRange}${sheets.get(at + 1)}`;
        // Tags tell text from right to left as it is drawn; what it reads is beside it, and the next test's.
        const told = isRightToLeft(title) ? place : `${label}${title}${place}`;
        expect(cells.normalize(), `row ${at + 1}`).toContain(squeezed(told).normalize());
        expect(built.exhibits[at]!.startPage).toBe(sheets.get(at + 1));
      });
    });

    test('has every title, line by line in the order it is read, in whatever script', () => {
      const column = ['-x', '97', '-W', '365', '-y', '0', '-H', '740'];
      const drawn = wordsOf(
        run('pdftotext', '-layout', ...column, join(folder, 'Trial - Index.pdf'), '-')!.replaceAll(
          /^.*(?:Description|f Exhibits|LLC v).*$/gm,
          '',
        ),
      );
      for (const title of titles) {
        const words = wordsOf(title);
        const [read, wanted] = [[] as string[], words.join('')];
        while (read.join('').length < wanted.length && drawn.length > 0) read.push(drawn.shift()!);
        // Which side of a number in it a part stands on, only the line's direction tells, which the program does not know.
        if (isRightToLeft(title)) expect(read.toSorted()).toEqual(words.toSorted());
        else expect(read.join('')).toBe(wanted);
      }
      expect(drawn).toEqual([]);
      const tagged = readFileSync(join(folder, 'Trial - Index.pdf'), 'latin1');
      const told = [...tagged.matchAll(/\/ActualText <feff([0-9a-f]+)>/g)].map(([, hex]) =>
        Buffer.from(hex!, 'hex').swap16().toString('utf16le'),
      );
      expect(told.join(' ')).toBe(titles.filter(isRightToLeft).join(' '));
    });

    test('says the same as a Word document and as a table', () => {
      const facts = plan.exhibits.map(({ item }, at) => [
        item.label,
        item.title,
        item.numberRange,
        String(built.exhibits[at]!.startPage),
      ]);
      const csv = readFileSync(join(folder, 'Trial - Index.csv'), 'utf8').trimEnd().split('\r\n');
      const heads = csv[0]!.replace('\ufeff', '').split(',');
      expect(csv).toHaveLength(count + 1);
      csv.slice(1).forEach((line, at) => {
        const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
          ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
        );
        const cell = (head: string) => cells[heads.indexOf(head)];
        expect([cell('Exhibit'), cell('Description'), cell('Bates begin'), cell('Page')]).toEqual(facts[at]);
      });
      const xml = run('unzip', '-p', join(folder, 'Trial - Index.docx'), 'word/document.xml');
      if (xml === null) return;
      const rows = [...xml.matchAll(/<w:tr[ >][^]*?<\/w:tr>/g)].map(([row]) =>
        [...row.matchAll(/<w:tc[ >][^]*?<\/w:tc>/g)].map(([cell]) =>
          [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
        ),
      );
      expect(rows.slice(1)).toEqual(facts);
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
