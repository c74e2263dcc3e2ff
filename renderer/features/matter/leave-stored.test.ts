import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { leaveStored } from './leave-stored.ts';

test('a matter is not left while a change is under way that was asked for just before', async () => {
  const queries = new QueryClient();
  const answer = Promise.withResolvers<void>();
  const order: string[] = [];
  const change = new MutationObserver(queries, { mutationFn: () => answer.promise })
    .mutate()
    .then(() => order.push('stored'));
  const left = leaveStored(queries).then(() => order.push('left'));
  answer.resolve();
  await Promise.all([change, left]);
  expect(order).toEqual(['stored', 'left']);
});
