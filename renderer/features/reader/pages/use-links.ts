import { useCallback, useEffect, useRef } from 'react';
import type { Destination, PageLink } from '../../../../shared/contract/reader.ts';
import { showToast } from '../../../ui/index.ts';
import { copyText } from '../select/copy-text.ts';
import { toolWords as words } from '../words.ts';
import { pageName, type PageShape } from './page-layout.ts';

/**
 * Ways into a document from elsewhere: its own links, and pages asked for while it is shown.
 *
 * @param go goes to a place of the document
 * @param asked a page asked for, from 0; a new object each time it is asked for. The first one is where the document begins.
 */
export function useLinks(
  pages: readonly PageShape[],
  go: (to: Destination) => void,
  asked: { readonly page: number } | null,
) {
  // The returned functions stay the same when pages are laid out again: every page in sight holds them.
  const goRef = useRef(go);
  goRef.current = go;
  const firstAsked = useRef(asked);
  useEffect(() => {
    if (asked && asked !== firstAsked.current) goRef.current({ page: asked.page, y: null });
  }, [asked]);
  return {
    follow: useCallback(({ destination, uri }: PageLink) => {
      if (destination) goRef.current(destination);
      else if (uri)
        showToast({
          message: words.linkOut(uri),
          action: { label: words.copyAddress, onAction: () => copyText(uri) },
        });
    }, []),
    nameOf: useCallback(({ page }: Destination) => pageName(pages, page), [pages]),
  };
}
