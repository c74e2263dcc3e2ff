import type { IntakeItem } from '../../../../shared/model/evidence.ts';
import { CorpusOutcomes } from './corpus-outcomes.ts';

/** The page of docs that tells what became of the corpora's files: counts by folder, no names. */
export function outcomeTable(items: readonly IntakeItem[]): string {
  const all = new CorpusOutcomes<string>();
  for (const item of items) all.count(item.path, outcomeOf(item));
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    '# What becomes of files that others made',
    '',
    'Every file of the test corpora (PDF, images, mail and court filings, many damaged, encrypted or made to break readers)',
    'goes through `evidence.add` under the ordinary limits. The full run of',
    '`electron/engine/evidence/intake/corpora.test.ts` compares this page; it also exports every original and compares hashes,',
    'holds page counts against qpdf wherever qpdf finds nothing wrong, and verifies the matter. A file with several problems',
    'counts under the gravest. “Kept” means: stored byte for byte, not shown. What came in the files (attachments, files of',
    'archives) is counted below, not here.',
    '',
    all.table(all.occurred),
    '',
    '## What the outcomes mean',
    '',
    ...all.occurred.map(
      (outcome) =>
        `- **${outcome}**: ${explanations[outcome] ?? 'the file was not taken in; its code says why.'}`,
    ),
    '',
    '## Every problem and error, by code',
    '',
    'Of the files and of what came in them; each with the sentence that the person reads.',
    '',
    row(['code', 'files', 'in files', 'sentence']),
    row(['---', '---:', '---:', '---']),
    ...codeRows(items).map(row),
    '',
  ].join('\n');
}

const explanations: Readonly<Record<string, string>> = {
  'kept: too demanding':
    'a limit of time, memory, pixels or nesting ended the reading: decompression bombs and files made to exhaust readers.',
  'kept: encrypted': 'a password is needed; with it the file is read (`evidence unlock`).',
  'kept: damaged': 'no page could be opened: truncated, garbled, or no file of the kind it begins as.',
  'kept: no pages': 'a sound PDF that was made without any page.',
  'kept: empty': 'the file has no bytes.',
  'kept: other kind': 'no reader here knows the kind.',
  'readable but for some pages': 'the rest can be read; each page that cannot be says so.',
  'readable but for parts of pages': 'the content of some pages is spoilt in the file; they are named.',
  'readable after repair': 'the file is damaged and was opened all the same; its pages want checking.',
  'readable but for what came in it': 'not all that came in it could be taken out; each is named.',
  'same as another': 'the same bytes came before under another name; custody of the first says so.',
  readable: 'nothing stood in the way of reading.',
};

/** Codes with how often they occur, among the files and among what came in them, and a sentence for each. */
function codeRows(items: readonly IntakeItem[]): (string | number)[][] {
  const rows = new Map<string, { files: number; members: number; sentence: string }>();
  const visit = (item: IntakeItem, depth: number) => {
    const told = new Map(
      [...item.problems, ...(item.error ? [item.error] : [])].map((told) => [told.code, told]),
    );
    for (const { code, message } of told.values()) {
      // Names between quotation marks are the corpora's own.
      const sentence = message.replaceAll(/“[^”]*”/g, '“…”').replaceAll('|', '\\|');
      const entry = rows.get(code) ?? { files: 0, members: 0, sentence };
      entry[depth === 0 ? 'files' : 'members'] += 1;
      rows.set(code, entry);
    }
    for (const child of item.children ?? []) visit(child, depth + 1);
  };
  for (const item of items) if (item.status !== 'duplicate') visit(item, 0);
  return [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { files, members, sentence }]) => [`\`${code}\``, files, members, sentence]);
}

/** From the gravest to the lightest. */
const outcomesByCode: readonly (readonly [string, string])[] = [
  ['EVIDENCE_TOO_DEMANDING', 'kept: too demanding'],
  ['EVIDENCE_ENCRYPTED', 'kept: encrypted'],
  ['EVIDENCE_DAMAGED', 'kept: damaged'],
  ['EVIDENCE_NO_PAGES', 'kept: no pages'],
  ['EVIDENCE_EMPTY_FILE', 'kept: empty'],
  ['EVIDENCE_UNSUPPORTED_KIND', 'kept: other kind'],
  ['PDF_PAGE_UNREADABLE', 'readable but for some pages'],
  ['PDF_PAGES_INCOMPLETE', 'readable but for parts of pages'],
  ['EVIDENCE_REPAIRED_TO_READ', 'readable after repair'],
  ['EVIDENCE_MEMBER', 'readable but for what came in it'],
  ['EVIDENCE_ARCHIVE', 'readable but for what came in it'],
];

function outcomeOf({ status, problems, error }: IntakeItem): string {
  if (status === 'failed') return `failed: ${error!.code}`;
  if (status === 'duplicate') return 'same as another';
  for (const [code, outcome] of outcomesByCode)
    if (problems.some((problem) => problem.code.startsWith(code))) return outcome;
  return 'readable';
}
