import type { DocketEntry } from '../../model/docket.ts';

export type ThreadEntry = Pick<
  DocketEntry,
  'id' | 'number' | 'attachment' | 'filedOn' | 'enteredOn' | 'text' | 'shortText' | 'filer' | 'links'
>;
export type Thread = Pick<DocketEntry, 'role' | 'parentId' | 'isOpenMotion'>;

/**
 * Finds what each entry is and which entry it belongs under.
 *
 * @param entries all entries of a docket, in docket order
 */
export function planThreads(entries: readonly ThreadEntry[]): Map<string, Thread> {
  const leads = new Map(entries.filter(({ attachment }) => attachment === null).map((e) => [e.number, e.id]));
  return new Map(
    entries.map((entry) => [
      entry.id,
      {
        role: 'other',
        parentId: entry.attachment === null ? null : (leads.get(entry.number) ?? null),
        isOpenMotion: null,
      },
    ]),
  );
}
