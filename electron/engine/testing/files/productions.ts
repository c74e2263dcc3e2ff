import type { IntakeItem } from '../../../../shared/model/evidence.ts';

/** A Concordance load file of rows of cells. */
export function makeDat(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => `þ${cell}þ`).join('\u0014')).join('\r\n');
}

/** Names, statuses and codes of items and of what came with them. @param known what all codes begin with, left out */
export function outlineOf(items: readonly IntakeItem[], known: string): unknown[] {
  return items.map(({ path, status, problems, error, children }) => [
    path.slice(path.lastIndexOf('/') + 1),
    status,
    ...[...problems, ...(error ? [error] : [])].map(({ code }) => code.replace(known, '')),
    ...(children && children.length > 0 ? [outlineOf(children, known)] : []),
  ]);
}
