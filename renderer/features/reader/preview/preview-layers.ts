import type { ReaderSource } from '../../../../shared/contract/reader.ts';

/** A page in one state of what it is made from. */
export interface PreviewLayer {
  readonly key: string;
  readonly source: ReaderSource;
}

/** Names a layer by its document and version. */
export function layerOf(source: ReaderSource, version: string): PreviewLayer {
  return { key: `${version} ${JSON.stringify(source)}`, source };
}

/**
 * Which layers are kept, and which of them is seen: the page asked for once it is drawn, until then the one that was seen
 * before, so that nothing flashes; and what comes next, hidden.
 *
 * @param before the layer seen last; null for none yet
 * @param drawn keys of layers that are drawn, or have failed and say so
 * @example planLayers(layerB, null, layerA, new Set(['A'])) // A is seen, B is on its way
 */
export function planLayers(
  wanted: PreviewLayer,
  next: PreviewLayer | null,
  before: PreviewLayer | null,
  drawn: ReadonlySet<string>,
): { readonly seen: PreviewLayer; readonly layers: readonly PreviewLayer[]; readonly isBehind: boolean } {
  const isDrawn = drawn.has(wanted.key);
  const seen = isDrawn || !before ? wanted : before;
  const ahead = isDrawn && next ? [next] : [];
  const byKey = new Map([seen, wanted, ...ahead].map((layer) => [layer.key, layer]));
  return { seen, layers: [...byKey.values()], isBehind: seen !== wanted && seen.key !== wanted.key };
}
