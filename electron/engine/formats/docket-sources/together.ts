import type { ParsedSource } from '../../../../shared/model/docket.ts';

/** Several sources that one file holds, of the first one's kind, made when the last of them was. */
export function together([first, ...others]: readonly [ParsedSource, ...ParsedSource[]]): ParsedSource {
  if (others.length === 0) return first;
  const sources = [first, ...others];
  return {
    kind: first.kind,
    printedAt: latest(sources.map(({ printedAt }) => printedAt)),
    dockets: sources.flatMap(({ dockets }) => dockets),
    warnings: sources.flatMap(({ warnings }) => warnings),
  };
}

/** The latest of some moments; null where none is known. */
export function latest(moments: readonly (string | null)[]): string | null {
  return (
    moments
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
