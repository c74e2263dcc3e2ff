import {
  batesRun,
  formatBates,
  parseBates,
  type BatesNumber,
} from '../../../../shared/domain/exhibits/bates.ts';
import { familyHeads } from '../../../../shared/domain/family-heads.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import { problemOf } from '../reading.ts';
import type { TableRow } from './concordance.ts';
import type { ImageLine } from './opticon.ts';
import type { PageInFile, ProducedDocument, ProducedPage, Production } from './produced.ts';

/** A document that the list of images has, with its pages. */
interface ImagedDocument {
  readonly lines: readonly ImageLine[];
  readonly problems: readonly Problem[];
}

/**
 * Puts together what a table of documents (DAT) and a list of page images (OPT) say. Where they disagree, the document says so and
 * keeps what both have; documents that only one of them has come too.
 */
export function joinProduction(
  rows: readonly TableRow[],
  lines: readonly ImageLine[],
): Pick<Production, 'documents' | 'problems'> {
  const imaged = documentsOf(lines, new Set(rows.map(keyOf)));
  const shared = pagesInSharedFiles(imaged.values());
  const pageOf = (line: ImageLine): ProducedPage => ({
    key: line.key,
    path: line.path,
    inFile: shared.get(line),
  });
  const parents = parentRows(rows);
  const documents: ProducedDocument[] = rows.map((row) => {
    const images = imaged.get(keyOf(row));
    imaged.delete(keyOf(row));
    return documentOfRow(
      row,
      images,
      images?.lines.map(pageOf) ?? [],
      parents.get(row.row) ?? null,
      lines.length > 0,
    );
  });
  for (const { lines: own, problems } of imaged.values()) {
    const [first, last] = [own[0]!, own.at(-1)!];
    documents.push({
      row: first.line,
      isOfImagesOnly: true,
      first: first.key,
      last: last.key,
      parentRow: null,
      attachedTo: '',
      custodian: '',
      title: '',
      volume: first.volume,
      claims: [],
      nativePath: '',
      textPath: '',
      pages: own.map(pageOf),
      pageCount: own.length > 1 ? own.length : (first.pages ?? 1),
      isDamaged: false,
      problems: [
        ...problems,
        ...(rows.length > 0 ? [problemOf('EVIDENCE_PRODUCTION_NOT_LISTED', { line: first.line })] : []),
      ],
    });
  }
  return checkRanges(documents);
}

const folded = (text: string) => text.toUpperCase();
const keyOf = ({ imageKey, first }: TableRow) => folded(imageKey || first);

/** The documents of a list of images by the key of their first page. One begins where the list says so, and where a row's number stands. */
function documentsOf(lines: readonly ImageLine[], begins: ReadonlySet<string>): Map<string, ImagedDocument> {
  const documents = new Map<string, { lines: ImageLine[]; problems: Problem[] }>();
  const keys = new Set<string>();
  let open: { lines: ImageLine[]; problems: Problem[] } | null = null;
  for (const line of lines) {
    const key = folded(line.key);
    const isTwice = keys.has(key);
    keys.add(key);
    if (open === null || line.begins || (begins.has(key) && !isTwice)) {
      open = { lines: [], problems: [] };
      // Under a key of its own, so that it takes nobody's place.
      documents.set(documents.has(key) ? `${key} line ${line.line}` : key, open);
    }
    if (isTwice)
      open.problems.push(problemOf('EVIDENCE_PRODUCTION_KEY_TWICE', { line: line.line, key: line.key }));
    open.lines.push(line);
  }
  for (const { lines: own, problems } of documents.values()) {
    const said = own[0]!.pages;
    if (said !== null && said > 0 && said !== own.length)
      problems.push(
        problemOf('EVIDENCE_PRODUCTION_PAGES', {
          what: `Line ${own[0]!.line} of the list of page images says that the document has ${said} pages`,
          found: own.length,
        }),
      );
  }
  return documents;
}

/** Of files in which several documents have pages: which page of its file each line is. */
function pagesInSharedFiles(documents: Iterable<ImagedDocument>): ReadonlyMap<ImageLine, PageInFile> {
  const files = new Map<string, { readonly documents: Set<ImagedDocument>; readonly lines: ImageLine[] }>();
  for (const document of documents)
    for (const line of document.lines) {
      const file = files.get(folded(line.path)) ?? { documents: new Set(), lines: [] };
      files.set(folded(line.path), file);
      file.documents.add(document);
      file.lines.push(line);
    }
  const pages = new Map<ImageLine, PageInFile>();
  for (const { documents: own, lines } of files.values()) {
    if (own.size < 2) continue;
    const said = new Set(lines.map(({ pageInFile }) => pageInFile));
    const isSaid = said.size === lines.length && !said.has(0);
    for (const [at, line] of lines.entries())
      pages.set(line, isSaid ? { page: line.pageInFile, of: null } : { page: at + 1, of: lines.length });
  }
  return pages;
}

function documentOfRow(
  row: TableRow,
  images: ImagedDocument | undefined,
  listed: readonly ProducedPage[],
  parentRow: number | null,
  hasImageList: boolean,
): ProducedDocument {
  const pages =
    listed.length > 0 || row.imagePath === '' ? listed : [{ key: row.first, path: row.imagePath }];
  const problems = [...row.problems, ...(images?.problems ?? [])];
  const said = row.pages ?? pagesOfRange(row);
  if (hasImageList && listed.length === 0 && row.nativePath === '')
    problems.push(problemOf('EVIDENCE_PRODUCTION_NO_IMAGES', { row: row.row, first: row.first }));
  else if (listed.length > 0 && said !== null && said !== listed.length && !isOneFile(listed))
    problems.push(
      problemOf('EVIDENCE_PRODUCTION_PAGES', {
        what: `Row ${row.row} gives the document ${said} pages`,
        found: listed.length,
      }),
    );
  const { first, last, custodian, title, claims, nativePath, textPath, isDamaged } = row;
  const volume = row.volume || (images?.lines[0]!.volume ?? '');
  return {
    row: row.row,
    isOfImagesOnly: false,
    first,
    last,
    parentRow,
    attachedTo: attachedTo(row),
    custodian,
    title,
    volume,
    claims,
    nativePath,
    textPath,
    pages,
    pageCount: listed.length > 1 ? listed.length : said,
    isDamaged,
    problems,
  };
}

/** Whether all pages are in one file, which may begin with a page that has no number. */
function isOneFile(pages: readonly ProducedPage[]): boolean {
  return pages.length > 1 && pages.every(({ path }) => path === pages[0]!.path);
}

function pagesOfRange({ first, last }: { readonly first: string; readonly last: string }): number | null {
  const [from, to] = endsOf(first, last);
  return from && to && to.number >= from.number ? to.number - from.number + 1 : null;
}

function endsOf(first: string, last: string): [BatesNumber | null, BatesNumber | null] {
  const from = parseBates(first);
  const to = from && parseBates(last, from.prefix);
  return [from, to && to.suffix === from.suffix ? to : null];
}

function attachedTo({ first, parent, attachFirst }: TableRow): string {
  const named = parent || attachFirst;
  return folded(named) === folded(first) ? '' : named;
}

/** The row of the document each was attached to: named itself, or the first of the range they share. Parents that lead in a circle are none. */
function parentRows(rows: readonly TableRow[]): Map<number, number> {
  const places = new Map<string, number>();
  for (const [at, { first }] of rows.entries()) if (!places.has(folded(first))) places.set(folded(first), at);
  const parents = rows.map((row, at) => {
    const head = places.get(folded(attachedTo(row)));
    return head === undefined || head === at ? null : head;
  });
  const heads = familyHeads(parents);
  return new Map(
    parents.flatMap((parent, at) =>
      parent === null || heads[at] === null ? [] : [[rows[at]!.row, rows[parent]!.row] as const],
    ),
  );
}

interface Ranged {
  readonly at: number;
  readonly from: BatesNumber;
  readonly to: number;
}

/** Names ranges that run backwards or overlap on the later document, and numbers between documents that none has. */
function checkRanges(documents: readonly ProducedDocument[]): Pick<Production, 'documents' | 'problems'> {
  const found = documents.map((document) => [...document.problems]);
  const gaps: Problem[] = [];
  const sequences = new Map<string, Ranged[]>();
  for (const [at, { first, last, row }] of documents.entries()) {
    const [from, to] = endsOf(first, last);
    if (!from) continue;
    if (!to || to.number < from.number)
      found[at]!.push(problemOf('EVIDENCE_PRODUCTION_RANGE', { row, range: batesRun(first, last) }));
    const key = `${from.prefix} ${from.suffix}`;
    const ranged = { at, from, to: Math.max(to?.number ?? 0, from.number) };
    const sequence = sequences.get(key);
    if (sequence) sequence.push(ranged);
    else sequences.set(key, [ranged]);
  }
  for (const sequence of sequences.values()) {
    let before: Ranged | null = null;
    for (const ranged of sequence.toSorted((a, b) => a.from.number - b.from.number || a.at - b.at)) {
      const { row, first, last } = documents[ranged.at]!;
      if (before && ranged.from.number <= before.to)
        found[ranged.at]!.push(
          problemOf('EVIDENCE_PRODUCTION_OVERLAP', {
            row,
            range: batesRun(first, last),
            other: documents[before.at]!.row,
          }),
        );
      else if (before && ranged.from.number > before.to + 1)
        gaps.push(
          problemOf('EVIDENCE_PRODUCTION_GAP', {
            range: batesRun(
              formatBates(ranged.from, before.to + 1),
              formatBates(ranged.from, ranged.from.number - 1),
            ),
            before: documents[before.at]!.row,
            row,
          }),
        );
      if (!before || ranged.to > before.to) before = ranged;
    }
  }
  return {
    documents: documents.map((document, at) => ({ ...document, problems: found[at]! })),
    problems: gaps,
  };
}
