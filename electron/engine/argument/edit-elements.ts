import { AppError } from '../../../shared/errors/app-error.ts';
import type { Element, ElementFields } from '../../../shared/model/argument.ts';
import type { ElementId } from '../../../shared/model/common.ts';
import type { CommandContext } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { listElements } from './read-argument.ts';

/** Adds elements at the end, or at the end of their claim where it is known. @returns those that were added */
export function addElements(
  elements: readonly ElementFields[],
  { session, platform, describe }: CommandContext,
): Element[] {
  const [first] = elements;
  describe(elements.length === 1 ? `add the element “${first!.name}”` : `add ${elements.length} elements`);
  const { last } = session.one(
    sql.selectFrom('element').select(({ fn }) => fn.max('position').as('last')),
  ) as { last: number | null };
  const added = elements.map((fields) => ({ id: platform.newId() as ElementId, ...fields }));
  for (const [at, fields] of added.entries())
    session.run(
      sql
        .insertInto('element')
        .values({ ...fields, position: (last ?? 0) + at + 1, created_at: platform.now() }),
    );
  return added;
}

/** @throws AppError NOT_FOUND */
export function updateElement(
  id: ElementId,
  fields: ElementFields,
  { session, describe }: CommandContext,
): Element {
  describe(`change the element “${getElement(session, id).name}”`);
  session.run(sql.updateTable('element').set(fields).where('id', '=', id));
  return { id, ...fields };
}

/** The facts that bear on it stay. @throws AppError NOT_FOUND */
export function removeElement(id: ElementId, { session, describe }: CommandContext): null {
  describe(`delete the element “${getElement(session, id).name}”`);
  session.run(sql.deleteFrom('bearing').where('element_id', '=', id));
  session.run(sql.deleteFrom('element').where('id', '=', id));
  return null;
}

/**
 * Puts an element before another one, or last; it stays with its claim.
 *
 * @returns all elements in their new order
 * @throws AppError NOT_FOUND for either
 */
export function moveElement(
  id: ElementId,
  beforeId: ElementId | null,
  { session, describe }: CommandContext,
): Element[] {
  const moved = getElement(session, id);
  describe(`move the element “${moved.name}”`);
  if (beforeId !== null && getElement(session, beforeId).claim !== moved.claim)
    throw new AppError('NOT_FOUND', { what: 'element of that claim' });
  const others = listElements(session).filter((element) => element.id !== id);
  const at = beforeId === null ? others.length : others.findIndex((element) => element.id === beforeId);
  const order = others.toSpliced(beforeId === id ? others.length : at, 0, moved);
  for (const [position, element] of order.entries())
    session.run(
      sql
        .updateTable('element')
        .set({ position })
        .where('id', '=', element.id)
        .where('position', '<>', position),
    );
  return listElements(session);
}

/** @throws AppError NOT_FOUND */
function getElement(session: MatterSession, id: ElementId): Element {
  const element = listElements(session).find((one) => one.id === id);
  if (!element) throw new AppError('NOT_FOUND', { what: 'element' });
  return element;
}
