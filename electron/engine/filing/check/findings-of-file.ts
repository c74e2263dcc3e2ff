import { formatCount, formatSize } from '../../../../shared/domain/amounts.ts';
import type { PdfFacts } from '../../pdf/facts/read-facts.ts';
import { sourceInWords, type FilingRules } from '../filing-rules.ts';
import { FileFindings, type FileFinding } from './file-finding.ts';
import { identifierFindings } from './identifier-findings.ts';
import { lengthFindings } from './length-findings.ts';

const bytesPerMegabyte = 1_000_000;
const pointsPerInch = 72;
/** Characters of a property that are shown. */
const mostShown = 120;

/**
 * What keeps a PDF from being filed.
 *
 * @param file `name` without folder; `isUnderSeal` whether it is filed under seal, where identifiers may stand (Rule 5.2(f));
 *   `isExhibit` whether a build wrote it for an exhibit set, so that no limit for briefs is its, and its title is what its pages say
 */
export function findingsOfFile(
  facts: PdfFacts,
  rules: FilingRules,
  file: { readonly name: string; readonly isUnderSeal: boolean; readonly isExhibit: boolean },
): FileFinding[] {
  const findings = new FileFindings(rules.rules);
  findings.all.push(...sizeFindings(facts.sizeBytes, rules));
  addDamage(findings, facts);
  addActiveContent(findings, facts);
  addHiddenWords(findings, facts);
  findings.all.push(...identifierFindings(facts.identifiers, rules.rules.personalIdentifiers, file));
  addPageFaults(findings, facts);
  addMetadata(findings, facts, file.isExhibit);
  if (!file.isExhibit) findings.all.push(...lengthFindings(facts.brief, rules.lengths));
  return findings.all;
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

/** What keeps a court's system from reading it, or made us stop. */
function addDamage(findings: FileFindings, facts: PdfFacts): void {
  if (facts.isEncrypted)
    findings.add('encryption', 'FILING_ENCRYPTED', 'It is encrypted, although it opens without a password.');
  if (facts.isRepaired)
    findings.add(
      'damage',
      'FILING_DAMAGED',
      'Its table of objects is damaged; readers repair it by guessing.',
    );
  findings.addPages(
    'damage',
    'FILING_CONTENT_DAMAGED',
    facts.incompletePages,
    (on) =>
      `What stands on ${on} is damaged in the file: something may be missing, and programs may show different things.`,
    'warning',
  );
  for (const problem of facts.problems) {
    const isLimit = problem.code === 'PDF_LIMIT_EXCEEDED';
    findings.add('damage', isLimit ? 'FILING_NOT_CHECKED' : 'FILING_DAMAGED', problem.message, {
      page: 'page' in problem ? problem.page : undefined,
      severity: isLimit ? 'warning' : 'error',
    });
  }
}

/** What a filed page may not do or carry. */
function addActiveContent(findings: FileFindings, facts: PdfFacts): void {
  if (facts.hasScripts) findings.add('scripts', 'FILING_SCRIPTS', 'It has scripts (JavaScript).');
  if (facts.hasLaunchActions)
    findings.add(
      'launchActions',
      'FILING_LAUNCH_ACTION',
      'Something in it starts another program or opens a file.',
    );
  if (facts.embeddedFiles > 0)
    findings.add(
      'embeddedFiles',
      'FILING_EMBEDDED_FILES',
      `It carries ${formatCount(facts.embeddedFiles, 'file')} inside.`,
    );
  else if (facts.holdsFiles && facts.filePages.length === 0)
    findings.add(
      'embeddedFiles',
      'FILING_EMBEDDED_FILES',
      'It carries files inside that no list of it names.',
    );
  findings.addPages(
    'embeddedFiles',
    'FILING_EMBEDDED_FILES',
    facts.filePages,
    (on) => `Files are attached to ${on}.`,
  );
  findings.addPages(
    'media',
    'FILING_MEDIA',
    facts.mediaPages,
    (on) => `Sound, video or a model in three dimensions is on ${on}.`,
  );
  if (facts.hasForms)
    findings.add(
      'formFields',
      'FILING_FORM_FIELDS',
      'It has form fields that can still be filled in. Flatten them.',
    );
  findings.addPages(
    'externalLinks',
    'FILING_EXTERNAL_LINKS',
    facts.webLinkPages,
    (on) => `Links lead out of the file on ${on}.`,
  );
}

/** Words that are not seen and can be copied. */
function addHiddenWords(findings: FileFindings, facts: PdfFacts): void {
  findings.addPages(
    'failedRedactions',
    'FILING_REDACTION_FAILED',
    facts.failedRedactions.map(({ page }) => page),
    (on) => `Words that look redacted can be copied all the same on ${on}.`,
  );
  findings.addPages(
    'failedRedactions',
    'FILING_WORDS_CROPPED',
    facts.croppedPages,
    (on) =>
      `Words outside what the page shows, cropped away or off its edge, can be copied all the same: ${on}.`,
    // Printers' marks stand there too.
    'warning',
  );
  findings.addPages(
    'failedRedactions',
    'FILING_EARLIER_VERSION',
    facts.earlierPages,
    (on) => `An earlier version is in the file still, with words that it no longer shows: ${on}.`,
    // What was filled in or corrected by adding to the file leaves such words too.
    'warning',
  );
}

function addPageFaults(findings: FileFindings, { picturePages, oddPages, blankPages }: PdfFacts): void {
  findings.addPages(
    'searchableText',
    'FILING_NO_TEXT',
    picturePages,
    (on) => `There is no text that can be searched on ${on}; nor could identifiers be looked for there.`,
  );
  findings.addPages(
    'pageSize',
    'FILING_PAGE_SIZE',
    oddPages.map(({ page }) => page),
    (on) => `Not letter size (8.5 × 11 in): ${on}. The first is ${inInches(oddPages[0]!)}.`,
  );
  findings.addPages('blankPages', 'FILING_BLANK_PAGES', blankPages, (on) => `Nothing is on ${on}.`);
}

function addMetadata(findings: FileFindings, { placePages, claims }: PdfFacts, isExhibit: boolean): void {
  findings.addPages(
    'metadata',
    'FILING_PICTURE_PLACE',
    placePages,
    (on) => `Whoever has the file can read where pictures were taken: ${on}.`,
    'warning',
  );
  for (const { field, value } of claims)
    if (field === 'author' || field === 'subject' || (field === 'title' && !isExhibit))
      findings.add(
        'metadata',
        'FILING_METADATA',
        `Whoever has the file can read its ${field}: “${shortened(value)}”.`,
      );
}

function inInches({ width, height }: { width: number; height: number }): string {
  const inches = (points: number) =>
    (points / pointsPerInch).toLocaleString('en-US', { maximumFractionDigits: 2 });
  return `${inches(width)} × ${inches(height)} in`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
}
