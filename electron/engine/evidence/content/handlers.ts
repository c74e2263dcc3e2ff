import type { AreaHandlers } from '../../handlers.ts';
import { checkRedactions } from './check-redactions.ts';
import { matchHashes } from './match-hashes.ts';
import { proposeForItem, redactItem } from './redact.ts';
import { unlockOriginal } from './unlock.ts';
import { verifyOriginals } from './verify.ts';

/** Originals as they came: unlocked, hashed again, compared with somebody's list, looked through for failed redactions. */
export const originalHandlers: Pick<
  AreaHandlers<'evidence'>,
  | 'evidence.unlock'
  | 'evidence.verify'
  | 'evidence.matchHashes'
  | 'evidence.checkRedactions'
  | 'evidence.redact'
  | 'evidence.proposeRedactions'
> = {
  'evidence.unlock': unlockOriginal,
  'evidence.verify': ({ ids }, context) => verifyOriginals(ids, context),
  'evidence.checkRedactions': ({ ids }, context) => checkRedactions(ids, context),
  'evidence.redact': ({ id, target, terms, hasIdentifiers, hasMarks }, context) =>
    redactItem(id, context.resolveFile(target), { terms, hasIdentifiers, hasMarks }, context),
  'evidence.proposeRedactions': ({ id, terms, hasIdentifiers }, context) =>
    proposeForItem(id, { terms, hasIdentifiers }, context),
  'evidence.matchHashes': ({ source }, context) => matchHashes(context.resolveFile(source), context),
};
