import { zlibSync } from 'fflate';
import { writeDeflated } from '../../draw/font-subset.ts';
import { PdfReference, SourceUnreadable, type PdfObjects, type PdfStream } from '../../objects/index.ts';
import type { OutputTarget } from '../../assemble/output/output-target.ts';
import { PdfOutput, pdfString } from '../../assemble/output/pdf-output.ts';
import type { CheckedFile } from '../check/check-file.ts';
import { asDict } from '../check/located.ts';
import { archivalMetadata, writableTitle } from './metadata.ts';
import { srgbProfile } from './srgb-profile.ts';
import { writeEntries, writeValue, type WrittenObject } from './write-value.ts';

const maxRepackedBytes = 64 * 1024 * 1024;
const lengthOnly = new Set(['Length']);
const packedKeys = new Set(['Length', 'Filter', 'DecodeParms']);
const colorSpaceName = 'sRGB IEC61966-2.1';

/**
 * Rewrites a file that was found fit to be PDF/A-2b as such: every object under its own number, with what was noted of
 * it, and the claim: metadata, and the meaning of its colors (ISO 19005-2 §6.2.3, §6.6).
 *
 * @param pause waited for before each object; what it throws ends the writing
 * @throws SourceUnreadable when an object cannot be read after all; the file system's own errors
 */
export async function writeArchival(
  objects: PdfObjects,
  checked: CheckedFile,
  target: OutputTarget,
  pause?: () => Promise<void>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { file, catalogId } = checked;
  const output = new PdfOutput((bytes) => target.write(bytes));
  for (let id = 1; id < objects.size; id += 1) output.allocate();
  const info = objects.trailer.get('Info');
  const infoId = info instanceof PdfReference ? info.id : 0;
  const catalog = asDict(file.object(catalogId));
  if (!catalog) throw new SourceUnreadable('it has no catalog');
  const [metadata, intent, profile] = [output.allocate(), output.allocate(), output.allocate()];
  file.drop(catalog, 'Version', 'AA', 'OpenAction', 'Requirements', 'Perms', 'Legal', 'NeedsRendering');
  file.set(catalog, 'Metadata', `${metadata} 0 R`);
  file.set(catalog, 'OutputIntents', `[${intent} 0 R]`);
  const about = asDict(file.object(infoId));
  const title = writableTitle((about && objects.textAt(about.value, 'Title')) ?? '');
  const producer = (about && objects.textAt(about.value, 'Producer')) ?? '';
  if (about) file.set(about, 'Title', pdfString(title));
  for (let id = 1; id < objects.size; id += 1) {
    if (pause) await pause();
    if (objects.has(id)) writeObject(objects, checked, id, output);
  }
  const xmp = archivalMetadata(title, producer);
  output.writeStream(metadata, '/Type/Metadata/Subtype/XML', xmp);
  output.writeObject(
    intent,
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(${colorSpaceName})/RegistryName(http://www.color.org)/Info(${colorSpaceName})/DestOutputProfile ${profile} 0 R>>`,
  );
  writeDeflated(output, profile, '/N 3', srgbProfile());
  return output.finish(catalogId, infoId);
}

function writeObject(
  objects: PdfObjects,
  { file, repacked }: CheckedFile,
  id: number,
  output: PdfOutput,
): void {
  const raw = objects.raw(id);
  if (!raw) throw new SourceUnreadable('one of its objects is broken');
  const object: WrittenObject = { file, owner: id, base: raw.start };
  const { stream } = raw;
  if (!stream) {
    output.begin(id);
    writeValue(raw, output, object);
    output.end();
  } else if (repacked.has(id)) writeRepacked(objects, stream, output, object);
  else
    output.writeBody(
      id,
      () => writeEntries(stream.dict, output, object, lengthOnly),
      stream.length,
      () => objects.copyBody(stream, output),
    );
}

/** A stream packed by a filter that PDF/A does not have: its bytes are the same once unpacked. */
function writeRepacked(
  objects: PdfObjects,
  stream: PdfStream,
  output: PdfOutput,
  object: WrittenObject,
): void {
  const decoded = objects.decode(stream, maxRepackedBytes);
  if (!decoded || decoded.isDamaged) throw new SourceUnreadable('a part of it cannot be unpacked');
  const packed = zlibSync(decoded.bytes);
  const entries = () => {
    writeEntries(stream.dict, output, object, packedKeys);
    output.text('/Filter/FlateDecode');
  };
  output.writeBody(object.owner, entries, packed.length, () => output.bytes(packed, 0, packed.length));
}
