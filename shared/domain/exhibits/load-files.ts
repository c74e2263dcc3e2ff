/** A document of a production as load files describe it. */
export interface LoadFileRow {
  /** Printed number of each of its pages; empty where they have none. */
  readonly numbers: readonly string[];
  /** The lowest and the highest of them. */
  readonly batesFirst: string;
  readonly batesLast: string;
  /** Whether its file begins with a page of its own before those. */
  readonly hasSlipSheet: boolean;
  /** Numbers of the family it belongs to: of a parent and all its parts. Empty for a document without a family. */
  readonly attachFirst: string;
  readonly attachLast: string;
  readonly exhibit: string;
  readonly title: string;
  readonly custodian: string;
  readonly sourceFile: string;
  readonly sha256: string;
  readonly confidentiality: string;
  /** Its slip sheet not counted. */
  readonly pages: number;
  readonly volume: string;
  /** The document's own file, beside the load file. */
  readonly filePath: string;
}

/** ASCII 20 between fields, þ (254) around them, ® (174) for a line break in one: the Concordance defaults. */
export const concordance = { delimiter: '\u0014', quote: '\u00fe', newline: '\u00ae' } as const;
const { delimiter, quote, newline } = concordance;

const fields = {
  BEGBATES: ({ batesFirst }) => batesFirst,
  ENDBATES: ({ batesLast }) => batesLast,
  BEGATTACH: ({ attachFirst }) => attachFirst,
  ENDATTACH: ({ attachLast }) => attachLast,
  EXHIBIT: ({ exhibit }) => exhibit,
  TITLE: ({ title }) => title,
  CUSTODIAN: ({ custodian }) => custodian,
  SOURCE_FILE: ({ sourceFile }) => sourceFile,
  SHA256: ({ sha256 }) => sha256,
  CONFIDENTIALITY: ({ confidentiality }) => confidentiality,
  PAGES: ({ pages }) => String(pages),
  VOLUME: ({ volume }) => volume,
  // What joins a document to its pages in the Opticon file: its first page there may be a slip sheet, which bears no number.
  IMAGEKEY: (_, [firstKey]) => firstKey ?? '',
  FILEPATH: ({ filePath }) => windowsPath(filePath),
} as const satisfies Record<string, (row: LoadFileRow, keys: readonly string[]) => string>;

/**
 * A Concordance load file (DAT): a row of field names, then one a document; UTF-8 with a byte order mark, lines ended by CR LF.
 *
 * @example concordanceDat(rows).split('\r\n')[0] // '\ufeffþBEGBATESþ\u0014þENDBATESþ…'
 */
export function concordanceDat(rows: readonly LoadFileRow[]): string {
  const keys = pageKeys(rows);
  const lines = [
    Object.keys(fields),
    ...rows.map((row, at) => Object.values(fields).map((field) => field(row, keys[at]!))),
  ].map((cells) => cells.map((cell) => `${quote}${datText(cell)}${quote}`).join(delimiter));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * What would end a field or a line early cannot be in one, and a ® of a name's own would be read as a line break. No other
 * control characters go in: programs take them for ends of lines or of the file.
 */
function datText(text: string): string {
  return text
    .replaceAll(newline, '(R)')
    .replaceAll(quote, 'th')
    .replaceAll(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, newline)
    .replaceAll(/\p{Cc}/gu, ' ');
}

/**
 * An Opticon load file (OPT): for each page its key, volume, file, Y where a document begins, two empty fields, and at a
 * document's first page how many it has. All pages of a document name its one file, so that the nth line of a document is the
 * nth page of its file: a slip sheet has its line too.
 *
 * @example opticonOpt(rows) // 'AMZ000001,1,Exhibit A (AMZ000001-AMZ000002).pdf,Y,,,2\r\nAMZ000002,1,…,,,,\r\n'
 */
export function opticonOpt(rows: readonly LoadFileRow[]): string {
  const keys = pageKeys(rows);
  return rows
    .flatMap(({ volume, filePath }, at) =>
      keys[at]!.map((key, filePage) => {
        const [begins, filePages] = filePage === 0 ? ['Y', keys[at]!.length] : ['', ''];
        const cells = [key, volume, windowsPath(filePath), begins, '', '', filePages];
        // The format has no quotes: a comma would begin the next field.
        return `${cells.map((cell) => String(cell).replaceAll(/[,\r\n]/g, ' ')).join(',')}\r\n`;
      }),
    )
    .join('');
}

/**
 * A key for each page of each document's file: its number. Pages without one are keyed by the exhibit and the page, the slip sheet as
 * page 0: `EX-A-0001`, `EX-A-0000`; so are pages whose number is on an earlier document, because programs refuse duplicate keys.
 */
function pageKeys(rows: readonly LoadFileRow[]): string[][] {
  const taken = new Set<string>();
  return rows.map(({ numbers, pages, exhibit, hasSlipSheet }) => {
    const first = hasSlipSheet ? 0 : 1;
    return Array.from({ length: pages + 1 - first }, (_, filePage) => {
      const page = first + filePage;
      const number = numbers[page - 1];
      if (number === undefined || taken.has(number)) return `EX-${exhibit}-${String(page).padStart(4, '0')}`;
      taken.add(number);
      return number;
    });
  });
}

/** Review programs run on Windows, and read paths with its separator. */
const windowsPath = (path: string) => path.replaceAll('/', '\\');
