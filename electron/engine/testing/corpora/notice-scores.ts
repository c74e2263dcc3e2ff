import type { ParsedDocket, ParsedEntry, ParsedSource } from '../../../../shared/model/docket.ts';

/** One entry as another parser reads it, with its case. */
interface Expected {
  readonly court: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly number: string | null;
  /** A day, or of a feed the instant in UTC. */
  readonly filedOn: string | null;
  readonly text: string;
  readonly shortText: string;
  readonly documentId: string;
  readonly attachments: number | null;
}

/** A field of an entry, or of its case, that is compared with the other parser's. */
type ScoredField =
  | 'court'
  | 'case number'
  | 'title'
  | 'number'
  | 'date'
  | 'text'
  | 'short text'
  | 'document id'
  | 'attachments';

interface Difference {
  readonly file: string;
  readonly field: ScoredField;
  /** Why the two differ; null where no reason is known. */
  readonly reason: string | null;
  readonly ours: string;
  readonly theirs: string;
}

export interface FileScore {
  readonly folder: string;
  readonly file: string;
  readonly cases: number;
  readonly expected: number;
  readonly found: number;
  readonly differences: readonly Difference[];
}

interface Json {
  readonly [key: string]: unknown;
}
const isMissing = (value: unknown): boolean => value === null || value === undefined;
const string = (value: unknown): string =>
  typeof value === 'string' ? value : isMissing(value) ? '' : String(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** What the JSON beside a file says: a notice, a feed, a docket or a report. */
export function expectedOf(json: unknown): Expected[] {
  if (Array.isArray(json)) return json.flatMap(expectedOf);
  const object = json as Json;
  const court = string(object['court_id']);
  const dockets = object['dockets'] === undefined ? [object] : list(object['dockets']);
  return dockets.flatMap((docket) =>
    (docket['docket_entries'] === undefined && docket['description'] !== undefined
      ? [docket]
      : list(docket['docket_entries'])
    ).map((entry) => ({
      court: string(docket['court_id']) || court,
      caseNumber: string(docket['docket_number']),
      title: string(docket['case_name']),
      number: isMissing(entry['document_number']) ? null : string(entry['document_number']),
      filedOn: isMissing(entry['date_filed']) ? null : string(entry['date_filed']),
      text: string(entry['description']),
      shortText: string(entry['short_description']),
      documentId: string(entry['pacer_doc_id']),
      attachments: Array.isArray(entry['attachments']) ? entry['attachments'].length : null,
    })),
  );
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reasons why a field may differ though ours is what the source prints, the plainest first. */
const reasons: readonly {
  readonly field: ScoredField;
  readonly reason: string;
  readonly explains: (ours: string, theirs: string) => boolean;
}[] = [
  {
    field: 'date',
    reason: 'the other parser keeps Greenwich time, in which it was the day after the court’s',
    explains: (ours, theirs) =>
      /T0\d:/.test(theirs) && Date.parse(theirs.slice(0, 10)) - Date.parse(ours) === 86_400_000,
  },
  {
    field: 'text',
    reason: 'the other parser drops each “#” (“# (1) Exhibit” → “(1) Exhibit”)',
    explains: (ours, theirs) => fold(ours.replaceAll('#', '')) === theirs,
  },
  {
    field: 'text',
    reason: 'the other parser closes up “word , word” or writes a straight apostrophe',
    explains: (ours, theirs) =>
      fold(ours.replace(/ +,/g, ',').replaceAll('’', "'")) === fold(theirs.replace(/ +,/g, ',')),
  },
  {
    field: 'text',
    reason: 'the other parser leaves out words that the notice prints, mostly those in italics',
    explains: (ours, theirs) => isWithin(theirs.replaceAll('#', ''), ours.replaceAll('#', '')),
  },
  {
    field: 'title',
    reason: 'the other parser rewrites captions: “et al” left out, “USA” as “United States”',
    explains: (ours, theirs) =>
      caption(ours) === caption(theirs) || caption(ours).startsWith(`${caption(theirs)} `),
  },
  {
    field: 'title',
    reason: 'the feed gives no title, and the other parser writes “Unknown Case Title”',
    explains: (ours, theirs) => ours === '' && theirs === 'Unknown Case Title',
  },
  {
    field: 'number',
    reason: 'the other parser puts the document’s id where the court prints no number',
    explains: (ours, theirs) => ours === '' && theirs.length > 6,
  },
  {
    field: 'court',
    reason:
      'the other parser was told a court, and the file is of another or has another code (sdny for nysd)',
    explains: (ours, theirs) => ours !== '' && theirs !== '',
  },
  {
    field: 'short text',
    reason: 'the other parser takes the first document’s description where we take the event in the subject',
    explains: (ours, theirs) => ours !== '' && theirs !== '' && !theirs.endsWith(ours),
  },
  {
    field: 'short text',
    reason:
      'the title is wrapped in the plain text, and the other parser leaves its second line in the short text',
    explains: (ours, theirs) => ours !== '' && theirs.endsWith(` ${ours}`),
  },
  {
    field: 'document id',
    reason: 'the fourth digit tells how the document was asked for; we always set it to zero',
    explains: (ours, theirs) => ours === `${theirs.slice(0, 3)}0${theirs.slice(4)}`,
  },
  {
    field: 'attachments',
    reason: 'the docket text lists attachments that the archive does not hold',
    explains: (ours, theirs) => Number(ours) > Number(theirs),
  },
  {
    field: 'document id',
    reason: 'the id was cut to four digits in the test file; so short a number is no id',
    explains: (ours, theirs) => ours === '' && theirs.length <= 4,
  },
];

const caption = (title: string): string =>
  fold(
    title
      .replace(/,? et al\.?,?/gi, '')
      .replace(/\bUSA?\b|\b(?:The )?United States of America\b/g, 'United States')
      .replaceAll('#', '')
      .replace(/\s+vs?\.?\s+/gi, ' v. ')
      .replace(/[.,\s]+/g, ' '),
  ).toLowerCase();

/** Whether the words of one text stand in another in the same order. */
function isWithin(part: string, whole: string): boolean {
  const words = fold(whole).split(' ');
  let at = 0;
  for (const word of fold(part).split(' ')) {
    const found = words.indexOf(word, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/** Compares what was read of one file with what another parser read. */
export function scoreOf(
  folder: string,
  file: string,
  source: ParsedSource,
  expected: readonly Expected[],
): FileScore {
  const rows = source.dockets.flatMap((docket) =>
    docket.entries.filter(({ attachment }) => attachment === null).map((entry) => ({ docket, entry })),
  );
  const left = new Set(rows);
  const differences: Difference[] = [];
  let found = 0;
  for (const theirs of expected) {
    const ours = bestFor(theirs, left);
    if (ours === null) continue;
    left.delete(ours);
    found += 1;
    differences.push(...differencesOf(file, ours.docket, ours.entry, theirs));
  }
  return { folder, file, cases: source.dockets.length, expected: expected.length, found, differences };
}

interface Row {
  readonly docket: ParsedDocket;
  readonly entry: ParsedEntry;
}

/** The row of the same case that agrees in most. */
function bestFor(theirs: Expected, rows: ReadonlySet<Row>): Row | null {
  let best: Row | null = null;
  let most = -1;
  for (const row of rows) {
    if (!row.docket.header.number.startsWith(theirs.caseNumber)) continue;
    const { number, documentId, shortText, text, filedOn } = row.entry;
    const agrees =
      Number(string(number) === string(theirs.number)) * 4 +
      Number(string(documentId) === theirs.documentId) * 4 +
      Number(fold(text) === fold(theirs.text)) * 2 +
      Number(shortText === fold(theirs.shortText)) * 2 +
      Number(filedOn === (theirs.filedOn?.slice(0, 10) ?? null));
    if (agrees > most) [best, most] = [row, agrees];
  }
  return best;
}

function differencesOf(
  file: string,
  docket: ParsedDocket,
  entry: ParsedEntry,
  theirs: Expected,
): Difference[] {
  const attachments = docket.entries.filter(
    ({ number, attachment }) => number === entry.number && attachment !== null,
  );
  const fields: readonly (readonly [ScoredField, string, string])[] = [
    ['court', docket.header.court, theirs.court],
    ['title', fold(docket.header.title), fold(theirs.title)],
    ['number', string(entry.number), string(theirs.number)],
    ['date', string(entry.filedOn), sameDayOr(entry.filedOn, theirs.filedOn)],
    ['text', fold(entry.text), fold(theirs.text)],
    ['short text', fold(entry.shortText), fold(theirs.shortText)],
    ['document id', string(entry.documentId), theirs.documentId],
    ...(theirs.attachments === null
      ? []
      : ([['attachments', string(attachments.length), string(theirs.attachments)]] as const)),
  ];
  return fields.flatMap(([field, our, their]) =>
    our === their
      ? []
      : {
          file,
          field,
          ours: our,
          theirs: their,
          reason: reasons.find((each) => each.field === field && each.explains(our, their))?.reason ?? null,
        },
  );
}

/** The day, where both say the same, else all that the other parser says. */
function sameDayOr(ours: string | null, theirs: string | null): string {
  return theirs?.slice(0, 10) === ours ? ours : string(theirs);
}

/** The page of docs that tells how notices and feeds score: counts by folder, and why fields differ. No names. */
export function noticeScorePage(scores: readonly FileScore[]): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const fields = ['title', 'number', 'date', 'text', 'short text', 'document id'] as const;
  const folders = [...new Set(scores.map(({ folder }) => folder))];
  const sum = (of: readonly FileScore[], value: (score: FileScore) => number) =>
    of.reduce((n, each) => n + value(each), 0);
  const differing = (of: readonly FileScore[], field: ScoredField) =>
    sum(of, ({ differences }) => differences.filter((each) => each.field === field).length);
  const line = (name: string, of: readonly FileScore[]) => {
    const entries = sum(of, ({ found }) => found);
    return row([
      name,
      of.length,
      sum(of, ({ cases }) => cases),
      `${entries} of ${sum(of, ({ expected }) => expected)}`,
      ...fields.map((field) => entries - differing(of, field)),
    ]);
  };
  const counts = new Map<string, number>();
  for (const { folder, differences } of scores)
    for (const { field, reason } of differences) {
      const key = `${folder}\t${field}\t${reason ?? 'unexplained'}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [
    '# Notices, feeds and reports, compared with another parser',
    '',
    'Every notice, feed, archive file and report of the test corpora is read and compared, entry by entry, with the JSON that',
    'another parser left beside it. A number below a field counts entries in which both say the same after white space is folded.',
    'The full run of `electron/engine/formats/docket-sources/notices/notices.corpora.test.ts` compares this page.',
    '',
    row(['folder', 'files', 'cases', 'entries found', ...fields]),
    row(['---', '---:', '---:', '---:', ...fields.map(() => '---:')]),
    ...folders.map((folder) =>
      line(
        folder,
        scores.filter((score) => score.folder === folder),
      ),
    ),
    line('**all**', scores),
    '',
    '## Where the two differ',
    '',
    row(['folder', 'field', 'entries', 'why']),
    row(['---', '---', '---:', '---']),
    ...[...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]) => {
        const [folder, field, reason] = key.split('\t');
        return row([folder!, field!, count, reason!]);
      }),
    '',
  ].join('\n');
}
