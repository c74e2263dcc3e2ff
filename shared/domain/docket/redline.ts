import type { DocketChange, DocketVersion, ParsedEntry } from '../../model/docket.ts';
import type { MergedEntry } from './merge/combine.ts';

/** The part of an entry that a redline shows. */
export function versionOf(entry: ParsedEntry): DocketVersion {
  return {
    number: entry.number,
    attachment: entry.attachment,
    filedOn: entry.filedOn,
    enteredOn: entry.enteredOn,
    text: entry.text,
    shortText: entry.shortText,
    filer: entry.filer,
    isSealed: entry.isSealed ?? false,
    isRestricted: entry.isRestricted ?? false,
    documentUrl: entry.documentUrl,
    pageCount: entry.pageCount,
  };
}

/** Names of the fields in which two versions of an entry differ. */
export function changedFields(before: DocketVersion, after: DocketVersion): (keyof DocketVersion)[] {
  return (Object.keys(after) as (keyof DocketVersion)[]).filter((field) => before[field] !== after[field]);
}

/**
 * The redline between two dockets, each made of one source.
 *
 * @param isComplete whether the later one lists every entry, so that one it leaves out is gone
 */
export function compareDockets(
  earlier: readonly MergedEntry[],
  later: readonly MergedEntry[],
  { names, isComplete }: { names: readonly [string, string]; isComplete: boolean },
): { changes: DocketChange[]; unchanged: number } {
  const byKey = new Map(earlier.flatMap((one) => one.keys.map((key) => [key, one] as const)));
  const found = new Set<MergedEntry>();
  const changes: DocketChange[] = [];
  let unchanged = 0;
  for (const merged of later) {
    const before = merged.keys.map((key) => byKey.get(key)).find((one) => one && !found.has(one));
    const [key, after] = [merged.keys[0]!, versionOf(merged.entry)];
    if (!before) {
      changes.push({ key, kind: 'added', before: null, after, fields: [], sources: [names[1]] });
      continue;
    }
    found.add(before);
    const fields = changedFields(versionOf(before.entry), after);
    if (fields.length === 0) unchanged += 1;
    else {
      const version = versionOf(before.entry);
      changes.push({ key, kind: 'changed', before: version, after, fields, sources: [...names] });
    }
  }
  if (isComplete) {
    for (const before of earlier) {
      if (found.has(before)) continue;
      const version = versionOf(before.entry);
      changes.push({
        key: before.keys[0]!,
        kind: 'gone',
        before: version,
        after: null,
        fields: [],
        sources: [names[0]],
      });
    }
  }
  return { changes, unchanged };
}
