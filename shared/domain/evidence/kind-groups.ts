import type { EvidenceKind } from '../../model/evidence.ts';

/** What kinds have in common: how they are shown, and what `kind:` finds besides the kinds themselves. */
export const kindGroups = {
  pdf: ['pdf'],
  image: ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heic', 'avif', 'bmp'],
  mail: ['eml', 'msg', 'tnef'],
  archive: ['zip', 'tar', 'gzip', 'mbox'],
  text: ['text', 'markdown', 'csv', 'html'],
  office: ['word', 'spreadsheet', 'presentation'],
  media: ['audio', 'video'],
  other: ['native'],
} as const satisfies Readonly<Record<string, readonly EvidenceKind[]>>;
export type KindGroup = keyof typeof kindGroups;

const groups: ReadonlyMap<EvidenceKind, KindGroup> = new Map(
  (Object.keys(kindGroups) as KindGroup[]).flatMap((group) =>
    kindGroups[group].map((kind) => [kind, group] as const),
  ),
);

/** The group of a kind. @example groupOf('heic') // 'image' */
export function groupOf(kind: EvidenceKind): KindGroup {
  return groups.get(kind) ?? 'other';
}

/** Whether an original of a kind has pages; the others are read in parts, recordings in moments. */
export function hasPages(kind: EvidenceKind): boolean {
  return ['pdf', 'image'].includes(groupOf(kind));
}
