import { formatCount, formatSize } from '../../../../shared/domain/amounts.ts';
import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import {
  findIdentifiers,
  maskIdentifier,
  type IdentifierKind,
  type MaskedIdentifier,
} from '../../../../shared/domain/redaction/index.ts';
import type { FilingCheckKind, FilingRule } from '../../../../shared/model/court-profile.ts';
import type { FilingFinding } from '../../../../shared/model/filing.ts';
import type { FoundIdentifier, PdfFacts } from '../../pdf/facts/read-facts.ts';
import { sourceInWords, type FilingRules } from '../filing-rules.ts';

/** A finding before it is known of which file. */
export type FileFinding = Omit<FilingFinding, 'file'>;

type Severity = FilingFinding['severity'];

const bytesPerMegabyte = 1_000_000;
/** Identifiers of one file that are told one by one. */
const mostIdentifiers = 200;
/** Runs of pages that are named of one identifier: each is to be gone to. */
const mostIdentifierRuns = 50;

/**
 * What stands in the way of filing a PDF.
 *
 * @param name of the file, without folder
 * @param isUnderSeal whether it is filed under seal, where identifiers may stand (Rule 5.2(f))
 */
export function findingsOfFile(
  facts: PdfFacts,
  rules: FilingRules,
  { name, isUnderSeal }: { readonly name: string; readonly isUnderSeal: boolean },
): FileFinding[] {
  const found: FileFinding[] = [];
  const tell = (
    check: FilingCheckKind,
    code: string,
    message: string,
    { page, severity }: { page?: number | undefined; severity?: Severity } = {},
  ) => {
    const rule = rules.rules[check];
    if (rule.severity === 'none') return;
    found.push({
      code,
      severity: severity ?? rule.severity,
      ...(page !== undefined && { page }),
      message,
      source: sourceInWords(rule),
    });
  };
  const tellPages = (
    check: FilingCheckKind,
    code: string,
    pages: readonly number[],
    message: (pages: string) => string,
  ) => {
    if (pages.length > 0) tell(check, code, message(pagesInWords(pages)), { page: pages[0] });
  };

  found.push(...sizeFindings(facts.sizeBytes, rules));
  if (facts.isEncrypted)
    tell('encryption', 'FILING_ENCRYPTED', 'It is encrypted, although it opens without a password.');
  if (facts.isRepaired)
    tell('damage', 'FILING_DAMAGED', 'Its table of objects is damaged; readers repair it by guessing.');
  for (const problem of facts.problems) {
    const isLimit = problem.code === 'PDF_LIMIT_EXCEEDED';
    tell('damage', isLimit ? 'FILING_NOT_CHECKED' : 'FILING_DAMAGED', problem.message, {
      page: 'page' in problem ? problem.page : undefined,
      severity: isLimit ? 'warning' : 'error',
    });
  }
  if (facts.hasScripts) tell('scripts', 'FILING_SCRIPTS', 'It has scripts (JavaScript).');
  if (facts.hasLaunchActions)
    tell('launchActions', 'FILING_LAUNCH_ACTION', 'Something in it starts another program or opens a file.');
  if (facts.embeddedFiles > 0)
    tell(
      'embeddedFiles',
      'FILING_EMBEDDED_FILES',
      `It carries ${formatCount(facts.embeddedFiles, 'file')} inside.`,
    );
  tellPages(
    'embeddedFiles',
    'FILING_EMBEDDED_FILES',
    facts.filePages,
    (on) => `Files are attached to ${on}.`,
  );
  tellPages(
    'media',
    'FILING_MEDIA',
    facts.mediaPages,
    (on) => `Sound, video or a model in three dimensions is on ${on}.`,
  );
  if (facts.hasForms)
    tell('formFields', 'FILING_FORM_FIELDS', 'It has form fields that can still be filled in. Flatten them.');
  tellPages(
    'externalLinks',
    'FILING_EXTERNAL_LINKS',
    facts.webLinkPages,
    (on) => `Links lead out of the file on ${on}.`,
  );
  tellPages(
    'failedRedactions',
    'FILING_REDACTION_FAILED',
    facts.failedRedactions.map(({ page }) => page),
    (on) => `Words that look redacted can be copied all the same on ${on}.`,
  );
  if (facts.croppedPages.length > 0)
    tell(
      'failedRedactions',
      'FILING_WORDS_CROPPED',
      `Words outside what the page shows, cropped away or off its edge, can be copied all the same: ${pagesInWords(facts.croppedPages)}.`,
      // Printers' marks stand there too.
      { page: facts.croppedPages[0], severity: 'warning' },
    );
  if (facts.earlierPages.length > 0)
    tell(
      'failedRedactions',
      'FILING_EARLIER_VERSION',
      `An earlier version is in the file still, with words that it no longer shows: ${pagesInWords(facts.earlierPages)}.`,
      // What was filled in or mended by adding to the file leaves such words too.
      { page: facts.earlierPages[0], severity: 'warning' },
    );
  found.push(
    ...identifierFindings(
      [...identifiersOfName(name), ...facts.identifiers],
      rules.rules.personalIdentifiers,
      isUnderSeal,
    ),
  );
  tellPages(
    'searchableText',
    'FILING_NO_TEXT',
    facts.picturePages,
    (on) => `There is no text that can be searched on ${on}; nor could identifiers be looked for there.`,
  );
  const [odd] = facts.oddPages;
  if (odd)
    tellPages(
      'pageSize',
      'FILING_PAGE_SIZE',
      facts.oddPages.map(({ page }) => page),
      (on) => `Not letter size (8.5 × 11 in): ${on}. The first is ${inInches(odd)}.`,
    );
  tellPages('blankPages', 'FILING_BLANK_PAGES', facts.blankPages, (on) => `Nothing is on ${on}.`);
  if (facts.placePages.length > 0)
    tell(
      'metadata',
      'FILING_PICTURE_PLACE',
      `Whoever has the file can read where pictures were taken: ${pagesInWords(facts.placePages)}.`,
      { page: facts.placePages[0], severity: 'warning' },
    );
  for (const { field, value } of facts.claims)
    if (field === 'author' || field === 'title' || field === 'subject')
      tell(
        'metadata',
        'FILING_METADATA',
        `Whoever has the file can read its ${field}: “${shortened(value)}”.`,
      );
  return found;
}

function sizeFindings(sizeBytes: number, { fileSize, otherFileSizes }: FilingRules): FileFinding[] {
  if (!fileSize) return [];
  const isOver = ({ megabytes }: { megabytes: number }) => sizeBytes > megabytes * bytesPerMegabyte;
  const limit = [fileSize, ...otherFileSizes].find(isOver);
  if (!limit) return [];
  return [
    {
      code: 'FILING_TOO_LARGE',
      severity: limit === fileSize ? 'error' : 'warning',
      message: `It has ${formatSize(sizeBytes)}; ${limit === fileSize ? 'the court takes' : 'another source says that the court takes'} ${limit.megabytes} MB per file.`,
      source: sourceInWords(limit),
    },
  ];
}

const kindWords: Readonly<Record<IdentifierKind, string>> = {
  ssn: 'a Social Security number',
  taxpayer: 'a taxpayer number',
  birthDate: 'a date of birth',
  account: 'an account or card number',
  passport: 'a passport number',
  driverLicense: 'a driver’s license number',
};
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

function identifierFindings(
  identifiers: readonly PlacedIdentifier[],
  rule: FilingRule,
  isUnderSeal: boolean,
): FileFinding[] {
  if (rule.severity === 'none') return [];
  const ruleSeverity = rule.severity;
  const severityOf = ({ kind, certainty }: PlacedIdentifier): Severity => {
    if (isUnderSeal || rule.identifiers?.[kind] === undefined) return 'info';
    return certainty === 'certain' ? ruleSeverity : 'warning';
  };
  const findingOf = (identifier: PlacedIdentifier, pages: readonly number[]): FileFinding => {
    const { place, kind, masked, certainty } = identifier;
    const words = kindWords[kind];
    const what = certainty === 'certain' ? capital(words.replace(/^an? /, '')) : `Perhaps ${words}`;
    const asked = rule.identifiers?.[kind];
    const why = isUnderSeal
      ? 'It may stand in a copy filed under seal.'
      : asked === undefined
        ? 'The rule does not name it; some courts want it redacted.'
        : `${capital(asked)}.`;
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
  // A number that stands on every page, or on one more than once, is one thing to mend.
  const alike = Map.groupBy(identifiers, ({ place, kind, masked, certainty }) =>
    [kind, masked, certainty, typeof place === 'number' ? 'page' : place].join('\n'),
  );
  const told = [...alike.values()].map((places) => {
    const pages = new Set(places.flatMap(({ place }) => (typeof place === 'number' ? place : [])));
    return findingOf(places[0]!, [...pages]);
  });
  const left = told.splice(mostIdentifiers);
  const [first] = left;
  if (first)
    told.push({
      ...first,
      severity: gravest.find((grave) => left.some(({ severity }) => severity === grave))!,
      message: `${formatCount(left.length, 'more identifier')}${first.page === undefined ? '' : `, from page ${first.page} on`}.`,
    });
  return told;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const pointsPerInch = 72;
const mostShown = 120;

function inInches({ width, height }: { width: number; height: number }): string {
  const inches = (points: number) =>
    (points / pointsPerInch).toLocaleString('en-US', { maximumFractionDigits: 2 });
  return `${inches(width)} × ${inches(height)} in`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
}
