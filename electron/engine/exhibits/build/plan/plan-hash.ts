import { createHash } from 'node:crypto';
import type { MatterSession } from '../../../store/session.ts';
import type { ExhibitRow } from '../../exhibit-repository.ts';
import type { SetRow } from '../../set-repository.ts';
import { setWords } from './set-words.ts';

/**
 * Hash over everything a build is made from: equal while the set, its caption and what its index says still stand as built.
 *
 * @returns SHA-256 in hex; kept with builds, so that what goes into it may only be added to where older builds still stand
 */
export function planHash(session: MatterSession, set: SetRow, exhibits: readonly ExhibitRow[]): string {
  const {
    sealedAt: _sealedAt,
    createdAt: _createdAt,
    isArchival,
    looksAtEveryPage,
    numbersPages,
    ...others
  } = set;
  // Left out where they are not asked for: builds from before there were such choices still stand.
  const settings = {
    ...others,
    ...(isArchival && { isArchival }),
    ...(looksAtEveryPage && { looksAtEveryPage }),
    ...(numbersPages && { numbersPages }),
  };
  const made = exhibits.map(
    ({
      position: _position,
      sealedAt: _sealed,
      sealedVolume: _sealedVolume,
      createdAt: _created,
      original,
      ...exhibit
    }) => [exhibit, original && [original.sha256, original.originalName, original.custodian]],
  );
  return createHash('sha256')
    .update(JSON.stringify([setWords(session, set), settings, made]))
    .digest('hex');
}
