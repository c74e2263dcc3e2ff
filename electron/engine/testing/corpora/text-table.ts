/** How a PDF's text compares with what pdftotext reads. */
export interface TextOutcome {
  readonly folder: string;
  /** The beginning of its SHA-256. */
  readonly id: string;
  /** Words pdftotext reads. */
  readonly words: number;
  readonly isReadByOthers: boolean;
  /** Of those, words read here. */
  readonly found: number;
  /** Words read here and not by pdftotext. */
  readonly extra: number;
  /** Why it was not read at all. */
  readonly code: string | null;
  readonly pages: number;
  /** Pages that wait to be recognized. */
  readonly waiting: number;
}

/** How many of those that differ most are explained one by one. */
const worst = 20;

/** The page of docs that tells how the texts of the corpora's PDFs compare. Files go by the beginning of their hash. */
export function textTable(outcomes: readonly TextOutcome[]): string {
  const folders = [...new Set(outcomes.map(({ folder }) => folder))].toSorted();
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const sums = (some: readonly TextOutcome[]) => {
    const opened = some.filter(({ code }) => code === null);
    const total = (key: 'words' | 'found' | 'extra' | 'waiting') =>
      opened.reduce((sum, one) => sum + one[key], 0);
    return [
      some.length,
      opened.length,
      some.filter(({ isReadByOthers }) => isReadByOthers).length,
      total('words'),
      percent(total('found'), total('words')),
      total('extra'),
      total('waiting'),
    ];
  };
  const differing = outcomes
    .filter(({ words, found }) => words > found)
    .toSorted((a, b) => a.found / a.words - b.found / b.words || b.words - a.words || (a.id < b.id ? -1 : 1));
  return [
    '# Text of PDFs that others made, beside pdftotext',
    '',
    'Every PDF of the test corpora (many damaged, encrypted or made to break readers) is read as `evidence.readText` reads it, and',
    'its words are counted against those of `pdftotext` (poppler): without case, accents, punctuation and hyphens at line ends. The',
    'full run of `electron/engine/evidence/text/corpora.test.ts` compares this page. “Found” is the share of pdftotext’s words that',
    'are read here as often; “more” are words read here and not there; “waiting” are pages that are pictures of text and wait to be',
    'recognized. Files that are not opened here end in a declared error; `docs/corpora-evidence.md` counts them.',
    '',
    row(['folder', 'files', 'opened', 'opened by pdftotext', 'words', 'found', 'more', 'pages waiting']),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...folders.map((folder) => row([folder, ...sums(outcomes.filter((one) => one.folder === folder))])),
    row(['**all**', ...sums(outcomes)]),
    '',
    `## The ${worst} that differ most`,
    '',
    `${differing.length} files have a word of pdftotext’s that is not read here. Those with the smallest share:`,
    '',
    row(['file', 'folder', 'words', 'found', 'more', 'why']),
    row(['---', '---', '---:', '---:', '---:', '---']),
    ...differing
      .slice(0, worst)
      .map(({ id, folder, words, found, extra, code }) =>
        row([
          id,
          folder,
          words,
          found,
          extra,
          code ? `not opened: ${code}` : (reasons[id] ?? 'not looked into'),
        ]),
      ),
    '',
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Why the words of a file differ, as found by looking at it. */
const reasons: Readonly<Record<string, string>> = {
  '2b8821f9': 'digit and letter stand apart; parted here, joined there',
  de02fe12: 'the font’s table of meanings is damaged; the page waits to be recognized',
  '8120e984': 'letters along a slope: one word here, five pieces there',
  '0cf0ec3e': 'letters set apart: one word here, three pieces there',
  '934aad46': 'two words without a space, told apart there by the gap alone',
  e88c3344: 'two words without a space, told apart there by the gap alone',
  c61f1e48: 'two letters that touch: one word here, two there',
  f772d142: 'a comment of two letters, parted here',
  '3b1e1445': 'letters along circles: words here, pieces of two letters there',
  e6c6e3fb: 'Chinese: read here by the font’s own table, there as other letters',
  '683af3f0': 'form fields of several lines; each value is read once',
  '37ff3dd9': 'letters along a curve, parted here',
  ef1e88fe: 'words turned by every angle; each program puts their letters together differently',
  '8ac40dc4': 'letters of a drawn font: widths of spaces are told differently',
  be3ce724: 'numbers along two axes of a chart, joined here',
  '6359fc2e': 'ticks of boxes, which are no words',
  '9d67be58': 'ticks of boxes, which are no words',
  d86d0142: 'a font without meanings: neither program reads what is shown',
  ff7acf2a: 'a word drawn in two steps, parted here',
  '38225227': 'a font without meanings: each program reads other letters of its codes',
  '07aaa518': 'a form within a form, without the font it names: there the page’s is taken',
  ad2a4eee: 'a comment read here by its text, there by how it is drawn',
};
