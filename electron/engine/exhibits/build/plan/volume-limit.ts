import { formatDay } from '../../../../../shared/domain/court-words.ts';
import type { CourtProfile } from '../../../../../shared/model/court-profile.ts';
import { findCourtProfile, getCourtProfile, listCourtProfiles } from '../../../filing/index.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';

/** How large a volume may be, as the user or the court says. */
export interface VolumeChoice {
  /** Millions of bytes; 0 for no limit; left out for the court’s. */
  readonly volumeMegabytes?: number | undefined;
  /** Left out for the matter’s court. */
  readonly court?: string | undefined;
}

/** The limit that holds. */
export interface VolumeLimitChosen {
  /** Null for none. */
  readonly limitBytes: number | null;
  /** Where the limit comes from, in words. */
  readonly source: string;
}

const bytesPerMegabyte = 1_000_000;

/**
 * The limit of a volume: the user’s number, else what the court named takes, else what the matter’s own court takes.
 *
 * @throws AppError COURT_PROFILE_NOT_FOUND for a court that is named and has no profile
 */
export function volumeLimit(
  session: MatterSession,
  { volumeMegabytes, court }: VolumeChoice,
): VolumeLimitChosen {
  const profile =
    court === undefined
      ? findCourtProfile(session.platform, matterCourt(session))
      : getCourtProfile(session.platform, court);
  if (volumeMegabytes !== undefined)
    return volumeMegabytes === 0
      ? { limitBytes: null, source: 'no limit, as chosen' }
      : { limitBytes: Math.round(volumeMegabytes * bytesPerMegabyte), source: 'as chosen' };
  if (!profile?.fileSize) return { limitBytes: null, source: 'no limit is known for this court' };
  const { megabytes, source, confidence } = profile.fileSize;
  const trust = confidence === 'confirmed' ? '' : '; not confirmed by the court';
  return {
    limitBytes: megabytes * bytesPerMegabyte,
    source: `${source}${trust}; looked up on ${formatDay(profile.profileDate)}`,
  };
}

/** Every court that has a profile, and which of them is the matter’s. */
export function listCourts(session: MatterSession): { ofMatter: string | null; profiles: CourtProfile[] } {
  return {
    ofMatter: findCourtProfile(session.platform, matterCourt(session))?.id ?? null,
    profiles: listCourtProfiles(session.platform),
  };
}

/** Code of the court that a matter is in; nothing where none was given. */
export function matterCourt(session: MatterSession): string {
  return session.one(sql.selectFrom('matter').select('court')).court;
}
