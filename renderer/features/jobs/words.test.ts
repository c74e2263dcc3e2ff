import { expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { canceledSentence } from './words.ts';

test.each([
  ['evidence.checkRedactions', 'cancelled', {}, '“Check redactions” was canceled.'],
  ['matter.backup', 'cancelled', {}, 'Canceled. No backup was saved.'],
  ['evidence.redact', 'cancelled', {}, 'Canceled. No redacted copy was saved.'],
  ['evidence.checkRedactions', 'done', {}, null],
  // It says how many files were not added.
  ['evidence.add', 'cancelled', { total: 2, done: 1 }, null],
  [
    'evidence.export',
    'cancelled',
    { written: 1, of: 1_200 },
    'Canceled. 1 of 1,200 files were written and stay.',
  ],
  [
    'evidence.ocr',
    'cancelled',
    { recognized: 3, of: 72 },
    'Canceled. 3 of 72 pages were recognized and keep their text.',
  ],
] as const)('of %s that is %s with %j is told: %s', (operation, state, details, sentence) => {
  const error = state === 'cancelled' ? new AppError('CANCELLED', details).toBody() : null;
  expect(canceledSentence({ operation, state, title: 'Check redactions', error })).toBe(sentence);
});
