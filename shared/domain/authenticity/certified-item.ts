import type { Collected, CustodyEvent, EvidenceItem } from '../../model/evidence.ts';
import { formatCount } from '../amounts.ts';
import { formatDay, formatStamp } from '../court-words.ts';
import { kindWords } from '../evidence/kind-words.ts';
import { blank } from './blanks.ts';
import { actorWords, holderLines } from './holders.ts';

/** An item whose bytes are what came in. */
export interface CertifiedItem {
  readonly item: Pick<
    EvidenceItem,
    | 'originalName'
    | 'title'
    | 'kind'
    | 'pages'
    | 'sizeBytes'
    | 'custodian'
    | 'source'
    | 'collected'
    | 'docketNumbers'
  >;
  /** Where it is an exhibit, in words: Exhibit C of “TRO exhibits”. */
  readonly exhibits: readonly string[];
  /** Names of the files it came in: a mail, an archive. */
  readonly cameIn: readonly string[];
  /** Oldest first. */
  readonly custody: readonly CustodyEvent[];
  readonly receipt: CustodyEvent;
  /** SHA-256 of its bytes as they are now. */
  readonly verifiedSha256: string;
}

/** What the table says of one item. */
export interface ItemLines {
  /** As it was received. */
  readonly name: string;
  readonly facts: readonly string[];
  /** SHA-256 as acquired and as verified, each followed by its words. */
  readonly hashes: readonly string[];
  readonly held: readonly string[];
}

/** What a certificate says of an item. */
export function itemLines(certified: CertifiedItem, timezone: string): ItemLines {
  const { item, exhibits, cameIn, custody, receipt, verifiedSha256 } = certified;
  const { custodian, source, collected } = recordedOf(certified, timezone);
  const known = (words: string) => (words === '' ? blank : words);
  return {
    name: item.originalName,
    facts: [
      [
        describeFile(item),
        ...cameIn.map((name) => `came in “${name}”`),
        ...exhibits,
        ...item.docketNumbers.map((number) => `Dkt. ${number}`),
      ].join('; '),
      `Custodian: ${known(custodian)}. Source: ${known(source)}. Collected: ${known(collected)}.`,
      `Acquired ${formatStamp(receipt.at, timezone)} by ${actorWords(receipt)}, with Forthwith${receipt.appVersion === '' ? '' : ` ${receipt.appVersion}`}.`,
    ],
    hashes: [`${String(receipt.details['sha256'])} as acquired`, `${verifiedSha256} as verified`],
    held: holderLines(custody, timezone).map((line) => `Held by ${line}.`),
  };
}

/** Where an item came from, as it is recorded; empty where nothing is. */
export function recordedOf(
  { item }: Pick<CertifiedItem, 'item'>,
  timezone: string,
): { readonly custodian: string; readonly source: string; readonly collected: string } {
  return {
    custodian: item.custodian,
    source: item.source,
    collected: collectedWords(item.collected, timezone),
  };
}

/** How an item was collected: when, by whom, where, how. Empty where nothing is recorded. */
export function collectedWords({ at, by, where, how }: Collected, timezone: string): string {
  return [
    at && `on ${at.endsWith('Z') ? formatStamp(at, timezone) : formatDay(at)}`,
    by && `by ${by}`,
    where && `at ${where}`,
    how,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What a file is. @example 'PDF, 12 pages, 1,234,567 bytes' */
export function describeFile({
  kind,
  pages,
  sizeBytes,
}: Pick<EvidenceItem, 'kind' | 'pages' | 'sizeBytes'>): string {
  const parts = [
    kindWords[kind],
    pages !== null && formatCount(pages, 'page'),
    formatCount(sizeBytes, 'byte'),
  ];
  return parts.filter((part) => part !== false).join(', ');
}
