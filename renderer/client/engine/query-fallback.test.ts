import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { QueryState } from './engine-provider.tsx';
import { QueryFallback } from './QueryFallback.tsx';

const shown = (query: Pick<QueryState, 'error' | 'isPending'>) =>
  renderToStaticMarkup(
    createElement(QueryFallback, { query: { ...query, refetch: () => Promise.reject(new Error('unused')) } }),
  );

test('an answer that could not be read is said to be that, with a way to try again', () => {
  const error = new AppError('INTERRUPTED');
  const markup = shown({ error, isPending: false });
  expect(markup).toContain('role="alert"');
  expect(markup).toContain(error.message);
  expect(markup).toContain('Try again');
});

test('an answer that is still being read is no failure', () => {
  const markup = shown({ error: null, isPending: true });
  expect(markup).toContain('aria-busy="true"');
  expect(markup).not.toContain('role="alert"');
});
