import { expect, test } from '@playwright/test';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EvidenceId, MatterId } from '../shared/model/common.ts';
import { ReaderPages } from './reader-pages.ts';
import { forthwith } from './support/command-line.ts';
import { callEngine, valueOf } from './support/engine.ts';
import { createFolder, launchApp } from './support/launch.ts';
import { createReturningHome } from './support/seed.ts';

const corpora = resolve(import.meta.dirname, '../../shared/corpora/pdf');
const isFull = process.env['FORTHWITH_TIER'] === 'full';

/** What the reader shows in the end: a page, a question for a password, or why there is no page. */
const ends = {
  drawn: 'section[data-drawn="true"] canvas',
  password: 'input[type="password"]',
  said: '[role="alert"]',
} as const;

test('PDFs that others made are opened one after the other: each shows a page, asks for its password, or says why not', async () => {
  test.skip(!isFull, 'Hundreds of files: in the full tier.');
  test.skip(!existsSync(corpora), 'The corpora are not there.');
  test.setTimeout(3_600_000);
  const folder = createFolder();
  const matter = join(folder, 'others.matter');
  forthwith('matter', 'create', matter, '--title', 'Others');
  try {
    forthwith('evidence', 'add', matter, corpora, '--recursive');
  } catch (error) {
    // 7: some are damaged or protected; they are still kept.
    if ((error as { status?: number }).status !== 7) throw error;
  }
  chmodSync(matter, 0o666);
  const app = await launchApp({ home: createReturningHome(), args: [matter] });
  try {
    const { page } = app;
    await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
    const [open] = valueOf(await callEngine(page, 'matter.listOpen', {})) as { id: MatterId }[];
    const matterId = open!.id;
    const { ids } = valueOf(
      await callEngine(page, 'evidence.find', { matterId, filter: { kinds: ['pdf'] }, sort: 'sizeBytes' }),
    ) as { ids: EvidenceId[] };
    // Names that tell one from the other: in the corpora many are called alike.
    for (const [index, id] of ids.entries())
      valueOf(
        await callEngine(page, 'evidence.update', {
          matterId,
          ids: [id],
          fields: { title: nameOf(index + 1) },
        }),
      );
    const reader = new ReaderPages(page);
    await page.getByRole('button', { name: /^Evidence/ }).click();
    const field = page.getByRole('searchbox', { name: 'Filter evidence' });
    const found = { drawn: 0, password: 0, said: 0 };
    for (let number = 1; number <= ids.length; number += 1) {
      const title = nameOf(number);
      await field.fill(title);
      const rows = page.getByRole('row', { name: /Paper [hjkpqv-z]{4}/ });
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText(title);
      await rows.dblclick();
      await expect(reader.root).toContainText(title);
      found[await endOf(reader, title)] += 1;
    }
    console.log(`${ids.length} PDFs: ${JSON.stringify(found)}`);
    expect(found.drawn).toBeGreaterThan(ids.length * 0.8);
  } finally {
    // Fails if anything happened in the app that must not: an error nobody caught, a request, a process that died.
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** In letters that occur together in no hash or name, since the list is filtered by those too. */
const nameOf = (number: number) =>
  `Paper ${Array.from(String(number).padStart(4, '0'), (digit) => 'qxzjkvwyhp'[Number(digit)]).join('')}`;

/** How a document ends up in the reader. */
async function endOf(reader: ReaderPages, title: string): Promise<keyof typeof ends> {
  const any = reader.root.locator(Object.values(ends).join(', ')).first();
  await expect(any, title).toBeVisible({ timeout: 60_000 });
  if ((await reader.root.locator(ends.drawn).count()) > 0) return 'drawn';
  return (await reader.root.locator(ends.password).count()) > 0 ? 'password' : 'said';
}
