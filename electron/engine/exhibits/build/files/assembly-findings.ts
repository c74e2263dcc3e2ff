import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { SetPlan } from '../plan/set-plan.ts';
import type { BoundSet } from './bind-set.ts';

/** What is to be known of a set that was assembled: of each exhibit, of characters that do not print, of volumes over the limit. */
export function assemblyFindings(plan: SetPlan, { parts, missingCharacters, volumes }: BoundSet): Finding[] {
  return [
    ...parts.flatMap((part, place) =>
      part.findings.map((finding) => ({ ...finding, label: plan.exhibits[place]!.item.label })),
    ),
    ...characterFindings(missingCharacters),
    ...limitFindings(plan, volumes),
  ];
}

function characterFindings(missing: readonly string[]): Finding[] {
  if (missing.length === 0) return [];
  return [
    {
      code: 'CHARACTERS_NOT_PRINTABLE',
      severity: 'warning',
      message: `No font for ${missing.join(' ')}: a box stands in each one’s place on slip sheets and index. Write the title otherwise.`,
      label: null,
    },
  ];
}

function limitFindings(
  { volumeLimitBytes: limit, volumeLimitSource, exhibits }: SetPlan,
  volumes: BoundSet['volumes'],
): Finding[] {
  if (limit === null) return [];
  return volumes
    .filter(({ file }) => file.bytes > limit)
    .map(({ named, file }) => {
      const alone = named.places.length === 1 ? exhibits[named.places[0]!]!.item.label : null;
      return {
        code: 'VOLUME_OVER_LIMIT',
        severity: 'warning',
        message: `“${named.file}” is ${megabytes(file.bytes)} MB, over the limit of ${megabytes(limit)} MB (${volumeLimitSource}).${alone === null ? '' : ' It holds one exhibit, which cannot be split.'}`,
        label: alone,
      };
    });
}

/** Millions of bytes to a hundredth; of less than one, to two digits that are not zero. */
function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000;
  return String(millions < 1 ? Number(millions.toPrecision(2)) : Math.round(millions * 100) / 100);
}
