import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { pdfiumWasmPath } from '../../pdf/assemble/testing.ts';
import { pdfOf } from '../../pdf/objects/testing.ts';
import { bytesSource } from '../../pdf/pdf-source.ts';
import { loadPdfium, openPdf, type PdfDocument } from '../../pdf/pdfium/index.ts';
import { makePng } from '../../testing/images.ts';
import { makePdf } from '../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let [declaration, screen, letter]: EvidenceId[] = [];
const at = (name: string) => join(t.folder, name);

beforeAll(async () => {
  t = await createTestEngine();
  ({ id: matterId } = await t.createMatter());
  writeFileSync(at('a.pdf'), await makePdf([{ text: 'Nothing' }, { text: 'Jane Roe, SSN 123-45-6789' }]));
  writeFileSync(at('b.png'), makePng(300, 200));
  writeFileSync(at('c.txt'), 'Jane Roe');
  const sources = ['a.pdf', 'b.png', 'c.txt'].map((name) => ({ path: at(name) }));
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  [declaration, screen, letter] = items.map(({ id }) => id as EvidenceId);
});
afterAll(() => t.dispose());
afterEach(async () => {
  rmSync(at('copy.pdf'), { force: true });
  const ids = (await listMarks()).map(({ id }) => id);
  if (ids.length > 0) await t.client['notes.delete']({ matterId, ids });
});

const propose = (id: EvidenceId | undefined, terms: string[], hasIdentifiers = false) =>
  t.runJob('evidence.proposeRedactions', { matterId, id: id!, terms, hasIdentifiers });
const redact = (id: EvidenceId | undefined) =>
  t.runJob('evidence.redact', { matterId, id: id!, target: { path: at('copy.pdf') }, hasMarks: true });
const mark = (evidenceId: EvidenceId | undefined, ...anchors: object[]) =>
  t.client['notes.markForRedaction']({
    matterId,
    evidenceId: evidenceId!,
    places: anchors.map((anchor) => ({ anchor: { page: 1, rects: [], ...anchor } })),
  });
const listMarks = () => t.client['notes.list']({ matterId, filter: { kinds: ['redaction'] } });

async function withCopy<T>(use: (copy: PdfDocument) => T): Promise<T> {
  const copy = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(readFileSync(at('copy.pdf'))));
  try {
    return use(copy);
  } finally {
    copy.close();
  }
}

test('a window adds the copy as evidence with what it is given, and sees no path', async () => {
  const window = t.engine.connect({ isTrusted: false });
  const copy = await window.runJob('evidence.redact', {
    matterId,
    id: declaration!,
    target: { token: t.engine.grantFile(at('copy.pdf')) },
    terms: ['Nothing'],
  });
  expect(JSON.stringify(copy)).not.toContain(t.folder);
  const sources = [{ token: copy.addToken! }];
  const { items } = await window.runJob('evidence.add', { matterId, sources });
  expect(items).toMatchObject([{ path: 'copy.pdf', status: 'added', sha256: copy.sha256 }]);
});

test('what could be redacted is told with its words and its kind; nothing is changed', async () => {
  const { proposals, recognisedPages, hiddenOn } = await propose(declaration, ['jane roe'], true);
  expect(proposals).toMatchObject([
    { page: 2, kind: 'term', text: 'Jane Roe', rects: [{}] },
    { page: 2, kind: 'ssn', text: '123-45-6789', rects: [{}] },
  ]);
  expect([recognisedPages, hiddenOn]).toEqual([[], []]);
  expect(await listMarks()).toEqual([]);
});

test('pages with a picture that may say it where nobody sees it are told, for it cannot be marked', async () => {
  const unseen = `/Decode[0 0]/Length 4900>>\nstream\n${'abcdefg'.repeat(700)}\nendstream`;
  const picture = '<</Type/XObject/Subtype/Image/Width 70/Height 70/ColorSpace/DeviceGray/BitsPerComponent 8';
  const content = 'q 99 0 0 99 72 500 cm /P Do Q';
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    picture + unseen,
  ]);
  writeFileSync(at('unseen.pdf'), pdf);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at('unseen.pdf') }] });
  const { proposals, hiddenOn } = await propose(items[0]!.id as EvidenceId, ['jane roe']);
  expect([proposals, hiddenOn]).toEqual([[], [1]]);
});

test('nothing is looked for where nothing is asked for, nor where there are no pages to mark', async () => {
  await expect(propose(declaration, [])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(propose(letter, ['Jane'])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('what is marked is removed from a copy, and the marks stay', async () => {
  const { proposals } = await propose(declaration, [], true);
  await mark(declaration, ...proposals.map(({ page, text, rects }) => ({ page, quote: text, rects })), {
    rects: [{ x: 0, y: 0, width: 612, height: 20 }],
  });
  const copy = await redact(declaration);
  expect(copy).toMatchObject({ marks: 2, redrawnPages: [1, 2], proof: { ok: true } });
  const text = await withCopy((pdf) => pdf.withPage(1, (page) => page.text()));
  expect(text).toContain('Jane Roe, SSN');
  expect(text).not.toMatch(/\d/);
  expect(await listMarks()).toHaveLength(2);
});

test('a mark that lies tight on words takes whole letters away, and none beside them', async () => {
  const { proposals } = await propose(declaration, ['Roe']);
  const { x, y, width, height } = proposals[0]!.rects[0]!;
  const tight = { x: x + 2.5, y: y + 2, width: width - 5, height: height - 4 };
  await mark(declaration, { page: 2, quote: 'Roe', rects: [tight] });
  const { redactions } = await redact(declaration);
  const area = redactions.find(({ page, area: own }) => page === 2 && own.x < x + 1)!.area;
  expect(area.x).toBeLessThan(tight.x);
  expect(area.x + area.width).toBeGreaterThan(tight.x + tight.width);
  expect(await withCopy((pdf) => pdf.withPage(1, (page) => page.text()))).toMatch(/Jane\s*,/);
});

test('a mark on a picture is removed from the PDF that stands for it, where the picture shows it', async () => {
  await mark(screen, { rects: [{ x: 150, y: 100, width: 150, height: 100 }] });
  const copy = await redact(screen);
  expect(copy.proof.ok).toBe(true);
  // Its lower right quarter, wherever the page shows the picture.
  const { x, y, width, height } = copy.redactions[0]!.area;
  expect(width / height).toBeCloseTo(1.5, 1);
  const shadeAt = await withCopy((pdf) =>
    pdf.withPage(0, (page) => {
      const { rgba, width: across } = page.render(1);
      return (left: number, top: number) => rgba[(Math.round(top) * across + Math.round(left)) * 4]!;
    }),
  );
  expect(shadeAt(x + width / 2, y + height / 2)).toBeLessThan(9);
  expect(shadeAt(x - width / 2, y - height / 2)).toBeGreaterThan(9);
});

test('the copy of a text does not tell its hash, by which a guess of what was removed could be proven', async () => {
  const { redactions } = await t.runJob('evidence.redact', {
    matterId,
    id: letter!,
    target: { path: at('copy.pdf') },
    terms: ['Jane Roe'],
  });
  expect(redactions).toHaveLength(2);
  const words = await withCopy((copy) => copy.withPage(0, (page) => page.text()));
  expect(words).toContain('Rendition of');
  expect(words).not.toMatch(/Jane|[0-9a-f]{16}/);
});
