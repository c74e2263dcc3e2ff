import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { corpora } from './corpus-files.ts';

const docs = join(import.meta.dirname, '../../../../docs');

/** A file's place in the corpora, with slashes on every system. */
export const placeInCorpora = (path: string): string => relative(corpora, path).split(sep).join('/');

/**
 * What a page of docs/ says that a full run compares with what it finds; with FORTHWITH_WRITE_DOCS=1 that is written there first.
 *
 * @param name of the file in docs/
 * @param found the whole page
 */
export function docsPage(name: string, found: string): string {
  const path = join(docs, name);
  if (process.env['FORTHWITH_WRITE_DOCS'] === '1') writeFileSync(path, found);
  return readFileSync(path, 'utf8');
}

/** Counts of what became of files of the corpora, by folder. */
export class CorpusOutcomes<Outcome extends string> {
  readonly #byFolder = new Map<string, Map<Outcome, number>>();
  readonly #all = new Map<Outcome, number>();

  count(place: string, outcome: Outcome): void {
    const folder = place.split('/').slice(0, -1).slice(0, 2).join('/');
    const counts = this.#byFolder.get(folder) ?? new Map<Outcome, number>();
    this.#byFolder.set(folder, counts);
    for (const each of [counts, this.#all]) each.set(outcome, (each.get(outcome) ?? 0) + 1);
  }

  /** Those that occurred, in order. */
  get occurred(): Outcome[] {
    return [...this.#all.keys()].toSorted();
  }

  /** A table in Markdown: a row for each folder and one for all, a column for each outcome. */
  table(outcomes: readonly Outcome[]): string {
    const row = (name: string, counts: ReadonlyMap<Outcome, number>) =>
      `| ${name} | ${[...counts.values()].reduce((a, b) => a + b, 0)} | ${outcomes.map((o) => counts.get(o) ?? '').join(' | ')} |`;
    return [
      `| folder | files | ${outcomes.join(' | ')} |`,
      `| --- | ---: | ${outcomes.map(() => '---:').join(' | ')} |`,
      ...[...this.#byFolder].toSorted(byName).map(([folder, counts]) => row(folder, counts)),
      row('**all**', this.#all),
    ].join('\n');
  }
}

/** Rows of a table in Markdown of two columns, the most frequent first. */
export const countRows = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted((a, b) => b[1] - a[1] || byName(a, b))
    .map(([what, count]) => `| ${what} | ${count} |`)
    .join('\n');

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
