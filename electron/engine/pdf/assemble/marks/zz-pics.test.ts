import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { ExhibitMarks } from './index.ts';
import { lookAt, pdfOfPage, shelf, testPage, type TestPage } from './testing.ts';
import type { MarkStyle } from '../plan.ts';
const style: MarkStyle = { numberPosition: 'bottomRight', stickerCorner: 'bottomRight', stickerColour: 'yellow', stickerWords: 'PLAINTIFF’S EXHIBIT' };
const line = (x: number, y: number, t: string, s = 11) => `BT /F1 ${s} Tf ${x} ${y} Td (${t}) Tj ET\n`;
const words = 'The parties met on the ninth of March to settle the terms of hosting and the notice that either may give of its end';
const letter = (bottom: number, right = 540) => { let c = ''; for (let y = 720; y >= bottom; y -= 15) c += line(72, y, words.slice(0, Math.floor((right-72)/5))); return c; };
function noise(w: number, h: number, f: (x: number, y: number) => number) { const b = Buffer.alloc(w*h); let s = 7; for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) { s = (s*1103515245+12345) & 0x7fffffff; b[y*w+x] = Math.max(0, Math.min(255, f(x,y) + ((s>>16)%17) - 8)); } return b; }
const image = (w: number, h: number, body: Buffer) => [{ name: 'Im', entries: `/Type/XObject/Subtype/Image/Width ${w}/Height ${h}/ColorSpace/DeviceGray/BitsPerComponent 8`, body }];
const textRows = (x: number, y: number, W: number, H: number, bottom: number) => x > W*0.12 && x < W*0.88 && y > H*0.1 && y < H*bottom && (y % 33) < 16 && ((x*7+y*13) % 23) < 9;
const sets: Record<string, [TestPage, Partial<{banner: string; designation: string; style: Partial<MarkStyle>; label: string}>?]> = {
  typed: [testPage(letter(80) + line(300, 40, '1'))],
  typedFull: [testPage(letter(30, 590) + letter(30,590))],
  photo: [{ ...testPage('q 612 0 0 792 0 0 cm /Im Do Q'), pictures: image(200, 260, noise(200, 260, (x, y) => 128 + 100*Math.sin(x/9)*Math.cos(y/7))) }],
  darkscan: [{ ...testPage('q 612 0 0 792 0 0 cm /Im Do Q'), pictures: image(850, 1100, noise(850, 1100, (x, y) => textRows(x,y,850,1100,0.86) ? 30 : 120 - (x/850)*20)) }],
  lightscan: [{ ...testPage('q 612 0 0 792 0 0 cm /Im Do Q'), pictures: image(850, 1100, noise(850, 1100, (x, y) => x < 8 || y > 1090 ? 20 : textRows(x,y,850,1100,0.9) ? 40 : 240 - (y/1100)*30)) }, {designation: 'CONFIDENTIAL'}],
  landscape: [testPage(letter(80).replaceAll('72 7', '72 5'), { shownBox: [0, 0, 792, 612] })],
  rotated: [testPage('1 0 0 1 0 0 cm\n' + letter(80), { turns: 1 })],
  receipt: [testPage(line(10, 380, 'RECEIPT 44', 12) + line(10, 360, 'Coffee 3.20', 9) + line(10, 20, 'Thank you', 9), { shownBox: [0, 0, 165, 400] })],
  receiptFull: [testPage(Array.from({length: 33}, (_, i) => line(6, 388-i*12, 'Item number and price 3.20 EUR', 9)).join(''), { shownBox: [0, 0, 165, 400] })],
  batesRight: [testPage(letter(80) + line(500, 22, 'NGH000412', 10))],
  batesAll: [testPage(letter(80) + line(500, 22, 'NGH000412', 10) + line(280, 22, 'Page 3', 10) + line(30, 22, 'NGH000412', 10)), {designation: 'CONFIDENTIAL – SUBJECT TO PROTECTIVE ORDER'}],
  signature: [testPage(letter(200) + 'q 1.5 w 420 70 m 440 120 460 20 480 90 c 500 130 520 40 585 60 c S Q\n 0.5 w 400 55 m 590 55 l S\n' + line(400, 42, 'Jane Doe, Director', 9)), {banner: 'FILED UNDER SEAL', designation: 'CONFIDENTIAL'}],
  unit: [testPage('2 w 20 20 100 100 re S', { shownBox: [0,0,300,300], userUnit: 3 }), {label: 'PX-1004', style: {stickerColour: 'blue', stickerCorner: 'topLeft', stickerWords: ''}}],
  banner2: [testPage(letter(80) + line(72, 742, 'FAIRWATER LLC LETTERHEAD', 14)), {banner: 'FILED UNDER SEAL', style: {stickerColour: 'pink', stickerCorner: 'topRight'}}],
};
test('pics', async () => {
  for (const [name, [page, o = {}]] of Object.entries(sets)) {
    const st = { ...style, ...o.style };
    const marks = new ExhibitMarks({ label: o.label ?? 'C', numbers: ['AMZ000123'], designation: o.designation ?? '', banner: o.banner ?? '', hasSticker: true, pages: 1 }, st, shelf);
    await marks.survey(() => ({ page, look: lookAt(page) }));
    const plan = await marks.plan(0, page, () => lookAt(page));
    console.log(name, JSON.stringify(plan.findings), plan.marks.map(m => m.kind + ' ' + m.area.map(Math.round).join(',')).join(' | '), plan.contentMatrix?.join(' ') ?? '');
    writeFileSync(`/tmp/marks-pics/${name}.pdf`, pdfOfPage(page, plan, st));
  }
});
