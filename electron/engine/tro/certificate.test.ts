import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noDetails } from '../../../shared/domain/tro/index.ts';
import type { JobContext } from '../handlers.ts';
import { createTestSession } from '../testing/temp-session.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';
import { writeCertificate } from './certificate.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await beginTest();
  ({ id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.'));
  await t.client['matter.update']({
    matterId,
    fields: {
      court: 'wawd',
      number: '2:26-cv-00031-ABC',
      judge: 'Ann B. Carter',
      timezone: 'America/Los_Angeles',
    },
  });
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const draft = (name: string) => t.runJob('tro.certificate', { matterId, target: { path: at(name) } });

async function textOf(name: string): Promise<string> {
  const pages = await t.client['pdf.text']({ source: { path: at(name) } });
  // Lines are broken where the paper is full.
  return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
}

async function logEfforts(count: number) {
  for (let i = 0; i < count; i += 1)
    await t.client['tro.notice.add']({
      matterId,
      notice: {
        who: 'Jane Roe, counsel for Northgate',
        how: 'telephone, 206-555-0100',
        at: `2026-01-11T09:${String(i % 60).padStart(2, '0')}`,
        by: 'David Vale',
        result: `She said that Northgate opposes, call ${i + 1}`,
        evidenceId: null,
      },
    });
}

async function signedBy() {
  await t.client['tro.update']({
    matterId,
    fields: {
      attorney: 'Dávid Vale',
      barNumber: 'WSBA 99999',
      firm: 'Vale & Sons PLLC',
      contact: '1 Harbor Way, Seattle\n206-555-0199',
      party: 'Fairwater LLC',
      reasonAgainstNotice: 'The data will be deleted at midnight.',
    },
  });
}

test('the log becomes numbered paragraphs with an oath, a signature block and the mark of a draft', async () => {
  await signedBy();
  await logEfforts(2);
  const written = await draft('c.pdf');
  expect(written).toMatchObject({ fileName: 'c.pdf', pages: 1 });
  expect(written.sha256).toBe(
    createHash('sha256')
      .update(readFileSync(at('c.pdf')))
      .digest('hex'),
  );
  const text = await textOf('c.pdf');
  for (const words of [
    'DRAFT — counsel must read, correct and sign',
    'United States District Court, Western District of Washington',
    'Fairwater LLC',
    'Northgate Hosting, Inc.',
    '2:26-cv-00031-ABC',
    'Sun, Jan 11, 2026, 9:00 AM PST',
    'telephone, 206-555-0100',
    'call 2',
    'The data will be deleted at midnight.',
    'penalty of perjury',
    'Dávid Vale',
    'Page 1 of 1',
  ])
    expect(text).toContain(words);
  expect(written.missing).toEqual([
    'Effort (a) has no document that proves it.',
    'Effort (b) has no document that proves it.',
    'The date, the place and the signature are left for counsel.',
  ]);
});

test('the same log gives the same bytes', async () => {
  await signedBy();
  await logEfforts(3);
  await draft('one.pdf');
  await draft('two.pdf');
  expect(readFileSync(at('one.pdf'))).toEqual(readFileSync(at('two.pdf')));
});

test('a long log goes on over pages, and what is not known is blank and told', async () => {
  await logEfforts(40);
  const { pages, missing } = await draft('long.pdf');
  expect(pages).toBeGreaterThan(2);
  expect(await textOf('long.pdf')).toContain('______');
  expect(missing).toEqual(
    expect.arrayContaining(['The attorney’s name is blank.', 'The party the attorney represents is blank.']),
  );
});

test('a motion that was served needs no reasons against notice', async () => {
  await t.client['tro.record']({
    matterId,
    event: {
      kind: 'motion_served',
      at: '2026-01-11T17:00',
      entryId: null,
      evidenceId: null,
      note: '',
      details: { ...noDetails, service: 'hand' },
    },
  });
  const { missing } = await draft('served.pdf');
  expect(missing.join(' ')).not.toContain('reasons');
  expect(await textOf('served.pdf')).toContain('served by hand on Sun, Jan 11, 2026, 5:00 PM PST');
});

test('no file is written over', async () => {
  await draft('there.pdf');
  const bytes = readFileSync(at('there.pdf'));
  await expect(draft('there.pdf')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(at('there.pdf'))).toEqual(bytes);
});

test('a cancelled draft leaves nothing', async () => {
  const { session, dispose } = createTestSession();
  const target = { path: at('gone.pdf') };
  const context = {
    session,
    platform: session.platform,
    signal: AbortSignal.abort(),
    progress() {},
    resolveFile: () => target.path,
  } as unknown as JobContext;
  await expect(writeCertificate({ target }, context)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(t.folder).filter((name) => name.includes('gone'))).toEqual([]);
  await dispose();
});
