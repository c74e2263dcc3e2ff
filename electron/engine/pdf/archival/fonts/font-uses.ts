import { PdfName, type PdfDict, type PdfStream } from '../../objects/index.ts';
import type { FileCheck } from '../check/file-check.ts';
import { asDict, asStream, dictOf, keyOf, type Located } from '../check/located.ts';
import { identityCodes, parseCharacterMap, type CharacterCodes } from './character-codes.ts';
import { checkFont } from './check-font.ts';

const maxLetters = 1_000;

/** A font with the codes, or CIDs, of the letters that are shown in it. */
export class UsedFont {
  readonly font: Located<PdfDict>;
  /** Page where it was met first. */
  readonly page: number | null;
  readonly kind: string;
  /** Font of the characters, of one whose codes are read by a character map; else the font itself. */
  readonly descendant: Located<PdfDict> | undefined;
  /** Null where the character map is not in the file. */
  readonly codes: CharacterCodes | null;
  /** Letters that are seen, and those that only lie there to be found. */
  readonly seen = new Set<number>();
  readonly unseen = new Set<number>();
  /** Whether any string is shown in it, even an empty one, and whether any is visible. */
  isShown = false;
  isSeen = false;
  readonly #check: FileCheck;
  /** Drawings of letters, by name, of a font whose letters are drawings. */
  readonly letters: ReadonlyMap<string, Located<PdfStream>>;

  constructor(check: FileCheck, font: Located<PdfDict>) {
    const { file } = check;
    this.#check = check;
    this.font = font;
    this.page = check.page;
    this.kind = file.name(font, 'Subtype') ?? '';
    const descendants = this.kind === 'Type0' ? file.array(font, 'DescendantFonts') : undefined;
    this.descendant = this.kind === 'Type0' ? descendants && asDict(file.at(descendants, 0)) : font;
    this.codes = this.kind === 'Type0' ? this.#readCodes() : null;
    this.letters = this.kind === 'Type3' ? this.#readLetters() : new Map();
  }

  /** A string that is shown in it. */
  show(bytes: Buffer, isUnseen: boolean): void {
    const codes = isUnseen ? this.unseen : this.seen;
    this.isShown = true;
    this.isSeen ||= !isUnseen;
    const tell = (code: number) => codes.add(code);
    if (this.codes) this.codes.read(bytes, tell);
    else for (const code of bytes) tell(code);
  }

  #readCodes(): CharacterCodes | null {
    const map = this.#check.file.get(this.font, 'Encoding');
    if (map?.value instanceof PdfName) return map.value.text.startsWith('Identity-') ? identityCodes : null;
    const stream = asStream(map);
    if (!stream || dictOf(stream).value.has('UseCMap')) return null;
    const bytes = this.#check.decode(stream);
    return bytes && parseCharacterMap(bytes);
  }

  #readLetters(): Map<string, Located<PdfStream>> {
    const { file } = this.#check;
    const letters = new Map<string, Located<PdfStream>>();
    const drawings = file.dict(this.font, 'CharProcs');
    const names = drawings?.value.keys() ?? [];
    if (names.length > maxLetters) this.#check.tell('tooMuch');
    for (const name of names.slice(0, maxLetters)) {
      const drawing = file.stream(drawings!, name);
      if (drawing) letters.set(name, drawing);
    }
    return letters;
  }
}

/** All fonts that a file uses. */
export class FontUses {
  readonly #check: FileCheck;
  readonly #fonts = new Map<string, UsedFont>();

  constructor(check: FileCheck) {
    this.#check = check;
  }

  use(font: Located<PdfDict>): UsedFont {
    const key = keyOf(font);
    let used = this.#fonts.get(key);
    if (!used) this.#fonts.set(key, (used = new UsedFont(this.#check, font)));
    return used;
  }

  /** Checks each font with the letters it was used for, on behalf of the page where it was met first. */
  finish(): void {
    for (const used of this.#fonts.values()) {
      if (!used.isShown) continue;
      this.#check.page = used.page;
      checkFont(this.#check, used);
    }
    this.#check.page = null;
  }
}
