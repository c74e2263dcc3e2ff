import { expect, test } from 'vitest';
import { makeZip } from '../../../testing/files/zip-files.ts';
import { bytesSource } from '../../../pdf/index.ts';
import { extractText } from '../extract.ts';
import { kindOfSource } from '../kind/kind-of-source.ts';

/** The relations of a part: targets by their type, which is the id too. */
const relations = (targets: Readonly<Record<string, string>>) =>
  `<Relationships>${Object.entries(targets)
    .map(([type, target]) => `<Relationship Id="${type}" Type="http://x/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

test('a document whose main part has a name of its own is found by what the package says', async () => {
  const docx = await makeZip({
    '[content_types].xml': '',
    '_rels/.rels': relations({ officeDocument: '/word/Brief.xml' }),
    'word\\brief.xml': `<w:document><w:body><w:p><w:r><w:t>Found</w:t></w:r></w:p></w:body></w:document>`,
  });
  const { sections, problems } = extractText(bytesSource(docx), 'word', 10_000);
  expect([sections, problems]).toEqual([['Found\n'], []]);
});

test.each(['', 'book/'])(
  'a workbook whose parts are in “%s” has its strings, styles and comments',
  async (folder) => {
    const xlsx = await makeZip({
      '[Content_Types].xml': `<Override PartName="/${folder}wb.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`,
      '_rels/.rels': relations({ officeDocument: `${folder}wb.xml` }),
      [`${folder}wb.xml`]: '<workbook><sheets><sheet name="One" r:id="worksheet"/></sheets></workbook>',
      [`${folder}_rels/wb.xml.rels`]: relations({
        worksheet: 'one.xml',
        sharedStrings: 'texts.xml',
        styles: 'looks.xml',
      }),
      [`${folder}texts.xml`]: '<sst><si><t>Paid</t></si></sst>',
      [`${folder}looks.xml`]: '<s><cellXfs><xf numFmtId="14"/></cellXfs></s>',
      [`${folder}one.xml`]: '<s><row><c t="s"><v>0</v></c><c s="0"><v>44207</v></c></row></s>',
      [`${folder}comments1.xml`]:
        '<comments><comment ref="A1"><text><t>by wire</t></text></comment></comments>',
    });
    expect(kindOfSource(bytesSource(xlsx), 'x')).toBe('spreadsheet');
    const { sections, problems } = extractText(bytesSource(xlsx), 'spreadsheet', 10_000);
    expect(sections.join('')).toContain('Paid\t1/11/2021\n');
    expect(sections.join('')).toContain('by wire');
    expect(problems).toEqual([]);
  },
);
