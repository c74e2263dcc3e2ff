import type { TextRun } from '../../../../../shared/contract/reader.ts';

/** The parts of a run that tell where it is read. */
export type Placed = Pick<TextRun, 'text' | 'rect' | 'angle'>;

/** Share of the lower of two heights that two runs of one row have in common. */
const shared = 0.5;

/** Runs of upright text in rows from the top, each from the left. */
export function rowsOf<R extends Placed>(runs: readonly R[]): R[][] {
  const rows: { top: number; bottom: number; runs: R[] }[] = [];
  for (const run of runs.toSorted((a, b) => middle(a) - middle(b))) {
    const { y, height } = run.rect;
    const row = rows.at(-1);
    const overlap = row ? Math.min(row.bottom, y + height) - Math.max(row.top, y) : 0;
    if (row && overlap > shared * Math.min(height, row.bottom - row.top)) {
      row.runs.push(run);
      // The row is as high as its highest run: a raised figure belongs to the row it is raised from.
      if (height > row.bottom - row.top) Object.assign(row, { top: y, bottom: y + height });
    } else rows.push({ top: y, bottom: y + height, runs: [run] });
  }
  return rows.map((row) => row.runs.toSorted((a, b) => a.rect.x - b.rect.x));
}

const middle = ({ rect }: Placed) => rect.y + rect.height / 2;
