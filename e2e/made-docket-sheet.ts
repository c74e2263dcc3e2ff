/** An entry of a made-up docket sheet: date as printed, number or none, and its text, in which `[2]` is a link. */
type SheetRow = readonly [filed: string, number: number | null, text: string];

const entered = (date: string) => `(Quill, Orla) (Entered: ${date})`;

const rows: readonly SheetRow[] = [
  [
    '01/11/2021',
    1,
    `COMPLAINT against Northgate Hosting, Inc. with jury demand (Filing fee $402, receipt number AWAWDC-1000001), filed by Fairwater LLC. (Attachments: # 1 Civil Cover Sheet, # 2 Summons) ${entered('01/11/2021')}`,
  ],
  [
    '01/11/2021',
    2,
    `MOTION for Temporary Restraining Order, filed by Plaintiff Fairwater LLC. Oral Argument Requested. (Attachments: # 1 Proposed Order) ${entered('01/11/2021')}`,
  ],
  [
    '01/11/2021',
    3,
    `DECLARATION of Ines Marrow filed by Plaintiff Fairwater LLC re [2] MOTION for Temporary Restraining Order (Attachments: # 1 Exhibit A - Letter of suspension) ${entered('01/11/2021')}`,
  ],
  [
    '01/12/2021',
    null,
    'MINUTE ORDER setting the briefing schedule on [2] MOTION for Temporary Restraining Order: the response is due January 13, 2021. (Text entry; no document) (QM) (Entered: 01/12/2021)',
  ],
  [
    '01/13/2021',
    4,
    'RESPONSE, by Defendant Northgate Hosting, Inc., to [2] MOTION for Temporary Restraining Order. (Brook, Anselm) (Entered: 01/13/2021)',
  ],
  [
    '01/14/2021',
    5,
    `REPLY, filed by Plaintiff Fairwater LLC, TO RESPONSE to [2] MOTION for Temporary Restraining Order ${entered('01/14/2021')}`,
  ],
  [
    '01/15/2021',
    6,
    'MOTION to Seal by Defendant Northgate Hosting, Inc. (Brook, Anselm) (Entered: 01/15/2021)',
  ],
  [
    '01/21/2021',
    7,
    'ORDER denying [2] Motion for Temporary Restraining Order. Signed by Judge Quentin Moss. (QM) (Entered: 01/21/2021)',
  ],
];

function party(role: string, name: string, attorney: string, firm: string): string {
  return `<tr><td><b><u>${role} </u></b></td></tr>
    <tr><td valign="top" width="40%"><b>${name}</b></td>
      <td valign="top" width="20%" align="right">represented&nbsp;by</td>
      <td valign="top" width="40%"><b>${attorney}</b><br>${firm}<br>12 Harbor Row<br>Seattle, WA 98101<br>206-555-0142
        <br>Email: counsel@example.com<br><i>LEAD ATTORNEY</i><br><i>ATTORNEY TO BE NOTICED</i></td></tr>`;
}

/**
 * A docket report as a court's site gives it, of a matter that never was: Fairwater LLC v. Northgate Hosting, Inc., with a
 * motion, what answers it and the order on it, and a motion still open.
 */
export function madeDocketSheet(): string {
  const link = (number: string) => `<a href="/doc1/197${number.padStart(8, '0')}">${number}</a>`;
  const table = rows.map(
    ([filed, number, text]) => `<tr><td width="94" valign="top" nowrap>${filed}</td>
      <td valign="top" align="right">${number === null ? '' : link(String(number))}&nbsp;</td>
      <td valign="top">${text.replaceAll(/\[(\d+)\]/g, (_, to: string) => link(to))}</td></tr>`,
  );
  return `<!DOCTYPE html><html><head><title>CM/ECF - U.S. District Court: Western District of Washington - Docket Report</title></head>
    <body><div id="cmecfMainContent">
    <table border="0" cellspacing="0" width="100%"><tr><td align="right"><span>JURYDEMAND</span></td></tr></table>
    <h3 align="center">U.S. District Court<br>United States District Court for the Western District of Washington (Seattle)<br>
      CIVIL DOCKET FOR CASE #: 2:21-cv-09001-QM</h3>
    <table width="100%" border="0" cellspacing="5"><tr>
      <td valign="top" width="60%"><br>Fairwater LLC v. Northgate Hosting, Inc.<br>Assigned to: Judge Quentin Moss<br>
        Cause: 28:1332 Diversity-Breach of Contract</td>
      <td valign="top" width="40%"><br>Date Filed: 01/11/2021<br>Jury Demand: Plaintiff<br>
        Nature of Suit: 190 Contract: Other<br>Jurisdiction: Diversity</td></tr></table>
    <table width="100%" border="0" cellspacing="5">
      ${party('Plaintiff', 'Fairwater LLC', 'Orla Quill', 'Quill &amp; Marsh PLLC')}
      <tr><td><br>V.<br></td></tr>
      ${party('Defendant', 'Northgate Hosting, Inc.', 'Anselm Brook', 'Brook LLP')}
    </table><br>
    <table align="center" width="99%" border="1" rules="all" cellpadding="5" cellspacing="0">
      <tr><td style="font-weight:bold">Date Filed</td><th>#</th><td style="font-weight:bold">Docket Text</td></tr>
      ${table.join('\n')}
    </table></div></body></html>`;
}
