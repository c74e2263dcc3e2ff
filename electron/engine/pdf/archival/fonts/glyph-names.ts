/** Names of glyphs and the codes that stand for them (ISO 32000-1 annex D; Adobe TN 5176 appendices A and B). */

/** Strings that every CFF font has, by number: the first 229 name the glyphs of Latin writing. */
export const standardStrings: readonly string[] = (
  '.notdef space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright ' +
  'asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon ' +
  'semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft ' +
  'backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x ' +
  'y z braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin section currency ' +
  'quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash dagger daggerdbl ' +
  'periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis ' +
  'perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla ' +
  'hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash ' +
  'oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide ' +
  'brokenbar degree thorn threequarters twosuperior registered minus eth multiply threesuperior copyright ' +
  'Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute ' +
  'Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex ' +
  'Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla ' +
  'eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex ' +
  'odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron exclamsmall ' +
  'Hungarumlautsmall dollaroldstyle dollarsuperior ampersandsmall Acutesmall parenleftsuperior ' +
  'parenrightsuperior twodotenleader onedotenleader zerooldstyle oneoldstyle twooldstyle threeoldstyle ' +
  'fouroldstyle fiveoldstyle sixoldstyle sevenoldstyle eightoldstyle nineoldstyle commasuperior ' +
  'threequartersemdash periodsuperior questionsmall asuperior bsuperior centsuperior dsuperior esuperior ' +
  'isuperior lsuperior msuperior nsuperior osuperior rsuperior ssuperior tsuperior ff ffi ffl ' +
  'parenleftinferior parenrightinferior Circumflexsmall hyphensuperior Gravesmall Asmall Bsmall Csmall ' +
  'Dsmall Esmall Fsmall Gsmall Hsmall Ismall Jsmall Ksmall Lsmall Msmall Nsmall Osmall Psmall Qsmall Rsmall ' +
  'Ssmall Tsmall Usmall Vsmall Wsmall Xsmall Ysmall Zsmall colonmonetary onefitted rupiah Tildesmall ' +
  'exclamdownsmall centoldstyle Lslashsmall Scaronsmall Zcaronsmall Dieresissmall Brevesmall Caronsmall ' +
  'Dotaccentsmall Macronsmall figuredash hypheninferior Ogoneksmall Ringsmall Cedillasmall ' +
  'questiondownsmall oneeighth threeeighths fiveeighths seveneighths onethird twothirds zerosuperior ' +
  'foursuperior fivesuperior sixsuperior sevensuperior eightsuperior ninesuperior zeroinferior oneinferior ' +
  'twoinferior threeinferior fourinferior fiveinferior sixinferior seveninferior eightinferior nineinferior ' +
  'centinferior dollarinferior periodinferior commainferior Agravesmall Aacutesmall Acircumflexsmall ' +
  'Atildesmall Adieresissmall Aringsmall AEsmall Ccedillasmall Egravesmall Eacutesmall Ecircumflexsmall ' +
  'Edieresissmall Igravesmall Iacutesmall Icircumflexsmall Idieresissmall Ethsmall Ntildesmall Ogravesmall ' +
  'Oacutesmall Ocircumflexsmall Otildesmall Odieresissmall OEsmall Oslashsmall Ugravesmall Uacutesmall ' +
  'Ucircumflexsmall Udieresissmall Yacutesmall Thornsmall Ydieresissmall 001.000 001.001 001.002 001.003 ' +
  'Black Bold Book Light Medium Regular Roman Semibold'
).split(' ');

/** The characters of the standard strings from 1 on, in their order. */
const characters =
  ' !"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~' +
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß" +
  '¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž';

const latinNames = new Map<string, number>(
  [...characters].map((character, i) => [standardStrings[i + 1]!, character.codePointAt(0)!]),
);
const moreNames = new Map<string, number>([
  ['Euro', 0x20ac],
  ['nbspace', 0xa0],
  ['sfthyphen', 0xad],
  ['periodcentered', 0xb7],
  ['Delta', 0x2206],
  ['Omega', 0x2126],
  ['pi', 0x3c0],
  ['infinity', 0x221e],
  ['notequal', 0x2260],
  ['lessequal', 0x2264],
  ['greaterequal', 0x2265],
  ['approxequal', 0x2248],
  ['radical', 0x221a],
  ['summation', 0x2211],
  ['product', 0x220f],
  ['integral', 0x222b],
  ['partialdiff', 0x2202],
  ['lozenge', 0x25ca],
  ['Dcroat', 0x110],
  ['dcroat', 0x111],
  ['Hbar', 0x126],
  ['hbar', 0x127],
  ['IJ', 0x132],
  ['ij', 0x133],
  ['Ldot', 0x13f],
  ['ldot', 0x140],
  ['napostrophe', 0x149],
  ['Eng', 0x14a],
  ['eng', 0x14b],
  ['Scedilla', 0x15e],
  ['scedilla', 0x15f],
  ['Tbar', 0x166],
  ['tbar', 0x167],
  ['Scommaaccent', 0x218],
  ['scommaaccent', 0x219],
]);
/** What names say of a letter's mark, by the mark. */
const markNames = new Map(
  (
    '\u0301acute \u0302circumflex \u0303tilde \u0304macron \u0306breve \u0307dotaccent \u030aring \u030bhungarumlaut ' +
    '\u030ccaron \u0327commaaccent \u0328ogonek'
  )
    .split(' ')
    .map((each) => [each[0]!, each.slice(1)] as const),
);
/** Letters of other languages in Latin writing, which are told by letter and mark (U+0100 to U+017F). */
for (let code = 0x100; code < 0x180; code += 1) {
  const [letter, mark] = String.fromCodePoint(code).normalize('NFD');
  const name = mark === undefined ? undefined : markNames.get(mark);
  if (name !== undefined && !moreNames.has(`${letter}${name}`)) moreNames.set(`${letter}${name}`, code);
}
const nameOfCharacter = new Map([...latinNames].map(([name, code]) => [code, name]));
nameOfCharacter.set(0x20ac, 'Euro');

/**
 * The character that a glyph's name stands for (Adobe Glyph List, as far as Latin text needs it). Names such as uni0041 are not in
 * that list, and PDF/A allows only those that are (ISO 19005-2 §6.2.11.6).
 *
 * @returns undefined for a name that is not known here
 */
export function characterOfName(name: string): number | undefined {
  return latinNames.get(name) ?? moreNames.get(name);
}

/** Glyph names by code of the encoding that Type 1 fonts begin with: runs of codes, each with the standard string of its first. */
const standardRuns = [
  [32, 126, 1],
  [161, 175, 96],
  [177, 180, 111],
  [182, 189, 115],
  [191, 191, 123],
  [193, 200, 124],
  [202, 203, 132],
  [205, 208, 134],
  [225, 225, 138],
  [227, 227, 139],
  [232, 235, 140],
  [241, 241, 144],
  [245, 245, 145],
  [248, 251, 146],
] as const;

export const standardEncoding: readonly (string | undefined)[] = (() => {
  const names: (string | undefined)[] = Array.from({ length: 256 });
  for (const [first, last, string] of standardRuns)
    for (let code = first; code <= last; code += 1) names[code] = standardStrings[string + code - first];
  return names;
})();

const byCode = (label: string, changes: Readonly<Record<number, number>>) => {
  const decoder = new TextDecoder(label);
  return Array.from({ length: 256 }, (_, code) =>
    code < 32 ? undefined : (changes[code] ?? decoder.decode(Uint8Array.of(code)).codePointAt(0)),
  );
};

/** Characters by code of the two encodings that a TrueType font may be used with (annex D.2, its notes). */
export const characterEncodings = {
  WinAnsiEncoding: byCode('windows-1252', {
    0x7f: 0x2022,
    0x81: 0x2022,
    0x8d: 0x2022,
    0x8f: 0x2022,
    0x90: 0x2022,
    0x9d: 0x2022,
    0xa0: 0x20,
    0xad: 0x2d,
  }),
  MacRomanEncoding: byCode('macintosh', { 0xca: 0x20, 0xdb: 0xa4 }),
} as const;

/** Codes of characters in Mac OS Roman, the encoding of a TrueType font's table (1, 0). */
export const macRomanCodes: ReadonlyMap<number, number> = new Map(
  characterEncodings.MacRomanEncoding.flatMap((character, code) =>
    character === undefined ? [] : [[character, code] as const],
  ).toReversed(),
);

/**
 * Glyph names by code of a named encoding.
 *
 * @returns null for a name that is no encoding of Latin text
 */
export function namesOfEncoding(encoding: string): readonly (string | undefined)[] | null {
  if (encoding === 'StandardEncoding') return standardEncoding;
  if (encoding !== 'WinAnsiEncoding' && encoding !== 'MacRomanEncoding') return null;
  return characterEncodings[encoding].map((character) =>
    character === undefined ? undefined : nameOfCharacter.get(character),
  );
}
