import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holidaysOf } from '../../holidays/index.ts';
import { countTime } from '../index.ts';
import { naiveCount } from './naive-count.ts';
import { timeRequest } from './random-requests.ts';
import { isFull } from './tier.ts';

const cases = isFull ? 1_000_000 : 5_000;

test(`a second counter, which walks day by day and minute by minute, agrees on ${cases.toLocaleString('en-US')} random periods`, () => {
  fc.assert(
    fc.property(timeRequest, (request) => {
      const holidays = holidaysOf(request.place.states, request.added);
      const { due, dueAt, endsAt } = countTime(request, holidays);
      expect({ due: dueAt ?? due, endsAt }).toEqual(naiveCount(request, holidays));
    }),
    { numRuns: cases },
  );
});
