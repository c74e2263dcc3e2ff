import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { drawnBytes } from '../../draw/drawn-bytes.ts';
import { drawSlipSheet } from '../../draw/sheets/slip-sheet.ts';
import { drawStandIn } from '../../draw/sheets/stand-in.ts';
import { shelf } from './testing.ts';
const caption = ['United States District Court for the Western District of Washington', 'FAIRWATER LLC, a Washington limited liability company,', 'Plaintiff,', 'v.', 'NORTHGATE HOSTING, INC., a Delaware corporation, and DOES 1–10,', 'Defendants.', 'No. 2:26-cv-00414'];
const base = { caption: [] as string[], heading: 'EXHIBIT A', belonging: '', title: 'Hosting agreement of 9 March 2026', lines: ['Hosting Agreement (signed).pdf', 'pp. 3–7 of 40'], notice: '' };
test('sheets', () => {
  const { bytes } = drawnBytes(shelf, 'x', (type) => [
    drawSlipSheet(base, type, { hasIndex: true }),
    drawSlipSheet({ ...base, caption, belonging: 'to Declaration of Jane Smith in Support of Plaintiff’s Motion for a Temporary Restraining Order', notice: 'CONFIDENTIAL' }, type, { hasIndex: true }),
    drawSlipSheet({ ...base, caption, heading: 'EXHIBIT PX-1004-A (part 12)', title: 'x'.repeat(150) + ' ' + 'W'.repeat(149), notice: 'HIGHLY CONFIDENTIAL – ATTORNEYS’ EYES ONLY – SUBJECT TO PROTECTIVE ORDER' }, type, { hasIndex: true }),
    drawSlipSheet({ ...base, title: 'הסכם אירוח (2026) בין Fairwater LLC לבין "נורת׳גייט" – נספח 3, עמ׳ 10–12' }, type, { hasIndex: true }),
    drawSlipSheet({ ...base, title: 'اتفاقية الاستضافة رقم 44/2026 (نسخة موقعة) – Fairwater', belonging: 'to Declaration of Łukasz Żółć' }, type, { hasIndex: true }),
    drawSlipSheet({ ...base, title: '主机托管协议（2026年3月9日）'.repeat(12) + ' ห้องสมุด हिन्दी अनुबंध 호스팅 계약', notice: 'RESERVED' }, type, { hasIndex: false }),
    drawStandIn({ heading: 'EXHIBIT C FILED UNDER SEAL', lines: ['Customer list of Fairwater LLC', 'Filed under seal by order of 12 March 2026, Dkt. 34.'] }, type),
    drawStandIn({ heading: 'EXHIBIT D WITHHELD', lines: ['Produced in native form: ledger-2026.xlsx', 'SHA-256 ' + 'ab12'.repeat(16)] }, type),
  ].map((page) => ({ ...page, pictures: [] })));
  writeFileSync('/tmp/marks-pics/sheets.pdf', bytes);
});
