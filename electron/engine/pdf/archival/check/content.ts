import { PdfArray, PdfDict, PdfName, PdfStream, PdfString, type PdfValue } from '../../objects/index.ts';
import { isUtf8, type ColorSpaces } from './color-spaces.ts';
import { itemsOf, maxDecodedBytes, resourceOf, type FileCheck } from './file-check.ts';
import type { FontUses, UsedFont } from '../fonts/font-uses.ts';
import { checkGraphicsState } from './graphics-state.ts';
import { asDict, asStream, dictOf, keyOf, type Located } from './located.ts';
import { checkInlinePicture } from './inline-picture.ts';
import { checkPicture, intents, tidyPicture } from './picture.ts';
import { readOperators, type Operands } from './read-operators.ts';

/** Operators of ISO 32000-1 annex A that change nothing looked at here. */
const others = new Set(
  'b B b* B* BT BX c cm d d0 d1 ET EX f F f* h i j J l m M n q Q re s S sc SC Tc Td TD TL Tm Ts Tw Tz T* v w W W* y BMC EMC MP'.split(
    ' ',
  ),
);
const invisible = 3;
const maxDepth = 28;
const maxSaved = 1_000;
/** Fonts of others that a form may be drawn in: it is followed again for each. */
const maxBorrowedFonts = 8;

/** The parts of the graphics state that say which letters are shown, and whether they are seen. */
interface TextState {
  readonly font: UsedFont | null;
  readonly mode: number;
}

/** How far a stream of operators was followed. */
interface Walk {
  readonly resources: Located<PdfDict> | null;
  readonly depth: number;
  readonly isBorrowing: boolean;
  /** What was set where it began. */
  readonly begun: TextState;
  state: TextState;
  readonly saved: TextState[];
  isInBegunFont: boolean;
}

/** Follows content streams and all that they draw (ISO 19005-2 §6.2). */
export class ContentCheck {
  readonly #check: FileCheck;
  readonly #spaces: ColorSpaces;
  readonly #fonts: FontUses;
  /** Forms, patterns and letters that were followed. */
  readonly #seen = new Set<string>();
  /** Forms that show letters in the font set by whatever draws them, with the fonts they were followed in. */
  readonly #borrowers = new Map<string, Set<UsedFont | null>>();
  /** Whose resources a stream without its own gets, by that stream. */
  readonly #lenders = new Map<string, number>();

  constructor(check: FileCheck, spaces: ColorSpaces, fonts: FontUses) {
    this.#check = check;
    this.#spaces = spaces;
    this.#fonts = fonts;
  }

  /**
   * A page's content.
   *
   * @param streams its streams, in order
   */
  page(streams: readonly Located<PdfStream>[], resources: Located<PdfDict> | null): void {
    const parts: Buffer[] = [];
    let length = 0;
    for (const stream of streams) {
      const bytes = this.#check.decode(stream);
      if (!bytes) return this.#check.tell('unreadableContent');
      length += bytes.length;
      if (length > maxDecodedBytes) return this.#check.tell('tooMuch');
      parts.push(bytes, Buffer.from(' '));
    }
    this.#run(Buffer.concat(parts), resources, { font: null, mode: 0 }, 0);
  }

  /**
   * A form that is drawn: by a page, as a note's look, as a mask.
   *
   * @returns whether it shows letters in the font that was set outside of it
   */
  form(
    stream: Located<PdfStream>,
    outer: Located<PdfDict> | null,
    state: TextState = { font: null, mode: 0 },
    depth = 0,
  ): boolean {
    const { file } = this.#check;
    const dict = dictOf(stream);
    file.drop(dict, 'OPI', 'PS', 'Ref', 'PieceInfo', 'LastModified');
    if (file.name(dict, 'Subtype2') === 'PS') {
      this.#check.tell('postScript');
      return false;
    }
    this.group(dict, outer);
    return this.#drawn(stream, outer, `form ${state.mode}`, state, depth);
  }

  /**
   * A stream of operators with resources of its own, or, where it has none, with those of what draws it.
   *
   * @returns whether it shows letters in the font that was set outside of it
   */
  #drawn(
    stream: Located<PdfStream>,
    outer: Located<PdfDict> | null,
    kind: string,
    state: TextState,
    depth: number,
  ): boolean {
    const dict = dictOf(stream);
    const own = this.#lend(dict, outer);
    const key = `${stream.owner} ${kind} ${own === null && outer ? keyOf(outer) : ''}`;
    const fonts = this.#borrowers.get(key);
    if (this.#seen.has(key) && (!fonts || fonts.has(state.font))) return fonts !== undefined;
    this.#seen.add(key);
    if (depth > maxDepth) this.#check.tell('nesting');
    else if (fonts?.size === maxBorrowedFonts) this.#check.tell('tooMuch');
    else {
      const bytes = this.#check.decode(stream);
      if (!bytes) this.#check.tell('unreadableContent');
      else if (this.#run(bytes, own ?? outer, state, depth, own === null && outer !== null))
        this.#borrowers.set(key, (fonts ?? new Set()).add(state.font));
    }
    return this.#borrowers.has(key);
  }

  /**
   * The resources of what is drawn: its own, or those of what draws it, which then become its own (ISO 19005-2 §6.2.2).
   *
   * @returns null where it has none and gets none
   */
  #lend(dict: Located<PdfDict>, outer: Located<PdfDict> | null): Located<PdfDict> | null {
    const own = this.#check.file.dict(dict, 'Resources');
    // Only an indirect object can be named.
    if (own || !outer || outer.value.start !== outer.base) return own ?? null;
    const key = keyOf(dict);
    const lender = this.#lenders.get(key) ?? outer.owner;
    this.#lenders.set(key, lender);
    if (lender !== outer.owner) return null;
    this.#check.file.set(dict, 'Resources', `${lender} 0 R`);
    return outer;
  }

  /** The colors that a group is blended in: a page, or a form. */
  group(dict: Located<PdfDict>, resources: Located<PdfDict> | null): void {
    const { file } = this.#check;
    const group = file.dict(dict, 'Group');
    const space = group && file.get(group, 'CS');
    if (space) this.#spaces.use(space, file.dict(dict, 'Resources') ?? resources);
  }

  /**
   * @param isBorrowing whether what it names is in the resources of whatever draws it, which PDF/A does not allow
   * @returns whether letters are shown in the font that was set when it began
   */
  #run(
    bytes: Buffer,
    resources: Located<PdfDict> | null,
    begun: TextState,
    depth: number,
    isBorrowing = false,
  ): boolean {
    const check = this.#check;
    this.#checkNames(resources);
    const walk: Walk = {
      resources,
      depth,
      isBorrowing,
      begun,
      state: begun,
      saved: [],
      isInBegunFont: false,
    };
    const form = readOperators(bytes, (operator, operands) => this.#visit(operator, operands, walk));
    if (!form.isWhole) check.tell('unreadableContent');
    if (form.isTooDeep) check.tell('nesting');
    if (form.hasOddNumber) check.tell('numbers');
    if (form.hasHalfHex) check.tell('hexString');
    if (form.isPastLimits) check.tell('limits');
    return walk.isInBegunFont;
  }

  #visit(operator: string, operands: Operands, walk: Walk): void {
    const { resources, depth, saved } = walk;
    switch (operator) {
      case 'q':
        if (saved.length < maxSaved) saved.push(walk.state);
        return;
      case 'Q':
        walk.state = saved.pop() ?? walk.state;
        return;
      case 'Tf': {
        const font = asDict(this.#find('Font', operands.at(-2), walk));
        walk.state = { ...walk.state, font: font ? this.#fonts.use(font) : null };
        return;
      }
      case 'Tr':
        walk.state = { ...walk.state, mode: operands.integerAt(-1) ?? 0 };
        return;
      case 'Tj':
      case "'":
      case '"':
        return this.#show(operands.at(-1), walk);
      case 'TJ': {
        const list = operands.at(-1);
        if (list instanceof PdfArray) for (const item of list) this.#show(item, walk);
        return;
      }
      case 'g':
      case 'G':
        return this.#spaces.named('DeviceGray', resources);
      case 'rg':
      case 'RG':
        return this.#spaces.named('DeviceRGB', resources);
      case 'k':
      case 'K':
        return this.#spaces.named('DeviceCMYK', resources);
      case 'cs':
      case 'CS': {
        const name = operands.at(-1);
        if (!(name instanceof PdfName)) return;
        if (walk.isBorrowing && !/^(Device|Pattern$)/.test(name.text)) this.#check.tell('resources');
        return this.#spaces.named(name.text, resources);
      }
      case 'scn':
      case 'SCN': {
        const name = operands.at(-1);
        if (name instanceof PdfName) this.#pattern(this.#find('Pattern', name, walk), resources, depth);
        return;
      }
      case 'sh': {
        const shading = this.#find('Shading', operands.at(-1), walk);
        if (shading) this.#shading(shading, resources);
        return;
      }
      case 'gs': {
        const dict = asDict(this.#find('ExtGState', operands.at(-1), walk));
        const font = dict && this.#graphicsState(dict, resources, depth);
        if (font) walk.state = { ...walk.state, font };
        return;
      }
      case 'ri': {
        const name = operands.at(-1);
        if (!(name instanceof PdfName) || !intents.has(name.text)) this.#check.tell('intent');
        return;
      }
      case 'Do':
        if (
          this.#draw(this.#find('XObject', operands.at(-1), walk), resources, walk.state, depth) &&
          walk.state.font === walk.begun.font
        )
          walk.isInBegunFont = true;
        return;
      case 'BDC':
      case 'DP': {
        const properties = operands.at(-1);
        if (properties instanceof PdfName) this.#find('Properties', properties, walk);
        return;
      }
      case 'BI':
        return checkInlinePicture(this.#check, this.#spaces, operands, resources);
      default:
        if (!others.has(operator)) this.#check.tell('operators');
    }
  }

  /** What an operator names in the resources. */
  #find(kind: string, name: PdfValue | undefined, { resources, isBorrowing }: Walk): Located | undefined {
    const found =
      name instanceof PdfName ? resourceOf(this.#check.file, resources, kind, name.text) : undefined;
    if (!found || isBorrowing) this.#check.tell('resources');
    return found;
  }

  #show(text: PdfValue | undefined, walk: Walk): void {
    if (!(text instanceof PdfString)) return;
    const { font, mode } = walk.state;
    if (font === walk.begun.font) walk.isInBegunFont = true;
    if (!font) return this.#check.tell('resources');
    font.show(text.bytes, mode === invisible);
    this.#letters(font, walk.resources, walk.depth);
  }

  /** Names of resources must be text (ISO 19005-2 §6.1.8). */
  #checkNames(resources: Located<PdfDict> | null): void {
    if (!resources || this.#seen.has(`names ${keyOf(resources)}`)) return;
    this.#seen.add(`names ${keyOf(resources)}`);
    for (const kind of resources.value.keys())
      for (const name of this.#check.file.dict(resources, kind)?.value.keys() ?? [])
        if (!isUtf8(name)) this.#check.tell('names');
  }

  /** @returns whether letters are shown in the font that was set outside of what is drawn */
  #draw(
    found: Located | undefined,
    resources: Located<PdfDict> | null,
    state: TextState,
    depth: number,
  ): boolean {
    const stream = asStream(found);
    if (!stream) return false;
    const kind = this.#check.file.name(dictOf(stream), 'Subtype');
    if (kind === 'Form') return this.form(stream, resources, state, depth + 1);
    if (kind === 'Image') this.#image(stream, resources);
    else this.#check.tell('postScript');
    return false;
  }

  #image(stream: Located<PdfStream>, resources: Located<PdfDict> | null): void {
    tidyPicture(this.#check, dictOf(stream));
    const key = `${stream.owner} image`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    checkPicture(this.#check, this.#spaces, stream, resources);
  }

  #pattern(found: Located | undefined, resources: Located<PdfDict> | null, depth: number): void {
    const { file } = this.#check;
    const stream = asStream(found);
    if (stream) return void this.#drawn(stream, resources, 'pattern', { font: null, mode: 0 }, depth + 1);
    const dict = asDict(found);
    if (!dict) return;
    const shading = file.get(dict, 'Shading');
    if (shading) this.#shading(shading, resources);
    const state = file.dict(dict, 'ExtGState');
    if (state) this.#graphicsState(state, resources, depth);
  }

  #shading({ value, owner, base }: Located, resources: Located<PdfDict> | null): void {
    const dict = value instanceof PdfStream ? value.dict : value;
    if (dict instanceof PdfDict)
      this.#spaces.use(this.#check.file.get({ value: dict, owner, base }, 'ColorSpace'), resources);
  }

  /** @returns the font it sets, if it does */
  #graphicsState(dict: Located<PdfDict>, resources: Located<PdfDict> | null, depth: number): UsedFont | null {
    const { file } = this.#check;
    checkGraphicsState(this.#check, this.#spaces, dict);
    const mask = file.dict(dict, 'SMask');
    const group = mask && file.stream(mask, 'G');
    if (group) this.form(group, resources, { font: null, mode: 0 }, depth + 1);
    const font = itemsOf(file, file.array(dict, 'Font'), 1)[0];
    const set = asDict(font);
    return set ? this.#fonts.use(set) : null;
  }

  /** The letters of a font whose letters are drawings. */
  #letters({ font, letters }: UsedFont, outer: Located<PdfDict> | null, depth: number): void {
    if (letters.size === 0) return;
    // Readers differ in whether those of the page count for it, so none are lent to it.
    const own = this.#check.file.dict(font, 'Resources') ?? null;
    const borrowed = own === null && outer ? keyOf(outer) : '';
    const key = `letters ${keyOf(font)} ${borrowed}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const [name, stream] of letters) {
      const letterKey = `${stream.owner} letter ${name} ${borrowed}`;
      if (this.#seen.has(letterKey)) continue;
      this.#seen.add(letterKey);
      const bytes = this.#check.decode(stream);
      if (!bytes) return this.#check.tell('unreadableContent');
      if (depth > maxDepth) return this.#check.tell('nesting');
      this.#run(bytes, own ?? outer, { font: null, mode: 0 }, depth + 1, own === null && outer !== null);
    }
  }
}
