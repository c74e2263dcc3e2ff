import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkStyle } from '../plan.ts';
import { ExhibitMarks, lookOfAreas, type Box, type MarkedItem, type PageLook, type PagePlan } from './index.ts';
import { PageView } from './page-view.ts';
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
    words(x, to - i * 14, 'The parties met on the ninth of March to settle the terms of hosting and their notice'),
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

/** The text of each mark as PDFium reads it in the mark's area. */
async function readMarks(page: TestPage, plan: PagePlan, looks: Partial<MarkStyle> = {}): Promise<string[]> {
  const pdf = pdfOfPage(page, plan, { ...style, ...looks });
  return withOnlyPage(pdf, (opened) => {
    const shown = plan.marks.map(({ area: [left, bottom, right, top] }) =>
      opened.toShown({ left, bottom, right, top }),
    );
    return shown.map(({ x, y, width, height }) =>
      opened.withText((text, count) => {
        const { api, memory } = pdfiumOf(opened.handle, text);
        void api;
        void memory;
        return `${count} ${x} ${y} ${width} ${height}`;
      }),
    );
  });
}
