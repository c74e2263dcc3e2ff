import type { Citation } from '../../model/exhibits.ts';
import { findCitations } from './find-citations.ts';
import { has, knownLabels } from './reading/known-labels.ts';
import { labelsBetween } from './reading/label-list.ts';

/** A citation that relabeling makes wrong, with what it should say then. */
export interface CorrectedCitation {
  readonly citation: Citation;
  readonly shouldSay: string;
}

/**
 * The citations that relabeling would make wrong. One that names several exhibits (“Exs. A–C”) is one row; a range whose
 * exhibits would no longer be consecutive is written out. “Id.” follows the citation before it and is not counted.
 *
 * @param citations those of one brief, as they were found
 * @param nowLabels exhibit id → its label after the change, for each that changes
 * @param labels the set's labels as they are, in order
 * @example affectedCitations(found, new Map([['id of C', 'D']]), ['A', 'B', 'C'])[0].shouldSay // 'Ex. D at 4'
 */
export function affectedCitations(
  citations: readonly Citation[],
  nowLabels: ReadonlyMap<string, string>,
  labels: readonly string[],
): CorrectedCitation[] {
  return wholesOf(citations).flatMap((whole) => {
    const nowOf = new Map<string, string>();
    for (const { exhibitId, label } of whole) {
      const now = exhibitId === null ? undefined : nowLabels.get(exhibitId);
      if (now !== undefined) nowOf.set(label.toUpperCase(), now);
    }
    const first = whole.find(({ label }) => isOther(nowOf.get(label.toUpperCase()), label));
    if (!first) return [];
    const shouldSay = corrected(first.text, nowOf, labels);
    return shouldSay === first.text ? [] : [{ citation: first, shouldSay }];
  });
}

/** A citation of exhibits that would be gone. */
export interface LostCitation {
  readonly citation: Citation;
  /** The labels of those exhibits, as the set has them, in the order they are cited. */
  readonly gone: readonly string[];
}

/**
 * The citations that would lead nowhere if exhibits were gone, “id.” and Bates numbers alone among them. One that names several
 * exhibits (“Exs. A–C”) is one row.
 *
 * @param citations those of one brief, as they were found
 * @param labels id → label of each exhibit that would be gone
 * @example lostCitations(found, new Map([['id of C', 'C']]))[0].gone // ['C']
 */
export function lostCitations(
  citations: readonly Citation[],
  labels: ReadonlyMap<string, string>,
): LostCitation[] {
  return wholesOf(citations).flatMap((whole) => {
    const lost = whole.filter(({ exhibitId }) => exhibitId !== null && labels.has(exhibitId));
    const [citation] = lost;
    return citation
      ? [{ citation, gone: [...new Set(lost.map(({ exhibitId }) => labels.get(exhibitId!)!))] }]
      : [];
  });
}

/** Citations of the same words together. */
function wholesOf(citations: readonly Citation[]): Citation[][] {
  return [...Map.groupBy(citations, ({ page, start }) => `${page} ${start}`).values()];
}

function isOther(now: string | undefined, label: string): boolean {
  return now !== undefined && now.toUpperCase() !== label.toUpperCase();
}

/** A citation's text with its labels corrected. */
function corrected(text: string, nowOf: ReadonlyMap<string, string>, labels: readonly string[]): string {
  const found = findCitations([text], { labels, isCutOut: true })
    .filter(({ label, isShort }) => label && !isShort)
    .map(({ label, labelSpan, start }) => ({
      label,
      labelSpan: labelSpan && { start: start + labelSpan.start, end: start + labelSpan.end },
    }));
  const known = knownLabels(labels);
  const now = (label: string) => {
    const changed = nowOf.get(label.toUpperCase()) ?? label;
    // “Pls.' Ex. 4” means PX-4, and goes on without the code.
    return /^\d/.test(label) && !has(known, label) ? changed.replace(/^[A-Z]+-?(?=\d)/, '') : changed;
  };
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < found.length; at++) {
    const { label, labelSpan } = found[at]!;
    if (labelSpan === null) continue;
    // A range: its ends have a place in the text, what it implies has none.
    let last = at;
    while (found[last + 1]?.labelSpan === null) last++;
    const end = found[last + 1];
    const { start } = labelSpan;
    if (last > at && end?.labelSpan) {
      const all = found.slice(at, last + 2).map((one) => now(one.label!));
      const between = labelsBetween(all[0]!, all.at(-1)!, knownLabels([]));
      const isRange = between?.length === all.length - 2 && between.every((one, i) => one === all[i + 1]);
      const sign = text.slice(labelSpan.end, end.labelSpan.start);
      parts.push(text.slice(done, start), isRange ? `${all[0]}${sign}${all.at(-1)}` : all.join(', '));
      done = end.labelSpan.end;
      at = last + 1;
    } else {
      parts.push(text.slice(done, start), now(label!));
      done = labelSpan.end;
    }
  }
  return parts.join('') + text.slice(done);
}
