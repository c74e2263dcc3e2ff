import type { CustodyEvent } from '../../model/evidence.ts';
import { formatCount } from '../amounts.ts';
import { formatStamp } from '../court-words.ts';

/** Digests of an original, lower-case hexadecimal; null where nobody has computed them. */
export interface KnownDigests {
  readonly sha256: string;
  readonly sha1: string | null;
  readonly md5: string | null;
  readonly sizeBytes: number;
}

/** An original as its record says it came in, and as its bytes are now. */
export interface HashedOriginal {
  /** Kept beside the bytes. */
  readonly kept: KnownDigests;
  /** Of the bytes as they are now; null where they cannot be read. */
  readonly now: Partial<KnownDigests> | null;
  /** The item's custody, oldest first. */
  readonly custody: readonly CustodyEvent[];
}

/** The walk over the matter's custody record. */
export interface WalkedCustody {
  /** Events there are, of all items. */
  readonly checked: number;
  /** Those whose hash, or whose link to the one before, is not as it was written. */
  readonly broken: readonly number[];
  readonly lastHash: string;
}

export interface Finding {
  readonly isSound: boolean;
  /** In a few words, for a heading: “The original is unaltered.” */
  readonly verdict: string;
  /** In a sentence or two, with the values. */
  readonly detail: string;
}

/** The event of an item's first receipt; undefined where none is recorded, or it names no hash. */
export function receiptOf(custody: readonly CustodyEvent[]): CustodyEvent | undefined {
  return custody.find(
    ({ action, details }) => action === 'received' && typeof details['sha256'] === 'string',
  );
}

/**
 * Whether an original is what came in, by the hash in its custody: the one stored with the bytes could be changed together with them.
 *
 * @param at when it was hashed again
 * @param timezone the court's
 */
export function judgeOriginal({ kept, now, custody }: HashedOriginal, at: string, timezone: string): Finding {
  const altered = (detail: string): Finding => ({
    isSound: false,
    verdict: 'THE ORIGINAL IS NOT SHOWN TO BE WHAT CAME IN.',
    detail,
  });
  const receipt = receiptOf(custody);
  if (!receipt)
    return altered(
      'The custody record holds no event of the item’s receipt, so there is no hash to compare its bytes with. The event was removed outside the program.',
    );
  const received = String(receipt.details['sha256']);
  const when = formatStamp(at, timezone);
  if (!now)
    return altered(
      `The stored bytes could not be read to their end on ${when}: a part of the original is missing or damaged. SHA-256 at receipt: ${received}.`,
    );
  if (now.sha256 !== received)
    return altered(
      `The stored bytes were rehashed on ${when}. Their SHA-256 is ${now.sha256}; it was ${received} when the item was received. The two are not equal: the bytes, or the record of their receipt, were altered.`,
    );
  if (kept.sha256 !== received || now.sizeBytes !== kept.sizeBytes)
    return altered(
      `The stored bytes were rehashed on ${when} and have the SHA-256 of the item’s receipt, ${received}, but the hash or the size kept beside them is another: that record was altered.`,
    );
  const other = (['sha1', 'md5'] as const).find((name) => kept[name] !== null && kept[name] !== now[name]);
  if (other !== undefined)
    return altered(
      `The stored bytes were rehashed on ${when} and have the SHA-256 of the item’s receipt, ${received}, but not the ${digestNames[other]} that is kept of them, ${kept[other]}: that record was altered.`,
    );
  return {
    isSound: true,
    verdict: 'The original is unaltered.',
    detail: `All ${formatCount(kept.sizeBytes, 'byte')} were rehashed on ${when}. Their SHA-256 is ${now.sha256}; it was the same value when the item was received on ${formatStamp(receipt.at, timezone)}. The two are equal.`,
  };
}

/** What the digests are called. */
export const digestNames = { sha256: 'SHA-256', sha1: 'SHA-1', md5: 'MD5' } as const;

/** Broken events named in a sentence; the rest are counted. */
const namedAtMost = 20;

/**
 * Whether the matter's custody record is as it was written, with what such a walk cannot show.
 *
 * @param at when it was walked
 */
export function judgeCustody(
  { checked, broken, lastHash }: WalkedCustody,
  at: string,
  timezone: string,
): Finding {
  const walked = `All ${formatCount(checked, 'event')} of the matter’s custody record were read from the first to the last on ${formatStamp(at, timezone)} and the hash of each was recomputed.`;
  if (broken.length > 0) {
    const named = broken.slice(0, namedAtMost).join(', ');
    const more = broken.length > namedAtMost ? ` and at ${broken.length - namedAtMost} more` : '';
    return {
      isSound: false,
      verdict: 'THE CUSTODY RECORD IS BROKEN.',
      detail: `${walked} It breaks at event ${named}${more}: what is written there is not what was hashed when it was written, or does not follow upon the event before it. The record was altered outside the program.`,
    };
  }
  return {
    isSound: true,
    verdict: 'The custody record is whole.',
    detail: `${walked} Each is as it was written and follows upon the one before; none was altered, removed from among the others or put between them. Events cut off at the end would leave no trace here: compare the last hash, ${lastHash}, with that of an earlier report or backup.`,
  };
}
