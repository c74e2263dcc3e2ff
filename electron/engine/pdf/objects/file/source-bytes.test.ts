import { expect, test } from 'vitest';
import { bytesSource } from '../../pdf-source.ts';
import { SourceBytes } from './source-bytes.ts';

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));

test.each([
  ['whole in memory', 1_000_000],
  ['in blocks', 1_000],
])(
  'a source %s gives its memory back when it is let go, and no view of it shows anything else',
  (_, most) => {
    const source = new SourceBytes(bytesSource(bytes), most);
    const view = source.view(70_000, 10);
    expect(view.bytes.subarray(view.start, view.start + 10)).toEqual(bytes.subarray(70_000, 70_010));
    const held = view.bytes.subarray(view.start, view.start + 10);
    source.release();
    expect(view.bytes.length).toBe(0);
    expect(held.length).toBe(0);
  },
);

test('bytes that stay are not taken back', () => {
  const source = new SourceBytes(bytesSource(bytes), 1_000);
  const kept = source.read(70_000, 10);
  source.release();
  expect(kept).toEqual(bytes.subarray(70_000, 70_010));
});
