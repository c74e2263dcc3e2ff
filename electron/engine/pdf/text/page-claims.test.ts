import { expect, test } from 'vitest';
import {
  batchInHand,
  batchPages,
  beginClaims,
  claimBatch,
  tellTotal,
  withdrawClaims,
} from './page-claims.ts';

test('readers that take turns claim each page once, and none beyond the last', () => {
  const claims = beginClaims(2);
  const first = [claimBatch(claims, 0), claimBatch(claims, 1)];
  tellTotal(claims, 3 * batchPages + 1);
  const more = Array.from({ length: 4 }, (_, turn) => claimBatch(claims, turn % 2));
  expect([...first, ...more]).toEqual([0, batchPages, 2 * batchPages, 3 * batchPages, null, null]);
});

test('the batch a reader has in hand is known to others, and no longer once it is done with all', () => {
  const claims = beginClaims(2);
  claimBatch(claims, 0);
  claimBatch(claims, 1);
  expect([batchInHand(claims, 0), batchInHand(claims, 1)]).toEqual([0, batchPages]);
  tellTotal(claims, 1);
  claimBatch(claims, 1);
  expect([batchInHand(claims, 0), batchInHand(claims, 1)]).toEqual([0, null]);
});

test('once claims are withdrawn nothing is left, whatever is learnt of the total', () => {
  const claims = beginClaims(1);
  tellTotal(claims, 1_000_000);
  withdrawClaims(claims);
  expect(claimBatch(claims, 0)).toBeNull();
});
