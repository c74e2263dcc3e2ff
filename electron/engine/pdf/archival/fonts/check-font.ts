import { PdfName, PdfStream, type PdfDict } from '../../objects/index.ts';
import { isUtf8 } from '../check/color-spaces.ts';
import type { FileCheck } from '../check/file-check.ts';
import { asArray, asStream, dictOf, type Located } from '../check/located.ts';
import type { ProblemKind } from '../problems.ts';
import { CffProgram } from './cff-program.ts';
import { FontUnreadable } from '../../fonts/font-program.ts';
import type { UsedFont } from './font-uses.ts';
import { namesOfEncoding } from './glyph-names.ts';
import { codeNamesOf, glyphsOfSimple, symbolic, type GlyphOfCode } from './simple-glyphs.ts';
import { TrueTypeProgram } from '../../fonts/true-type-program.ts';
import { Type1Program } from './type1-program.ts';

export type AnyProgram = TrueTypeProgram | CffProgram | Type1Program;

/** How far a width may be from what the font itself says, in thousandths of its size (ISO 19005-2 §6.2.11.5). */
const widthTolerance = 1;
const maxWidths = 200_000;
const simpleFonts = new Set(['Type1', 'MMType1', 'TrueType']);
const characterFonts = new Set(['CIDFontType0', 'CIDFontType2']);
/** The name of the glyph for missing characters. */
const missing = '.notdef';
/** Fonts that every reader has: a file need not describe them (ISO 32000-1 §9.6.2.2). */
const standardFonts = new Set(
  'Courier Courier-Bold Courier-Oblique Courier-BoldOblique Helvetica Helvetica-Bold Helvetica-Oblique Helvetica-BoldOblique Times-Roman Times-Bold Times-Italic Times-BoldItalic Symbol ZapfDingbats'.split(
    ' ',
  ),
);

/** A font with all the letters it was used for (ISO 19005-2 §6.2.11). */
export function checkFont(check: FileCheck, used: UsedFont): void {
  new FontCheck(check, used).run();
}

class FontCheck {
  readonly #check: FileCheck;
  readonly #used: UsedFont;
  readonly #name: string;

  constructor(check: FileCheck, used: UsedFont) {
    this.#check = check;
    this.#used = used;
    const base = check.file.name(used.font, 'BaseFont') ?? check.file.name(used.font, 'Name') ?? '';
    this.#name = base.replace(/^[A-Z]{6}\+/, '') || 'without a name';
  }

  run(): void {
    const { file } = this.#check;
    const { font, kind, descendant } = this.#used;
    file.set(font, 'Type', '/Font');
    if (kind === 'Type3') return this.#drawnWidths();
    const kinds = kind === 'Type0' ? characterFonts : simpleFonts;
    if (!descendant || !kinds.has(file.name(descendant, 'Subtype') ?? ''))
      return this.#tell('fontIncomplete');
    file.set(descendant, 'Type', '/Font');
    if ([font, descendant].some((dict) => file.name(dict, 'BaseFont') === undefined))
      return this.#tell('fontIncomplete');
    this.#tidyNames(font);
    this.#tidyNames(descendant);
    const descriptor = file.dict(descendant, 'FontDescriptor');
    if (descriptor) {
      this.#tidyNames(descriptor);
      // Lists of what is in the font, which need not be there and are often wrong (§6.2.11.4.2).
      file.drop(descriptor, 'CharSet', 'CIDSet');
    }
    const program = descriptor && this.#open(descriptor);
    if (program === 'unreadable') return this.#tell('fontUnreadable');
    if (!program) return this.#used.isSeen ? this.#tell('fontNotEmbedded') : this.#absent(descendant);
    try {
      if (kind === 'Type0') this.#composite(descendant, program);
      else this.#simple(descriptor, program);
    } catch (error) {
      if (!(error instanceof FontUnreadable)) throw error;
      this.#tell('fontUnreadable');
    }
  }

  #tell(kind: ProblemKind): void {
    this.#check.tell(kind, this.#name);
  }

  /** A name whose bytes are no text gets other ones: it says nothing that is shown (§6.1.8). */
  #tidyNames(dict: Located<PdfDict>): void {
    for (const key of ['BaseFont', 'FontName']) {
      const name = this.#check.file.name(dict, key);
      if (name === undefined || isUtf8(name)) continue;
      const plain = name.replaceAll(/[^!-~]|[()<>[\]{}/%#]/g, '_');
      this.#check.file.set(dict, key, `/${plain}`);
    }
  }

  #open(descriptor: Located<PdfDict>): AnyProgram | 'unreadable' | undefined {
    const { file } = this.#check;
    const key = ['FontFile', 'FontFile2', 'FontFile3'].find((each) => file.stream(descriptor, each));
    if (key === undefined) return undefined;
    const stream = file.stream(descriptor, key)!;
    const bytes = this.#check.decode(stream);
    if (!bytes) return 'unreadable';
    try {
      if (key === 'FontFile2') return new TrueTypeProgram(bytes);
      if (key === 'FontFile') {
        const lengthOf = (part: string) => file.number(dictOf(stream), part) ?? 0;
        return new Type1Program(bytes, lengthOf('Length1'), lengthOf('Length2'));
      }
      const form = file.name(dictOf(stream), 'Subtype');
      if (form === (this.#used.kind === 'Type0' ? 'CIDFontType0C' : 'Type1C')) return new CffProgram(bytes);
      if (form !== 'OpenType') return 'unreadable';
      const outer = new TrueTypeProgram(bytes);
      const inner = outer.table('CFF ');
      return inner ? new CffProgram(inner) : outer;
    } catch (error) {
      if (error instanceof FontUnreadable) return 'unreadable';
      throw error;
    }
  }

  /** A font that is not in the file, none of whose letters is seen: its description must be complete all the same (§6.2.11.2, §6.2.11.3, §6.2.11.8). */
  #absent(descendant: Located<PdfDict>): void {
    const { font, kind, codes } = this.#used;
    if (kind === 'Type0') {
      if (!codes || !this.#agreesWithMap(descendant)) this.#tell('fontCharacterMap');
      return;
    }
    const isStandard = kind === 'Type1' && standardFonts.has(this.#check.file.name(font, 'BaseFont') ?? '');
    if (!isStandard && !this.#simpleWidths()) return this.#tell('fontIncomplete');
    // Without its own tables, the codes of such a font are known by one of two encodings only (§6.2.11.6).
    const { base, differences } = codeNamesOf(this.#check, font);
    const isPlain = /^(?:WinAnsi|MacRoman)Encoding$/.test(base ?? '') && differences.size === 0;
    const descriptor = this.#check.file.dict(font, 'FontDescriptor');
    const isSymbolic = ((descriptor && this.#check.file.number(descriptor, 'Flags')) ?? 0) & symbolic;
    if (kind === 'TrueType' && (!isPlain || isSymbolic)) return this.#tell('fontEncoding');
    const nameOf = this.#codeNames();
    if (nameOf && this.#shown().some((code) => nameOf(code) === missing)) this.#tell('fontMissingGlyph');
  }

  /** All codes that are shown, be they seen or not. */
  #shown(): number[] {
    return [...this.#used.seen, ...this.#used.unseen];
  }

  /** The names that the file itself gives to the codes of a simple font; null, and reported, where there is no such encoding. */
  #codeNames(): ((code: number) => string | undefined) | null {
    const { base, differences } = codeNamesOf(this.#check, this.#used.font);
    const named = base === undefined ? null : namesOfEncoding(base);
    if (base !== undefined && !named) {
      this.#tell('fontEncoding');
      return null;
    }
    return (code) => differences.get(code) ?? (named ? (named[code] ?? missing) : undefined);
  }

  /** The widths that a simple font tells, by code; null where they are not whole. */
  #simpleWidths(): ((code: number) => number | undefined) | null {
    const { file } = this.#check;
    const { font } = this.#used;
    const first = file.number(font, 'FirstChar');
    const last = file.number(font, 'LastChar');
    const widths = file.array(font, 'Widths');
    if (first === undefined || last === undefined || !widths || widths.value.length !== last - first + 1)
      return null;
    return (code) => {
      if (code < first || code > last) return undefined;
      const width = file.at(widths, code - first)?.value;
      return typeof width === 'number' ? width : NaN;
    };
  }

  #simple(descriptor: Located<PdfDict>, program: AnyProgram): void {
    const { font, seen, unseen } = this.#used;
    const widths = this.#simpleWidths();
    if (!widths) return this.#tell('fontIncomplete');
    const glyphOf = glyphsOfSimple(this.#check, font, descriptor, program);
    if (typeof glyphOf === 'string') return this.#tell(glyphOf);
    const usual = this.#check.file.number(descriptor, 'MissingWidth') ?? 0;
    this.#compare(seen, unseen, program, glyphOf, (code) => widths(code) ?? usual);
  }

  #compare(
    seen: ReadonlySet<number>,
    unseen: ReadonlySet<number>,
    program: AnyProgram,
    glyphOf: GlyphOfCode,
    widthOf: (code: number) => number,
  ): void {
    for (const code of seen) {
      const glyph = glyphOf(code);
      const widths = glyph === null ? null : program.widthsOf(glyph);
      const told = widthOf(code);
      if (glyph === 0) this.#tell('fontMissingGlyph');
      else if (widths === null) this.#tell('fontGlyphs');
      else if (!widths.every((width) => Math.abs(width - told) <= widthTolerance)) this.#tell('fontWidths');
    }
    for (const code of unseen) if (glyphOf(code) === 0) this.#tell('fontMissingGlyph');
  }

  #composite(descendant: Located<PdfDict>, program: AnyProgram): void {
    const { file } = this.#check;
    const { codes, seen, unseen } = this.#used;
    if (!codes || !this.#agreesWithMap(descendant)) return this.#tell('fontCharacterMap');
    const isTrueType = file.name(descendant, 'Subtype') === 'CIDFontType2';
    if (isTrueType !== program instanceof TrueTypeProgram || program instanceof Type1Program)
      return this.#tell('fontIncomplete');
    const widthOf = this.#cidWidths(descendant);
    if (!widthOf) return this.#tell('fontIncomplete');
    const glyphOf = isTrueType ? this.#cidToGlyph(descendant) : (cid: number) => glyphOfCid(program, cid);
    if (!glyphOf) return this.#tell('fontIncomplete');
    // The first CID is for missing characters, whatever glyph it leads to; one that leads to no glyph counts as it.
    const isMissing = (cid: number) => (glyphOf(cid) ?? program.glyphs) >= program.glyphs;
    if (seen.has(0) || unseen.has(0) || [...unseen].some(isMissing)) this.#tell('fontMissingGlyph');
    this.#compare(seen, unseen, program, glyphOf, widthOf);
  }

  /** Whether the map's CIDs are of the font's own collection (§6.2.11.3.1), and both write the same way (§6.2.11.3.3). */
  #agreesWithMap(descendant: Located<PdfDict>): boolean {
    const { file } = this.#check;
    const map = asStream(file.get(this.#used.font, 'Encoding'));
    if (!map) return true;
    const dict = dictOf(map);
    const [ofMap, ofFont] = [file.dict(dict, 'CIDSystemInfo'), file.dict(descendant, 'CIDSystemInfo')];
    if (!ofMap || !ofFont) return false;
    const text = (info: Located<PdfDict>, key: string) => file.objects.textAt(info.value, key) ?? '';
    const isSame = ['Registry', 'Ordering'].every((key) => text(ofMap, key) === text(ofFont, key));
    const bytes = this.#check.decode(map);
    const mode = bytes && /\/WMode\s{1,20}([01])\s{1,20}def/.exec(bytes.toString('latin1'));
    return (
      isSame &&
      (file.number(ofFont, 'Supplement') ?? 0) <= (file.number(ofMap, 'Supplement') ?? 0) &&
      Number(mode?.[1] ?? 0) === (file.number(dict, 'WMode') ?? 0)
    );
  }

  #cidToGlyph(descendant: Located<PdfDict>): GlyphOfCode | null {
    const { file } = this.#check;
    const map = file.get(descendant, 'CIDToGIDMap');
    if (map === undefined) {
      // What readers take it for.
      file.set(descendant, 'CIDToGIDMap', '/Identity');
      return (cid) => cid;
    }
    if (map.value instanceof PdfName) return map.value.text === 'Identity' ? (cid) => cid : null;
    const bytes = map.value instanceof PdfStream ? this.#check.decode(asStream(map)!) : null;
    return bytes && ((cid) => (2 * cid + 1 < bytes.length ? bytes.readUInt16BE(2 * cid) : null));
  }

  /** Widths by CID (ISO 32000-1 §9.7.4.3); null when they are broken. */
  #cidWidths(descendant: Located<PdfDict>): ((cid: number) => number) | null {
    const { file } = this.#check;
    const usual = file.number(descendant, 'DW') ?? 1_000;
    const widths = new Map<number, number>();
    const list = file.array(descendant, 'W');
    // Counted as they are reported: many may be of one CID.
    let told = 0;
    for (let i = 0; list && i < list.value.length;) {
      const first = file.at(list, i)?.value;
      const second = file.at(list, i + 1);
      if (typeof first !== 'number') return null;
      const own = asArray(second);
      if (own) {
        told += own.value.length;
        if (told > maxWidths) return null;
        for (let k = 0; k < own.value.length; k += 1) {
          const width = file.at(own, k)?.value;
          if (typeof width === 'number') widths.set(first + k, width);
        }
        i += 2;
        continue;
      }
      const width = file.at(list, i + 2)?.value;
      const last = second?.value;
      if (typeof last !== 'number' || typeof width !== 'number') return null;
      told += Math.max(1, last - first + 1);
      if (told > maxWidths) return null;
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, width);
      i += 3;
    }
    return (cid) => widths.get(cid) ?? usual;
  }

  /** Letters that are drawings say themselves how wide they are: by the first number of d0 or d1, which begins each. */
  #drawnWidths(): void {
    const { seen, letters } = this.#used;
    const widths = this.#simpleWidths();
    if (!widths || letters.size === 0) return this.#tell('fontIncomplete');
    const nameOf = this.#codeNames();
    if (!nameOf) return;
    if (this.#shown().some((code) => nameOf(code) === missing)) this.#tell('fontMissingGlyph');
    for (const code of seen) {
      const letter = letters.get(nameOf(code) ?? '');
      const bytes = letter && this.#check.decode(letter);
      if (!bytes) return this.#tell('fontGlyphs');
      const width = widths(code);
      const own = /^\s{0,100}([-+.\d]{1,30})\s[-+.\d\s]{1,200}d[01]\s/.exec(bytes.toString('latin1', 0, 400));
      if (!own) return this.#tell('fontIncomplete');
      if (!(Math.abs((width ?? NaN) - Number(own[1])) <= widthTolerance)) this.#tell('fontWidths');
    }
  }
}

function glyphOfCid(program: AnyProgram, cid: number): number | null {
  return program instanceof CffProgram ? program.glyphOfCid(cid) : null;
}
