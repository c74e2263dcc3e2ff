import { bytesSource } from '../../../pdf/pdf-source.ts';
import { problemOf, type Member } from '../../reading.ts';
import { safeName } from '../archive/zip-members.ts';
import { isCompoundFile, openCompoundFile } from '../office/compound-file.ts';
import { fileOfObject, fileOfPackage } from './embedded-objects.ts';

/** An object that is in the document, not only linked or shown ([MS-OLEDS] §2.2.5). */
const embeddedFormat = 2;

/**
 * The file that an object is as OLE 1.0 keeps it ([MS-OLEDS] §2.2): what RTF has for objects.
 *
 * @param name what it is called where it has no name of its own
 * @returns `formula` for a formula, whose picture the document shows; null where the object has no data: it is linked, or only shown
 */
export function oleObject(object: Buffer, name: string): Member | 'formula' | null {
  try {
    return readObject(object, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { name, problem: problemOf('EVIDENCE_MEMBER_DAMAGED', { name }) };
  }
}

function readObject(object: Buffer, name: string): Member | 'formula' | null {
  if (object.readUInt32LE(4) !== embeddedFormat) return null;
  let at = 8;
  const text = () => {
    const start = at + 4;
    at = start + object.readUInt32LE(at);
    return object.toString('latin1', start, at).replace(/\0.*$/s, '');
  };
  const className = text();
  // Topic and item are a link's.
  text();
  text();
  const bytes = object.subarray(at + 4, at + 4 + object.readUInt32LE(at));
  if (bytes.length === 0) return null;
  const found =
    className.toLowerCase() === 'package'
      ? fileOfPackage(bytes, 2)
      : isCompoundFile(bytes)
        ? fileOfObject(openCompoundFile(bytesSource(bytes)))
        : null;
  if (found === 'formula') return 'formula';
  return { name: safeName(found?.name ?? name), bytes: found?.bytes ?? bytes };
}
