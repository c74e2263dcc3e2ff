import type { Database } from 'better-sqlite3';
import type { ReviewCopy } from '../../../../shared/model/review.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { gone, inMatter, inReadOnly, it, plantItem, type Case, type World } from './case.ts';

const codes = {
  isResponsive: true,
  relevance: 3,
  privilege: 'none',
  privilegeNote: '',
  issueIds: [],
} as const;
const decision = { isResponsive: true, relevance: 3 };
const passphrase = 'thirty days';

/** An item to decide about, with what else the call needs. */
const onItem = (more: (id: string, world: World) => object) => async (world: World) => {
  const id = await plantItem(world, 'text', 'Notice of suspension');
  return { matterId: world.matterId, ...more(id, world) };
};
const onItemReadOnly = (more: (id: string, world: World) => object) => async (world: World) => {
  const input = await onItem(more)(world);
  await world.readOnly();
  return input;
};

const copyOf = (id: string, target: string) => ({
  ids: [id],
  target: { path: target },
  name: 'For B. Lindqvist',
  passphrase,
  mode: 'comment',
});

/** Makes a review copy; returns its path. */
async function makeCopy(world: World): Promise<string> {
  const id = await plantItem(world, 'text', 'Notice of suspension');
  const path = world.at('copy.matter');
  await world.t.runJob('review.copy.export', { matterId: world.matterId, ...copyOf(id, path) } as never);
  return path;
}

/** An encrypted matter that is no copy, with something done to its file. */
const onOther =
  (change: (db: Database) => void, more: object = {}) =>
  async ({ t, matterId, at }: World) => {
    const other = await t.createMatter('Another matter', passphrase);
    await t.client['matter.close']({ matterId: other.id });
    const path = at(other.fileName);
    withMatterFile(path, change, passphrase);
    return { matterId, source: { path }, passphrase, ...more };
  };

/** A note that was deleted here and changed in a copy. */
async function conflict(world: World): Promise<object> {
  const id = await plantItem(world, 'text', 'Notice of suspension');
  const path = await world.closed();
  const note = {
    id: 'n',
    evidenceId: id,
    kind: 'note',
    anchor: { page: null, quote: '', prefix: '', suffix: '', rects: [], atMs: null },
    text: 'late?',
    color: 'red',
    tagIds: [],
    isWorkProduct: false,
    author: { name: '', role: '', barNumber: '' },
    createdAt: '2021-01-11T00:00:00.000Z',
    updatedAt: '2021-01-11T00:00:00.000Z',
  };
  withMatterFile(path, (db) => {
    const mode: ReviewCopy['mode'] = 'comment';
    db.prepare(`INSERT INTO review_copy VALUES ('c', 'x', ?, '2021-01-11T00:00:00.000Z', ?, 1, NULL, 0)`).run(
      mode,
      JSON.stringify(note.author),
    );
    db.prepare(`INSERT INTO note_conflict VALUES ('c n', 'c', 'n', ?, ?, '')`).run(id, JSON.stringify(note));
  });
  await world.t.client['matter.open']({ source: { path } });
  return { matterId: world.matterId, noteId: 'n', copyId: 'c', keep: 'theirs' };
}

const codingCases: readonly Case[] = [
  it('review.queues', 'ok', inMatter()),
  it('review.preview', 'ok', inMatter({ ids: [gone], decision })),
  it(
    'review.code',
    'ok',
    onItem((id) => ({ ids: [id], decision })),
  ),
  it('review.code', 'NOT_FOUND', inMatter({ ids: [gone], decision })),
  it('review.code', 'MATTER_READ_ONLY', inReadOnly({ ids: [gone], decision })),
  it(
    'review.codings',
    'ok',
    onItem((evidenceId) => ({ evidenceId })),
  ),
  it('review.codings', 'NOT_FOUND', inMatter({ evidenceId: gone })),
  it('review.conflicts', 'ok', inMatter()),
  it(
    'review.settleCoding',
    'ok',
    onItem((evidenceId) => ({ evidenceId, codes })),
  ),
  it('review.settleCoding', 'NOT_FOUND', inMatter({ evidenceId: gone, codes })),
  it(
    'review.settleCoding',
    'NOT_FOUND',
    onItem((evidenceId) => ({ evidenceId, codes: { ...codes, issueIds: [gone] } })),
  ),
  it('review.settleCoding', 'MATTER_READ_ONLY', inReadOnly({ evidenceId: gone, codes })),
  it('review.settleNote', 'ok', conflict),
  it('review.settleNote', 'NOT_FOUND', inMatter({ noteId: gone, copyId: gone, keep: 'ours' })),
  it('review.settleNote', 'MATTER_READ_ONLY', inReadOnly({ noteId: gone, copyId: gone, keep: 'ours' })),
];

const logCases: readonly Case[] = [
  it(
    'review.privilegeLog',
    'ok',
    inMatter((w) => ({ form: 'docx', target: { path: w.at('log.docx') } })),
  ),
  it(
    'review.privilegeLog',
    'FILE_EXISTS',
    inMatter((w) => ({ form: 'csv', target: { path: w.at(w.fileName) } })),
  ),
  it(
    'review.privilegeLog',
    'FILE_UNWRITABLE',
    inMatter((w) => ({ form: 'csv', target: { path: w.at('gone/log.csv') } })),
  ),
];

const copyCases: readonly Case[] = [
  it('review.copy.list', 'ok', inMatter()),
  it(
    'review.copy.export',
    'ok',
    onItem((id, w) => copyOf(id, w.at('copy.matter'))),
  ),
  it(
    'review.copy.export',
    'NOT_FOUND',
    inMatter((w) => copyOf(gone, w.at('copy.matter'))),
  ),
  it(
    'review.copy.export',
    'FILE_EXISTS',
    inMatter((w) => copyOf(gone, w.at(w.fileName))),
  ),
  it(
    'review.copy.export',
    'FILE_UNWRITABLE',
    inMatter((w) => copyOf(gone, w.at('gone/copy.matter'))),
  ),
  it(
    'review.copy.export',
    'MATTER_READ_ONLY',
    onItemReadOnly((id, w) => copyOf(id, w.at('copy.matter'))),
  ),
  it('review.copy.merge', 'ok', async (world) => ({
    source: { path: await makeCopy(world) },
    matterId: world.matterId,
    passphrase,
  })),
  it(
    'review.copy.merge',
    'REVIEW_COPY_FOREIGN',
    onOther(() => {}),
  ),
  it(
    'review.copy.merge',
    'REVIEW_COPY_DAMAGED',
    onOther((db) => void db.exec('DROP TABLE note_tag')),
  ),
  it(
    'review.copy.merge',
    'MATTER_WRONG_PASSPHRASE',
    onOther(() => {}, { passphrase: 'x' }),
  ),
  it(
    'review.copy.merge',
    'MATTER_NEWER_THAN_APP',
    onOther((db) => void db.pragma('user_version = 990')),
  ),
  it(
    'review.copy.merge',
    'MATTER_NEEDS_UPDATE',
    onOther((db) => void db.pragma('user_version = 50')),
  ),
  it(
    'review.copy.merge',
    'FILE_NOT_FOUND',
    inMatter((w) => ({ source: { path: w.at('gone.matter') }, passphrase })),
  ),
  it(
    'review.copy.merge',
    'MATTER_READ_ONLY',
    inReadOnly((w) => ({ source: { path: w.at('gone.matter') }, passphrase })),
  ),
  // What a copy is for decides what can be done in it.
  it('evidence.archive', 'REVIEW_COPY_ONLY', async (world) => {
    const source = { path: await makeCopy(world) };
    const { id } = await world.t.client['matter.open']({ source, passphrase });
    return { matterId: id, ids: [gone], isArchived: true };
  }),
];

/** Coding, its conflicts, the privilege log, and copies that go out and come back. */
export const reviewCases: readonly Case[] = [...codingCases, ...logCases, ...copyCases];
