import { useEffect, useMemo, useRef, useState } from 'react';
import type { OutlineNode, ReaderSource } from '../../../../shared/contract/reader.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { readerClient, readerTransport } from '../../../client/index.ts';
import type { PageShape } from './page-layout.ts';
import { PageQueue } from './page-queue.ts';

export interface OpenDocument {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly pages: readonly PageShape[];
  readonly outline: readonly OutlineNode[];
  readonly isOutlineCut?: boolean | undefined;
}

export type DocumentState =
  | { readonly status: 'opening' }
  /** `documentId` changes once the reader was restarted. */
  | { readonly status: 'open'; readonly document: OpenDocument; readonly documentId: string }
  | { readonly status: 'failed'; readonly error: unknown };

/** A document over which the reader stops this often while opening it is what stops it. */
const deathsAllowed = 2;

/**
 * Opens a document in the page reader, and opens it again when the reader was restarted.
 *
 * @param known a password that opened it before
 * @returns its state, the queue its pages are asked through, and how to open it with a password, or again
 */
export function useDocument(
  source: ReaderSource,
  known?: string,
): {
  state: DocumentState;
  queue: PageQueue;
  /** Whether a password was given. */
  hasTried: boolean;
  reopen: (password?: string) => void;
} {
  const key = JSON.stringify(source);
  const [attempt, setAttempt] = useState<{ password?: string; count: number }>({
    count: 0,
    ...(known !== undefined && { password: known }),
  });
  const [state, setState] = useState<DocumentState>({ status: 'opening' });
  const queue = useMemo(() => new PageQueue(), [key]);
  const sourceRef = useRef(source);
  sourceRef.current = source;

  useEffect(() => {
    const { password } = attempt;
    let isCurrent = true;
    let documentId: string | null = null;
    let deaths = 0;

    const open = async () => {
      try {
        const opened = await readerClient['reader.open']({
          source: sourceRef.current,
          ...(password !== undefined && { password }),
        });
        if (!isCurrent) return release(opened.documentId);
        documentId = opened.documentId;
        deaths = 0;
        queue.resume(opened.documentId);
        // What is shown stays in place when the same document is merely open again.
        setState((present) => ({
          status: 'open',
          document: present.status === 'open' ? present.document : opened,
          documentId: opened.documentId,
        }));
      } catch (error) {
        if (!isCurrent) return;
        if (!isAppError(error, 'READER_RESTARTED')) setState({ status: 'failed', error });
        else if ((deaths += 1) > deathsAllowed)
          setState({
            status: 'failed',
            error: new AppError('PDF_LIMIT_EXCEEDED', { limit: 'time or memory' }),
          });
        // Otherwise the new reader's port is on its way, and `onRestart` opens the document again.
      }
    };
    const stopHearing = readerTransport.onRestart(() => {
      queue.pause();
      void open();
    });
    void open();
    return () => {
      // When the user returns to it after it was out of sight, it is opened again.
      setState({ status: 'opening' });
      isCurrent = false;
      stopHearing();
      queue.pause();
      if (documentId !== null) release(documentId);
    };
  }, [key, attempt, queue]);

  return {
    state,
    queue,
    hasTried: attempt.password !== undefined,
    reopen: (password) =>
      setAttempt(({ count }) => ({ count: count + 1, ...(password !== undefined && { password }) })),
  };
}

function release(documentId: string): void {
  // A reader that stopped has let go of everything already.
  readerClient['reader.close']({ documentId }).catch(() => undefined);
}
