import type { ReaderSource } from '../../../../shared/contract/reader.ts';
import { engineClient, showError, type SelectedWords } from '../../../client/index.ts';
import { showToast } from '../../../ui/index.ts';
import type { PageShape } from '../pages/page-layout.ts';
import { toolWords as words } from '../words.ts';
import { citeOf, quoteWithCite, type CitedPage } from './cite.ts';
import { copyText } from './copy-text.ts';

export interface Cite {
  /** How a page, or pages that follow one another, are cited. Pages from 0. */
  readonly of: (first: number, last: number) => Promise<string>;
  /** Copies words followed by their cite, and says so. */
  readonly copy: (selected: SelectedWords | null) => Promise<void>;
}

/** How pages of a document are cited, and copied with that. */
export function useCite(source: ReaderSource, title: string, pages: readonly PageShape[]): Cite {
  const cited = async (page: number): Promise<CitedPage> => ({
    page: page + 1,
    label: pages[page]?.label ?? null,
    cites:
      'evidenceId' in source
        ? await engineClient['exhibits.pageCites']({
            matterId: source.matterId,
            evidenceId: source.evidenceId,
            page: page + 1,
          })
        : [],
  });
  const of = async (first: number, last: number) => {
    const begun = await cited(first);
    return citeOf(title, begun, first === last ? begun : await cited(last));
  };
  return {
    of,
    copy: async (selected) => {
      if (!selected) {
        showToast({ tone: 'notice', message: words.nothingSelected });
        return;
      }
      try {
        const cite = await of(selected.parts[0]!.page, selected.parts.at(-1)!.page);
        copyText(quoteWithCite(selected.text, cite));
        showToast({ message: words.copied(cite) });
      } catch (error) {
        showError(error);
      }
    },
  };
}
