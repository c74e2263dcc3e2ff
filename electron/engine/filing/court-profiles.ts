import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { CourtProfile } from '../../../shared/model/court-profile.ts';
import type { Platform } from '../platform/platform.ts';

type Assets = Pick<Platform, 'assetsDirectory'>;

/**
 * Profiles of all courts that have one, by their codes in order.
 *
 * @throws ZodError where a shipped profile is damaged
 */
export function listCourtProfiles({ assetsDirectory }: Assets): CourtProfile[] {
  const folder = join(assetsDirectory, 'courts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => CourtProfile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/**
 * The profile of a court; null where there is none, as for most courts.
 *
 * @param court its code, such as wawd, in capitals or not
 */
export function findCourtProfile(assets: Assets, court: string): CourtProfile | null {
  const id = court.trim().toLowerCase();
  return listCourtProfiles(assets).find((profile) => profile.id === id) ?? null;
}

/**
 * The profile of a court that somebody named.
 *
 * @throws AppError COURT_PROFILE_NOT_FOUND, which names those there are
 */
export function getCourtProfile(assets: Assets, court: string): CourtProfile {
  const profile = findCourtProfile(assets, court);
  if (profile) return profile;
  const known = listCourtProfiles(assets).map(({ id }) => id);
  throw new AppError('COURT_PROFILE_NOT_FOUND', { court, known: known.join(', ') });
}
