import type { WantedWords } from '../../../../../shared/domain/search/find-words.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { groupOf } from '../../../../../shared/model/evidence.ts';
import { readMail, safeMailHtml } from '../../../formats/mail/index.ts';
import { markWords } from '../../../formats/mail/html/mark-words.ts';
import type { Sought } from '../text/find.ts';
import type {
  DocumentDescription,
  OpenDocument,
  PagesFound,
  RenderedPage,
} from '../documents/open-document.ts';
import type { SourceDocument } from '../documents/sources.ts';
import type { Watch } from '../watchdog.ts';

/** A mail's HTML is kept while it is at most this long: words are looked for in it as they are typed. Letters of two bytes. */
const keptLetters = 24 * 1024 * 1024;

/** The page a mail is shown as: its HTML made safe. The one looked at last is kept, for searching in it. */
export class MailPages {
  readonly #watch: Watch;
  #kept: { readonly id: string; readonly html: string } | null = null;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /**
   * The safe HTML of a mail, with words marked in it.
   *
   * @param id names the mail, whatever opened it
   * @param words to mark; none for the mail as it is
   * @throws AppError EVIDENCE_NOT_MAIL
   */
  read(
    id: string,
    { bytes, kind }: Pick<SourceDocument, 'bytes' | 'kind'>,
    words: WantedWords,
  ): { html: string; hits: readonly { snippet: string }[] } {
    if (groupOf(kind) !== 'mail') throw new AppError('EVIDENCE_NOT_MAIL');
    this.#watch.begin('pdf');
    try {
      const html = this.#kept?.id === id ? this.#kept.html : safeMailHtml(readMail(bytes, kind)).html;
      this.#kept = html.length <= keptLetters ? { id, html } : null;
      return words.any.length === 0 ? { html, hits: [] } : markWords(html, words);
    } finally {
      this.#watch.end('pdf');
    }
  }

  /** Lets go of what is kept: its document was closed. */
  forget(id: string): void {
    if (this.#kept?.id === id) this.#kept = null;
  }
}

/** A mail of the reader: a page of HTML served by `matter://`, in which words can be looked for here. */
export class MailReaderDocument implements OpenDocument {
  readonly #id: string;
  readonly #source: SourceDocument;
  readonly #pages: MailPages;

  constructor(options: { id: string; source: SourceDocument; pages: MailPages }) {
    this.#id = options.id;
    this.#source = options.source;
    this.#pages = options.pages;
  }

  /** It has no pages of its own: nothing is read of it until it is shown. */
  async describe(): Promise<DocumentDescription> {
    return { pages: [], outline: [] };
  }

  async render(page: number): Promise<RenderedPage> {
    throw new AppError('PDF_PAGE_NOT_FOUND', { page: page + 1 });
  }

  async text(page: number): Promise<never> {
    throw new AppError('PDF_PAGE_NOT_FOUND', { page: page + 1 });
  }

  async links(page: number): Promise<never> {
    throw new AppError('PDF_PAGE_NOT_FOUND', { page: page + 1 });
  }

  /** Words in the mail's HTML, numbered as they are marked there; they have no rectangles. */
  async find(sought: Sought | null, _fromPage: number, limit: number): Promise<PagesFound> {
    const found = sought ? this.#pages.read(this.#id, this.#source, sought.words).hits : [];
    const hits = found.slice(0, limit).map(({ snippet }) => ({ page: 0, rects: [], snippet }));
    return { hits, nextPage: null };
  }

  close(): void {
    this.#pages.forget(this.#id);
    this.#source.bytes.close();
  }
}
