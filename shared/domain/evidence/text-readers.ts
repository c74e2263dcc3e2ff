import type { EvidenceKind } from '../../model/evidence.ts';
import { groupOf, kindGroups, type KindGroup } from './kind-groups.ts';

/**
 * The version of what reads the text of each group of kinds. Raise one where its reader gives other text than before: originals of
 * its kinds are then read again, in the background, when a matter is opened.
 */
const textReaders: Readonly<Record<KindGroup, number>> = {
  pdf: 1,
  image: 1,
  mail: 6,
  archive: 1,
  text: 6,
  office: 9,
  media: 1,
  other: 1,
};

/** The newest version there is of any reader: a text read by it is never read again. */
export const newestTextReader = Math.max(...Object.values(textReaders));

/** The version of what reads the text of a kind. */
export function textReaderOf(kind: EvidenceKind): number {
  return textReaders[groupOf(kind)];
}

/** All kinds with the version of what reads their text, group by group. */
export const readersOfKinds = Object.entries(kindGroups).map(([group, kinds]) => ({
  kinds,
  version: textReaders[group as KindGroup],
}));
