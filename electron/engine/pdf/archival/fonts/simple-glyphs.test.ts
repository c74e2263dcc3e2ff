import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetsDirectory } from '../../assemble/testing.ts';
import { problemsOfLetter } from './testing.ts';

test.each([
  ['Ccaron', 722, []],
  ['ohungarumlaut', 556, []],
  ['Scedilla', 667, []],
  ['Ccaron', 500, ['fontWidths']],
  ['uni0041', 667, ['fontEncoding']],
  ['.notdef', 365, ['fontMissingGlyph']],
])('a code that stands for %s, %d wide', async (name, width, expected) => {
  const parts = {
    font: `/Subtype/TrueType/Widths[${width}]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/${name}]>>`,
    descriptor: '/FontFile2 7 0 R',
    program: '',
  };
  const program = readFileSync(join(assetsDirectory, 'fonts/LiberationSans-Regular.ttf'));
  expect(await problemsOfLetter(parts, program)).toEqual(expected);
});
