import type { AreaHandlers } from '../../handlers.ts';
import { matchHashes } from './match-hashes.ts';
import { unlockOriginal } from './unlock.ts';
import { verifyOriginals } from './verify.ts';

/** Originals as bytes: locked, hashed anew, held against somebody's list. */
export const originalHandlers: Pick<
  AreaHandlers<'evidence'>,
  'evidence.unlock' | 'evidence.verify' | 'evidence.matchHashes'
> = {
  'evidence.unlock': unlockOriginal,
  'evidence.verify': ({ ids }, context) => verifyOriginals(ids, context),
  'evidence.matchHashes': ({ source }, context) => matchHashes(context.resolveFile(source), context),
};
