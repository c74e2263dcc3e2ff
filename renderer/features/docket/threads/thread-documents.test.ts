import { expect, test } from 'vitest';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { threadDocuments } from './thread-documents.ts';

const entry = (id: string, parentId: string | null = null, evidenceId: string | null = `of ${id}`) =>
  ({ id, parentId, evidenceId }) as unknown as DocketEntry;
const docket = [
  entry('complaint'),
  entry('motion'),
  entry('notice', null, null),
  entry('opposition', 'motion'),
  entry('minutes', 'motion', null),
  entry('exhibit', 'opposition'),
  entry('order', 'motion'),
];
const idsOf = (id: string) =>
  threadDocuments(docket, docket.find((each) => each.id === id)!.id).map((each) => each.id);

test('a thread is read from its motion to its order, whichever entry it is asked of', () => {
  const whole = ['motion', 'opposition', 'exhibit', 'order'];
  for (const id of [...whole, 'minutes']) expect(idsOf(id), id).toEqual(whole);
});

test('an entry that stands alone is a thread by itself, and one without a document an empty one', () => {
  expect(idsOf('complaint')).toEqual(['complaint']);
  expect(idsOf('notice')).toEqual([]);
  expect(threadDocuments(docket, entry('elsewhere').id)).toEqual([]);
});
