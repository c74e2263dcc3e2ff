import { expect, test } from 'vitest';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { shownAtMost } from '../LineList.tsx';
import { shownItems } from './shown-items.ts';

test('after very many items that match, those that are not listed are still named by their titles', () => {
  const idOf = (at: number) => String(at) as EvidenceId;
  const matched = Array.from({ length: 3 * shownAtMost }, (_, at) => ({
    line: at + 1,
    hash: '',
    name: '',
    evidenceId: idOf(at),
  }));
  const unlisted = [idOf(10_000)];
  const shown = shownItems({ matched, unlisted });
  expect(shown.has(unlisted[0]!)).toBe(true);
  expect(shown.size).toBe(shownAtMost + 1);
});
