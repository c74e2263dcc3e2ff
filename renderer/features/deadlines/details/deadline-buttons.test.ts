import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { actionWords } from '../words.ts';
import { StatusButtons } from './DeadlineButtons.tsx';

const nothing = () => undefined;
/** The elements that React reconciles: with the same type, place and key they are the same button, and keep the focus. */
const shown = (isOpen: boolean) => {
  const { props } = StatusButtons({
    isOpen,
    statusRef: null,
    onDone: nothing,
    onReopen: nothing,
    onDismiss: nothing,
  }) as ReactElement<{ children: readonly (ReactElement<{ children: string }> | false)[] }>;
  return props.children.map((one) => one && { type: one.type, key: one.key, label: one.props.children });
};

test('the button that marks a deadline done is the one that opens it again', () => {
  const [done, dismiss] = shown(true);
  const [reopen, ...rest] = shown(false);
  expect(done).toMatchObject({ label: actionWords.done });
  expect(dismiss).toMatchObject({ label: actionWords.dismiss });
  expect(reopen).toEqual({ ...done, label: actionWords.reopen });
  expect(rest).toEqual([false]);
});
