import { basename } from 'node:path';
import type { AreaHandlers } from '../../../handlers.ts';
import type { DrawnPage } from '../../../pdf/draw/drawn-page.ts';
import { margin, Paper, right } from '../../../pdf/draw/paper.ts';
import { drawSlipSheet } from '../../../pdf/draw/sheets/slip-sheet.ts';
import type { Typesetter } from '../../../pdf/draw/typesetter.ts';
import { writeDrawn } from '../../../pdf/draw/write-drawn.ts';
import { getFilledSet } from '../../exhibit-repository.ts';
import { planItem } from '../plan/plan-item.ts';
import { setWords } from '../plan/set-words.ts';

const labelColumn = 110;

/**
 * Writes a set's slip sheets, or the list its tabs are made from, as a PDF to print. Slip sheets are drawn also where the set
 * has none in its files: paper copies need them.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 */
export const printSheets: AreaHandlers<'exhibits'>['exhibits.printSheets'] = async (
  { setId, sheets, target },
  context,
) => {
  const { session, platform, signal } = context;
  const { set, exhibits } = getFilledSet(session, setId);
  const filePath = context.resolveFile(target);
  context.progress(0, 0, basename(filePath));
  const words = setWords(session, set);
  const withSheets = { ...set, hasSlipSheets: true };
  const slipSheets = (type: Typesetter): DrawnPage[] =>
    exhibits.map((exhibit) => {
      const item = planItem({ set: withSheets, words, exhibit, source: null, numbers: null, parent: null });
      return drawSlipSheet(item.sheet!, type, { hasIndex: false });
    });
  const tabs = (type: Typesetter, total: number): readonly DrawnPage[] => {
    const paper = new Paper(type, { total, running: `${set.name}: tabs`, foot: set.name });
    paper.paragraph(`Tabs: ${set.name}`, { size: 16, weight: 'bold', gap: 4 });
    const caption = [...words.indexCaption, words.belonging].filter((line) => line !== set.name);
    for (const line of caption) paper.paragraph(line, { size: 10, weight: 'regular', gap: 0 });
    paper.space(10);
    paper.table([
      { x: margin, right: margin + labelColumn, text: 'Tab' },
      { x: margin + labelColumn + 8, right, text: 'Exhibit' },
    ]);
    for (const { label, title } of exhibits)
      paper.row([
        { x: margin, right: margin + labelColumn, text: label, weight: 'bold' },
        { x: margin + labelColumn + 8, right, text: title },
      ]);
    return paper.finish();
  };
  const written = await writeDrawn(filePath, {
    title: `${set.name} – ${sheets === 'tabs' ? 'Tabs' : 'Slip Sheets'}`,
    layOut: sheets === 'tabs' ? tabs : slipSheets,
    platform,
    signal,
  });
  return { ...written, ...(context.isTrusted && { path: filePath }) };
};
