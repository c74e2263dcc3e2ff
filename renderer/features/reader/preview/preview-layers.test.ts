import { describe, expect, it } from 'vitest';
import { planLayers, type PreviewLayer } from './preview-layers.ts';

const layer = (key: string): PreviewLayer => ({
  key,
  source: { matterId: 'm', evidenceId: key } as PreviewLayer['source'],
});
const [a, b, c] = [layer('a'), layer('b'), layer('c')];
const keys = (layers: readonly PreviewLayer[]) => layers.map(({ key }) => key);

describe('layers of a preview', () => {
  it('begin with the page asked for, seen while it comes', () => {
    const plan = planLayers(a, b, null, new Set());
    expect(plan.seen).toBe(a);
    expect(keys(plan.layers)).toEqual(['a']);
    expect(plan.isBehind).toBe(false);
  });

  it('draw the next page only once the page itself is there', () => {
    expect(keys(planLayers(a, b, null, new Set(['a'])).layers)).toEqual(['a', 'b']);
  });

  it('keep the old page in sight until the new one is drawn', () => {
    const coming = planLayers(b, c, a, new Set(['a']));
    expect([coming.seen, coming.isBehind]).toEqual([a, true]);
    expect(keys(coming.layers)).toEqual(['a', 'b']);
    const there = planLayers(b, c, a, new Set(['a', 'b']));
    expect([there.seen, there.isBehind]).toEqual([b, false]);
    expect(keys(there.layers)).toEqual(['b', 'c']);
  });
});
