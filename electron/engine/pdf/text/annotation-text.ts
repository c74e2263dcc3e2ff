import { someAnnotation, type PdfDocument, type PdfPage } from '../pdfium/index.ts';

/** Annotations of one page that are read, and characters of their texts. */
const maxAnnotations = 2_000;
const maxCharacters = 200_000;
/** FPDF_ANNOT_LINK, FPDF_ANNOT_POPUP: what they say stands elsewhere already. */
const link = 2;
const silent: ReadonlySet<number> = new Set([link, 16]);
const widget = 20;
/** FPDF_FORMFIELD_PUSHBUTTON, _CHECKBOX, _RADIOBUTTON: they hold states, not words. */
const buttons: ReadonlySet<number> = new Set([1, 2, 3]);

/** What people wrote on a document's pages: values of form fields, texts of comments. */
export interface AnnotationReader {
  /**
   * What stands on a page's forms and notes. They lie over the page and are no part of its text (ISO 32000-2 §12.5, §12.7).
   * @returns the texts in the order the page has them, a line or more each; empty for most pages
   */
  read(page: PdfPage): string;
  /** Must come before the document is closed. */
  close(): void;
}

/** @example const notes = readAnnotations(document); try { notes.read(page); } finally { notes.close(); } */
export function readAnnotations({ pdfium, handle }: PdfDocument): AnnotationReader {
  const { api, memory } = pdfium;
  // Values of fields stand where the field is defined, which only PDFium's form environment follows. Most documents have none.
  let form: { info: number; environment: number } | null = null;
  const formOf = () => {
    if (!form) {
      const info = api.PDFiumExt_OpenFormFillInfo();
      form = { info, environment: api.PDFiumExt_InitFormFillEnvironment(handle, info) };
    }
    return form.environment;
  };
  const textOf = (annotation: number): string => {
    const kind = api.FPDFAnnot_GetSubtype(annotation);
    if (silent.has(kind)) return '';
    if (kind === widget && buttons.has(api.FPDFAnnot_GetFormFieldType(formOf(), annotation))) return '';
    return memory
      .utf16((pointer, bytes) =>
        kind === widget
          ? api.FPDFAnnot_GetFormFieldValue(formOf(), annotation, pointer, bytes)
          : api.FPDFAnnot_GetStringValue(annotation, 'Contents', pointer, bytes),
      )
      .replaceAll(/\r\n?/g, '\n')
      .trim();
  };
  return {
    read: (page) =>
      pdfium.guard(() => {
        const texts: string[] = [];
        let characters = 0;
        someAnnotation(pdfium, page.handle, maxAnnotations, (annotation) => {
          const text = textOf(annotation);
          if (text !== '') texts.push(text);
          characters += text.length;
          return characters >= maxCharacters;
        });
        return texts.join('\n');
      }),
    close() {
      if (!form || pdfium.isBroken) return;
      api.PDFiumExt_ExitFormFillEnvironment(form.environment);
      api.PDFiumExt_CloseFormFillInfo(form.info);
      form = null;
    },
  };
}

/** What stands on one page's forms and notes; null on a page without any annotation but plain links. */
export function notesOn(document: PdfDocument, page: PdfPage): string | null {
  if (!hasNotes(document, page)) return null;
  const annotations = readAnnotations(document);
  try {
    return annotations.read(page);
  } finally {
    annotations.close();
  }
}

/** Whether any annotation says or draws something: links mostly do neither, and binders have them on every page. */
function hasNotes({ pdfium }: PdfDocument, page: PdfPage): boolean {
  const { api } = pdfium;
  const says = (annotation: number) => {
    const kind = api.FPDFAnnot_GetSubtype(annotation);
    return !silent.has(kind) || (kind === link && api.FPDFAnnot_HasKey(annotation, 'AP'));
  };
  return pdfium.guard(
    () =>
      someAnnotation(pdfium, page.handle, maxAnnotations, says) ||
      api.FPDFPage_GetAnnotCount(page.handle) > maxAnnotations,
  );
}
