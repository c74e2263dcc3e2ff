import { describe, expect, it } from 'vitest';
import type { PagePicture } from '../marks/index.ts';
import { LookAhead, type DrawAhead } from './look-ahead.ts';

const pictureOf = (index: number): PagePicture => ({ width: index, height: 1, rgba: new Uint8Array(4) });
const asked = (index: number) => ({ index, plainJpegs: [] });

describe('pages that are drawn before their turn', () => {
  it('are handed on by four in the order they were asked for, and the rest when one of them is waited for', async () => {
    const batches: number[][] = [];
    const draw: DrawAhead = (pages, tell) => {
      batches.push(pages.map(({ index }) => index));
      for (const { index } of pages) tell(index, pictureOf(index));
      return Promise.resolve();
    };
    const ahead = new LookAhead(draw);
    for (const index of [7, 3, 9, 1, 4, 3]) ahead.ask(asked(index));
    expect(batches).toEqual([[7, 3, 9, 1]]);
    expect(await ahead.take(9)).toEqual(pictureOf(9));
    expect(batches).toEqual([[7, 3, 9, 1], [4]]);
    expect(await ahead.take(4)).toEqual(pictureOf(4));
  });

  it('are told from those that cannot be drawn and those that nobody drew', async () => {
    const draw: DrawAhead = ([first], tell) => {
      tell(first!.index, null);
      return Promise.resolve();
    };
    const ahead = new LookAhead(draw);
    for (const index of [0, 1]) ahead.ask(asked(index));
    expect([await ahead.take(0), await ahead.take(1), await ahead.take(2)]).toEqual([
      null,
      undefined,
      undefined,
    ]);
  });
});
