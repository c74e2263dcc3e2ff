/**
 * A docket report as CM/ECF prints it, in invented words. The same arguments give the same page.
 *
 * @param {{ entries: number, corrected?: boolean }} size `corrected` changes the words of every tenth entry, as a clerk would
 * @returns {string} HTML
 */
export function makeDocketSheet({ entries, corrected = false }) {
  const rows = Array.from({ length: entries }, (_, index) => row(index, corrected));
  return `<html><head><title>CM/ECF - wawd</title></head><body>
<table width="100%"><tr><td align=right><span>JURY</span></td></tr></table>
<h3 align=center>U.S. District Court<br>Western District of Washington (Seattle)<br>CIVIL DOCKET FOR CASE #: 2:21-cv-00099-ABC</h3>
<table width="100%" border=0 cellspacing=5><tr><td valign=top width="60%"><br>Fairwater LLC v. Northgate Hosting, Inc.<br>Assigned to: Judge A. Moss<br>Cause: 28:1332 Diversity-Breach of Contract</td>
<td valign=top width="40%"><br>Date Filed: 01/11/2021<br>Jury Demand: Plaintiff<br>Nature of Suit: 190 Contract: Other<br>Jurisdiction: Diversity</td></tr></table>
<table width="100%" border=0 cellspacing=5><tr><td><b><u>Plaintiff</u></b></td></tr><tr><td valign=top width="40%"><b>Fairwater LLC</b></td><td valign=top width="20%" align=right>represented&nbsp;by</td><td valign=top width="40%"><b>Jo Reyes</b><br>REYES PS<br>1 Harbor Way<br>Seattle, WA 98101<br>206-555-0100<br>Email: jo@example.com<br><i>LEAD ATTORNEY</i><br><i>ATTORNEY TO BE NOTICED</i></td></tr></table>
<table align=center width="99%" border=1 rules=all cellpadding=5 cellspacing=0><tr><td style='font-weight:bold; width:94; white-space:nowrap'>Date Filed</td><th>#</th><td style='font-weight:bold'>Docket Text</td></tr>
${rows.join('\n')}
</table><hr><center><table border=1 width="400"><tr><th colspan=4>PACER Service Center</th></tr><tr><td colspan=4 align=center>Transaction Receipt</td></tr><tr><td colspan=4 align=center>0${corrected ? 6 : 5}/10/2029 21:22:55</td></tr><tr><th>Description:</th><td>Docket Report</td><th>Search Criteria:</th><td>2:21-cv-00099-ABC</td></tr></table></center></body></html>`;
}

const kinds = [
  (n) =>
    `MOTION for Extension of Time by Plaintiff Fairwater LLC. (Attachments: # <a href="https://ecf.wawd.uscourts.gov/doc1/19709${100_000 + n}">1</a> Exhibit A, # <a href="https://ecf.wawd.uscourts.gov/doc1/19709${200_000 + n}">2</a> Proposed Order)(Reyes, Jo)`,
  (n) =>
    `RESPONSE, by Defendant Northgate Hosting, Inc., to <a href="https://ecf.wawd.uscourts.gov/doc1/19708${100_000 + n - 1}">${n - 1}</a> MOTION for Extension of Time. (Okafor, Lee)`,
  (n) =>
    `DECLARATION of Ann Castell filed by Plaintiff Fairwater LLC re <a href="https://ecf.wawd.uscourts.gov/doc1/19708${100_000 + n - 2}">${n - 2}</a> MOTION for Extension of Time, with the figures of every hour of the outage as measured at the plaintiff’s own desks. (Reyes, Jo)`,
  (n) =>
    `ORDER granting <a href="https://ecf.wawd.uscourts.gov/doc1/19708${100_000 + n - 3}">${n - 3}</a> Plaintiff’s MOTION for Extension of Time by Judge A. Moss. (SB)`,
];

function row(index, isCorrected) {
  const number = index + 1;
  const day = new Date(Date.UTC(2021, 0, 11) + Math.floor(index / 4) * 86_400_000).toISOString();
  const date = `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
  const note = isCorrected && index % 10 === 0 ? ' (Modified to correct the title)' : '';
  const text = `${kinds[index % kinds.length](number)}${note} (Entered: ${date})`;
  const id = `19708${100_000 + number}`;
  return `<tr><td width='94' valign=top nowrap>${date}</td><td style='white-space:nowrap' valign='top' align='right'><a href="https://ecf.wawd.uscourts.gov/doc1/${id}" onClick="goDLS('/doc1/${id}','294664','${number * 3}','','1','1','','');return(false);">${number}</a>&nbsp;</td><td valign=top>${text}</td></tr>`;
}
