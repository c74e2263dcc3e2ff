import type { PdfDict } from '../../objects/index.ts';
import type { ContentCheck } from './content.ts';
import { itemsOf, type FileCheck } from './file-check.ts';
import { asDict, asStream, type Located, type LocatedFile } from './located.ts';

/** Kinds of ISO 32000-1 table 169 that PDF/A-2 allows (ISO 19005-2 §6.3.1). */
const kinds = new Set(
  'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact'.split(
    ' ',
  ),
);
const flag = { invisible: 1, hidden: 2, print: 4, noView: 32, toggleNoView: 256 } as const;
const mostItems = 10_000;

/**
 * A page's notes and links (ISO 19005-2 §6.3): what is seen is to be printed, and the file must say how it looks. A note that is
 * hidden is left out: nobody sees it, and PDF/A would show it.
 *
 * @returns whether any was left out
 */
export function checkAnnotations(check: FileCheck, content: ContentCheck, page: Located<PdfDict>): boolean {
  const { file } = check;
  const list = file.array(page, 'Annots');
  if (!list) return false;
  const kept: string[] = [];
  let isAllKept = true;
  if (list.value.length > mostItems) check.tell('tooMuch');
  for (let i = 0; i < Math.min(mostItems, list.value.length); i += 1) {
    const annotation = asDict(file.at(list, i));
    if (!annotation) continue;
    const flags = file.number(annotation, 'F') ?? 0;
    const kind = file.name(annotation, 'Subtype') ?? '';
    const parent = kind === 'Popup' ? file.dict(annotation, 'Parent') : undefined;
    if (isHidden(file, annotation) || (parent && isHidden(file, parent))) {
      isAllKept = false;
      continue;
    }
    const range = list.value.rangeAt(i)!;
    kept.push(range.bytes.toString('latin1', range.start, range.end));
    checkAnnotation(check, content, annotation, { kind, flags });
  }
  // Other objects may still refer to those left out, which does no harm.
  if (!isAllKept) file.set(page, 'Annots', `[${kept.join(' ')}]`);
  return !isAllKept;
}

function isHidden(file: LocatedFile, annotation: Located<PdfDict>): boolean {
  const flags = file.number(annotation, 'F') ?? 0;
  const isKnown = kinds.has(file.name(annotation, 'Subtype') ?? '');
  return (flags & flag.hidden) !== 0 || ((flags & flag.invisible) !== 0 && !isKnown);
}

function checkAnnotation(
  check: FileCheck,
  content: ContentCheck,
  annotation: Located<PdfDict>,
  { kind, flags }: { readonly kind: string; readonly flags: number },
): void {
  const { file } = check;
  const look = file.dict(annotation, 'AP');
  if (!kinds.has(kind)) {
    if (!look) return check.tell('noteKind', kind);
    file.set(annotation, 'Subtype', '/Stamp');
  }
  file.drop(annotation, 'A', 'AA');
  const action = file.dict(annotation, 'A');
  if (action && isHarmless(check, action)) file.edit(annotation).dropped.delete('A');
  if ((flags & flag.noView) !== 0) return check.tell('noteHidden');
  // Its window has no look of its own.
  if (kind === 'Popup') return file.drop(annotation, 'F', 'AP');
  const wanted = (flags | flag.print) & ~(flag.invisible | flag.hidden | flag.noView | flag.toggleNoView);
  if (wanted !== flags || !annotation.value.has('F')) file.set(annotation, 'F', String(wanted));
  if (kind === 'Link' && !look) return;
  if (!look) {
    if (hasArea(check, annotation)) check.tell('noteLook', kind);
    return;
  }
  checkLook(check, content, annotation, look, kind);
}

/** Keeps a note's normal appearance; where it has several states, the one it is in. */
function checkLook(
  check: FileCheck,
  content: ContentCheck,
  annotation: Located<PdfDict>,
  look: Located<PdfDict>,
  kind: string,
): void {
  const { file } = check;
  file.drop(look, 'R', 'D');
  const normal = file.get(look, 'N');
  const single = asStream(normal);
  if (single) return void content.form(single, null);
  const states = asDict(normal);
  if (!states && !hasArea(check, annotation)) return file.drop(annotation, 'AP');
  if (!states) return check.tell('noteLook', kind);
  const state = file.name(annotation, 'AS');
  const chosen = state === undefined ? undefined : states.value.get(state);
  const stream = state === undefined ? undefined : file.stream(states, state);
  if (!stream || !chosen || typeof chosen !== 'object' || !('id' in chosen))
    return check.tell('noteLook', kind);
  const written = `${chosen.id} 0 R`;
  // Notes may share their looks, and be in other states.
  if ((file.edit(look).added.get('N') ?? written) !== written) return check.tell('noteLook', kind);
  file.set(look, 'N', written);
  content.form(stream, null);
}

function isHarmless({ file }: FileCheck, action: Located<PdfDict>): boolean {
  const kind = file.name(action, 'S');
  if (kind === 'Named') return /^(Next|Prev|First|Last)Page$/.test(file.name(action, 'N') ?? '');
  return kind === 'URI' || kind === 'GoTo';
}

function hasArea(check: FileCheck, annotation: Located<PdfDict>): boolean {
  const sides = itemsOf(check.file, check.file.array(annotation, 'Rect'), 4).map(({ value }) =>
    Number(value),
  );
  return sides.length < 4 || sides[0] !== sides[2] || sides[1] !== sides[3];
}
