import { describe, expect, test } from 'vitest';
import { districtCourtName } from '../../../../../shared/domain/court-citation.ts';
import { districtCourts } from '../../../../../shared/domain/court-zone.ts';
import { courtOfAddress, courtOfName, courtOfUrl } from './court-code.ts';

describe('the code of a court', () => {
  test.each([
    ['U.S. District Court, Alabama Middle District', 'almd'],
    ['UNITED STATES DISTRICT COURT, CENTRAL DISTRICT OF CALIFORNIA', 'cacd'],
    ['U.S. District Court, Western District of Washington (Seattle)', 'wawd'],
    ['U.S. District Court, Northern District of West Virginia', 'wvnd'],
    ['U.S. District Court, District of Columbia', 'dcd'],
    ['U.S. District Court, District of Hawaii', 'hid'],
    ['U.S. District Court, District of Puerto Rico', 'prd'],
    ['U.S. District Court, District of Northern Mariana Islands', 'nmid'],
    ['U.S. Bankruptcy Court, Southern District of New York', 'nysb'],
    ['U.S. Bankruptcy Court, District of New Jersey', 'njb'],
    ['United States Court of Appeals for the Ninth Circuit', 'ca9'],
    ['Court of Appeals, 2nd Circuit', 'ca2'],
    ['Third Circuit Court of Appeals', 'ca3'],
    ['United States Court of Appeals for District of Columbia Circuit', 'cadc'],
    ['United States Court of Appeals for the Federal Circuit', 'cafc'],
    ['United States Judicial Panel on Multidistrict Litigation', 'jpml'],
    ['United States Bankruptcy Appellate Panel of the Ninth Circuit', 'bap9'],
    ['U.S. Bankruptcy Appellate Panel for the 10th Circuit', 'bap10'],
    ['UNITED STATES COURT OF INTERNATIONAL TRADE', 'cit'],
    ['US Court of Federal Claims', 'uscfc'],
    ['U.S. District Court, District of Minnesota (Washington)', 'mnd'],
    ['U.S. District Court, Western District of Missouri (Kansas City)', 'mowd'],
    ['U.S. District Court, New York', ''],
    ['Superior Court of California', ''],
    ['', ''],
  ])('%s: “%s”', (name, code) => {
    expect(courtOfName(name)).toBe(code);
  });

  test('stands in the names of its servers and in its mail addresses', () => {
    expect(courtOfUrl('https://ecf.ca9.uscourts.gov/docs1/1')).toBe('ca9');
    expect(courtOfUrl('https://ca9-showdoc.azurewebsites.us/24-1')).toBe('ca9');
    expect(courtOfUrl('https://example.com/ecf.hid.uscourts.gov')).toBe('');
    expect(courtOfAddress('From: <efile_notice@almd.uscourts.gov>')).toBe('almd');
    expect(courtOfAddress('someone@example.com')).toBe('');
  });
});

test('each district court has a name, and the name leads back to it', () => {
  expect(districtCourtName('wawd')).toBe('United States District Court, Western District of Washington');
  expect(districtCourtName('dcd')).toBe('United States District Court, District of Columbia');
  expect(districtCourtName('vaed')).toBe('United States District Court, Eastern District of Virginia');
  expect(districtCourtName('vid')).toBe('United States District Court, District of the Virgin Islands');
  for (const court of districtCourts)
    expect([court, courtOfName(districtCourtName(court))]).toEqual([court, court]);
  for (const court of ['', 'ca9', 'xxd', 'wad', 'idwd', 'cit']) expect(districtCourtName(court)).toBe('');
});
