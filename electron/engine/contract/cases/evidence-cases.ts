import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { OperationName } from '../../../../shared/contract/api.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { makePng } from '../../testing/images.ts';
import { makeMail } from '../../testing/mail-and-archives.ts';
import { makeRawZip } from '../../testing/files/zip-files.ts';
import { pdfOf } from '../../pdf/objects/testing.ts';
import { makeLockedPdf, makePdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import { gone, inMatter, inReadOnly, it, plantItem, type Case, type World } from './case.ts';

const text = 'The servers of Northgate Hosting went dark at midnight.';

/** An item, with what else the call needs. */
const onItem =
  (more: object = {}, kind: EvidenceKind = 'text', bytes: Uint8Array | string = text) =>
  async (world: World) => ({
    matterId: world.matterId,
    id: await plantItem(world, kind, bytes),
    ...more,
  });
/** The same where many can be given. */
const onItems =
  (more: (world: World) => object = () => ({}), kind?: EvidenceKind, bytes?: Uint8Array) =>
  async (world: World) => {
    const { id, matterId } = await onItem({}, kind, bytes)(world);
    return { matterId, ids: [id], ...more(world) };
  };

/** An operation on what is not there, and in a matter opened to read only. */
const refusals = (
  operation: OperationName,
  input: object,
  codes: readonly ('NOT_FOUND' | 'MATTER_READ_ONLY')[] = ['NOT_FOUND', 'MATTER_READ_ONLY'],
): Case[] =>
  codes.map((code) =>
    it(
      operation,
      code,
      (code === 'NOT_FOUND' ? inMatter : inReadOnly)(() => input),
    ),
  );
const reads = (operation: OperationName): Case[] => [
  it(operation, 'ok', onItem()),
  ...refusals(operation, { id: gone }, ['NOT_FOUND']),
];

/** An intake one of whose files was not there. */
async function failedIntake({ t, matterId, at }: World): Promise<object> {
  const sources = [{ path: at('gone.txt') }];
  const { jobId } = await t.client['evidence.add']({ matterId, sources });
  await t.waitForJob(matterId, jobId);
  const [intake] = await t.client['evidence.intake.list']({ matterId });
  return { matterId, intakeId: intake!.id };
}

/** An intake that is still at work. */
async function runningIntake({ t, matterId, at }: World): Promise<object> {
  mkdirSync(at('many'));
  for (let i = 0; i < 60; i++) writeFileSync(at(`many/${i}.txt`), `${text} ${i}`);
  const asked = { matterId, sources: [{ path: at('many') }], isRecursive: true };
  await t.client['evidence.add'](asked);
  for (;;) {
    const [intake] = await t.client['evidence.intake.list']({ matterId });
    if (intake) return { matterId, intakeId: intake.id };
    await new Promise(setImmediate);
  }
}

const intakeCases: readonly Case[] = [
  it('evidence.add', 'ok', (world) => {
    writeFileSync(world.at('a.txt'), text);
    return { matterId: world.matterId, sources: [{ path: world.at('a.txt') }] };
  }),
  ...refusals('evidence.add', { sources: [{ path: '/gone' }] }, ['MATTER_READ_ONLY']),
  it('evidence.intake.list', 'ok', inMatter()),
  it('evidence.intake.pause', 'ok', runningIntake),
  ...refusals('evidence.intake.pause', { intakeId: gone }),
  ...(['evidence.intake.resume', 'evidence.intake.retry', 'evidence.intake.dismiss'] as const).flatMap(
    (operation) => [
      it(operation, 'ok', failedIntake),
      it(operation, 'EVIDENCE_INTAKE_RUNNING', runningIntake),
      ...refusals(operation, { intakeId: gone }),
    ],
  ),
];

const toRedact = async (
  world: World,
  wishes: object,
  kind: EvidenceKind = 'pdf',
  bytes?: Uint8Array | string,
) => ({
  ...(await onItem(wishes, kind, bytes ?? (await makePdf([{ text }])))(world)),
  target: { path: world.at('copy.pdf') },
});
/** A PDF that says nothing but a remark of its layer, which comes along. */
const layerRemarked = (remark: string) =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</Order[5 0 R]>>>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Properties<</L 5 0 R>>>>>>',
    '<</Length 15>>\nstream\n/OC /L BDC EMC \nendstream',
    `<</Type/OCG/Name(Notes)/Remark(${remark})>>`,
  ]);
const password = { password: 'open sesame', isKept: true };
const sha256 = createHash('sha256').update(text).digest('hex');
const hashList = (list: string) => (world: World) => {
  writeFileSync(world.at('list.txt'), list);
  return { matterId: world.matterId, source: { path: world.at('list.txt') } };
};
const originalCases: readonly Case[] = [
  it('evidence.unlock', 'ok', onItem(password, 'pdf', makeLockedPdf('open sesame'))),
  it('evidence.unlock', 'EVIDENCE_WRONG_PASSWORD', onItem(password, 'pdf', makeLockedPdf('other'))),
  it('evidence.unlock', 'EVIDENCE_NOT_LOCKED', onItem(password)),
  it(
    'evidence.unlock',
    'EVIDENCE_UNLOCK_UNSUPPORTED',
    onItem(password, 'zip', makeRawZip([{ name: 'locked', content: 'two', flags: 1 }])),
  ),
  ...refusals('evidence.unlock', { id: gone, ...password }),
  it('evidence.checkRedactions', 'ok', inMatter()),
  ...refusals('evidence.checkRedactions', { ids: [gone] }, ['NOT_FOUND']),
  it('evidence.redact', 'ok', (world) => toRedact(world, { terms: ['dark'] })),
  it('evidence.redact', 'INVALID_INPUT', (world) => toRedact(world, {})),
  it('evidence.redact', 'REDACTION_NOT_PROVEN', (world) =>
    toRedact(world, { terms: ['sealed'] }, 'pdf', layerRemarked('For the sealed copy')),
  ),
  it('evidence.redact', 'FILE_EXISTS', async (world) => ({
    ...(await toRedact(world, { terms: ['dark'] })),
    target: { path: world.at(world.fileName) },
  })),
  it('evidence.redact', 'FILE_UNWRITABLE', async (world) => ({
    ...(await toRedact(world, { terms: ['dark'] })),
    target: { path: world.at(`${world.fileName}/copy.pdf`) },
  })),
  it('evidence.redact', 'PDF_PAGE_NOT_FOUND', async (world) => {
    const asked = await toRedact(world, { hasMarks: true });
    await world.t.client['notes.markForRedaction']({
      matterId: world.matterId,
      evidenceId: asked.id,
      places: [{ anchor: { page: 9, rects: [{ x: 0, y: 0, width: 9, height: 9 }] }, text: '' }],
    });
    return asked;
  }),
  ...(
    [
      ['PDF_DAMAGED', 'pdf', '%PDF-1.7 torn'],
      ['PDF_ENCRYPTED', 'pdf', makeLockedPdf('open sesame')],
      ['PDF_NO_PAGES', 'pdf', pdfWithoutPages],
      ['PDF_NOT_A_PDF', 'pdf', 'words'],
      ['EVIDENCE_DAMAGED', 'png', 'no picture'],
    ] as const
  ).flatMap(([code, kind, bytes]) => [
    it('evidence.redact', code, (world) => toRedact(world, { terms: ['dark'] }, kind, bytes)),
    it('evidence.proposeRedactions', code, onItem({ terms: ['dark'] }, kind, bytes)),
  ]),
  it(
    'evidence.redact',
    'NOT_FOUND',
    inMatter(({ at }) => ({ id: gone, target: { path: at('copy.pdf') }, terms: ['dark'] })),
  ),
  it('evidence.proposeRedactions', 'ok', async (world) =>
    onItem({ terms: ['dark'] }, 'pdf', await makePdf([{ text }]))(world),
  ),
  it('evidence.proposeRedactions', 'INVALID_INPUT', onItem({})),
  ...refusals('evidence.proposeRedactions', { id: gone, terms: ['dark'] }, ['NOT_FOUND']),
  it('evidence.verify', 'ok', inMatter()),
  ...refusals('evidence.verify', { ids: [gone] }),
  it('evidence.matchHashes', 'ok', hashList(`${sha256}  a.txt\n`)),
  it('evidence.matchHashes', 'EVIDENCE_HASH_LIST_UNREADABLE', hashList('Dear counsel')),
  it(
    'evidence.export',
    'ok',
    onItems(({ at }) => ({ target: { path: at('export') } })),
  ),
  it(
    'evidence.export',
    'ok',
    onItems(({ at }) => ({ target: { path: at('export') }, form: 'both' }), 'png', makePng(20, 20)),
  ),
  it(
    'evidence.export',
    'EVIDENCE_NOT_RENDERED',
    onItems(({ at }) => ({ target: { path: at('export') }, form: 'rendition' }), 'jpeg'),
  ),
  it(
    'evidence.export',
    'NOT_FOUND',
    inMatter(({ at }) => ({ ids: [gone], target: { path: at('export') } })),
  ),
  it('evidence.export', 'MATTER_READ_ONLY', async (world) => {
    const { id, matterId } = await onItem()(world);
    await world.readOnly();
    return { matterId, ids: [id], target: { path: world.at('export') } };
  }),
  it(
    'evidence.export',
    'FILE_UNWRITABLE',
    onItems(({ at, fileName }) => ({ target: { path: at(`${fileName}/export`) } })),
  ),
];

const search = { filter: { words: 'call' }, sort: 'title', grouping: 'kind' };
const listCases: readonly Case[] = [
  it('evidence.list', 'ok', inMatter()),
  it(
    'evidence.find',
    'ok',
    inMatter(() => search),
  ),
  it('evidence.rows', 'ok', onItems()),
  it('evidence.labels', 'ok', inMatter()),
  it('evidence.facets', 'ok', inMatter()),
  it('evidence.summary', 'ok', onItems()),
  it('evidence.byLetters', 'ok', inMatter({ ...search, letters: 'ca', after: null })),
  ...reads('evidence.get'),
  ...reads('evidence.related'),
];

const tag = { name: 'Hot', kind: 'tag', color: 'red' } as const;
const tagged = (more: object) => async (world: World) => {
  const matterId = world.matterId;
  const { id } = await world.t.client['evidence.tag.add']({ matterId, fields: tag });
  return { matterId, id, ...more };
};
const descriptionCases: readonly Case[] = [
  it(
    'evidence.update',
    'ok',
    onItems(() => ({ fields: { title: 'Outage', relevance: 3 } })),
  ),
  ...refusals('evidence.update', { ids: [gone], fields: { title: 'x' } }),
  it(
    'evidence.archive',
    'ok',
    onItems(() => ({ isArchived: true })),
  ),
  ...refusals('evidence.archive', { ids: [gone], isArchived: true }),
  it('evidence.tag.list', 'ok', inMatter()),
  it('evidence.tag.add', 'ok', inMatter({ fields: tag })),
  it('evidence.tag.add', 'EVIDENCE_TAG_EXISTS', async (world) => {
    const { matterId } = await tagged({})(world);
    return { matterId, fields: { ...tag, name: 'hot' } };
  }),
  ...refusals('evidence.tag.add', { fields: tag }, ['MATTER_READ_ONLY']),
  it('evidence.tag.update', 'ok', tagged({ fields: { name: 'Cold', color: 'blue' } })),
  it('evidence.tag.update', 'EVIDENCE_TAG_EXISTS', async (world) => {
    const input = await tagged({ fields: { name: 'cold' } })(world);
    await world.t.client['evidence.tag.add']({ matterId: input.matterId, fields: { ...tag, name: 'Cold' } });
    return input;
  }),
  ...refusals('evidence.tag.update', { id: gone, fields: { name: 'x' } }),
  it('evidence.tag.delete', 'ok', tagged({})),
  ...refusals('evidence.tag.delete', { id: gone }),
  it('evidence.tag.assign', 'ok', async (world) => {
    const item = await onItems()(world);
    const { id } = await tagged({})(world);
    return { ...item, add: [id] };
  }),
  ...refusals('evidence.tag.assign', { ids: [gone], add: [] }),
];

const loadFile = 'BEGBATES,CUSTODIAN\nNH0001,R. Roe\n';
const emptyPlan = createHash('sha256').update('').digest('hex');
const overlayCases: readonly Case[] = [
  it('evidence.overlay.plan', 'ok', onItem({}, 'csv', loadFile)),
  it('evidence.overlay.plan', 'EVIDENCE_NOT_A_LOAD_FILE', onItem()),
  ...refusals('evidence.overlay.plan', { id: gone }, ['NOT_FOUND']),
  it('evidence.overlay.apply', 'ok', async (world) => {
    const input = await onItem({}, 'csv', loadFile)(world);
    const { planHash } = await world.t.runJob('evidence.overlay.plan', input as never);
    return { ...input, planHash };
  }),
  it('evidence.overlay.apply', 'EVIDENCE_NOT_A_LOAD_FILE', onItem({ planHash: emptyPlan })),
  it('evidence.overlay.apply', 'EVIDENCE_OVERLAY_CHANGED', onItem({ planHash: emptyPlan }, 'csv', loadFile)),
  ...refusals('evidence.overlay.apply', { id: gone, planHash: emptyPlan }),
];

const png = makePng(20, 20);
const contentCases: readonly Case[] = [
  it('evidence.readText', 'ok', async (world) => {
    const { matterId } = await onItem()(world);
    return { matterId };
  }),
  ...refusals('evidence.readText', {}, ['MATTER_READ_ONLY']),
  it('evidence.ocr', 'ok', onItems()),
  ...refusals('evidence.ocr', { ids: [gone] }),
  ...reads('evidence.text'),
  ...reads('evidence.recognised'),
  it('evidence.mail', 'ok', onItem({}, 'eml', makeMail('Outage'))),
  it('evidence.mail', 'EVIDENCE_NOT_MAIL', onItem()),
  it('evidence.mail', 'EVIDENCE_DAMAGED', onItem({}, 'msg', text)),
  ...refusals('evidence.mail', { id: gone }, ['NOT_FOUND']),
  it(
    'evidence.render',
    'ok',
    onItems(() => ({}), 'png', png),
  ),
  ...refusals('evidence.render', { ids: [gone] }),
];

/** Files taken in, listed, described, read and handed out. Transcripts and notes stand in recording-cases.ts. */
export const evidenceCases: readonly Case[] = [
  ...intakeCases,
  ...originalCases,
  ...listCases,
  ...descriptionCases,
  ...overlayCases,
  ...contentCases,
];
