import { describe, expect, it } from 'vitest';
import { namesOf, termFinder, termsOf } from './find-terms.ts';

/** What is found and is not part of something longer that is. */
function found(terms: string[], text: string): string[] {
  const parts = termFinder(terms)(text);
  const whole = parts.filter(
    (part) =>
      !parts.some(
        ({ start, end }) => start <= part.start && end >= part.end && end - start > part.end - part.start,
      ),
  );
  return [...new Set(whole.map(({ start, end }) => text.slice(start, end)))];
}

describe('termFinder', () => {
  it.each([
    ['Jane Doe', 'for JANE\nDOE, Esq.', 'JANE\nDOE'],
    ['Jane Doe', 'Jane  Doe', 'Jane  Doe'],
    ['Jane Doe', 'Jane\u00a0Doe’s letter', 'Jane\u00a0Doe'],
    ['Jane Doe', 'J A N E   D O E', 'J A N E   D O E'],
    ['Müller', 'Muller', 'Muller'],
    ['Muller', 'MÜLLER', 'MÜLLER'],
    ['Griffin', 'Gri\ufb03n', 'Gri\ufb03n'],
    ['office', 'of\ufb01ce', 'of\ufb01ce'],
    ["O'Brien", 'O’Brien', 'O’Brien'],
    ['Smith-Jones', 'Smith–Jones', 'Smith–Jones'],
    ['Smith Jones', 'Smith-Jones', 'Smith-Jones'],
    ['terminated', 'was termi-\nnated', 'termi-\nnated'],
    ['terminated', 'was termi\u0002\nnated', 'termi\u0002\nnated'],
    ['terminated', 'was termi\nnated', 'termi\nnated'],
    ['jane.roe@example.org', 'to jane.roe@\nexample.org', 'jane.roe@\nexample.org'],
    ['Amazonas', 'the Ama-\nZonas', 'Ama-\nZonas'],
    ['555-0100', 'call 555-0100.', '555-0100'],
    ['J. R. Smith', 'by J.R. Smith', 'J.R. Smith'],
    ['J.R. Smith', 'by J R Smith', 'J R Smith'],
    ['Jane Doe', 'Letter_of_Jane_Doe.pdf', 'Jane_Doe'],
    ['Jane Doe', 'jane.doe@example.org', 'jane.doe'],
    ['Jane Doe', 'https://example.org/?q=Jane%20Doe', 'Jane%20Doe'],
    ['Jane Doe', 'https://example.org/?q=Jane+Doe', 'Jane+Doe'],
    ['Jane Doe', 'write to janedoe@example.org', 'janedoe'],
    ['Smith-Jones', 'SmithJones.pdf', 'SmithJones'],
    ['Jane Doe', 'janedoe85@example.org', 'janedoe'],
    ['Jane Doe', 'Jane Doe2 said, 12Jane Doe', 'Jane Doe'],
    ['Jane Doe', '#JusticeForJaneDoes', 'JaneDoe'],
    ["O'Brien", 'OBRIEN', 'OBRIEN'],
    ["O'Brien", 'O Brien', 'O Brien'],
    ['Müller', 'M\u00a8uller', 'M\u00a8uller'],
    ['Müller', 'Mu\u00a8ller', 'Mu\u00a8ller'],
    ['(206) 555-0100', 'call 206.555.0100.', '206.555.0100'],
    ['206-555-0100', 'call (206) 555-0100.', '206) 555-0100'],
    ['206-555-0100', '+1 2065550100', '2065550100'],
    ['219-09-9999', 'SSN 219099999', '219099999'],
    ['12/31/1990', 'born 12-31-1990', '12-31-1990'],
    ['4111111111111111', '4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['206-555-0100', 'tel:+12065550100', '2065550100'],
    ['+1 206 555 0100', 'call (206) 555-0100.', '206) 555-0100'],
    ['1-206-555-0100', 'call +1 (206) 555-0100.', '1 (206) 555-0100'],
    ['AB7319460', 'no. AB 731-9460,', 'AB 731-9460'],
    ['XW 73A19460', 'no. XW73 A19 460', 'XW73 A19 460'],
    ['206-555-0100', '206\u2212555\u00b70100', '206\u2212555\u00b70100'],
    ['Jane Doe', '4,Jane,Doe,Seattle', 'Jane,Doe'],
    ['Jane Doe', 'Last, first: DOE, JANE (2)', 'DOE, JANE'],
    ['Jane Marie O’Brien', "O'Brien,\nJane Marie", "O'Brien,\nJane Marie"],
    ['J. R. Smith', 'cc: Smith, J.R.', 'Smith, J.R'],
    ['Jane Doe', 'for Jane Q. Doe.', 'Jane Q. Doe'],
    ['jane doe', 'JANE Q DOE', 'JANE Q DOE'],
    ['Jane Doe', 'for Jane Quincy Doe.', 'Jane Quincy Doe'],
    ['Jane Doe', 'JANE O’NEIL-ROE DOE', 'JANE O’NEIL-ROE DOE'],
    ['Jane Doe', 'Jane “Janie” Doe', 'Jane “Janie” Doe'],
    ['Jane Doe', 'jane_quincy_doe.pdf', 'jane_quincy_doe'],
    ['Jane Doe', 'Jane Q.R. Doe', 'Jane Q.R. Doe'],
    ['Jane Q. Doe', 'Jane Quincy Doe', 'Jane Quincy Doe'],
    ['Jane Q. Doe', 'Doe, Jane Quincy', 'Doe, Jane Quincy'],
    ['Jane Q. Doe', 'Doe, Jane', 'Doe, Jane'],
    ['Jane Doe', 'Doe, Ms. Jane', 'Doe, Ms. Jane'],
    ['Jane Doe', 'DOE JANE Q', 'DOE JANE'],
    ['Jane Doe', 'Doe_Jane.pdf', 'Doe_Jane'],
    ['Jane Doe', 'doe.jane@example.org', 'doe.jane'],
    ['Jane Doe', 'doejane@example.org', 'doejane'],
    ['Doe, Jane', 'for Jane Doe', 'Jane Doe'],
    ['Mary Smith-Jones', 'SMITH-JONES, MARY', 'SMITH-JONES, MARY'],
    ['Mary Smith-Jones', 'smithjonesmary@example.org', 'smithjonesmary'],
    ['Jan van der Berg', 'van der Berg, Jan P.', 'van der Berg, Jan'],
    ['Ana García Ruiz', 'García Ruiz, Ana', 'García Ruiz, Ana'],
    ['Jane Doe', 'Doe, Jane', 'Doe, Jane'],
    ['John Roe Jr.', 'Roe, John, Jr.', 'Roe, John, Jr.'],
    ['John Roe Jr.', 'ROE JR., JOHN', 'ROE JR., JOHN'],
    ['John Q. Roe III', 'Roe, John III', 'Roe, John III'],
    ['Doe, Jane Q.', 'for Jane Q. Doe', 'Jane Q. Doe'],
    ['Doe, Jane Q.', 'for Jane Doe', 'Jane Doe'],
    ['Jane Doe', 'Jane* *Doe', 'Jane* *Doe'],
    ['Project Falcon', 'Project “Falcon”', 'Project “Falcon'],
    ['12 Oak Street, Apt. 4', '12 OAK STREET APT 4', '12 OAK STREET APT 4'],
    ['jane@example.org', 'jane @ example.org', 'jane @ example.org'],
    ['206-555-0100', '206-555-0100x4', '206-555-0100'],
    ['12345678', 'no. A12345678', '12345678'],
    ['Jane Doe', 'Jane\nÉ.\nDoe', 'Jane\nÉ.\nDoe'],
    ['Jane Doe', 'jane.q.doe@example.org', 'jane.q.doe'],
    ['Jane Q. Doe', 'for Jane Doe', 'Jane Doe'],
    ['Jane Q. Marie Doe', 'Jane Marie R. Doe', 'Jane Marie R. Doe'],
    ['Jane Doe', 'C:\\Clients\\Jane\\Doe\\', 'Jane\\Doe'],
    ['Jane Doe', 'Jane | Doe', 'Jane | Doe'],
    ['Jane Doe', 'J\u0430ne D\u03bfe', 'J\u0430ne D\u03bfe'],
    ['Сара', 'Сapa', 'Сapa'],
    ['Анна Петрова', 'АННА ПЕТРОВА', 'АННА ПЕТРОВА'],
    ['Νίκος Παππάς', 'ΝΙΚΟΣ ΠΑΠΠΑΣ', 'ΝΙΚΟΣ ΠΑΠΠΑΣ'],
    ["O'Brien", 'O\u2032Brien', 'O\u2032Brien'],
    ["O'Brien", 'O` Brien', 'O` Brien'],
    ['AT&T', 'at AT&T Inc.', 'AT&T'],
    ['C++', 'in C++ code', 'C++'],
    ['Acme*', 'Acmeville', 'Acme'],
    ['東京', 'は東京に', '東京'],
    ['Ян', 'пан Ян.', 'Ян'],
    ['Jo Rowe', 'jorowe@example.org', 'jorowe'],
    ['Rowena', 'for Row\nena', 'Row\nena'],
    ['Roe', 'R O E', 'R O E'],
    ['Roe', 'Roe2 said', 'Roe'],
    ['.Jane Roe.', 'by Jane Roe', 'Jane Roe'],
    ['Acme* ', 'Acmeville', 'Acme'],
    ['#Roe', 'x#Roe', '#Roe'],
    ['C+', 'C+x', 'C+'],
    ['12-345', 'no. 1.23.45', '1.23.45'],
    ['M\u00a8uller', 'M\u00a8uller', 'M\u00a8uller'],
    ['Mu\u00a8ller', 'Müller', 'Müller'],
    ['Jane Doe', 'for Jane Ann Marie Doe.', 'Jane Ann Marie Doe'],
    ['Jane Doe', 'JANE ANN\nMARIE DOE', 'JANE ANN\nMARIE DOE'],
    ['Jane Doe', 'Jane Ann M. Doe', 'Jane Ann M. Doe'],
    ['Jane Doe', 'Jane Ann Doe said Doe', 'Jane Ann Doe'],
    ['Jane Doe', 'Jane said Jane Ann Doe', 'Jane Ann Doe'],
    ['Jane Doe', 'Jane (née Smith) Doe', 'Jane (née Smith) Doe'],
    ['Jane Doe', 'Jane de la Cruz Doe', 'Jane de la Cruz Doe'],
    ['Jane Doe', 'jane_ann_marie_doe.pdf', 'jane_ann_marie_doe'],
    ['Jane Ann Doe', 'for Jane Doe', 'Jane Doe'],
    ['Jane Ann Doe', 'for Jane A. Doe', 'Jane A. Doe'],
    ['Jane Ann Doe', 'Jane Ann Marie Doe', 'Jane Ann Marie Doe'],
    ['Jane Ann Doe', 'Doe, Jane A.', 'Doe, Jane A'],
    ['Jane Ann Marie Doe', 'Jane M. Doe', 'Jane M. Doe'],
    ['JANE ANN DOE', 'Jane Doe', 'Jane Doe'],
    ['Doe, Jane Ann', 'Jane Doe', 'Jane Doe'],
    ['Dr. Jane Doe', 'said Jane Doe', 'Jane Doe'],
    ['Dr. Jane Doe', 'said Dr. Jane Doe', 'Dr. Jane Doe'],
    ['Ms. Doe', 'Ms Doe', 'Ms Doe'],
    ['Jane Doe, M.D.', 'Jane Doe', 'Jane Doe'],
    ['Jane Doe, M.D.', 'Doe, Jane, M.D.', 'Doe, Jane, M.D.'],
    ['John Roe Jr.', 'for John Roe', 'John Roe'],
    ['Smith & Wesson', 'Smith and Wesson', 'Smith and Wesson'],
    ['Smith and Wesson', 'Smith & Wesson', 'Smith & Wesson'],
    ['Smith and Wesson', 'Smith &amp; Wesson', 'Smith &amp; Wesson'],
    ['Fox & Co.', 'Fox&Co', 'Fox&Co'],
    ['Fox&Co', 'Fox and Co', 'Fox and Co'],
    ['Müller', 'Mueller', 'Mueller'],
    ['Mueller', 'Müller', 'Müller'],
    ['Søren', 'Soeren', 'Soeren'],
    ['Malmö', 'MALMÖ', 'MALMÖ'],
    ['Jane Doe', 'Jane ~ Doe', 'Jane ~ Doe'],
    ['Jane Doe', 'Jane\u0000Doe', 'Jane\u0000Doe'],
    ['Jane Doe', 'u=Jane%2520Doe', 'Jane%2520Doe'],
    ['LLC', 'L.L.C. of', 'L.L.C'],
    ['Jane Do*', 'Jane Ann Doering', 'Jane Ann Do'],
    ['김철수', '김철수 씨', '김철수'],
    ['Roe', 'R. O. E.', 'R. O. E'],
  ])('finds %j in %j', (term, text, part) => {
    expect(found([term], text)).toEqual([part]);
  });

  it.each([
    ['Ann', 'annual, Joann'],
    ['at', 'a T-shirt'],
    ['Jane Doe', 'Jane Q. Roe; Jane Q. Doering'],
    ['Jane Doe', 'Jane told Doe; Jane Roe, Doe; JANE AND DOE; Jane Roe. Doe'],
    ['Jane Doe', 'Roe and Doe\nJane Roe'],
    ['Jane Doe', 'Jane Roe is not Doe; Jane Smith said that Doe'],
    ['Jane Doe', 'Jane Roe, John Doe; Jane Roe\n\n1. The Doe'],
    ['Jane Ann Doe', 'Jane Robert Doe; Jane R. Doe; Ann Doe'],
    ['terminated without cause', 'terminated cause'],
    ['First National Bank', 'First Bank'],
    ['Ms. Doe', 'Mr. Doe'],
    ['Doe', 'do, Do'],
    ['Sue', 'Su'],
    ['First Bank', 'First National Bank'],
    ['Jane Q. Doe', 'Jane R. Doe'],
    ['Jane Q. Doe', 'Jane Robert Doe'],
    ['J. R. Smith', 'J. Smith, R. Smith'],
    ['Rent House', 'rent a house'],
    ['Acme', 'Acmeville'],
    ['C++', 'C+ and C'],
    ['st', '1st'],
    ['C4', 'C40'],
    ['Ann Lee', 'channlees'],
    ['Mary Land', 'Mary Lander'],
    ['206-555-0100', '1206-555-01001'],
    ["'tis", 'artist, tis'],
    ['to day', 'today'],
    ['today', 'to\nday'],
    ['terminated', 'was termi nated'],
    ['555-0100', '555-01000'],
    ['Jo Roe', 'joroe@example.org'],
    ['Al', 'A l'],
    ['Al', '2Al'],
    ['Johnson', 'Johnsonville'],
    ['Room 12345', 'invoice 12345'],
    ['Jane Doe', 'Roe met Doe. Jane left'],
    ['AB7319460', 'AB 7319461, CAB 7319460'],
    ['12345 Main St', '12345 Oak St'],
    ['.', 'abc'],
    ['*', 'anything'],
  ])('does not find %j in %j', (term, text) => {
    expect(found([term], text)).toEqual([]);
  });

  it('takes long hostile texts in their stride', () => {
    const find = termFinder(['aaaaaaaaaaaaaaab', 'a a a a a a b', 'aa aa b aa aab']);
    expect(find('a-'.repeat(200_000) + 'a '.repeat(200_000) + 'aa a '.repeat(50_000))).toEqual([]);
  });
});

it('tells which terms were found, and names the others', () => {
  const positions = new Set<number>();
  const find = termFinder(['Jane Doe', 'Roe', 'Doe*'], positions);
  find('for Jane Doe');
  find('for Doe');
  expect([...positions].toSorted()).toEqual([0, 2]);
  expect(namesOf(['Jane Doe', 'Roe'], [2])).toBe('“Roe”');
  expect(namesOf(Array<string>(14).fill('x'), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])).toMatch(
    /“x”, 2 more$/,
  );
  expect(namesOf(['Roe'], [])).toBe('');
});

it('reads terms a line each', () => {
  expect(termsOf('\ufeff Jane Doe \r\n\r\nAcme*\n')).toEqual(['Jane Doe', 'Acme*']);
  expect(termsOf('Jane\nDoe\rRoe')).toEqual(['Jane', 'Doe', 'Roe']);
});
