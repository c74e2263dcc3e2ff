import { readRemarks } from '../../draw/pictures/jpeg.ts';

const signature = Buffer.from('0000000c6a5020200d0a870a', 'hex');
const startOfCode = Buffer.of(0xff, 0x4f, 0xff, 0x51);
const startOfTile = Buffer.of(0xff, 0x90);
/** Size, colors and version of the picture. */
const plainBoxes = new Set(['jP  ', 'ftyp', 'jp2h']);
const headBytes = 8;

/** What is written in a JPEG or JPEG 2000 beside its picture; none for bytes that are neither. */
export function pictureRemarks(picture: Buffer): Buffer[] {
  if (picture.subarray(0, startOfCode.length).equals(startOfCode)) return [headOfCode(picture)];
  if (!picture.subarray(0, signature.length).equals(signature)) {
    const { beside, after } = readRemarks(picture);
    return [...beside, after];
  }
  const remarks: Buffer[] = [];
  for (let at = 0; at + headBytes <= picture.length;) {
    const [length, kind] = [picture.readUInt32BE(at), picture.toString('latin1', at + 4, at + headBytes)];
    // The last may reach to the end of the file; longer ones than 4 GB are none of a PDF (ISO/IEC 15444-1 §I.4).
    const end = length < headBytes ? picture.length : Math.min(picture.length, at + length);
    const box = picture.subarray(at + headBytes, end);
    if (!plainBoxes.has(kind)) remarks.push(kind === 'jp2c' ? headOfCode(box) : box);
    at = end;
  }
  return remarks;
}

/** Remarks stand before the first tile (ISO/IEC 15444-1 §A.9.2). */
function headOfCode(code: Buffer): Buffer {
  const end = code.indexOf(startOfTile);
  return end < 0 ? code : code.subarray(0, end);
}
