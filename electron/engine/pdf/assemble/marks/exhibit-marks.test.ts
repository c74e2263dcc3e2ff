import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../pdf-source.ts';
import type { Box } from '../../objects/index.ts';
import { readBack } from '../binding/read-back.ts';
import type { MarkStyle } from '../plan.ts';
import { ExhibitMarks, footOf, lookOfAreas, type MarkedItem, type PageLook, type PagePlan } from './index.ts';
import { PageView } from './page-view.ts';
import { pdfiumWasmPath } from '../testing.ts';
import { lookAt, pdfOfPage, shelf, testPage, withOnlyPage, type TestPage } from './testing.ts';

const style: MarkStyle = {
  numberPosition: 'bottomRight',
  stickerCorner: 'bottomRight',
  stickerColour: 'yellow',
  stickerWords: 'PLAINTIFF’S EXHIBIT',
};
const item: MarkedItem = {
  label: 'C',
  numbers: ['FWL000123'],
  designation: '',
  banner: '',
  hasSticker: true,
  pages: 1,
};
const words = (x: number, y: number, text: string, size = 11) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
const lines = (from: number, to: number, x = 72) =>
  Array.from({ length: Math.ceil((to - from) / 14) }, (_, i) =>
    words(
      x,
      to - i * 14,
      'The parties met on the ninth of March to settle the terms of hosting and their notice',
    ),
  ).join('');

async function planFirst(
  page: TestPage,
  look: PageLook,
  more: Partial<MarkedItem> = {},
  looks: Partial<MarkStyle> = {},
): Promise<PagePlan> {
  const marks = new ExhibitMarks({ ...item, ...more }, { ...style, ...looks }, shelf);
  await marks.survey(() => ({ page, look }));
  return marks.plan(0, page, () => look);
}

const markOf = (plan: PagePlan, kind: string) => plan.marks.find((mark) => mark.kind === kind)!;
/** A mark's area as looked at. */
const seen = (page: TestPage, plan: PagePlan, kind: string) =>
  new PageView(page).fromPage(markOf(plan, kind).area);

/** Marks whose text PDFium does not read in their area. */
async function unread(page: TestPage, plan: PagePlan, looks: Partial<MarkStyle> = {}): Promise<string[]> {
  const pdf = pdfOfPage(page, plan, { ...style, ...looks });
  const marks = plan.marks.map(({ kind, text, area }) => ({
    page: 0,
    kind,
    text,
    area,
    item: 0,
    itemPage: 0,
    isDoubtful: false,
  }));
  const found = await readBack(bytesSource(pdf), pdfiumWasmPath, { pages: 1, marks, sheets: [] });
  return found.marks.map(({ text }) => text);
}

/** Colors of the page without our marks in an area of the view, at 150 dots an inch: red, green and blue in one number. */
async function colorsIn(page: TestPage, area: Box): Promise<Set<number>> {
  const { width, height, rgba } = await withOnlyPage(pdfOfPage(page), (opened) =>
    opened.render((150 / 72) * page.userUnit),
  );
  const view = new PageView(page);
  const [x1, x2] = [(area[0] / view.width) * width, (area[2] / view.width) * width];
  const [y1, y2] = [(1 - area[3] / view.height) * height, (1 - area[1] / view.height) * height];
  const colors = new Set<number>();
  for (let y = Math.max(0, Math.floor(y1)); y < Math.min(height, Math.ceil(y2)); y += 1)
    for (let x = Math.max(0, Math.floor(x1)); x < Math.min(width, Math.ceil(x2)); x += 1) {
      const at = (y * width + x) * 4;
      colors.add((rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!);
    }
  return colors;
}

async function isWhite(page: TestPage, area: Box): Promise<boolean> {
  const colors = await colorsIn(page, area);
  return colors.size === 1 && colors.has(0xffffff);
}

describe('a Bates number', () => {
  test('stands at the wanted side of the foot, legibly, where that is free', async () => {
    const page = testPage(lines(90, 720) + words(300, 40, '1'));
    const plan = await planFirst(page, lookAt(page));
    expect(plan.findings).toEqual([]);
    const [left, bottom, right, top] = seen(page, plan, 'number');
    expect([bottom, right]).toEqual([18, 594]);
    expect(top - bottom).toBeLessThan(15);
    expect(right - left).toBeGreaterThan(50);
    expect(await unread(page, plan)).toEqual([]);
  });

  test.each([
    ['right', 'bottomRight', 500],
    ['center', 'bottomCenter', 280],
    ['left', 'bottomLeft', 20],
  ] as const)(
    'leaves a number that stands at the %s of the foot already to itself',
    async (_, position, x) => {
      const page = testPage(words(x, 22, 'NGH000412', 10));
      const plan = await planFirst(page, lookAt(page), { hasSticker: false }, { numberPosition: position });
      expect(plan.findings).toEqual(['numbersMoved']);
      expect(await isWhite(page, seen(page, plan, 'number'))).toBe(true);
    },
  );

  test('goes further up the margin, within an inch, where all of the foot is taken', async () => {
    const foot = words(
      20,
      22,
      'Confidential and proprietary to Fairwater LLC and to none other, whatever its kind, in all of its parts and in each',
      11,
    );
    const page = testPage(foot);
    const plan = await planFirst(page, lookAt(page), { hasSticker: false });
    const area = seen(page, plan, 'number');
    expect(area[1]).toBeGreaterThan(30);
    expect(area[3]).toBeLessThanOrEqual(72);
    expect(await isWhite(page, area)).toBe(true);
  });

  test('stands on its white ground, and that is said, where nothing within an inch is free', async () => {
    const page = testPage('0 g 0 0 612 90 re f 0 700 612 92 re f');
    const plan = await planFirst(page, lookAt(page), { hasSticker: false });
    expect(plan.findings).toEqual(['numbersOverContent']);
    expect(seen(page, plan, 'number')[2]).toBe(594);
    expect(await unread(page, plan)).toEqual([]);
  });

  test('keeps one position through an exhibit; only pages where that is not free deviate', async () => {
    const taken = testPage(words(500, 22, 'NGH000412', 10));
    const free = testPage(lines(90, 720));
    const pages = [free, taken, taken, taken];
    const numbers = ['FWL1', 'FWL2', 'FWL3', 'FWL4'];
    const marks = new ExhibitMarks({ ...item, hasSticker: false, numbers, pages: 4 }, style, shelf);
    const looks = pages.map((page) => ({
      ...lookAt(page),
      isFree: lookOfAreas(page === taken ? [[490, 15, 570, 35]] : []).isFree,
    }));
    await marks.survey((at) => ({ page: pages[at]!, look: looks[at]! }));
    const lefts: number[] = [];
    for (const [at, page] of pages.entries())
      lefts.push(Math.round(seen(page, await marks.plan(at, page, () => looks[at]!), 'number')[0]));
    expect(lefts).toEqual([18, 18, 18, 18]);
  });

  test('is not placed by a title page alone, however large the pictures of its pages are', async () => {
    const title = testPage('0.8 g 500 10 112 60 re f\n');
    const slide = testPage('0.8 g 500 10 112 60 re f\n0.2 g 10 10 112 60 re f\n');
    const slides = Array.from({ length: 6 }, (_, at) => (at === 0 ? title : slide));
    const lookAtDear = (at: number): PageLook => ({ ...lookAt(slides[at]!), pictureBytes: 30_000_000 });
    const numbers = slides.map((_, at) => `FWL00000${at + 1}`);
    const marks = new ExhibitMarks({ ...item, numbers, hasSticker: false, pages: 6 }, style, shelf);
    await marks.survey((at) => ({ page: slides[at]!, look: lookAtDear(at) }));
    for (const [at, page] of slides.entries()) {
      const plan = await marks.plan(at, page, () => lookAtDear(at));
      const [left, , right] = seen(page, plan, 'number');
      expect([at, left > 122, right < 500]).toEqual([at, true, true]);
    }
  });

  test.each([
    ['the wanted one', '', [500, 594]],
    ['another', '0.8 g 500 10 112 60 re f\n', [18, 120]],
  ])(
    'takes %s where it is free on four pages of all, when every page will be looked at before its own number is placed',
    async (_, foot, [from, to]) => {
      const page = testPage(`${lines(120, 720)}${foot}`);
      const numbers = Array.from({ length: 40 }, (_each, at) => `FWL${String(at + 1).padStart(6, '0')}`);
      const drawn = new Set<number>();
      const look = (at: number): PageLook => ({
        ...lookAt(page),
        picture() {
          drawn.add(at);
          return lookAt(page).picture();
        },
      });
      const marks = new ExhibitMarks(
        { ...item, numbers, hasSticker: false, pages: 40 },
        { ...style, looksAtEveryPage: true },
        shelf,
      );
      await marks.survey((at) => ({ page, look: look(at) }));
      expect([...drawn].sort((a, b) => a - b)).toEqual([0, 14, 25, 39]);
      const [left, , right] = seen(page, await marks.plan(39, page, () => look(39)), 'number');
      expect([left >= from!, right <= to!]).toEqual([true, true]);
    },
  );

  test('takes the rectangle of an annotation for content', async () => {
    const page = testPage('');
    const plan = await planFirst(page, lookAt(page, [[520, 10, 600, 40]]), { hasSticker: false });
    expect(plan.findings).toEqual(['numbersMoved']);
  });

  test('is asked for on no page without numbers, designation, banner or sticker', async () => {
    const marks = new ExhibitMarks({ ...item, numbers: null, hasSticker: false }, style, shelf);
    const look = (): PageLook => {
      throw new Error('nothing to look for');
    };
    await marks.survey(look as never);
    expect(await marks.plan(0, testPage(''), look)).toEqual({ marks: [], contentMatrix: null, findings: [] });
  });
});

describe('an exhibit sticker', () => {
  test.each(['bottomRight', 'bottomLeft', 'topRight', 'topLeft'] as const)(
    'stands in the %s corner where that is free, and below the court’s strip',
    async (stickerCorner) => {
      const page = testPage(lines(120, 640, 130).replaceAll('notice', ''));
      const plan = await planFirst(page, lookAt(page), {}, { stickerCorner });
      expect(plan.findings).toEqual([]);
      const [left, bottom, right, top] = seen(page, plan, 'sticker');
      expect(stickerCorner.endsWith('Right') ? right : 612 - left).toBe(594);
      expect(stickerCorner.startsWith('top') ? top : bottom < 90).toBe(
        stickerCorner.startsWith('top') ? 738 : true,
      );
      expect(await unread(page, plan, { stickerCorner })).toEqual([]);
    },
  );

  test('never stands on a signature', async () => {
    const pen = '1.5 w 420 70 m 440 120 460 20 480 90 c 500 130 520 40 585 60 c S\n';
    const page = testPage(lines(200, 720) + pen + words(400, 42, 'Jane Doe, Director', 9));
    const plan = await planFirst(page, lookAt(page));
    expect(plan.findings).toEqual(['stickerMoved']);
    expect(await isWhite(page, seen(page, plan, 'sticker'))).toBe(true);
  });

  test('has the page drawn smaller, no smaller than 0.8, where nothing is free', async () => {
    const page = testPage(lines(4, 785, 2) + lines(4, 785, 320));
    const plan = await planFirst(page, lookAt(page));
    expect(plan.findings).toEqual(['stickerPageScaled']);
    expect(plan.contentMatrix![0]).toBeGreaterThanOrEqual(0.8);
    expect(plan.contentMatrix![0]).toBeLessThan(1);
    expect(await unread(page, plan)).toEqual([]);
  });

  const checkered = Array.from(
    { length: 144 },
    (_, i) => `${(i + Math.floor(i / 12)) % 2} g ${(i % 12) * 8} ${Math.floor(i / 12) * 8} 8 8 re f\n`,
  ).join('');

  test('says that it covers something where even that makes no room', async () => {
    const page = testPage(checkered, { shownBox: [0, 0, 90, 90] });
    const plan = await planFirst(page, lookAt(page));
    expect(plan.findings).toEqual(['stickerOverContent']);
  });

  test('does not say so where its marks stand beside what is drawn smaller', async () => {
    const stripes = Array.from({ length: 125 }, (_, i) => `${i % 2} g ${i * 8} 0 8 100 re f\n`).join('');
    const page = testPage(stripes, { shownBox: [0, 0, 1000, 100] });
    const plan = await planFirst(page, lookAt(page));
    expect(plan.findings).toEqual(['stickerPageScaled']);
  });

  test('does not say so where the page’s own margin does the rest', async () => {
    const page = testPage(lines(20, 190, 4), { shownBox: [0, 0, 200, 200] });
    const plan = await planFirst(page, lookAt(page));
    expect(plan.findings).toEqual(['stickerPageScaled']);
    expect(plan.contentMatrix![0]).toBe(0.8);
    const smaller = { ...page, content: `q ${plan.contentMatrix!.join(' ')} cm ${page.content} Q` };
    for (const { kind } of plan.marks) expect(await isWhite(smaller, seen(page, plan, kind))).toBe(true);
  });

  test('with a label or words of any length is legible', async () => {
    const page = testPage('');
    for (const label of ['A', 'PX-1004-A', 'DEFENDANT-12345678-B', 'Ü-é 12']) {
      const looks = { stickerWords: 'JOINT EXHIBIT OF PLAINTIFF AND DEFENDANT' };
      const plan = await planFirst(page, lookAt(page), { label }, looks);
      expect(await unread(page, plan, looks)).toEqual([]);
    }
  });
});

describe('a designation and a banner', () => {
  test('find an end on a page smaller than their margins', async () => {
    const page = testPage('', { shownBox: [0, 0, 3.84, 3.84] });
    const more = { designation: 'CONFIDENTIAL — ATTORNEYS’ EYES ONLY', banner: 'FILED UNDER SEAL' };
    const plan = await planFirst(page, lookOfAreas([]), more);
    expect(plan.marks.map(({ kind }) => kind)).toEqual(['number', 'designation', 'banner', 'sticker']);
    expect(markOf(plan, 'designation').lines.join(' ')).toBe(more.designation);
  });

  test('stand free of each other, of the number and of the page', async () => {
    const page = testPage(lines(120, 690));
    const plan = await planFirst(page, lookAt(page), {
      designation: 'HIGHLY CONFIDENTIAL – ATTORNEYS’ EYES ONLY',
      banner: 'FILED UNDER SEAL',
    });
    expect(plan.findings).toEqual([]);
    expect(plan.marks.map(({ kind }) => kind)).toEqual(['number', 'designation', 'banner', 'sticker']);
    expect(seen(page, plan, 'banner')[3]).toBe(738);
    for (const { kind } of plan.marks) expect(await isWhite(page, seen(page, plan, kind))).toBe(true);
    expect(await unread(page, plan)).toEqual([]);
  });
});

test('a mark that is reported free never lies on ink, on pages of any turn, crop and unit', async () => {
  const box = fc.tuple(
    fc.integer({ min: 0, max: 95 }),
    fc.integer({ min: 0, max: 95 }),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom('0 g', '0.9 g', '1 0 0 rg', '1 1 0.8 rg', '0.97 g'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(box, { maxLength: 9 }),
      fc.constantFrom(0, 1, 2, 3),
      fc.constantFrom(1, 2.5),
      fc.constantFrom('bottomRight', 'bottomLeft', 'topRight', 'topLeft'),
      fc.constantFrom('bottomRight', 'bottomCenter', 'bottomLeft'),
      async (boxes, turns, userUnit, stickerCorner, numberPosition) => {
        const shownBox = [30, -20, 30 + 612 / userUnit, -20 + 700 / userUnit] as const;
        const content = boxes
          .map(([x, y, w, h, color]) => {
            const at = (share: number, size: number) => ((share / 100) * size) / userUnit;
            return `${color} ${30 + at(x, 612)} ${-20 + at(y, 700)} ${at(w, 612)} ${at(h, 700)} re f\n`;
          })
          .join('');
        const page = testPage(content, { shownBox, turns, userUnit });
        const plan = await planFirst(
          page,
          lookAt(page),
          { designation: 'CONFIDENTIAL' },
          { stickerCorner, numberPosition },
        );
        if (plan.contentMatrix !== null) return;
        const covering = new Set<string>(
          plan.findings.flatMap((finding) =>
            finding === 'numbersOverContent'
              ? 'number'
              : finding === 'designationOverContent'
                ? 'designation'
                : finding === 'stickerOverContent'
                  ? 'sticker'
                  : [],
          ),
        );
        // A pale gray that covers most of a page is its paper.
        for (const { kind } of plan.marks)
          if (!covering.has(kind)) expect((await colorsIn(page, seen(page, plan, kind))).size).toBe(1);
        expect(await unread(page, plan, { stickerCorner, numberPosition })).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test.each([
  [0, [50, 40, 400, 78]],
  [1, [362, 40, 400, 700]],
  [2, [50, 662, 400, 700]],
  [3, [50, 40, 88, 700]],
])('the foot of a page turned %i quarters is its lowest 76 points as looked at', (turns, foot) => {
  expect(footOf(testPage('', { shownBox: [50, 40, 400, 700], turns, userUnit: 2 }))).toEqual(foot);
});

test.each([
  ['a sheet of 11 by 17 inches', 792, 1224, 1],
  ['a photograph of 12 million points', 4032, 3024, 1],
  ['a plan', 3456, 2592, 1],
  ['a sheet of large units', 1008, 1512, 5],
  ['the largest page there is', 14_400, 14_400, 1],
])('marks of %s are as large as on a sheet of 11 by 17 inches', async (_, width, height, userUnit) => {
  const page = testPage('', { shownBox: [0, 0, width, height], userUnit });
  const plan = await planFirst(page, lookAt(page));
  const shorter = Math.min(width, height);
  for (const [kind, points] of [
    ['number', 14],
    ['sticker', 46],
  ] as const) {
    const [, bottom, , top] = markOf(plan, kind).area;
    expect((top - bottom) / shorter).toBeCloseTo(points / 792, 6);
  }
  expect(plan.findings).toEqual([]);
  expect(await unread(page, plan)).toEqual([]);
});
