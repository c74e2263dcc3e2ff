import { formatNumber } from '../../../shared/domain/amounts.ts';
import { piecesOf } from '../../../shared/domain/argument/quoted-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Bearing, Fact, FactFields, PinCiteFields } from '../../../shared/model/argument.ts';
import type { FactId, PinCiteId } from '../../../shared/model/common.ts';
import type { CommandContext } from '../handlers.ts';
import { canStand, getAnchoredItem } from '../notes/index.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { readFacts } from './read-argument.ts';

/** What is changed about a fact; what is left out stays as it is. */
type FactChanges = { readonly [K in keyof FactFields]?: FactFields[K] | undefined };

/**
 * Adds a fact with the places that show it.
 * @throws AppError NOT_FOUND for an element or an item; PIN_CITE_INVALID
 */
export function addFact(
  fields: FactFields,
  pinCites: readonly PinCiteFields[],
  { session, platform, person, describe }: CommandContext,
): Fact {
  describe('add a fact');
  const id = platform.newId() as FactId;
  const now = platform.now();
  session.run(
    sql.insertInto('fact').values({
      id,
      ...rowOf(fields),
      author: JSON.stringify(person),
      created_at: now,
      updated_at: now,
    }),
  );
  setBearings(session, id, fields.bearings);
  for (const pinCite of pinCites) insertCite(session, platform.newId() as PinCiteId, id, pinCite, now);
  return getFact(session, id);
}

/** The places that are to show a fact from now on, besides those that do, and those that no longer are to. */
interface PinCiteChanges {
  readonly addedPinCites: readonly PinCiteFields[];
  readonly removedPinCiteIds: readonly PinCiteId[];
}

/** @throws AppError NOT_FOUND for the fact, an element, an item or a pin cite of that fact; PIN_CITE_INVALID */
export function updateFact(
  id: FactId,
  { bearings, ...fields }: FactChanges,
  { addedPinCites, removedPinCiteIds }: PinCiteChanges,
  { session, platform, describe }: CommandContext,
): Fact {
  const fact = getFact(session, id);
  describe('change a fact');
  const now = platform.now();
  const row = { ...rowOf({ ...fact, ...withoutUndefined(fields) }), updated_at: now };
  session.run(sql.updateTable('fact').set(row).where('id', '=', id));
  if (bearings) setBearings(session, id, bearings);
  for (const pinCite of addedPinCites) insertCite(session, platform.newId() as PinCiteId, id, pinCite, now);
  if (removedPinCiteIds.some((removed) => !fact.pinCites.some((known) => known.id === removed)))
    throw new AppError('NOT_FOUND', { what: 'pin cite of that fact' });
  session.run(sql.deleteFrom('pin_cite').where('id', 'in', removedPinCiteIds));
  return getFact(session, id);
}

function rowOf({ text, date, dispute, allegation, note }: Omit<FactFields, 'bearings'>) {
  return { text, date: date && JSON.stringify(date), dispute, allegation, note };
}

/** @throws AppError NOT_FOUND */
export function removeFacts(ids: readonly FactId[], { session, describe }: CommandContext): null {
  const { known } = session.one(
    sql
      .selectFrom('fact')
      .select(({ fn }) => fn.countAll<number>().as('known'))
      .where('id', 'in', ids),
  );
  if (known < new Set(ids).size) throw new AppError('NOT_FOUND', { what: 'fact' });
  describe(ids.length === 1 ? 'delete a fact' : `delete ${formatNumber(ids.length)} facts`);
  // What hangs on them first: the change log sees each row before that of its fact.
  session.run(sql.deleteFrom('bearing').where('fact_id', 'in', ids));
  session.run(sql.deleteFrom('pin_cite').where('fact_id', 'in', ids));
  session.run(sql.deleteFrom('fact').where('id', 'in', ids));
  return null;
}

/** @throws AppError NOT_FOUND for the fact or the item; PIN_CITE_INVALID */
export function addPinCite(
  factId: FactId,
  pinCite: PinCiteFields,
  { session, platform, describe }: CommandContext,
): Fact {
  getFact(session, factId);
  describe(`cite “${getAnchoredItem(session, pinCite.evidenceId).title}” for a fact`);
  insertCite(session, platform.newId() as PinCiteId, factId, pinCite, platform.now());
  return getFact(session, factId);
}

/** @throws AppError NOT_FOUND */
export function removePinCite(id: PinCiteId, { session, describe }: CommandContext): Fact {
  const row = session.get(sql.selectFrom('pin_cite').select(['fact_id', 'evidence_id']).where('id', '=', id));
  if (!row) throw new AppError('NOT_FOUND', { what: 'pin cite' });
  describe(`take “${getAnchoredItem(session, row.evidence_id).title}” off a fact`);
  session.run(sql.deleteFrom('pin_cite').where('id', '=', id));
  return getFact(session, row.fact_id);
}

function insertCite(
  session: MatterSession,
  id: PinCiteId,
  factId: FactId,
  { evidenceId, anchor, paragraph }: PinCiteFields,
  now: string,
): void {
  const item = getAnchoredItem(session, evidenceId);
  // What has no letters could be found nowhere.
  const quote = piecesOf(anchor.quote).length === 0 ? '' : anchor.quote.trim();
  const isOfMoment = anchor.atMs !== null;
  // A note at a moment marks no words; a cite may say which are said there.
  const marked = isOfMoment ? '' : quote;
  const kind = marked === '' ? 'note' : 'highlight';
  if (!canStand(item, kind, { ...anchor, quote: marked, rects: [] })) throw new AppError('PIN_CITE_INVALID');
  session.run(
    sql.insertInto('pin_cite').values({
      id,
      fact_id: factId,
      evidence_id: evidenceId,
      page: anchor.page,
      at_ms: anchor.atMs,
      quote,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      paragraph,
      created_at: now,
    }),
  );
}

/** Makes a fact bear on these elements and no others; of an element named twice the last side holds. */
function setBearings(session: MatterSession, factId: FactId, bearings: readonly Bearing[]): void {
  const wanted = new Map(bearings.map(({ elementId, side }) => [elementId, side]));
  for (const elementId of wanted.keys())
    if (!session.get(sql.selectFrom('element').select('id').where('id', '=', elementId)))
      throw new AppError('NOT_FOUND', { what: 'element' });
  session.run(
    sql
      .deleteFrom('bearing')
      .where('fact_id', '=', factId)
      .where('element_id', 'not in', [...wanted.keys()]),
  );
  for (const [elementId, side] of wanted)
    session.run(
      sql
        .insertInto('bearing')
        .values({ id: `${factId} ${elementId}`, fact_id: factId, element_id: elementId, side })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ side })),
    );
}

/** @throws AppError NOT_FOUND */
function getFact(session: MatterSession, id: FactId): Fact {
  const [fact] = readFacts(session, [id]);
  if (!fact) throw new AppError('NOT_FOUND', { what: 'fact' });
  return fact;
}
