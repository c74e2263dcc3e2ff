/** Why a file is not PDF/A-2b: what each kind is about, in a paralegal's words, with what it concerns. */
const words = {
  fontNotEmbedded: (font: string) => `its font ${font} is not embedded`,
  fontUnreadable: (font: string) => `its font ${font} cannot be read, so that it is not checked`,
  fontWidths: (font: string) => `letters of its font ${font} are not as wide as the file says`,
  fontGlyphs: (font: string) => `its font ${font} lacks letters that are shown`,
  fontMissingGlyph: (font: string) => `its font ${font} shows a box or nothing where a letter is missing`,
  fontIncomplete: (font: string) => `its font ${font} does not say what its letters are or how wide`,
  fontEncoding: (font: string) => `the codes of its font ${font} can be read in more than one way`,
  fontCharacterMap: (font: string) =>
    `the characters of its font ${font} are identified by a table that is not in the file`,
  colorCmyk: () => 'it has printing colors (CMYK) that do not say how they look',
  colorProfile: () => 'a color profile in it is broken or of a newer kind',
  colorUnknown: () => 'it has colors that cannot be read',
  colorSpot: (name: string) => `its spot color ${name} is described in more than one way`,
  overprint: () => 'it prints inks over one another in a way that is not allowed',
  transfer: () => 'it changes tones on the way to a printer',
  picture: () => 'a picture in it is of a kind that is not allowed',
  pictureJpx: () => 'a JPEG 2000 picture in it does not say plainly how its colors look',
  postScript: () => 'it draws by a PostScript program',
  filter: () => 'a part of it is packed in a way that is not allowed',
  operators: () => 'its drawing instructions have words that mean nothing',
  unreadableContent: () => 'its drawing instructions cannot be read',
  resources: () => 'its drawing instructions name what the file does not hold',
  intent: () => 'it names a rendering intent that does not exist',
  nesting: () => 'its drawing instructions are nested too deeply',
  hexString: () => 'a text in its drawing instructions is written with half a character',
  numbers: () => 'a number in it cannot be read',
  limits: () => 'a number, name or text in it is longer or larger than is allowed',
  names: () => 'a name in it cannot be read as text',
  pageSize: () => 'the page is smaller or larger than is allowed',
  noteKind: (kind: string) => `it has a note of a kind that is not allowed (${kind})`,
  noteLook: (kind: string) => `the file does not say how a note looks (${kind})`,
  noteHidden: () => 'it has a note that is seen on paper only',
  layers: () => 'its layers are printed otherwise than they are shown',
  tooMuch: () => 'there is too much in it to be checked',
} as const;

export type ProblemKind = keyof typeof words;

/** Something that keeps a file from being PDF/A-2b. */
export interface ArchivalProblem {
  readonly kind: ProblemKind;
  /** What it is about, such as a font's name; empty for nothing in particular. */
  readonly subject: string;
  /** Page of the file, from 0; null for the file as a whole. */
  readonly page: number | null;
}

const maxProblems = 20_000;
const maxSubject = 80;

/** Gathers problems, each once a page. */
export class ProblemList {
  readonly #known = new Set<string>();
  readonly #all: ArchivalProblem[] = [];

  add(kind: ProblemKind, page: number | null, subject = ''): void {
    const key = `${page} ${kind} ${subject}`;
    if (this.#all.length === maxProblems || this.#known.has(key)) return;
    this.#known.add(key);
    this.#all.push({ kind, subject: subject.slice(0, maxSubject), page });
  }

  /** By page, those of the file as a whole last. */
  all(): readonly ArchivalProblem[] {
    const place = ({ page }: ArchivalProblem) => page ?? Infinity;
    return this.#all.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  }
}

/** What a problem is, in words that follow “because”. */
export function describeProblem({ kind, subject }: Pick<ArchivalProblem, 'kind' | 'subject'>): string {
  return words[kind](subject);
}
