import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import {
  makeCompoundFile,
  makeDocx,
  makeOpenDocument,
  makePptx,
  makeXlsx,
} from '../../../testing/files/office-files.ts';
import { makeZip } from '../../../testing/files/zip-files.ts';
import { extractText, type DocumentKind } from '../extract.ts';
import { kindOfSource } from '../kind/kind-of-source.ts';
import { showNumber } from './workbook/number-format.ts';

const read = (bytes: Uint8Array, kind: DocumentKind, max = 1_000_000) =>
  extractText(bytesSource(bytes), kind, max);
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('Word: paragraphs, tables row by row, notes, comments, headers, and deletions marked as such', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const docx = await makeDocx(
    `${paragraph('Dear counsel &amp; court,')}
     <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>The servers</w:t><w:tab/><w:t>stopped</w:t></w:r>
       <w:del w:author="B"><w:r><w:delText>at noon</w:delText></w:r></w:del>
       <w:r><w:footnoteReference w:id="2"/></w:r></w:p>
     <w:tbl><w:tr>${cell('Day')}${cell('Hours')}</w:tr><w:tr>${cell('Monday')}${cell('4')}</w:tr></w:tbl>
     <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>box again</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>`,
    {
      'word/footnotes.xml': `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('By the log.')}</w:footnote>`,
      'word/comments.xml': `<w:comment w:id="0" w:author="Ben Orr" w:date="2021-01-10T08:00:00Z">${paragraph('Check.')}</w:comment>`,
      'word/header1.xml': paragraph('Privileged'),
    },
  );
  const { sections, claims, problems } = read(docx, 'word');
  expect(problems).toEqual([]);
  const text = sections.join('');
  expect(text).toContain('Dear counsel & court,\n');
  expect(text).toContain('The servers\tstopped');
  expect(text).toContain('[deleted: at noon][2]');
  expect(text).toMatch(/Day \tHours \t\nMonday \t4 \t\n/);
  expect(text.match(/box/g)).toHaveLength(1);
  expect(text).toContain('Footnotes\n');
  expect(text).toContain('[2] By the log.');
  expect(text).toContain('[comment: Ben Orr, 2021-01-10T08:00:00Z] Check.');
  expect(text).toContain('Page headers\nPrivileged');
  expect(claims).toEqual([
    { field: 'title', value: 'Notice of termination' },
    { field: 'author', value: 'Ada Bell' },
    { field: 'createdAt', value: '2021-01-09T10:00:00.000Z' },
  ]);
});

test('Word: hidden text is marked as such, once over runs in a row, and what only the mark of a paragraph hides is not', async () => {
  const run = (words: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const docx = await makeDocx(
    `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('pay ')}${run('500', '<w:vanish/>')}${run(' more', '<w:b/><w:vanish w:val="1"/>')}${run(' now')}</w:p>
     <w:p>${run('shown', '<w:vanish w:val="0"/>')}${run(' before', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>
     <w:p><w:del>${run('struck', '<w:vanish/>')}</w:del>${run(' end', '<w:vanish/>')}</w:p>`,
  );
  expect(read(docx, 'word').sections.join('')).toBe(
    'pay [hidden: 500 more] now\nshown before\n[deleted: [hidden: struck]][hidden:  end]\n',
  );
});

test('Word: what is struck out is marked, by its run or by the style of a program that compares documents', async () => {
  const run = (words: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const docx = await makeDocx(
    `<w:p>${run('within ')}${run('30', '<w:strike/>')}${run('60 days; we will ')}${run('not ', '<w:rStyle w:val="Gone"/>')}${run('pay', '<w:rStyle w:val="Gone"/><w:strike w:val="0"/>')}</w:p>
     <w:p>${run('a', '<w:strike/><w:dstrike w:val="false"/>')}${run('b', '<w:vanish/><w:strike w:val="0"/>')}${run('c', '<w:vanish/><w:strike/>')}</w:p>`,
    {
      'word/styles.xml':
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:strike/></w:rPr></w:style>',
    },
  );
  expect(read(docx, 'word').sections.join('')).toBe(
    'within [struck out: 30]60 days; we will [struck out: not ]pay\n[struck out: a][hidden: bc]\n',
  );
});

test('Word: the words of boxes and of parts of a line never run into those beside them, and pictures have theirs', async () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const box = `<w:drawing><wp:docPr id="1" descr="a broken server"/><wps:txbx><w:txbxContent>${paragraph('box')}</w:txbxContent></wps:txbx></w:drawing>`;
  const docx = await makeDocx(
    `<w:p>${run('<w:t>before</w:t>')}${run(`<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`)}${run('<w:t>after</w:t>')}</w:p>
     <w:p>${run('<w:t>left</w:t><w:ptab w:alignment="right"/><w:t>right</w:t>')}</w:p>`,
  );
  const text = read(docx, 'word').sections.join('');
  expect(text).toContain('before[picture: a broken server] \nbox\nafter\n');
  expect(text).toContain('left\tright');
});

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.example/relationships/${type}" Target="${target}"/>`;

test('Word: what was chosen in a form shows, as its boxes do that are signs of a font', async () => {
  const field = (data: string, code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar><w:instrText>${code}</w:instrText><w:fldChar w:fldCharType="end"/></w:r>`;
  const list = (chosen: string) =>
    field(
      `<w:ddList>${chosen}<w:listEntry w:val="granted"/><w:listEntry w:val="denied"/></w:ddList>`,
      'FORMDROPDOWN',
    );
  const box = (state: string) => field(`<w:checkBox><w:sizeAuto/>${state}</w:checkBox>`, 'FORMCHECKBOX');
  const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const said = async (...runs: string[]) =>
    read(await makeDocx(`<w:p>${runs.join('')}</w:p>`), 'word')
      .sections.join('')
      .trim();
  expect(await said(list('<w:result w:val="1"/>'))).toBe('denied');
  expect(await said(list('<w:default w:val="1"/>'))).toBe('denied');
  expect(await said(list(''))).toBe('granted');
  const states = [
    '<w:default w:val="0"/>',
    '<w:default w:val="0"/><w:checked/>',
    '<w:default w:val="1"/><w:checked w:val="0"/>',
  ];
  expect(await said(...states.map(box))).toBe('☐☒☐');
  expect(await said(sign('Wingdings', 'F0FE'), sign('Wingdings 2', 'F0A3'), sign('Webdings', 'F0FE'))).toBe(
    '☑☐',
  );
});

test('Word: a watermark is read where it stands, in the page headers', async () => {
  const docx = await makeDocx(paragraph('Dear counsel,'), {
    'word/header1.xml':
      '<w:hdr><w:p><w:r><w:pict><v:shape><v:textpath on="t" string="ATTORNEYS’ EYES ONLY"/></v:shape></w:pict></w:r></w:p></w:hdr>',
  });
  expect(read(docx, 'word').sections.join('')).toContain('Page headers\n[drawn: ATTORNEYS’ EYES ONLY]');
});

test('Word: documents taken over whole, in their place; those of other formats are told', async () => {
  const inner = await makeDocx(paragraph('Within the inner document'));
  const chunks = { 'a.htm': '<p>From a page</p><script>run()</script>', 'b.rtf': '{\\rtf1 From rich text}' };
  const docx = await makeZip({
    'word/document.xml': `<w:document><w:body>${paragraph('Before')}${['1', '2', '3', '4'].map((id) => `<w:altChunk r:id="c${id}"/>`).join('')}${paragraph('After')}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${[...Object.keys(chunks), 'c.docx', 'd.mht'].map((name, at) => relation(`c${at + 1}`, 'aFChunk', name)).join('')}</Relationships>`,
    'word/a.htm': chunks['a.htm'],
    'word/b.rtf': chunks['b.rtf'],
    'word/c.docx': inner,
    'word/d.mht': 'From: x',
  });
  const { sections, problems } = read(docx, 'word');
  expect(sections.join('')).toMatch(
    /^Before\nFrom a page\nFrom rich text\nWithin the inner document\nAfter\n$/,
  );
  expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_PART_LEFT_OUT']);
});

test('charts and diagrams beside a document, a slide and a sheet have their words and values read', async () => {
  const point = (value: string) => `<c:pt idx="0"><c:v>${value}</c:v></c:pt>`;
  const chart = `<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Outages </a:t></a:r><a:r><a:t>by month</a:t></a:r></a:p></c:rich></c:tx></c:title>
    <c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>${point('Minutes')}</c:strCache></c:strRef></c:tx>
    <c:cat><c:numRef><c:numCache><c:formatCode>mmm\\ yyyy</c:formatCode>
      ${point('44197')}
      ${point('44228')}
    </c:numCache></c:numRef></c:cat>
    <c:val><c:numRef><c:numCache>${point('12')}${point('30.5')}</c:numCache></c:numRef></c:val></c:ser></c:chart></c:chartSpace>`;
  const newer =
    '<cx:chartSpace><cx:strDim><cx:f>A1</cx:f><cx:lvl><cx:pt idx="0">Won</cx:pt><cx:pt idx="1">Lost</cx:pt></cx:lvl></cx:strDim></cx:chartSpace>';
  const diagram =
    '<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>First notice</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>';
  const shapes = '<c:userShapes><a:p><a:r><a:t>Peak</a:t></a:r></a:p></c:userShapes>';
  const figures = {
    'f/chart1.xml': chart,
    'f/_rels/chart1.xml.rels': `<Relationships>${relation('s', 'chartUserShapes', 'shapes.xml')}</Relationships>`,
    'f/shapes.xml': shapes,
    'f/chartEx1.xml': newer,
    'f/data1.xml': diagram,
  };
  const beside = `<Relationships>${relation('a', 'chart', '/f/chart1.xml')}${relation('b', 'chartEx', '/f/chartEx1.xml')}${relation('c', 'diagramData', '/f/data1.xml')}</Relationships>`;
  const words =
    'Outages by month\nMinutes\t\nJan 2021\tFeb 2021\t\n12\t30.5\t\nPeak\nWon\tLost\t\nFirst notice\n';
  const docx = await makeZip({
    ...figures,
    'word/document.xml': `<w:document><w:body>${paragraph('See the chart.')}</w:body></w:document>`,
    'word/_rels/document.xml.rels': beside,
  });
  expect(read(docx, 'word').sections).toEqual([`See the chart.\n${words}`]);
  const pptx = await makeZip({
    ...figures,
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': '<p:sld/>',
    'ppt/slides/_rels/slide1.xml.rels': beside,
  });
  expect(read(pptx, 'presentation').sections).toEqual([`Slide 1\n${words}`]);
  const xlsx = await makeZip({
    ...figures,
    'xl/workbook.xml': '<workbook/>',
    'xl/drawings/drawing1.xml': '<xdr:wsDr/>',
    'xl/drawings/_rels/drawing1.xml.rels': beside,
  });
  expect(read(xlsx, 'spreadsheet').sections).toEqual([words]);
});

test('workbook: sheets by name, hidden ones said, strings, values of formulas, numbers and dates as shown', async () => {
  const xlsx = await makeXlsx(
    {
      Outages:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Cost</t><rPh sb="0" eb="1"><t>kosuto</t></rPh></is></c></row>' +
        '<row r="2"><c r="A2" s="1"><v>44207.5</v></c><c r="B2"><f>1+1</f><v>0.1</v></c><c r="C2" s="2"><v>-1234.5</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="str"><f>x</f><v>Total</v></c></row>',
      '.Drafts': '<row><c><v>7</v></c></row>',
    },
    {
      strings: ['Day'],
      formats: ['yyyy\\-mm\\-dd hh:mm', '&quot;$&quot;#,##0.00;[Red](&quot;$&quot;#,##0.00)'],
    },
  );
  expect(read(xlsx, 'spreadsheet').sections).toEqual([
    'Sheet: Outages\nDay\t\tCost\n2021-01-11 12:00\t0.1\t($1,234.50)\tTRUE\tTotal\n',
    'Sheet: Drafts (hidden)\n7\n',
  ]);
});

test('workbook: comments wherever a program puts them, page headers, and characters told by their numbers', async () => {
  const comments =
    '<comments><authors><author>Ada Bell</author></authors><commentList><comment ref="B2" authorId="0"><text><t>Check</t></text></comment></commentList></comments>';
  const xlsx = await makeZip({
    '[Content_Types].xml': '',
    'xl/workbook.xml': '<workbook><sheets><sheet name="One"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData><headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"&amp;12&amp;K01+000Under seal&amp;RA &amp;&amp; B</oddHeader></headerFooter></worksheet>',
    // As some programs write its name; upper and lower case are alike in a package.
    'xl/SharedStrings.xml': '<sst><si><t>one_x000D_\ntwo _x005F_x0041_</t></si></sst>',
    'xl/comments/comment1.xml': comments,
    'xl/threadedComments/threadedComment1.xml':
      '<ThreadedComments><threadedComment ref="B3" personId="{1}"><text>Done</text></threadedComment></ThreadedComments>',
    'xl/persons/person.xml': '<personList><person displayName="Ben Roe" id="{1}"/></personList>',
  });
  expect(read(xlsx, 'spreadsheet').sections).toEqual([
    'Sheet: One\none two _x0041_\n[page header] Under seal A & B\n',
    '[comment at B2, Ada Bell] Check\n[comment at B3, Ben Roe] Done\n',
  ]);
});

test('workbook: a formula that was never worked out stands for itself, and what is hidden on a sheet is said', async () => {
  const row = (number: number, cell: string, hidden = '') => `<row r="${number}"${hidden}>${cell}</row>`;
  const isHidden = ' hidden="1"';
  const text = (name: string) => `<c t="inlineStr"><is><t>${name}</t></is></c>`;
  const { sections } = read(
    await makeXlsx({
      Costs: `<cols><col min="28" max="29" hidden="1"/><col min="2" max="2" hidden="true"/></cols>${row(
        1,
        '<c r="A1"><v>2</v></c><c r="B1"><f>SUM(A1:A1)&amp;"$"</f><v></v></c><c r="C1"><f>A1*2</f><v>4</v></c>',
      )}${row(2, text('kept back'), isHidden)}${row(3, text('also'), isHidden)}${row(9, text('last'), isHidden)}`,
      Plain: row(1, text('seen')),
    }),
    'spreadsheet',
  );
  expect(sections.slice(0, 2)).toEqual([
    'Sheet: Costs\n2\t=SUM(A1:A1)&"$"\t4\nkept back\nalso\nlast\n[hidden: rows 2–3, 9; columns AB–AC, B]\n',
    'Sheet: Plain\nseen\n',
  ]);
});

test('workbook: columns that are hidden without end take no other words from the sheet', async () => {
  const cell = '<row r="1"><c r="A1"><v>2</v></c></row>';
  const xlsx = await makeXlsx({ One: `<cols><col min="3" max="1e999" hidden="1"/></cols>${cell}` });
  expect(read(xlsx, 'spreadsheet').sections[0]).toBe('Sheet: One\n2\n[hidden: columns C–XFD]\n');
});

test.each([
  [44207, 'm/d/yyyy', '1/11/2021'],
  [44207.75, 'd-mmm-yy h:mm AM/PM', '11-Jan-21 6:00 PM'],
  [0.5, '0%', '50%'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-3, '0;(0)', '(3)'],
  [-3, '0', '-3'],
  [0, '0;(0);"none"', 'none'],
  [1.005, '#,##0.00', '1.01'],
  [0.285, '0%', '29%'],
  [4111111111111111, '0', '4111111111111111'],
  [1.5, '[h]:mm', '36:00'],
  [1 / 24 - 1e-12, '[h]:mm', '1:00'],
  [1.5, '[ss]', '129600'],
  [1 / 3, 'General', '0.33333333333'],
  [0.1 + 0.2, 'General', '0.3'],
  [12, '[$€-407] 0.0', '€ 12.0'],
  [2139, '00000', '02139'],
  [-1234.5, '"Case "000,000.0##', '-Case 001,234.5'],
  [4111111111111111, 'General', '4111111111111111'],
  [1e300, 'yyyy', '1e+300'],
  [44207, 'dddd, mmmm d', 'Monday, January 11'],
  [44207.5104166667, 'mm:ss', '15:00'],
  [1500, '0.0,"k"', '1.5k'],
  [123456789, '000-00-0000', '123-45-6789'],
  [12345678, '000\\-00\\-0000', '012-34-5678'],
  [2065550137, '[<=9999999]###-####;(###) ###-####', '(206) 555-0137'],
  [5550137, '[<=9999999]###-####;(###) ###-####', '555-0137'],
  [1e21, '000-0000', '1e+21'],
  [Number.MAX_VALUE, 'General', '1.7976931348623157e+308'],
])('the number %d in the format %j is shown as %j', (value, format, shown) => {
  expect(showNumber(value, format, false)).toBe(shown);
});

test('presentation: slides in the order they are shown, each a section with its notes', async () => {
  const pptx = await makePptx([{ text: 'Opening', notes: 'Speak slowly' }, { text: 'Timeline' }]);
  expect(read(pptx, 'presentation').sections).toEqual([
    'Slide 1\nOpening\nNotes:\nSpeak slowly\n',
    'Slide 2\nTimeline\n',
  ]);
  const picture = '<p:pic><p:cNvPr id="2" name="x.png" descr="the outage by the hour"/></p:pic>';
  const shown = await makeZip({ 'ppt/slides/slide1.xml': `<p:sld>${picture}</p:sld>` });
  expect(read(shown, 'presentation').sections.join('')).toContain('[picture: the outage by the hour]');
});

test('presentation: comments say who wrote them and when, in old files and new', async () => {
  const relations = (parts: readonly string[]) =>
    `<Relationships>${parts.map((part, at) => `<Relationship Id="r${at}" Type="http://example.com/relationships/comments" Target="../comments/${part}"/>`).join('')}</Relationships>`;
  const pptx = await makeZip({
    '[Content_Types].xml': '<Types/>',
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': '<p:sld><a:p><a:t>Outage</a:t></a:p></p:sld>',
    'ppt/slides/_rels/slide1.xml.rels': relations(['comment1.xml', 'modernComment_1.xml']),
    'ppt/comments/comment1.xml':
      '<p:cmLst><p:cm authorId="0" dt="2021-01-10T08:00:00"><p:text>Is this so?</p:text></p:cm></p:cmLst>',
    'ppt/comments/modernComment_1.xml':
      '<p188:cmLst><p188:cm authorId="{A}" created="2021-01-10T09:00:00"><p188:replyLst><p188:reply authorId="{B}"><p188:txBody><a:p><a:r><a:t>It is.</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p><a:r><a:t>Check.</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>',
    'ppt/commentAuthors.xml': '<p:cmAuthorLst><p:cmAuthor id="0" name="Ben Orr"/></p:cmAuthorLst>',
    'ppt/authors.xml':
      '<p188:authorLst><p188:author id="{A}" name="Ada Bell"/><p188:author id="{B}" name="Ben Orr"/></p188:authorLst>',
  });
  expect(read(pptx, 'presentation').sections.join('')).toContain(
    'Comments:\n[comment: Ben Orr, 2021-01-10T08:00:00] Is this so?\n' +
      'Comments:\n[comment: Ada Bell, 2021-01-10T09:00:00] Check.\n[comment: Ben Orr] It is.\n',
  );
});

test('OpenDocument: drawings are read page by page, and what else it names is one file', async () => {
  const drawing = await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.graphics',
    'content.xml':
      '<office:document-content><office:body><office:drawing><draw:page><text:p>Rack 4</text:p></draw:page></office:drawing></office:body></office:document-content>',
  });
  expect(kindOfSource(bytesSource(drawing), 'rack.odg')).toBe('presentation');
  expect(read(drawing, 'presentation').sections.join('')).toContain('Rack 4');
  const base = await makeZip({ mimetype: 'application/vnd.oasis.opendocument.base', 'content.xml': '<x/>' });
  expect(kindOfSource(bytesSource(base), 'costs.odb')).toBe('native');
});

test('OpenDocument: text with notes and deletions, sheets with repeated cells, slides', async () => {
  const odt = await makeOpenDocument(
    'text',
    `<text:tracked-changes><text:deletion><text:p>struck</text:p></text:deletion></text:tracked-changes>
     <text:h>Log</text:h><table:table table:name="T"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:p>It<text:s text:c="3"/>stopped<text:note><text:note-body><text:p>At noon.</text:p></text:note-body></text:note>.</text:p>`,
  );
  const word = read(odt, 'word');
  expect(word.sections.join('')).toMatch(
    /\[deleted: struck \]\nLog\na \tb \t\nIt {3}stopped \[note: At noon\.\n\] \.\n/,
  );
  expect(word.claims).toContainEqual({ field: 'title', value: 'Server log' });
  const marked = await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      '<office:body><office:text><text:p>See<office:annotation><dc:creator>Ada</dc:creator><dc:date>2021-01-11</dc:date><meta:creator-initials>A</meta:creator-initials><text:p>why</text:p></office:annotation></text:p></office:text></office:body>',
    'Object 1/content.xml': '<office:chart><text:p>Hours</text:p></office:chart>',
    'styles.xml':
      '<style:master-page><style:header><text:p>Draft</text:p></style:header><style:footer><text:p>Page</text:p></style:footer></style:master-page>',
  });
  expect(read(marked, 'word').sections).toEqual([
    'See[comment: Ada, 2021-01-11, why\n] \n\nPage headers\nDraft\n\nPage footers\nPage\nHours\n',
  ]);
  const commented = await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      '<office:spreadsheet><table:table table:name="One"><table:table-row><table:table-cell><office:annotation><dc:creator>Ada</dc:creator><dc:date>2021-01-11</dc:date><text:p>since <text:date>noon</text:date></text:p></office:annotation><text:p>42</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
  });
  expect(read(commented, 'spreadsheet').sections).toEqual([
    'Sheet: One\n[comment: Ada, 2021-01-11, since noon ] 42 \t\n',
  ]);
  const ods = await makeOpenDocument(
    'spreadsheet',
    '<office:spreadsheet><table:table table:name="May"><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table><table:table table:name="June"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
  );
  const june = '1 \t1 \t\t\t2 \t\n';
  expect(read(ods, 'spreadsheet').sections).toEqual(['Sheet: May\n1 \t\n', `Sheet: June\n${june}${june}`]);
  const odp = await makeOpenDocument(
    'presentation',
    '<draw:page><text:p>One</text:p><presentation:notes><text:p>slowly</text:p></presentation:notes></draw:page><draw:page><text:p>Two</text:p></draw:page>',
  );
  expect(read(odp, 'presentation').sections).toEqual(['Slide 1\nOne\nNotes:\nslowly\n', 'Slide 2\nTwo\n']);
});

test('OpenDocument: hidden sheets and slides are said to be hidden', async () => {
  const style = (family: string, properties: string) =>
    `<office:automatic-styles><style:style style:name="no" style:family="${family}"><style:${properties}/></style:style><style:style style:name="yes"/></office:automatic-styles>`;
  const sheet = (name: string, look: string) =>
    `<table:table table:name="${name}" table:style-name="${look}"/>`;
  const content = (styles: string, body: string) =>
    makeZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content>${styles}<office:body>${body}</office:body></office:document-content>`,
    });
  const book = await content(
    style('table', 'table-properties table:display="false"'),
    `<office:spreadsheet>${sheet('Open', 'yes')}${sheet('Costs', 'no')}</office:spreadsheet>`,
  );
  expect(read(book, 'spreadsheet').sections).toEqual(['Sheet: Open\n', 'Sheet: Costs (hidden)\n']);
  const slides = await content(
    style('drawing-page', 'drawing-page-properties presentation:visibility="hidden"'),
    '<office:presentation><draw:page draw:style-name="no"/><draw:page draw:style-name="yes"/></office:presentation>',
  );
  expect(read(slides, 'presentation').sections).toEqual(['Slide 1 (hidden)\n', 'Slide 2\n']);
});

test('locked documents say so', async () => {
  const odt = await makeOpenDocument('text', '', '<file-entry><encryption-data/></file-entry>');
  const docx = makeCompoundFile({ EncryptedPackage: Buffer.alloc(8), EncryptionInfo: Buffer.alloc(8) });
  const xls = makeCompoundFile({ Workbook: Buffer.from('2f000600000000000000', 'hex') });
  const doc = makeCompoundFile({ WordDocument: binaryWord('secret', 0x100) });
  for (const [bytes, kind] of [
    [odt, 'word'],
    [docx, 'word'],
    [xls, 'spreadsheet'],
    [doc, 'word'],
  ] as const)
    expect(read(bytes, kind).problems).toMatchObject([{ code: 'EVIDENCE_ENCRYPTED' }]);
});

/** A Word document of 1997 with its text in one piece. */
function binaryWord(text: string, flags = 0): Buffer {
  const document = Buffer.alloc(0x200);
  document.writeUInt16LE(0xa5ec, 0);
  document.writeUInt16LE(0xc1, 2);
  document.writeUInt16LE(flags, 10);
  document.writeUInt32LE(text.length, 0x4c);
  document.writeUInt32LE(21, 0x1a6);
  return Buffer.concat([document, Buffer.from(text, 'latin1')]);
}

function pieceTable(length: number): Buffer {
  const table = Buffer.alloc(21);
  table[0] = 2;
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(length, 9);
  table.writeUInt32LE((0x40000000 | (0x200 * 2)) >>> 0, 15);
  return table;
}

test('Word of 1997: text in its pieces, results of fields without their codes, cells and rows', () => {
  const text = 'Dear \x13 HYPERLINK "x" \x14counsel\x15,\rDay\x07Hours\x07\x07end\r';
  const doc = makeCompoundFile({ WordDocument: binaryWord(text), '0Table': pieceTable(text.length) });
  expect(read(doc, 'word').sections).toEqual(['Dear counsel,\nDay\tHours\nend\n']);
});

test('a workbook marks what is struck out: a cell by its style, a run of a string by its font', async () => {
  const xlsx = await makeZip({
    '[Content_Types].xml': '',
    'xl/styles.xml':
      '<s><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></s>',
    'xl/sharedStrings.xml':
      '<sst><si><r><t>pay </t></r><r><rPr><strike/></rPr><t>500</t></r><r><t>600</t></r></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<s><row><c t="s"><v>0</v></c><c s="1"><v>7</v></c><c><v>8</v></c><c s="1"><v> </v></c></row></s>',
  });
  expect(read(xlsx, 'spreadsheet').sections[0]).toContain(
    'pay [struck out: 500]600\t[struck out: 7]\t8\t \n',
  );
});

test.each([
  ['000801', '[deleted: 500]'],
  ['3c0801', '[hidden: 500]'],
  ['370801', '[struck out: 500]'],
  ['532a01', '[struck out: 500]'],
  ['370800', '500'],
])(
  'Word of 1997: formatting %s marks what the page does not say as it stands there',
  (formatting, marked) => {
    const text = 'pay 500600 now\r';
    const page = Buffer.alloc(512);
    const borders = [0, 4, 7, text.length].map((place) => 0x200 + place);
    for (const [at, border] of borders.entries()) page.writeUInt32LE(border, at * 4);
    page[17] = 100;
    // Its language, with an operand of two bytes, stands before the mark.
    Buffer.from(`076d480904${formatting}`, 'hex').copy(page, 200);
    page[511] = borders.length - 1;
    const document = Buffer.concat([binaryWord(text), Buffer.alloc(0x200 - text.length), page]);
    document.writeUInt32LE(21, 0xfa);
    document.writeUInt32LE(12, 0xfe);
    const places = Buffer.alloc(12);
    places.writeUInt32LE(2, 8);
    const table = Buffer.concat([pieceTable(text.length), places]);
    const doc = makeCompoundFile({ WordDocument: document, '0Table': table });
    expect(read(doc, 'word').sections).toEqual([`pay ${marked}600 now\n`]);
  },
);

test('PowerPoint of 1997: texts of its slides in the order of the stream, their comments, and which are hidden', () => {
  const record = (type: number, body: Buffer, head = 0) => {
    const header = Buffer.alloc(8);
    header.writeUInt16LE(head, 0);
    header.writeUInt16LE(type, 2);
    header.writeUInt32LE(body.length, 4);
    return Buffer.concat([header, body]);
  };
  const holding = (type: number, ...inner: Buffer[]) => record(type, Buffer.concat(inner), 0x0f);
  const words = (text: string) => Buffer.from(text, 'utf16le');
  const show = Buffer.alloc(16);
  show[10] = 4;
  const comment = holding(
    12_000,
    record(4_026, words('Ann')),
    record(4_026, words('Why May?'), 0x10),
    record(4_026, words('A'), 0x20),
  );
  const ppt = makeCompoundFile({
    'PowerPoint Document': Buffer.concat([
      holding(1_006, record(4_000, words('Timeline\rMay')), record(5_003, comment)),
      holding(1_006, record(1_017, show), record(4_008, Buffer.from('Costs'))),
    ]),
  });
  expect(read(ppt, 'presentation').sections).toEqual([
    'Slide 1\nTimeline\nMay\n[comment: Ann] Why May?\n',
    'Slide 2 (hidden)\nCosts\n',
  ]);
  const spoilt = makeCompoundFile({ 'PowerPoint Document': Buffer.alloc(600, 0x5a) });
  expect(read(spoilt, 'presentation').problems).toMatchObject([{ code: 'EVIDENCE_DAMAGED' }]);
});

test('reading stops once there is enough, however much more a part would unfold to', async () => {
  const docx = await makeDocx(paragraph('word '.repeat(2_000)).repeat(200));
  const { sections, isCut } = read(docx, 'word', 10_000);
  expect(isCut).toBe(true);
  expect(sections.join('').length).toBeLessThan(30_000);
});

test('a part that is a bomb, nests without end, or names things to fetch does no harm', async () => {
  const bomb = await makeZip({
    '[Content_Types].xml': '',
    'word/document.xml': Buffer.alloc(140 * 1024 * 1024, 0x20),
  });
  expect(read(bomb, 'word').problems).toMatchObject([{ code: 'EVIDENCE_PART_LEFT_OUT' }]);
  const deep = await makeDocx(`${paragraph('top')}${'<w:p>'.repeat(300_000)}`);
  expect(read(deep, 'word')).toMatchObject({ problems: [{ code: 'EVIDENCE_TEXT_NOT_READ' }] });
  expect(read(deep, 'word').sections.join('')).toContain('top');
  const outside = await makeZip({
    '[Content_Types].xml': '',
    'word/document.xml':
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:t>&b;&c;</w:t>',
  });
  expect(read(outside, 'word').sections.join('')).not.toMatch(/aaaa|root/);
});

test('documents cut anywhere end in text or in a problem', async () => {
  const files: [Uint8Array, DocumentKind][] = [
    [await makeDocx(paragraph('one')), 'word'],
    [await makeXlsx({ a: '<row><c><v>1</v></c></row>' }), 'spreadsheet'],
    [makeCompoundFile({ WordDocument: binaryWord('one'), '0Table': pieceTable(3) }), 'word'],
    [makeCompoundFile({ Workbook: Buffer.from('fc000b000000000002000000ffff01', 'hex') }), 'spreadsheet'],
  ];
  for (const [whole, kind] of files)
    for (let length = 8; length < whole.length; length += 7) {
      const { sections, problems } = read(whole.subarray(0, length), kind);
      expect(sections.length + problems.length, `${kind} of ${length} bytes`).toBeGreaterThan(0);
    }
});
