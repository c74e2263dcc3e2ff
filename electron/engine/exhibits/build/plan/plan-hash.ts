import { createHash } from 'node:crypto';
import type { MatterSession } from '../../../store/session.ts';
import type { ExhibitRow } from '../../exhibit-repository.ts';
import type { SetRow } from '../../set-repository.ts';
import { setWords } from './set-words.ts';

/**
 * Hash over everything a build is made from: equal as long as the set, its caption and its index are as built.
 *
 * @returns SHA-256 in hex; stored with builds, so anything added to it must leave the hashes of older builds as they are
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
  // Omitted if not requested, so that the hashes of builds from before these choices stay valid.
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
