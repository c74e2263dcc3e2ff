import { lettersOf } from './exhibit-label.ts';

/** An exhibit as it is put into a volume. */
export interface VolumePart {
  readonly sizeBytes: number;
  /** Place of the exhibit it is a part of; null for one that is not a part. */
  readonly parent: number | null;
  /** The volume it must stay in, because its set was sealed with it there; null where it is free. */
  readonly sealedVolume: string | null;
}

/** A volume of a set that was split. */
export interface SplitVolume {
  /** `1`, `2`; `2-A` for what late exhibits made necessary. */
  readonly name: string;
  /** Places of its exhibits, in their order. */
  readonly places: readonly number[];
  readonly sizeBytes: number;
  /** Whether it is one exhibit that is larger than the limit, or a sealed volume that is. */
  readonly isOverLimit: boolean;
}

/** How large a volume may be. */
export interface VolumeLimit {
  /** Null for one volume, however large. */
  readonly limitBytes: number | null;
  /** What a volume takes beside its exhibits: index, bookmarks, fonts. */
  readonly overheadBytes: number;
}

/**
 * Splits exhibits into volumes at their boundaries. Parts of an exhibit stay with it where they fit together; an exhibit larger
 * than the limit gets a volume of its own. Exhibits that were sealed in a volume stay there; a late one joins the volume of the one
 * before it, or else gets a volume of its own beside that, so that the others keep their pages.
 *
 * @returns volumes in the order of their names; every place once
 * @example
 * splitVolumes([{ sizeBytes: 6, parent: null, sealedVolume: null }, { sizeBytes: 5, parent: null, sealedVolume: null }],
 *   { limitBytes: 10, overheadBytes: 1 }) // names 1 and 2
 */
export function splitVolumes(parts: readonly VolumePart[], limit: VolumeLimit): SplitVolume[] {
  const isSealed = parts.some(({ sealedVolume }) => sealedVolume !== null);
  return isSealed ? joinLate(parts, limit) : splitFresh(parts, limit);
}

function splitFresh(parts: readonly VolumePart[], limit: VolumeLimit): SplitVolume[] {
  const groups: number[][] = [[]];
  let filled = limit.overheadBytes;
  const begin = () => {
    groups.push([]);
    filled = limit.overheadBytes;
  };
  const fits = (bytes: number) => limit.limitBytes === null || filled + bytes <= limit.limitBytes;
  for (const family of familiesOf(parts)) {
    const bytes = family.reduce((sum, place) => sum + parts[place]!.sizeBytes, 0);
    if (!fits(bytes)) begin();
    for (const place of family) {
      if (!fits(parts[place]!.sizeBytes)) begin();
      groups.at(-1)!.push(place);
      filled += parts[place]!.sizeBytes;
    }
  }
  return groups
    .filter((places) => places.length > 0)
    .map((places, at) => describe(String(at + 1), places, parts, limit));
}

/** Exhibits with the parts that follow them. */
function familiesOf(parts: readonly VolumePart[]): number[][] {
  const families: number[][] = [];
  const familyOf = new Map<number, number[]>();
  parts.forEach(({ parent }, place) => {
    // Only what comes right after its parent's other parts can stay with it: volumes keep the order.
    const family = parent === null ? undefined : familyOf.get(parent);
    if (family && family === families.at(-1)) family.push(place);
    else families.push([place]);
    familyOf.set(place, families.at(-1)!);
  });
  return families;
}

function joinLate(parts: readonly VolumePart[], limit: VolumeLimit): SplitVolume[] {
  const places = new Map<string, number[]>();
  const filled = new Map<string, number>();
  const put = (name: string, place: number) => {
    const present = places.get(name);
    if (present) present.push(place);
    else places.set(name, [place]);
    filled.set(name, (filled.get(name) ?? limit.overheadBytes) + parts[place]!.sizeBytes);
  };
  for (const [place, { sealedVolume }] of parts.entries())
    if (sealedVolume !== null) put(sealedVolume, place);
  const fits = (name: string, bytes: number) =>
    limit.limitBytes === null || (filled.get(name) ?? limit.overheadBytes) + bytes <= limit.limitBytes;
  let before = parts.find(({ sealedVolume }) => sealedVolume !== null)!.sealedVolume!;
  parts.forEach(({ sealedVolume, sizeBytes }, place) => {
    if (sealedVolume !== null) {
      before = sealedVolume;
      return;
    }
    if (!fits(before, sizeBytes))
      before = besideName(before, (name) => !places.has(name) || fits(name, sizeBytes));
    put(before, place);
  });
  return [...places]
    .map(([name, unordered]) =>
      describe(
        name,
        unordered.toSorted((a, b) => a - b),
        parts,
        limit,
      ),
    )
    .sort((a, b) => compareVolumeNames(a.name, b.name));
}

/** The first of `2-A`, `2-B`… that will do. */
function besideName(name: string, willDo: (name: string) => boolean): string {
  const [stem] = name.split('-') as [string];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}-${lettersOf(number)}`;
    if (willDo(candidate)) return candidate;
  }
}

/**
 * Volumes in reading order: 1, 1-A, 1-B, 2, …, 10.
 *
 * @returns as `Array.sort` wants it
 */
export function compareVolumeNames(a: string, b: string): number {
  const [numberA, lettersA] = readName(a);
  const [numberB, lettersB] = readName(b);
  return (
    numberA - numberB ||
    lettersA.length - lettersB.length ||
    (lettersA < lettersB ? -1 : Number(lettersA > lettersB))
  );
}

function readName(name: string): [number, string] {
  const [number, letters] = name.split('-');
  return [Number(number), letters ?? ''];
}

function describe(
  name: string,
  places: readonly number[],
  parts: readonly VolumePart[],
  { limitBytes, overheadBytes }: VolumeLimit,
): SplitVolume {
  const sizeBytes = places.reduce((sum, place) => sum + parts[place]!.sizeBytes, overheadBytes);
  return { name, places, sizeBytes, isOverLimit: limitBytes !== null && sizeBytes > limitBytes };
}
