import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { onePage, problemsOf, stream } from './testing.ts';

const spaces = (megabytes: number) =>
  deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' ')).toString('latin1');

test('content packed into bombs ends in a finding', async () => {
  const file = onePage({
    content: '/X Do',
    resources: '/XObject<</X 5 0 R>>',
    objects: [stream(spaces(65), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode')],
  });
  expect(await problemsOf(file)).toEqual(['unreadableContent']);
});

test('content of many streams that is too long together ends in a finding', async () => {
  const file = onePage({
    objects: [stream(spaces(33), '/Filter/FlateDecode')],
    page: '/Contents[4 0 R 5 0 R 5 0 R]',
  });
  expect(await problemsOf(file)).toEqual(['tooMuch']);
});

test('thousands of resources that are named tens of thousands of times are read through once', async () => {
  const names = Array.from({ length: 5_000 }, (_, i) => `/N${i} 5 0 R`).join('');
  const file = onePage({
    content: '/N1 gs '.repeat(60_000),
    resources: `/ExtGState<<${names}>>`,
    objects: ['<</BM/Multiply>>'],
  });
  expect(await problemsOf(file)).toEqual([]);
});
