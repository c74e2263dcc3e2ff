import { PdfObjects } from '../objects/index.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource } from '../pdf-source.ts';
import { checkFile } from './check/check-file.ts';
import type { ProblemKind } from './problems.ts';

/** A stream with its length, as an object. */
export const stream = (content: string, entries = '') =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;

export interface PageParts {
  readonly content?: string;
  /** Entries of its resources. */
  readonly resources?: string;
  /** Entries of the page itself. */
  readonly page?: string;
  /** Entries of the catalog. */
  readonly catalog?: string;
  /** Objects from 5 on. */
  readonly objects?: readonly string[];
}

/** A PDF of one page. */
export const onePage = ({
  content = '0 0 9 9 re f',
  resources = '',
  page = '',
  catalog = '',
  objects = [],
}: PageParts) =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<${resources}>>${page}>>`,
    stream(content),
    ...objects,
  ]);

/** What keeps a file from being PDF/A-2b. */
export async function problemsOf(file: Uint8Array): Promise<ProblemKind[]> {
  const { problems } = await checkFile(PdfObjects.open(bytesSource(file)));
  return problems.all().map(({ kind }) => kind);
}
