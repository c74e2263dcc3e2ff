import { writeFileSync } from 'node:fs';
import { noDetails } from '../../../../shared/domain/tro/index.ts';
import type { TroEventDetails, TroEventKind } from '../../../../shared/model/tro.ts';
import { gone, inMatter, inReadOnly, it, type Case, type World } from './case.ts';

function event(kind: TroEventKind, at: string, details: Partial<TroEventDetails> = {}) {
  return { kind, at, entryId: null, evidenceId: null, note: '', details: { ...noDetails, ...details } };
}

const filed = event('motion_filed', '2021-01-11T17:00');
const served = event('motion_served', '2021-01-11T17:00', { service: 'hand' });
const item = { key: 'winter.harm', state: 'met', note: '', entryId: null, evidenceId: null };
const notice = {
  who: 'Jane Roe, counsel for Northgate',
  how: 'telephone',
  at: '2021-01-11T09:30',
  by: 'David Vale',
  result: 'no answer',
  evidenceId: null,
};

async function recordedId({ t, matterId }: World): Promise<string> {
  const { events } = await t.client['tro.record']({ matterId, event: filed });
  return events[0]!.id;
}

async function loggedId({ t, matterId }: World): Promise<string> {
  const { notices } = await t.client['tro.notice.add']({ matterId, notice });
  return notices[0]!.id;
}

const eventCases: readonly Case[] = [
  it('tro.get', 'ok', inMatter()),
  it('tro.update', 'ok', inMatter({ fields: { side: 'opponent' } })),
  it('tro.update', 'MATTER_READ_ONLY', inReadOnly({ fields: { side: 'opponent' } })),
  it('tro.record', 'ok', inMatter({ event: served })),
  it('tro.record', 'NOT_FOUND', inMatter({ event: { ...filed, entryId: gone } })),
  it('tro.record', 'TRO_EVENT_INCOMPLETE', inMatter({ event: event('granted', '2021-01-11') })),
  it(
    'tro.record',
    'INVALID_INPUT',
    inMatter({ event: event('denied', '2021-01-11', { expiresAt: '2021-01-25' }) }),
  ),
  it('tro.record', 'MATTER_READ_ONLY', inReadOnly({ event: filed })),
  it('tro.event.update', 'ok', async (w) => ({
    matterId: w.matterId,
    id: await recordedId(w),
    event: served,
  })),
  it('tro.event.update', 'NOT_FOUND', inMatter({ id: gone, event: served })),
  it('tro.event.update', 'TRO_EVENT_INCOMPLETE', async (w) => ({
    matterId: w.matterId,
    id: await recordedId(w),
    event: event('motion_served', '2021-01-11', { service: 'hand' }),
  })),
  it('tro.event.update', 'MATTER_READ_ONLY', inReadOnly({ id: gone, event: served })),
  it('tro.event.delete', 'ok', async (w) => ({ matterId: w.matterId, id: await recordedId(w) })),
  it('tro.event.delete', 'NOT_FOUND', inMatter({ id: gone })),
  it('tro.event.delete', 'MATTER_READ_ONLY', inReadOnly({ id: gone })),
];

const paperCases: readonly Case[] = [
  it('tro.check', 'ok', inMatter({ item })),
  it('tro.check', 'NOT_FOUND', inMatter({ item: { ...item, key: 'no.such.line' } })),
  it('tro.check', 'NOT_FOUND', inMatter({ item: { ...item, evidenceId: gone } })),
  it('tro.check', 'MATTER_READ_ONLY', inReadOnly({ item })),
  it('tro.notice.add', 'ok', inMatter({ notice })),
  it('tro.notice.add', 'NOT_FOUND', inMatter({ notice: { ...notice, evidenceId: gone } })),
  it('tro.notice.add', 'MATTER_READ_ONLY', inReadOnly({ notice })),
  it('tro.notice.update', 'ok', async (w) => ({ matterId: w.matterId, id: await loggedId(w), notice })),
  it('tro.notice.update', 'NOT_FOUND', inMatter({ id: gone, notice })),
  it('tro.notice.update', 'MATTER_READ_ONLY', inReadOnly({ id: gone, notice })),
  it('tro.notice.delete', 'ok', async (w) => ({ matterId: w.matterId, id: await loggedId(w) })),
  it('tro.notice.delete', 'NOT_FOUND', inMatter({ id: gone })),
  it('tro.notice.delete', 'MATTER_READ_ONLY', inReadOnly({ id: gone })),
  it(
    'tro.certificate',
    'ok',
    inMatter((w) => ({ target: { path: w.at('certificate.pdf') } })),
  ),
  it('tro.certificate', 'FILE_EXISTS', (w) => {
    const path = w.at('there.pdf');
    writeFileSync(path, 'x');
    return { matterId: w.matterId, target: { path } };
  }),
  it(
    'tro.certificate',
    'FILE_UNWRITABLE',
    inMatter((w) => ({ target: { path: w.at('no-such-folder/certificate.pdf') } })),
  ),
];

/** What the TRO desk answers. */
export const troCases: readonly Case[] = [...eventCases, ...paperCases];
