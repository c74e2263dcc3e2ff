import { expect, test } from 'vitest';
import { courtCitation, courtCited } from './court-citation.ts';
import { districtCourts } from './court-zone.ts';

test.each([
  ['W.D. Wash.', 'wawd'],
  ['w. d. wash.', 'wawd'],
  ['S.D.N.Y.', 'nysd'],
  ['D. Mass.', 'mad'],
  ['D.D.C.', 'dcd'],
  ['C.D. Cal.', 'cacd'],
  ['D.N.D.', 'ndd'],
  ['D. N. Mar. I.', 'nmid'],
  ['N.D. W. Va.', 'wvnd'],
  ['D. Guam', 'gud'],
  ['9th Cir.', 'ca9'],
  ['2d Cir.', 'ca2'],
  ['D.C. Cir.', 'cadc'],
  ['Fed. Cir.', 'cafc'],
  ['W.D. Wash', 'wawd'],
  ['SDNY', 'nysd'],
  ['NDCA', 'cand'],
  ['N.D. California', 'cand'],
  ['Northern District of California', 'cand'],
  ['U.S. District Court for the Southern District of West Virginia', 'wvsd'],
  ['United States District Court, D. Mass.', 'mad'],
  ['District of the Virgin Islands', 'vid'],
  ['District of Columbia', 'dcd'],
  ['United States Court of Appeals for the Ninth Circuit', 'ca9'],
  ['D.C. Circuit', 'cadc'],
])('%s is %s', (text, code) => expect(courtCited(text)).toBe(code));

test.each([
  ['wawd', 'W.D. Wash.'],
  ['NYSD', 'S.D.N.Y.'],
  ['njd', 'D.N.J.'],
  ['dcd', 'D.D.C.'],
  ['mad', 'D. Mass.'],
  ['prd', 'D.P.R.'],
  ['hid', 'D. Haw.'],
  ['gud', 'D. Guam'],
  ['nmid', 'D. N. Mar. I.'],
  ['wvnd', 'N.D. W. Va.'],
  ['ca9', '9th Cir.'],
  ['ca1', '1st Cir.'],
  ['ca2', '2d Cir.'],
  ['ca11', '11th Cir.'],
  ['cadc', 'D.C. Cir.'],
  ['cafc', 'Fed. Cir.'],
  ['ca12', null],
  ['kingsuperior', null],
  ['', null],
])('%s is cited %s', (code, citation) => expect(courtCitation(code)).toBe(citation));

test('every district court is found again by its citation', () => {
  for (const court of districtCourts) {
    expect(courtCited(courtCitation(court)!)).toBe(court);
    // No citation is the code of another court.
    expect(courtCited(court)).toBeNull();
  }
});

const others =
  'wawd,W.D.,D. Wash.,12th Cir.,Superior Court of King County,District of Columbia Court of Appeals,Texas Eleventh Court of Appeals,District of California,';
test.each(others.split(','))('%s is no citation of a federal court', (text) =>
  expect(courtCited(text)).toBeNull(),
);

test('every district court can be cited', async () => {
  const all = ['', 'N.', 'S.', 'E.', 'W.', 'M.', 'C.'].flatMap((part) =>
    stateNames.map((name) => courtCited(`${part}D. ${name}`)),
  );
  expect([...districtCourts].filter((court) => !all.includes(court))).toEqual([]);
});

const stateNames =
  'Ala.,Alaska,Ariz.,Ark.,Cal.,Colo.,Conn.,Del.,D.C.,Fla.,Ga.,Guam,Haw.,Idaho,Ill.,Ind.,Iowa,Kan.,Ky.,La.,Me.,Md.,Mass.,Mich.,Minn.,Miss.,Mo.,Mont.,Neb.,Nev.,N.H.,N.J.,N.M.,N.Y.,N.C.,N.D.,N. Mar. I.,Ohio,Okla.,Or.,Pa.,P.R.,R.I.,S.C.,S.D.,Tenn.,Tex.,Utah,Va.,V.I.,Vt.,Wash.,W. Va.,Wis.,Wyo.'.split(
    ',',
  );
