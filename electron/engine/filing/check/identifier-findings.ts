import { capitalized } from '../../../../shared/domain/capitalized.ts';
import { formatCount } from '../../../../shared/domain/amounts.ts';
import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import {
  findIdentifiers,
  identifierWords,
  maskIdentifier,
  type MaskedIdentifier,
} from '../../../../shared/domain/redaction/index.ts';
import type { FilingRule } from '../../../../shared/model/court-profile.ts';
import type { FoundIdentifier } from '../../pdf/facts/read-facts.ts';
import { sourceInWords } from '../filing-rules.ts';
import type { FileFinding, FindingSeverity } from './file-finding.ts';

/** Identifiers of one file that are listed one by one. */
const mostIdentifiers = 200;
/** Runs of pages that are named for one identifier: each is to be visited. */
const mostIdentifierRuns = 50;

const gravest = ['error', 'warning', 'info'] as const;

type PlacedIdentifier = MaskedIdentifier & { readonly place: FoundIdentifier['place'] | 'name' };

const placeWords = {
  bookmarks: 'in a bookmark',
  properties: 'in the document’s properties',
  name: 'in the file’s name',
  unseen: 'in words of the file that no page shows',
} as const;

/** Everybody who gets the notice of the filing may see a file's name. */
function identifiersOfName(name: string): PlacedIdentifier[] {
  const words = name.replace(/\.pdf$/i, '').replaceAll('_', ' ');
  return findIdentifiers(words).map((identifier) => ({
    ...maskIdentifier(identifier, words),
    place: 'name',
  }));
}

/**
 * Personal identifiers in a file and in its name, each kind of place and number once.
 *
 * @param inFile those found in the file
 * @param rule which identifiers the court wants redacted (Rule 5.2(a))
 * @param file `name` without folder; `isUnderSeal` whether it is filed under seal, where identifiers may stand (Rule 5.2(f))
 */
export function identifierFindings(
  inFile: readonly FoundIdentifier[],
  rule: FilingRule,
  { name, isUnderSeal }: { readonly name: string; readonly isUnderSeal: boolean },
): FileFinding[] {
  if (rule.severity === 'none') return [];
  const identifiers: readonly PlacedIdentifier[] = [...identifiersOfName(name), ...inFile];
  const ruleSeverity = rule.severity;
  const severityOf = ({ kind, certainty }: PlacedIdentifier): FindingSeverity => {
    if (isUnderSeal || rule.identifiers?.[kind] === undefined) return 'info';
    return certainty === 'certain' ? ruleSeverity : 'warning';
  };
  const findingOf = (identifier: PlacedIdentifier, pages: readonly number[]): FileFinding => {
    const { place, kind, masked, certainty } = identifier;
    const words = identifierWords[kind];
    const article = /^[aeiou]/.test(words) ? 'an' : 'a';
    const what = certainty === 'certain' ? capitalized(words) : `Perhaps ${article} ${words}`;
    const asked = rule.identifiers?.[kind];
    const why = isUnderSeal
      ? 'It may stand in a copy filed under seal.'
      : asked === undefined
        ? 'The rule does not name it; some courts want it redacted.'
        : `${capitalized(asked)}.`;
    const where =
      typeof place === 'number' ? `on ${pagesInWords(pages, mostIdentifierRuns)}` : placeWords[place];
    return {
      code: 'FILING_IDENTIFIER',
      severity: severityOf(identifier),
      ...(typeof place === 'number' && { page: place }),
      message: `${what} (${masked}) ${where}. ${why}`,
      source: sourceInWords(rule),
    };
  };
  // A number that stands on every page, or on one more than once, is one thing to correct.
  const alike = Map.groupBy(identifiers, ({ place, kind, masked, certainty }) =>
    [kind, masked, certainty, typeof place === 'number' ? 'page' : place].join('\n'),
  );
  const findings = [...alike.values()].map((places) => {
    const pages = new Set(places.flatMap(({ place }) => (typeof place === 'number' ? place : [])));
    return findingOf(places[0]!, [...pages]);
  });
  const left = findings.splice(mostIdentifiers);
  const [first] = left;
  if (first)
    findings.push({
      ...first,
      severity: gravest.find((grave) => left.some(({ severity }) => severity === grave))!,
      message: `${formatCount(left.length, 'more identifier')}${first.page === undefined ? '' : `, from page ${first.page} on`}.`,
    });
  return findings;
}
