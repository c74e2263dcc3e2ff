import { expect, test } from 'vitest';
import { copyFormErrors, emptyCopyForm } from './copy-form.ts';

const filled = { ...emptyCopyForm, name: 'R. Okafor', passphrase: 'late notice', repeated: 'late notice' };

test('a form that is filled in has nothing wrong', () => {
  expect(Object.values(copyFormErrors(filled))).toEqual([null, null, null]);
});

test('a copy needs a name and a passphrase that was typed twice alike', () => {
  expect(copyFormErrors({ ...filled, name: '  ' }).name).not.toBeNull();
  expect(copyFormErrors({ ...filled, passphrase: '', repeated: '' }).passphrase).not.toBeNull();
  expect(copyFormErrors({ ...filled, repeated: 'Late notice' }).repeated).not.toBeNull();
});

test('work product and coding stay here unless they are asked for', () => {
  expect(emptyCopyForm).toMatchObject({ includesWorkProduct: false, includesCoding: false });
});
