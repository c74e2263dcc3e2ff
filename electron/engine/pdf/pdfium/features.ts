import type { PdfDocument } from './document.ts';

export interface PdfFeatures {
  /** Whether it has form fields (AcroForm or XFA). */
  readonly hasForms: boolean;
  /** Whether scripts run when it is opened, or stand by name in it. */
  readonly hasScripts: boolean;
  /** Files embedded in the document as a whole. */
  readonly embeddedFiles: number;
}

/** What a PDF carries besides its pages. */
export function readFeatures({ pdfium, handle }: PdfDocument): PdfFeatures {
  const { api } = pdfium;
  return pdfium.guard(() => ({
    hasForms: api.FPDF_GetFormType(handle) > 0,
    hasScripts: api.FPDFDoc_GetJavaScriptActionCount(handle) > 0,
    embeddedFiles: Math.max(0, api.FPDFDoc_GetAttachmentCount(handle)),
  }));
}
