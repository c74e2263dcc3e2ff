import { BookOpenText } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { messageOf, useReaderTarget, useViewState, type ReaderTarget } from '../../client/index.ts';
import { Button, EmptyState, ErrorState, LoadingState } from '../../ui/index.ts';
import { ImageView } from './ImageView.tsx';
import { NativeCard } from './NativeCard.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PdfView } from './PdfView.tsx';
import { useDocument } from './use-document.ts';

/** Shows the document that was chosen anywhere in the window. */
export function ReaderPane() {
  const { target } = useReaderTarget();
  return (
    <div className="h-full min-h-0 bg-paper-ground">
      {target ? (
        <DocumentView key={idOf(target.source)} target={target} />
      ) : (
        <EmptyState icon={<BookOpenText />} title="Nothing open">
          Choose an item of evidence, a docket document or a built exhibit to read it here.
        </EmptyState>
      )}
    </div>
  );
}

function idOf(source: ReaderSource): string {
  return 'evidenceId' in source ? source.evidenceId : source.buildOutputId;
}

const beginning = { page: 1 };
const noMarks: readonly string[] = [];

function DocumentView({ target }: { target: ReaderTarget }) {
  const { source, title } = target;
  const { state, queue, hasTried, reopen } = useDocument(source);
  const [place, remember, isLoaded] = useViewState(`reader.${idOf(source)}`, beginning);
  const onMove = useCallback((page: number) => remember({ page: page + 1 }), [remember]);
  // Where the document was left; taken once, or each turned page would start it anew.
  const remembered = useMemo(() => (isLoaded ? place.page : 1), [isLoaded]);

  const asked = useMemo(() => (target.page === undefined ? null : { page: target.page - 1 }), [target]);

  if (state.status === 'failed' && isAppError(state.error, 'PDF_ENCRYPTED'))
    return <PasswordForm title={title} wasWrong={hasTried} onSubmit={reopen} />;
  if (state.status === 'failed') {
    return (
      <ErrorState
        message={messageOf(state.error)}
        actions={<Button onPress={() => reopen()}>Try again</Button>}
      />
    );
  }
  if (state.status === 'opening' || !isLoaded) return <LoadingState label={`Opening ${title}…`} />;

  const { document } = state;
  if (document.kind === 'native') return <NativeCard title={document.title} source={source} />;
  if (document.kind !== 'pdf' && 'evidenceId' in source)
    return <ImageView title={document.title} source={source} />;
  const startPage = Math.min(target.page ?? remembered, document.pages.length) - 1;
  return (
    <PdfView
      document={document}
      queue={queue}
      source={source}
      startPage={startPage}
      asked={asked}
      marks={target.marks ?? noMarks}
      onMove={onMove}
    />
  );
}
