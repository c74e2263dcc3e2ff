import type { Finding } from '../../../../../shared/model/exhibits.ts';
import { charactersNotPrintable } from '../../../pdf/assemble/index.ts';
import type { SetPlan } from '../plan/set-plan.ts';
import type { BoundSet } from './bind-set.ts';

/** What is to be known of a set that was assembled: of each exhibit, of characters that do not print, of files over the limit. */
export function assemblyFindings(plan: SetPlan, bound: BoundSet): Finding[] {
  const { parts, missingCharacters } = bound;
  return [
    ...parts.flatMap((part, place) =>
      part.findings.map((finding) => ({ ...finding, label: plan.exhibits[place]!.item.label })),
    ),
    ...indexFindings(plan, missingCharacters),
    ...limitFindings(plan, bound),
  ];
}

/** That what the index says beside the exhibits’ titles has characters that do not print. */
function indexFindings({ index, exhibits }: SetPlan, missing: readonly string[]): Finding[] {
  const words = [index.title, ...index.caption, ...exhibits.map(({ note }) => note)].join(' ');
  const own = missing.filter((character) => words.includes(character));
  return charactersNotPrintable(own).map((finding) => ({ ...finding, label: null }));
}

/** Volumes, and exhibits that are filed under seal by themselves, which are larger than the court takes. */
function limitFindings(
  { volumeLimitBytes: limit, volumeLimitSource, exhibits }: SetPlan,
  { volumes, parts }: Pick<BoundSet, 'volumes' | 'parts'>,
): Finding[] {
  if (limit === null) return [];
  const ofVolumes = volumes.map(({ named, file }) => ({
    code: 'VOLUME_OVER_LIMIT',
    name: named.file,
    bytes: file.bytes,
    alone: named.places.length === 1 ? exhibits[named.places[0]!]!.item.label : null,
  }));
  const underSeal = exhibits.flatMap(({ item, file, isUnderSealCopy }, place) => {
    const written = parts[place]!.file;
    if (!isUnderSealCopy || file === null || !written) return [];
    return [{ code: 'UNDER_SEAL_OVER_LIMIT', name: file, bytes: written.bytes, alone: item.label }];
  });
  return [...ofVolumes, ...underSeal]
    .filter(({ bytes }) => bytes > limit)
    .map(({ code, name, bytes, alone }) => ({
      code,
      severity: 'warning',
      message: `“${name}” is ${megabytes(bytes)} MB, over the limit of ${megabytes(limit)} MB (${volumeLimitSource}).${alone === null ? '' : ' It holds one exhibit, which cannot be split.'}`,
      label: alone,
    }));
}

/** Millions of bytes to a hundredth; of less than one, to two digits that are not zero. */
function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000;
  return String(millions < 1 ? Number(millions.toPrecision(2)) : Math.round(millions * 100) / 100);
}
