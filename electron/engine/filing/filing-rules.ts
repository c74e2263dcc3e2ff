import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  FilingCheckKind,
  GeneralFilingRules,
  type CourtProfile,
  type FileSizeLimit,
  type FilingRule,
  type LengthLimit,
} from '../../../shared/model/court-profile.ts';
import type { Platform } from '../platform/platform.ts';

/** What a file is checked against before it is filed. */
export interface FilingRules {
  /** Code of the court; null where only what holds in all courts is known. */
  readonly court: string | null;
  readonly profileDate: string;
  /** The limit to go by, and what other sources say; null where none is known. */
  readonly fileSize: FileSizeLimit | null;
  readonly otherFileSizes: readonly FileSizeLimit[];
  readonly lengths: readonly LengthLimit[];
  /** What holds for each check: the court's own rule, else that of all courts. */
  readonly rules: Readonly<Record<FilingCheckKind, FilingRule>>;
}

/**
 * The rules for filing in a court, from its profile and from what holds in all courts.
 *
 * @param profile null for a court without one
 * @throws ZodError where what is shipped is damaged; AppError INTERNAL where it leaves a check without a rule
 */
export function filingRules(
  { assetsDirectory }: Pick<Platform, 'assetsDirectory'>,
  profile: CourtProfile | null,
): FilingRules {
  const general = GeneralFilingRules.parse(
    JSON.parse(readFileSync(join(assetsDirectory, 'filing', 'general.json'), 'utf8')),
  );
  const ruleFor = (kind: FilingCheckKind): FilingRule => {
    const rule = [...(profile?.filing ?? []), ...general.rules].find(({ check }) => check === kind);
    if (!rule) throw new AppError('INTERNAL', {}, { message: `no rule for filing says what ${kind} means` });
    return rule;
  };
  return {
    court: profile?.id ?? null,
    profileDate: profile?.profileDate ?? general.profileDate,
    fileSize: profile?.fileSize ?? null,
    otherFileSizes: profile?.otherFileSizes ?? [],
    lengths: profile?.lengths ?? [],
    rules: Object.fromEntries(FilingCheckKind.options.map((kind) => [kind, ruleFor(kind)])) as Record<
      FilingCheckKind,
      FilingRule
    >,
  };
}

/** Where something that a court asks for was read, and that it was not read there where it was not. */
export function sourceInWords({ source, confidence }: Pick<FilingRule, 'source' | 'confidence'>): string {
  return confidence === 'confirmed' ? source : `${source}; not confirmed by the court`;
}
