import type { IntakeItem } from '../../../shared/model/evidence.ts';

/** The page of docs that tells what became of the corpora's files: counts by folder, no names. */
export function outcomeTable(items: readonly IntakeItem[]): string {
  const folders = new Map<string, Map<string, number>>();
  const outcomes = new Set<string>();
  for (const item of items) {
    const folder = item.path.split('/').slice(0, -1).slice(0, 2).join('/');
    const outcome = outcomeOf(item);
    outcomes.add(outcome);
    const counts = folders.get(folder) ?? new Map<string, number>();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    folders.set(folder, counts);
  }
  const columns = [...outcomes].toSorted();
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const sum = (outcome: string) =>
    [...folders.values()].reduce((count, counts) => count + (counts.get(outcome) ?? 0), 0);
  return [
    '# What becomes of files that others made',
    '',
    'Every file of the test corpora (PDF and images, many damaged, encrypted or made to break readers) goes through',
    '`evidence.add` under the ordinary limits. The full run of `electron/engine/evidence/corpora.test.ts` compares this table;',
    'it also exports every original and compares hashes, holds page counts against qpdf wherever qpdf finds nothing wrong, and',
    'verifies the matter. A file with several problems counts under the gravest. “Kept” means: stored byte for byte, not shown.',
    '',
    row(['folder', 'files', ...columns]),
    row(['---', '---:', ...columns.map(() => '---:')]),
    ...[...folders]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([folder, counts]) => row([folder, total(counts), ...columns.map((c) => counts.get(c) ?? '')])),
    row(['**all**', items.length, ...columns.map(sum)]),
    '',
  ].join('\n');
}

/** From the gravest to the lightest. */
const outcomesByCode: readonly (readonly [string, string])[] = [
  ['EVIDENCE_TOO_DEMANDING', 'kept: too demanding'],
  ['EVIDENCE_ENCRYPTED', 'kept: encrypted'],
  ['EVIDENCE_DAMAGED', 'kept: damaged'],
  ['EVIDENCE_UNSUPPORTED_KIND', 'kept: other kind'],
  ['PDF_PAGE_UNREADABLE', 'readable but for some pages'],
  ['EVIDENCE_REPAIRED_TO_READ', 'readable after repair'],
];

function outcomeOf({ status, problems, error }: IntakeItem): string {
  if (status === 'failed') return `failed: ${error!.code}`;
  if (status === 'duplicate') return 'same as another';
  for (const [code, outcome] of outcomesByCode)
    if (problems.some((problem) => problem.code === code)) return outcome;
  return 'readable';
}
