import { gone, inMatter, inReadOnly, it, type Case } from './case.ts';

export const docketCases: readonly Case[] = [
  it('docket.list', 'ok', inMatter({ filter: 'complaint', sort: 'filedOn' })),
  it('docket.add', 'ok', inMatter({ entries: [{ number: 2, text: 'MOTION' }] })),
  it('docket.add', 'DOCKET_NUMBER_TAKEN', inMatter({ entries: [{ number: 1, text: 'x' }] })),
  it(
    'docket.add',
    'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
    inMatter({ entries: [{ number: 9, attachment: 1, text: 'x' }] }),
  ),
  it('docket.add', 'NOT_FOUND', inMatter({ entries: [{ text: 'x', evidenceId: gone }] })),
  it('docket.add', 'MATTER_READ_ONLY', inReadOnly({ entries: [{ text: 'x' }] })),
  it('docket.add', 'MATTER_NOT_OPEN', () => ({ matterId: gone, entries: [{ text: 'x' }] })),
  it(
    'docket.update',
    'ok',
    inMatter((w) => ({ id: w.entryIds[0], fields: { text: 'y' } })),
  ),
  it('docket.update', 'NOT_FOUND', inMatter({ id: gone, fields: { text: 'y' } })),
  it(
    'docket.update',
    'DOCKET_NUMBER_TAKEN',
    inMatter((w) => ({ id: w.entryIds[1], fields: { attachment: null } })),
  ),
  it(
    'docket.update',
    'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
    inMatter((w) => ({ id: w.entryIds[1], fields: { number: 9 } })),
  ),
  it(
    'docket.update',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ id: w.entryIds[0], fields: {} })),
  ),
  it(
    'docket.delete',
    'ok',
    inMatter((w) => ({ ids: [w.entryIds[0]] })),
  ),
  it('docket.delete', 'NOT_FOUND', inMatter({ ids: [gone] })),
  it(
    'docket.delete',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ ids: [w.entryIds[0]] })),
  ),
  it(
    'docket.link',
    'ok',
    inMatter((w) => ({ id: w.entryIds[0], evidenceId: null })),
  ),
  it(
    'docket.link',
    'NOT_FOUND',
    inMatter((w) => ({ id: w.entryIds[0], evidenceId: gone })),
  ),
  it(
    'docket.link',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ id: w.entryIds[0], evidenceId: null })),
  ),
];
