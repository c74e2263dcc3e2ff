/** How a page is written; each of these is met on pages of courts, and none changes what the page says. */
export interface SheetLayout {
  readonly isUpperCase: boolean;
  /** Ends of cells, rows and tables left out, as old pages do. */
  readonly isUnclosed: boolean;
  /** Every element and text on a line of its own, as programs rewrite pages. */
  readonly isPrettyPrinted: boolean;
  readonly hasTickBoxes: boolean;
  readonly hasReceipt: boolean;
  readonly hasLinks: boolean;
  /** The whole page in a cell of a table, as printing services wrap it. */
  readonly isWrapped: boolean;
  readonly textHeading: string;
  readonly numberHeading: string;
}

export const usualLayout: SheetLayout = {
  isUpperCase: false,
  isUnclosed: false,
  isPrettyPrinted: false,
  hasTickBoxes: false,
  hasReceipt: true,
  hasLinks: true,
  isWrapped: false,
  textHeading: 'Docket Text',
  numberHeading: '#',
};

export interface SheetRow {
  readonly date: string;
  readonly number: string;
  readonly text: string;
}

/** Three documents and a text-only order; the motion has an attachment and is referred to. */
export const fairwaterRows: readonly SheetRow[] = [
  {
    date: '01/11/2021',
    number: '1',
    text: 'COMPLAINT against Northgate Hosting, Inc. (Receipt # ZZ-1), filed by Fairwater LLC.(Orne, Tilda) (Entered: 01/12/2021)',
  },
  {
    date: '01/13/2021',
    number: '2',
    text: 'MOTION for Temporary Restraining Order by Plaintiff Fairwater LLC. (Attachments: # {A1} Exhibit A, # {A2} Proposed Order)(Orne, Tilda) (Entered: 01/13/2021)',
  },
  {
    date: '01/14/2021',
    number: '',
    text: 'MINUTE ORDER: hearing on {L2} MOTION for Temporary Restraining Order set for 1/21/2021 at 10:00 AM. (clk) (Entered: 01/14/2021)',
  },
  {
    date: '01/19/2021',
    number: '3',
    text: 'RESPONSE re {L2} MOTION for Temporary Restraining Order filed by Northgate Hosting, Inc. (Vell, Osk) (Entered: 01/20/2021)',
  },
];

const heading =
  '<h3 align="center">U.S. District Court<br>\nWestern District of Washington (Seattle)<br>\nCIVIL DOCKET FOR CASE #: 2:21-cv-00931-QRS</h3>';

const header = `<table width="100%" border="0"><tr>
<td valign="top" width="60%"><br>Fairwater LLC v. Northgate Hosting, Inc.<br>
Assigned to: Judge Quill R. Stone<br>Referred to: Magistrate Judge Ada Fenn<br>Demand: $5,000,000<br>
<table><tr><td valign="top">Related&nbsp;Cases:&nbsp;</td><td>2:20-cv-00777-QRS</td></tr><tr><td></td><td>2:20-cv-00778-QRS</td></tr></table>
Cause: 28:1332 Diversity-Breach of Contract</td>
<td valign="top" width="40%"><br>Date Filed: 01/11/2021<br>Date Terminated: 03/02/2022<br>Jury Demand: Plaintiff<br>
Nature of Suit: 190 Contract: Other<br>Jurisdiction: Diversity</td></tr></table>`;

const parties = `<table width="100%" border="0">
<tr><td><b><u>Plaintiff                 </u></b></td></tr>
<tr><td valign="top" width="40%"><b>Fairwater LLC</b>
<br><i>a Delaware limited liability company</i></td>
<td valign="top" align="right">represented&nbsp;by</td><td valign="top"><b>Tilda           B.         Orne      </b>
<br>Orne &amp; Pell
<br>1 Quay Street
<br>Seattle, WA 98101
<br>206-555-0101
<br>Fax: 206-555-0102
<br>Email: tilda@orne.example
<br><i>LEAD ATTORNEY</i>
<br><i>ATTORNEY TO BE NOTICED</i><br><br>
<b>Jun Abel</b>
<br>Orne &amp; Pell
<br>206-555-0103
<br><font color="red"><i><b>TERMINATED: 02/01/2021</b></i></font>
<br><i>PRO HAC VICE</i></td></tr><tr><td></td></tr>
<tr><td valign="top"><br>V.<br></td></tr>
<tr><td><b><u>Defendant                 </u></b></td></tr>
<tr><td valign="top" width="40%"><b>Northgate Hosting, Inc.</b>
<br><i>TERMINATED: 02/15/2022</i></td>
<td valign="top" align="right">represented&nbsp;by</td><td valign="top"><b>Tilda           B.         Orne      </b>
<br>(See above for address)
<br><i>ATTORNEY TO BE NOTICED</i></td></tr><tr><td></td></tr>
</table>`;

/** The receipt at the end; more words after the number limit the report. */
function receipt(limits: string): string {
  return `<hr><center><table border="1" width="400"><tr><th colspan="4">PACER Service Center</th></tr><tr><th colspan="4">Transaction Receipt</th></tr>
<tr><td colspan="4" align="center">03/04/2022 09:15:40</td></tr><tr><th>PACER Login:</th><td>someone</td><th>Client Code:</th><td></td></tr>
<tr><th>Description:</th><td>Docket Report</td><th>Search Criteria:</th><td>2:21-cv-00931-QRS ${limits}</td></tr>
<tr><th>Billable Pages:</th><td>3</td><th>Cost:</th><td>0.30</td></tr></table></center>`;
}

interface SheetParts {
  readonly rows?: readonly SheetRow[];
  readonly dateHeading?: string;
  readonly parties?: string;
  readonly limits?: string;
}

/**
 * A docket report of an invented case.
 *
 * @param layout how it is written
 * @param parts what differs from the usual one
 */
export function sheetPage(layout: Partial<SheetLayout> = {}, parts: SheetParts = {}): string {
  const how = { ...usualLayout, ...layout };
  const link = (id: string, sequence: number, text: string) =>
    how.hasLinks
      ? `<a href="https://ecf.wawd.uscourts.gov/doc1/${id}" onclick="goDLS('/doc1/${id}','298765','${sequence}','','1','1','','');return(false);">${text}</a>`
      : text;
  const rows = (parts.rows ?? fairwaterRows).map(({ date, number, text }, i) => {
    const shown = text
      .replaceAll(/\{A(\d+)\}/g, (_, n: string) => link(`1971900${i}${n}0`, i, n))
      .replaceAll(/\{L(\d+)\}/g, (_, n: string) => link(`1970900${n}`, i, n));
    const box = how.hasTickBoxes
      ? `<td><input type="checkbox" name="arr_de_seq_nums" value="${i}"></td>`
      : '';
    const first = number === '' ? '&nbsp;' : `${link(`1971900${i}`, i, number)}&nbsp;`;
    return `<tr><td width="94" nowrap>${date}</td><td align="right">${first}</td>${box}<td valign="top">${shown}</td></tr>\n`;
  });
  const boxes = how.hasTickBoxes ? '<td>View</td>' : '';
  const buttons = how.hasTickBoxes
    ? '<tr><td colspan="4">Selected: 0 MB <input type="button" value="View Selected"></td></tr>'
    : '';
  const table = `<table align="center" border="1" rules="all"><tr><td style="font-weight:bold">${parts.dateHeading ?? 'Date Filed'}</td><th>${how.numberHeading}</th>${boxes}<td style="font-weight:bold">${how.textHeading}</td></tr>\n${rows.join('')}${buttons}</table>`;
  const flags =
    '<table width="100%"><tr><td align="right"><span>CLOSED</span>,<span>JURY</span></td></tr></table>';
  const end = how.hasReceipt ? receipt(parts.limits ?? '') : '';
  const body = `${flags}${heading}\n${header}\n${parts.parties ?? parties}\n<br>${table}<br>${end}`;
  const wrapped = how.isWrapped ? `<table><tr><td><div>${body}</div></td></tr></table>` : body;
  return written(
    `<html><head><title>CM/ECF - wawd</title></head><body bgcolor="FFFFFF"><div id="cmecfMainContent">${wrapped}</div></body></html>`,
    how,
  );
}

function written(page: string, { isUpperCase, isUnclosed, isPrettyPrinted }: SheetLayout): string {
  let html = page;
  if (isUnclosed) html = html.replaceAll(/<\/(?:td|th|tr|font)>/g, '');
  if (isPrettyPrinted) html = html.replaceAll(/\s*(<[^>]+>)\s*/g, '\n  $1\n  ');
  if (isUpperCase)
    html = html.replaceAll(
      /<(\/?)([a-z]\w*)/g,
      (_, end: string, name: string) => `<${end}${name.toUpperCase()}`,
    );
  return html;
}
