import { PdfName, type PdfDict } from '../../objects/index.ts';
import type { FileCheck } from '../check/file-check.ts';
import { asDict, type Located, type LocatedFile } from '../check/located.ts';
import type { ProblemKind } from '../problems.ts';
import type { AnyProgram } from './check-font.ts';
import type { NamedFontProgram } from '../../fonts/font-program.ts';
import { characterEncodings, characterOfName, macRomanCodes, namesOfEncoding } from './glyph-names.ts';
import { TrueTypeProgram } from '../../fonts/true-type-program.ts';

/** The glyph a code stands for; 0 for the one of missing characters, null where there is none. */
export type GlyphOfCode = (code: number) => number | null;

/** The flag of a symbolic font (ISO 32000-1 table 123). */
export const symbolic = 4;
const maxDifferences = 1_024;

/** What a font's dictionary says of its codes (ISO 32000-1 §9.6.6). */
export interface CodeNames {
  readonly isGiven: boolean;
  /** The encoding that it builds on. */
  readonly base: string | undefined;
  readonly differences: ReadonlyMap<number, string>;
}

/** The names that a simple font's `Encoding` gives to codes (ISO 32000-1 §9.6.6). */
export function codeNamesOf({ file }: FileCheck, font: Located<PdfDict>): CodeNames {
  const encoding = file.get(font, 'Encoding');
  const dict = asDict(encoding);
  const base =
    encoding?.value instanceof PdfName ? encoding.value.text : dict && file.name(dict, 'BaseEncoding');
  const differences = dict ? readDifferences(file, dict) : new Map<number, string>();
  return { isGiven: encoding !== undefined, base, differences };
}

/**
 * Which glyphs the codes of a font of one byte a character stand for (ISO 32000-1 §9.6.6).
 *
 * @returns what keeps it from being told
 */
export function glyphsOfSimple(
  check: FileCheck,
  font: Located<PdfDict>,
  descriptor: Located<PdfDict>,
  program: AnyProgram,
): GlyphOfCode | ProblemKind {
  const { file } = check;
  const { isGiven, base, differences } = codeNamesOf(check, font);
  const isSymbolic = ((file.number(descriptor, 'Flags') ?? 0) & symbolic) !== 0;
  // Programs look for outlines of the kind that the font says it has, and find none of another.
  if ((file.name(font, 'Subtype') === 'TrueType') !== program instanceof TrueTypeProgram)
    return 'fontIncomplete';
  if (!(program instanceof TrueTypeProgram)) return byNames(program, base, differences);
  return isSymbolic ? bySymbols(program, isGiven) : byCharacters(program, base, differences);
}

function byNames(
  program: NamedFontProgram,
  base: string | undefined,
  differences: ReadonlyMap<number, string>,
): GlyphOfCode | ProblemKind {
  const named = base === undefined ? program.encoding : namesOfEncoding(base);
  if (named === null) return 'fontEncoding';
  return (code) => {
    const name = differences.get(code) ?? named[code];
    if (name === undefined || name === '.notdef') return 0;
    return program.glyphNamed(name);
  };
}

/** A symbolic font: its own table says what its codes are (ISO 19005-2 §6.2.11.6). */
function bySymbols(program: TrueTypeProgram, hasEncoding: boolean): GlyphOfCode | ProblemKind {
  const signs = program.charactersOf(3, 0);
  const characters = signs ?? (program.characterTables === 1 ? program.charactersOf(1, 0) : null);
  if (hasEncoding || !characters) return 'fontEncoding';
  return (code) => {
    if (!signs) return characters.glyphOf(code);
    for (const page of [0, 0xf000, 0xf100, 0xf200]) {
      const glyph = characters.glyphOf(page + code);
      if (glyph !== 0) return glyph;
    }
    return 0;
  };
}

/** A font of letters: its codes are characters, which its table for Windows or the Macintosh leads to glyphs. */
function byCharacters(
  program: TrueTypeProgram,
  base: string | undefined,
  differences: ReadonlyMap<number, string>,
): GlyphOfCode | ProblemKind {
  if (base !== 'WinAnsiEncoding' && base !== 'MacRomanEncoding') return 'fontEncoding';
  const windows = program.charactersOf(3, 1);
  const macintosh = program.charactersOf(1, 0);
  if (!windows && (!macintosh || differences.size > 0)) return 'fontEncoding';
  for (const name of differences.values())
    if (name !== '.notdef' && characterOfName(name) === undefined) return 'fontEncoding';
  const characters = characterEncodings[base];
  return (code) => {
    const name = differences.get(code);
    const character = name === undefined ? characters[code] : characterOfName(name);
    if (character === undefined) return 0;
    const glyph = windows?.glyphOf(character) ?? 0;
    if (glyph !== 0 || !macintosh) return glyph;
    const mac = macRomanCodes.get(character);
    return mac === undefined ? 0 : macintosh.glyphOf(mac);
  };
}

function readDifferences(file: LocatedFile, encoding: Located<PdfDict>): Map<number, string> {
  const names = new Map<number, string>();
  const list = file.array(encoding, 'Differences');
  let code = 0;
  for (let i = 0; list && i < Math.min(list.value.length, maxDifferences); i += 1) {
    const item = file.at(list, i)?.value;
    if (typeof item === 'number') code = item;
    else if (item instanceof PdfName) names.set(code++, item.text);
  }
  return names;
}
