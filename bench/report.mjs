/**
 * The page bench/RESULTS.md.
 *
 * @param {Record<string, { date: string, machine: string, figures: object }>} measured sections that ran, by name
 */
export function report(measured) {
  const section = (name, write) =>
    measured[name] &&
    `${write(measured[name].figures)}\n\n${measured[name].date}; ${measured[name].machine}.`;
  return `${[
    '# Benchmarks',
    '`node scripts/xvfb.mjs node bench/run.mjs` makes its inputs, runs everything and writes this page; the names of sections run those ' +
      'alone. Figures are medians of whole processes, from start to exit; peers run in turn with ours on the same inputs, and the ' +
      'ratio is the median of the pairs’ ratios. Seconds depend on the machine, ratios much less.',
    section('start-up', startUpSection),
    section('intake', intakeSection),
    section('text', textSection),
    section('recognition', recognitionSection),
    section('docket', docketSection),
    section('deadlines', deadlinesSection),
    section('evidence-list', evidenceListSection),
    section('search', searchSection),
    section('reader', readerSection),
    section('assemble', assembleSection),
    section('binder', binderSection),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

const startUpSection = ({ warmMs, coldMs, idlePssMb, processes }) =>
  [
    '## Start-up and idle memory',
    'From starting the app (`--sample`) to the largest contentful paint of the sample matter; memory ten seconds later.',
    table(
      ['measure', 'figure', 'target'],
      [
        ['warm start', `${(warmMs / 1000).toFixed(2)} s`, '≤ 1.3 s'],
        [
          'cold start (file cache dropped)',
          coldMs === null ? 'not allowed here' : `${(coldMs / 1000).toFixed(2)} s`,
          '',
        ],
        [`idle, PSS of ${processes} processes`, `${idlePssMb} MB`, '≤ 350 MB'],
      ],
    ),
  ].join('\n\n');

const intakeSection = (rows) =>
  [
    '## Evidence intake',
    'Ours: `forthwith evidence add MATTER FOLDER --recursive` (SHA-256, chunks, full sync, inspection of every page). ' +
      'Yardstick: `cp -r FOLDER COPY && sha256sum COPY/* && sync -f COPY`.',
    table(
      ['input', 'ours', 'yardstick', 'ours MB/s', 'yardstick MB/s', 'ours ÷ yardstick'],
      rows.map(({ megabytes, files, ours, theirs, ratio }) => [
        `${megabytes} MB, ${files} files`,
        `${ours.toFixed(2)} s`,
        `${theirs.toFixed(2)} s`,
        (megabytes / ours).toFixed(0),
        (megabytes / theirs).toFixed(0),
        ratio.toFixed(2),
      ]),
    ),
  ].join('\n\n');

const textSection = (rows) =>
  [
    '## Text of PDFs',
    'Ours: `forthwith pdf text FILE --json` (PDFium, two worker threads). Yardstick: `pdftotext FILE -`. Pages of forty typed lines.',
    table(
      ['pages', 'ours', 'pdftotext', 'ours ÷ pdftotext', 'target'],
      rows.map(({ pages, ours, theirs, ratio }) => [
        pages,
        `${ours.toFixed(2)} s`,
        `${theirs.toFixed(2)} s`,
        ratio.toFixed(2),
        pages === 1000 ? '≤ 1.1' : '',
      ]),
    ),
  ].join('\n\n');

const recognitionSection = (rows) =>
  [
    '## Recognition of scanned letters',
    'Ours: `forthwith evidence ocr MATTER` (Tesseract in WebAssembly on two worker threads; pages drawn, words stored and indexed). ' +
      'Yardstick: `pdftoppm -r 300 -gray`, then native `tesseract`, two processes of one thread each.',
    table(
      ['pages', 'ours, pages/min', 'native, pages/min', 'ours ÷ native', 'target'],
      rows.map(({ pages, ours, theirs, ratio }) => [
        pages,
        ((60 * pages) / ours).toFixed(1),
        ((60 * pages) / theirs).toFixed(1),
        (1 / ratio).toFixed(2),
        '≥ 0.8',
      ]),
    ),
  ].join('\n\n');

const searchSection = (sizes) =>
  [
    '## Search',
    'Made pages of 300 words by Zipf’s law, 20 to an item. Build: indexing of stored pages, with the merge at the end; the yardstick is ' +
      'the same pages into a bare FTS5 table of the same form. Queries: the first 20 hits with their snippets, as someone types, ' +
      'in brief when they are done (shown first; target p99 ≤ 50 ms at 100,000 pages, ≤ 150 ms at 1,000,000) and of all there is, milliseconds p50 / p99, in parentheses p99 of the processor; each round asks for other words.',
    table(
      ['pages', 'build', 'pages/s', 'ours ÷ bare FTS5', 'the same, processor', 'pages/s of the processor'],
      sizes.map(({ pages, buildSeconds, bareSeconds, buildCpuSeconds, bareCpuSeconds }) => [
        pages.toLocaleString('en-US'),
        `${buildSeconds.toFixed(1)} s`,
        Math.round(pages / buildSeconds).toLocaleString('en-US'),
        (buildSeconds / bareSeconds).toFixed(2),
        (buildCpuSeconds / bareCpuSeconds).toFixed(2),
        Math.round(pages / buildCpuSeconds).toLocaleString('en-US'),
      ]),
    ),
    table(
      [
        'query',
        ...sizes.flatMap(({ pages, queries }) =>
          queries
            .filter(({ name }) => name === queries[0].name)
            .map((query) => `${pages / 1000} k, ${wayOf(query)}`),
        ),
      ],
      [...new Set(sizes[0].queries.map(({ name }) => name))].map((name) => [
        name,
        ...sizes.flatMap(({ queries }) =>
          queries
            .filter((query) => query.name === name)
            .map(({ p50, p99, cpuP99 }) => `${p50.toFixed(1)} / ${p99.toFixed(1)} (${cpuP99.toFixed(1)})`),
        ),
      ]),
    ),
  ].join('\n\n');

const wayOf = ({ isTyping, isBrief }) => (isTyping ? 'typing' : isBrief ? 'first' : 'all');

const readerSection = (rows) =>
  [
    '## Reader',
    'In the real app: from a double click in the list of evidence to the first page drawn; from a key to the next page, read for a ' +
      'quarter of a second each, and from a jump to a page far off; frames while scrolling 300 pixels each; memory (PSS of all ' +
      'processes) before, at most and at the end of showing every page once. Milliseconds p50 / p95.',
    table(
      [
        'document',
        'first page',
        'next page',
        'page far off',
        'frame, fast scrolling',
        'MB before / most / end',
        'target',
      ],
      rows.map(({ what, firstMs, turnMs, farMs, frameMs, pssMb }) => [
        what,
        `${Math.round(firstMs)}`,
        ...[turnMs, farMs].map((times) => times.map(Math.round).join(' / ')),
        frameMs.map((time) => time.toFixed(1)).join(' / '),
        `${pssMb.before} / ${pssMb.most} / ${pssMb.end}`,
        'first < 500, next < 100',
      ]),
    ),
    'pdf.js on the same files, in a window of the same Electron: a bare canvas as wide as our page, ranges of 256 KB, no page drawn ' +
      'ahead, no text layer.',
    table(
      [
        'document',
        'first page',
        'page far off',
        'MB before / end',
        'ours ÷ pdf.js, first page',
        'page far off',
      ],
      rows.map(({ what, firstMs, farMs, pdfJs }) =>
        pdfJs
          ? [
              what,
              `${Math.round(pdfJs.firstMs)}`,
              pdfJs.farMs.map(Math.round).join(' / '),
              `${pdfJs.pssMb.before} / ${pdfJs.pssMb.end}`,
              (firstMs / pdfJs.firstMs).toFixed(2),
              (farMs[0] / pdfJs.farMs[0]).toFixed(2),
            ]
          : [what, 'not installed here', '', '', '', ''],
      ),
    ),
  ].join('\n\n');

const docketSection = (rows) =>
  [
    '## Docket sheet',
    'Ours: `forthwith docket parse SHEET --json`; `forthwith docket import MATTER SHEET --json` into an empty matter (read, merged, ' +
      'previewed, stored with its undo); and the same over the docket of an earlier sheet, every tenth entry corrected. ' +
      'Yardstick: `node bench/cheerio-walk.mjs SHEET`, which reads three cells of each row and keeps nothing.',
    table(
      [
        'entries (rows with attachments)',
        'parse',
        '÷ walk',
        'import',
        '÷ walk',
        'import over it',
        '÷ walk',
        'walk',
        'target',
      ],
      rows.map(({ entries, rows: all, parse, empty, again }) => [
        `${entries} (${all})`,
        ...[parse, empty, again].flatMap(({ ours, ratio }) => [`${ours.toFixed(2)} s`, ratio.toFixed(2)]),
        `${parse.theirs.toFixed(2)} s`,
        entries === 5000 ? 'parse and merge < 2 s' : '',
      ]),
    ),
  ].join('\n\n');

const evidenceListSection = ({ count, ...times }) =>
  [
    `## List of ${count.toLocaleString('en-US')} items of evidence`,
    'Within the engine’s process: the order of the whole list, narrowed by a word that changes, in families, its facets, two ' +
      'hundred rows; and ten thousand items coded, described (with a custody event each) and tagged, each in one step.',
    table(
      ['what', 'figure', 'target'],
      [
        ['order, first (reads the index)', times.first, ''],
        ['order, another word', times.words, '≤ 150 ms'],
        ['families, another word', times.family, '≤ 150 ms'],
        ['200 rows', times.rows, '≤ 10 ms'],
        ['facets', times.facets, '≤ 100 ms'],
        ['10,000 marked as reviewed', times.reviewed, '≤ 2,000 ms'],
        ['order after it', times.afterwards, ''],
        ['10,000 given another custodian', times.custodian, '≤ 2,000 ms'],
        ['10,000 tagged', times.tagged, '≤ 2,000 ms'],
      ].map(([what, seconds, target]) => [what, `${Math.round(seconds * 1000)} ms`, target]),
    ),
  ].join('\n\n');

const deadlinesSection = ({ count, steps, first, later }) =>
  [
    '## Deadlines',
    'Within one process: deadlines counted with every step and sentence, over thirty years, six courts and seven kinds of period. The ' +
      'first run also reads time zones and holiday tables; the later figure is the median of the runs after it.',
    table(
      ['deadlines (steps)', 'first run', 'later runs', 'target'],
      [[`${count} (${steps})`, `${first.toFixed(2)} s`, `${later.toFixed(2)} s`, '< 1 s']],
    ),
  ].join('\n\n');

const assembleSection = (rows) =>
  [
    '## The assembler beside other programs',
    'Full: `forthwith assemble FILES --out F --bates … --labels A --slip-sheets --stickers --index --outline`, beside `qpdf --empty ' +
      '--pages FILES -- MERGED && qpdf MERGED --overlay NUMBERS -- OUT`; merged only: without those options, beside the programs that are ' +
      'installed; scans beside `cat FILES > COPY && sync COPY`: noise that is not packed, four pages a file, and letters in JPEG, twenty. Pages are those of filed documents: packed text, embedded fonts, ' +
      'links, bookmarks. Memory is the most of the whole process. Targets: full ≤ 0.35 × ' +
      'qpdf at 1,000 pages and ≤ 0.12 × at 10,000; scans ≤ 1.1 × cat + sync; merged only ≤ 1.5 × mutool at 1,000 and ≤ 1.0 × at ' +
      '10,000; 150 MiB.',
    table(
      ['work', 'program', 'seconds', 'MiB', 'ours ÷ it'],
      rows.flatMap(({ what, programs }) =>
        programs.map(({ name, seconds, mebibytes, ratio }) => [
          what,
          name,
          seconds.toFixed(2),
          mebibytes ?? '',
          name === 'forthwith' ? '' : ratio.toFixed(2),
        ]),
      ),
    ),
  ].join('\n\n');

const binderSection = (rows) =>
  [
    '## Exhibit binder',
    'Ours: `forthwith exhibits build MATTER --set S --out DIR` (out of the matter: binder, one PDF an exhibit, slip ' +
      'sheets, stickers, Bates numbers, index with links, bookmarks, page labels, manifest), and ' +
      '`forthwith assemble FILES --out F --bates … --labels A --slip-sheets --stickers --index --outline` (the binder ' +
      'alone, without a matter). Yardstick: `qpdf --empty --pages FILES -- MERGED && qpdf MERGED --overlay NUMBERS -- OUT`.',
    table(
      ['pages', 'exhibits build', '÷ qpdf', 'assemble', '÷ qpdf', 'qpdf'],
      rows.map(({ pages, build, assemble }) => [
        pages,
        `${build.ours.toFixed(2)} s`,
        build.ratio.toFixed(2),
        `${assemble.ours.toFixed(2)} s`,
        assemble.ratio.toFixed(2),
        `${build.theirs.toFixed(2)} s`,
      ]),
    ),
  ].join('\n\n');

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
