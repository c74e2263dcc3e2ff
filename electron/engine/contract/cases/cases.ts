import { copyFileSync, writeFileSync } from 'node:fs';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { makeLockedPdf, pdfWithoutPages, writePdf } from '../../testing/pdf-files.ts';
import { fields, gone, inMatter, inReadOnly, it, type Case, type World } from './case.ts';
import { argumentCases } from './argument-cases.ts';
import { authenticityCases } from './authenticity-cases.ts';
import { citationCases } from './citation-cases.ts';
import { deadlineCases } from './deadline-cases.ts';
import { docketCases } from './docket-cases.ts';
import { docketDocumentCases, docketImportCases } from './docket-source-cases.ts';
import { evidenceCases } from './evidence-cases.ts';
import { exhibitCases } from './exhibit-cases.ts';
import { exhibitJobCases } from './exhibit-job-cases.ts';
import { noteCases } from './note-cases.ts';
import { recordingCases } from './recording-cases.ts';
import { reviewCases } from './review-cases.ts';
import { searchCases } from './search-cases.ts';
import { troCases } from './tro-cases.ts';

const closedMatter =
  (change: (path: string, world: World) => void, more: object = {}) =>
  async (world: World) => {
    const path = await world.closed();
    change(path, world);
    return { source: { path }, ...more };
  };

const historyCases: readonly Case[] = [
  it('history.get', 'ok', inMatter()),
  it('history.undo', 'ok', inMatter()),
  it('history.undo', 'NOTHING_TO_UNDO', async (world) => {
    await world.t.client['history.undo']({ matterId: world.matterId });
    return { matterId: world.matterId };
  }),
  it('history.undo', 'MATTER_READ_ONLY', inReadOnly()),
  it('history.redo', 'ok', async (world) => {
    await world.t.client['history.undo']({ matterId: world.matterId });
    return { matterId: world.matterId };
  }),
  it('history.redo', 'NOTHING_TO_REDO', inMatter()),
  it('history.redo', 'MATTER_READ_ONLY', inReadOnly()),
];

async function endedJob({ t, matterId }: World): Promise<string> {
  const { jobId } = await t.client['matter.verify']({ matterId });
  await t.waitForJob(matterId, jobId);
  return jobId;
}

const jobsCases: readonly Case[] = [
  it('jobs.list', 'ok', inMatter()),
  ...(['jobs.get', 'jobs.cancel', 'jobs.dismiss'] as const).flatMap((operation) => [
    it(operation, 'ok', async (world) => ({ matterId: world.matterId, jobId: await endedJob(world) })),
    it(operation, 'JOB_NOT_FOUND', inMatter({ jobId: gone })),
  ]),
];

const openFailures: readonly Case[] = [
  it('matter.open', 'MATTER_NOT_FOUND', (world) => ({ source: { path: world.at('gone.matter') } })),
  it('matter.open', 'MATTER_NOT_FOUND', () => ({ source: { recentId: gone } })),
  it(
    'matter.open',
    'MATTER_NOT_A_MATTER',
    closedMatter((path) => writeFileSync(path, 'hello')),
  ),
  it('matter.open', 'FILE_REFERENCE_EXPIRED', () => ({ source: { token: 'x'.repeat(32) } })),
  it('matter.open', 'MATTER_LOCKED', async (world) => {
    await world.t.client['matter.setPassphrase']({ matterId: world.matterId, current: null, next: 's' });
    return { source: { path: await world.closed() } };
  }),
  it('matter.open', 'MATTER_WRONG_PASSPHRASE', async (world) => {
    await world.t.client['matter.setPassphrase']({ matterId: world.matterId, current: null, next: 's' });
    return { source: { path: await world.closed() }, passphrase: 't' };
  }),
  it(
    'matter.open',
    'MATTER_IN_USE',
    closedMatter((path) => writeFileSync(`${path}.lock`, '{"pid":1,"machine":"other"}')),
  ),
  it('matter.open', 'MATTER_COPY_OPEN', (world) => {
    copyFileSync(world.at(world.fileName), world.at('copy.matter'));
    for (const suffix of ['-wal'])
      copyFileSync(world.at(`${world.fileName}${suffix}`), world.at(`copy.matter${suffix}`));
    return { source: { path: world.at('copy.matter') } };
  }),
  it(
    'matter.open',
    'MATTER_NEWER_THAN_APP',
    closedMatter((path) => withMatterFile(path, (db) => db.pragma('user_version = 990'))),
  ),
  it(
    'matter.open',
    'MATTER_NEEDS_UPDATE',
    closedMatter((path) => withMatterFile(path, (db) => db.pragma('user_version = 5')), { isReadOnly: true }),
  ),
  it(
    'matter.open',
    'MATTER_MIGRATION_FAILED',
    // A matter that says it is older than it is: the first step finds its tables there already.
    closedMatter((path) => withMatterFile(path, (db) => db.pragma('user_version = 5'))),
  ),
  it(
    'matter.open',
    'MATTER_DAMAGED',
    closedMatter((path) => withMatterFile(path, (db) => db.exec('DELETE FROM matter'))),
  ),
  it(
    'matter.open',
    'MATTER_LOG_FOREIGN',
    closedMatter((path) => {
      withMatterFile(path, (db) => db.exec('DELETE FROM matter'));
      writeFileSync(`${path}-wal`, 'of another');
    }),
  ),
];

const matterCases: readonly Case[] = [
  it('matter.create', 'ok', (world) => ({ target: { path: world.at('new.matter') }, fields })),
  it('matter.create', 'MATTER_EXISTS', (world) => ({ target: { path: world.at(world.fileName) }, fields })),
  it('matter.create', 'FILE_UNWRITABLE', (world) => ({
    target: { path: world.at('gone/x.matter') },
    fields,
  })),
  it('matter.createSample', 'ok', () => ({})),
  it('matter.createSample', 'MATTER_EXISTS', (world) => ({ target: { path: world.at(world.fileName) } })),
  it('matter.createSample', 'FILE_UNWRITABLE', (world) => ({ target: { path: world.at('gone/s.matter') } })),
  it(
    'matter.open',
    'ok',
    closedMatter(() => {}),
  ),
  ...openFailures,
  it('matter.listOpen', 'ok', () => ({})),
  it('matter.listRecent', 'ok', () => ({})),
  it('matter.forgetRecent', 'ok', () => ({ recentId: gone })),
  it('matter.restore', 'ok', async (world) => ({
    backup: { path: await world.closed() },
    target: { path: world.at('restored.matter') },
  })),
  it('matter.restore', 'MATTER_EXISTS', async (world) => {
    const path = await world.closed();
    return { backup: { path }, target: { path } };
  }),
  it('matter.restore', 'MATTER_NOT_FOUND', (world) => ({
    backup: { path: world.at('gone.matter') },
    target: { path: world.at('restored.matter') },
  })),
  it('matter.restore', 'FILE_UNWRITABLE', async (world) => ({
    backup: { path: await world.closed() },
    target: { path: world.at('gone/restored.matter') },
  })),
  it('matter.close', 'ok', inMatter()),
  it('matter.close', 'MATTER_NOT_OPEN', () => ({ matterId: gone })),
  it('matter.lock', 'ok', inMatter()),
  it('matter.setPassphrase', 'ok', inMatter({ current: null, next: 'secret' })),
  it('matter.setPassphrase', 'MATTER_WRONG_PASSPHRASE', inMatter({ current: 'x', next: 'secret' })),
  it('matter.setPassphrase', 'MATTER_READ_ONLY', inReadOnly({ current: null, next: 'secret' })),
  it('matter.setPassphrase', 'MATTER_BUSY', async (world) => {
    // Many: one may be done before the question is put.
    for (let i = 0; i < 20; i += 1) await world.t.client['matter.verify']({ matterId: world.matterId });
    return { matterId: world.matterId, current: null, next: 'secret' };
  }),
  it('matter.get', 'ok', inMatter()),
  it('matter.update', 'ok', inMatter({ fields: { judge: 'Hon. B. Rothstein' } })),
  it('matter.update', 'MATTER_READ_ONLY', inReadOnly({ fields: { judge: 'x' } })),
  it(
    'matter.backup',
    'ok',
    inMatter((w) => ({ target: { path: w.at('backup.matter') } })),
  ),
  it(
    'matter.backup',
    'FILE_EXISTS',
    inMatter((w) => ({ target: { path: w.at(w.fileName) } })),
  ),
  it(
    'matter.backup',
    'FILE_UNWRITABLE',
    inMatter((w) => ({ target: { path: w.at('gone/b.matter') } })),
  ),
  it('matter.verify', 'ok', inMatter()),
];

const appCases: readonly Case[] = [
  it('filing.check', 'ok', (world) => ({ sources: [{ path: world.at('gone.pdf') }], court: 'wawd' })),
  it('filing.check', 'COURT_PROFILE_NOT_FOUND', (world) => ({
    sources: [{ path: world.at('gone.pdf') }],
    court: 'zzzz',
  })),
  it('filing.asFiled', 'ok', async (world) => {
    await writePdf(world.at('sent.pdf'), 'Motion');
    return { sent: { path: world.at('sent.pdf') }, returned: { path: world.at('sent.pdf') } };
  }),
  ...(
    [
      ['PDF_ENCRYPTED', makeLockedPdf('secret')],
      ['PDF_DAMAGED', '%PDF-1.7 torn'],
      ['PDF_NOT_A_PDF', 'Dear counsel'],
      ['PDF_NO_PAGES', pdfWithoutPages],
    ] as const
  ).map(([code, bytes]) =>
    it('filing.asFiled', code, async (world) => {
      await writePdf(world.at('sent.pdf'), 'Motion');
      writeFileSync(world.at('returned.pdf'), bytes);
      return { sent: { path: world.at('sent.pdf') }, returned: { path: world.at('returned.pdf') } };
    }),
  ),
  it('filing.asFiled', 'FILE_NOT_FOUND', (world) => ({
    sent: { path: world.at('gone.pdf') },
    returned: { path: world.at('gone.pdf') },
  })),
  it('settings.get', 'ok', () => ({})),
  it('settings.update', 'ok', () => ({ patch: { theme: 'dark' } })),
  it('settings.view.get', 'ok', inMatter({ view: 'docket' })),
  it('settings.view.set', 'ok', inMatter({ view: 'docket', state: { filter: 'x' } })),
  it('diagnostics.preview', 'ok', () => ({})),
  it('diagnostics.export', 'ok', (world) => ({ target: { path: world.at('d.zip') } })),
  it('diagnostics.export', 'FILE_EXISTS', (world) => ({ target: { path: world.at(world.fileName) } })),
  it('diagnostics.export', 'FILE_UNWRITABLE', (world) => ({ target: { path: world.at('gone/d.zip') } })),
];

/** One call each: what it is given and what it answers. */
export const cases: readonly Case[] = [
  ...docketCases,
  ...docketImportCases,
  ...docketDocumentCases,
  ...deadlineCases,
  ...troCases,
  ...argumentCases,
  ...authenticityCases,
  ...evidenceCases,
  ...recordingCases,
  ...noteCases,
  ...exhibitCases,
  ...exhibitJobCases,
  ...reviewCases,
  ...searchCases,
  ...citationCases,
  ...historyCases,
  ...jobsCases,
  ...matterCases,
  ...appCases,
];

/** Declared errors that need more than one call, and the test that shows them, by its path in the engine. */
export const shownElsewhere: Readonly<Partial<Record<ErrorCode, string>>> = {
  DISK_FULL: 'contract/faults.test.ts',
  MATTER_NOT_WRITABLE: 'matter/open.test.ts',
  DOCKET_SOURCE_ALTERED: 'docket/import/sources-kept.test.ts',
  EVIDENCE_ALTERED: 'evidence/evidence.test.ts',
  EVIDENCE_TOO_DEMANDING: 'jobs/worker-pool.test.ts',
  MATTER_BACKUP_FAILED: 'matter/care/care.test.ts',
  FILE_UNREADABLE: 'matter/open.test.ts',
  CANCELLED: 'search/search.test.ts',
  PDF_LIMIT_EXCEEDED: 'pdf/text/read-in-parts.test.ts',
  PDF_PAGE_UNREADABLE: 'pdf/reader/documents/image-document.test.ts',
};
