import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../../../shared/errors/error-codes.ts';
import type { MatterId } from '../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../shared/model/evidence.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';
import { outcomeTable } from '../../testing/corpora/outcome-table.ts';
import { docsPage } from '../../testing/corpora/corpus-outcomes.ts';
import { corpora, hasCorpora, isFullTier } from '../../testing/corpora/corpus-files.ts';

/** Real files that others made; not part of the product. Where the folder is absent, these tests are skipped. */
/** The sample tier takes every eighth file. */
const step = isFullTier ? 1 : 8;

function filesIn(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(corpora, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .toSorted()
    .filter((_, index) => index % step === 0);
}

function withMembers(item: IntakeItem): IntakeItem[] {
  return [item, ...(item.children ?? []).flatMap(withMembers)];
}

/** Pages by path as qpdf counts them, for files that qpdf finds nothing wrong with. */
function pagesByPath(): Map<string, number> {
  const [head, ...rows] = readFileSync(join(corpora, 'inventory/pdf.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const column = (name: string) => head!.indexOf(name);
  return new Map(
    rows
      .filter((row) => row[column('qpdf_check')] === 'pass' && row[column('encrypted')] === 'no')
      .map((row) => [row[column('path')]!, Number(row[column('pages')])]),
  );
}

/**
 * Milliseconds each file took at most, by path. Publishing goes file by file, and reading is at most three files ahead
 * of it: whatever a file took lies between the end of the fourth before it and its own.
 */
async function longestTimes(
  t: TestEngine,
  matterId: MatterId,
  items: readonly IntakeItem[],
  startedAt: number,
): Promise<{ path: string; ms: number }[]> {
  const ids = new Set(items.flatMap(withMembers).flatMap(({ id }) => id ?? []));
  const histories = await Promise.all([...ids].map((id) => t.client['evidence.get']({ matterId, id })));
  const arrivals = histories
    .flatMap(({ custody }) => custody)
    .filter(({ action }) => action === 'received' || action === 'received_again')
    .toSorted((a, b) => a.sequence - b.sequence);
  const ends: number[] = [];
  for (const { at, details } of arrivals) {
    // What came in a file arrives after it, and before the next.
    const index = 'cameIn' in details ? ends.length - 1 : ends.length;
    ends[index] = Date.parse(at);
  }
  return items.map(({ path }, index) => ({ path, ms: ends[index]! - (ends[index - 4] ?? startedAt) }));
}

describe.skipIf(!hasCorpora)('files that others made (skipped where the corpora are absent)', () => {
  let t: TestEngine;
  let matterId: MatterId;
  let items: IntakeItem[];
  let startedAt: number;
  /** Memory of the process, before and at most: what runs the tests holds some of it itself. */
  let bytesBefore = 0;
  let peakBytes = 0;
  const files = hasCorpora ? filesIn('pdf', 'images', 'mail', 'legal') : [];
  const place = (path: string) => relative(corpora, path).split(sep).join('/');

  beforeAll(async () => {
    bytesBefore = process.memoryUsage.rss();
    t = await createTestEngine();
    matterId = (await t.createMatter()).id;
    startedAt = Date.now();
    const look = () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()));
    const sampling = setInterval(look, 50);
    ({ items } = await t.runJob('evidence.add', { matterId, sources: files.map((path) => ({ path })) }));
    clearInterval(sampling);
  }, 1_800_000);
  afterAll(() => t.dispose());

  test('each ends as added, duplicate or failed, with declared codes only', () => {
    expect(items.map(({ path }) => path)).toEqual(files);
    const codes = items
      .flatMap(withMembers)
      .flatMap(({ problems, error }) => [
        ...problems.map(({ code }) => code),
        ...(error ? [error.code] : []),
      ]);
    const undeclared = codes.filter((code) => !Object.hasOwn(errorCodes, code));
    expect(undeclared).toEqual([]);
    for (const code of ['INTERNAL', 'EVIDENCE_NOT_INSPECTED', 'EVIDENCE_MEMBERS_UNREAD'])
      expect(codes).not.toContain(code);
  });

  test('each is in within a minute, and the engine and its threads never hold a gibibyte', async () => {
    const times = await longestTimes(t, matterId, items, startedAt);
    expect(times).toHaveLength(files.length);
    expect(times.filter(({ ms }) => !(ms <= 60_000))).toEqual([]);
    expect(peakBytes).toBeGreaterThan(bytesBefore);
    expect(peakBytes - bytesBefore).toBeLessThan(1024 ** 3);
  }, 300_000);

  test('none fails: whatever bytes a file has are kept', () => {
    expect(items.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  test('pages are counted as qpdf counts them, wherever qpdf finds nothing wrong', () => {
    const expected = pagesByPath();
    const wrong = items
      .filter(({ kind, path }) => kind === 'pdf' && (expected.get(place(path)) ?? 0) > 0)
      .map(({ path, pages }) => ({ path: place(path), pages, expected: expected.get(place(path)) }))
      .filter(({ pages, expected: count }) => pages !== count);
    expect(wrong).toEqual([]);
  });

  test('originals come out as they went in', async () => {
    const listed = await t.client['evidence.list']({ matterId });
    const ids = listed.map(({ id }) => id);
    const target = { path: join(t.folder, 'out') };
    const { files: exported } = await t.runJob('evidence.export', { matterId, ids, target });
    expect(exported).toHaveLength(ids.length);
    const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    const wrong = exported.filter(({ path, sha256 }) => hashOf(path!) !== sha256);
    expect(wrong).toEqual([]);
    const source = new Map(items.map((item) => [item.id as string, item.path]));
    expect(exported.filter(({ id, sha256 }) => source.has(id) && hashOf(source.get(id)!) !== sha256)).toEqual(
      [],
    );
    const isListed = new Set<string | undefined>(ids);
    expect([...source.keys()].filter((id) => !isListed.has(id))).toEqual([]);
  }, 600_000);

  test('the matter verifies', async () => {
    expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
  }, 300_000);

  test.runIf(isFullTier)('the table of outcomes in the documentation is the present one', () => {
    const table = outcomeTable(items.map((item) => ({ ...item, path: place(item.path) })));
    expect(docsPage('corpora-evidence.md', table)).toBe(table);
  });
});
