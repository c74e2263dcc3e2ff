import { FileBox } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import { groupOf, hasPages } from '../../../shared/domain/evidence/kind-groups.ts';
import { sourceId } from '../../../shared/domain/source-id.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { messageOf, useViewState, type ReaderTarget } from '../../client/index.ts';
import { Button, EmptyState, ErrorState, LoadingState } from '../../ui/index.ts';
import { FileCard } from './card/FileCard.tsx';
import { ItemStrip } from './frame/ItemStrip.tsx';
import { useExport } from './frame/ReaderHeader.tsx';
import { MailReader } from './mail/MailReader.tsx';
import { MediaView } from './media/MediaView.tsx';
import type { Place } from './pages/page-layout.ts';
import type { PageQueue } from './pages/page-queue.ts';
import { useDocument, type OpenDocument } from './pages/use-document.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { PdfView } from './PdfView.tsx';
import { keptOf, type EvidenceSource } from './sources.ts';
import { TextView } from './text/TextView.tsx';
import { cardWords, words } from './words.ts';

const beginning = { page: 1 };
const noMarks: readonly string[] = [];

/** A document as it is opened: asked for its password, shown in the way of its kind, or why it cannot be. */
export function DocumentView({ target }: { target: ReaderTarget }) {
  const { source, title } = target;
  const id = sourceId(source);
  const kept = keptOf(source);
  const { state, queue, hasTried, reopen } = useDocument(source, kept.password);
  const [place, remember, isLoaded] = useViewState(`reader.${id}`, beginning);
  // Where the document was left; read once, or each turned page would restart it.
  const remembered = useMemo(() => (isLoaded ? place.page : 1), [isLoaded]);
  const onMove = useCallback((page: number) => remember({ page }), [remember]);

  if (state.status === 'failed' && isAppError(state.error, 'PDF_ENCRYPTED')) {
    return (
      <PasswordForm
        title={title}
        source={source}
        wasWrong={hasTried}
        onSubmit={(password) => {
          kept.password = password;
          reopen(password);
        }}
        onUnlocked={() => reopen()}
      />
    );
  }
  if (state.status === 'failed')
    return (
      <Failure source={source} title={title} message={messageOf(state.error)} onRetry={() => reopen()} />
    );
  if (state.status === 'opening' || !isLoaded) return <LoadingState label={words.opening(title)} />;
  return (
    <Shown
      document={state.document}
      documentId={state.documentId}
      queue={queue}
      target={target}
      remembered={remembered}
      onMove={onMove}
    />
  );
}

interface ShownProps {
  readonly document: OpenDocument;
  readonly documentId: string;
  readonly queue: PageQueue;
  readonly target: ReaderTarget;
  /** Page or part the document was left at, from 1. */
  readonly remembered: number;
  readonly onMove: (page: number) => void;
}

/** Each kind in the way it is read. */
function Shown({ document, documentId, queue, target, remembered, onMove }: ShownProps) {
  const { source, page, atMs } = target;
  const { kind, title, pages } = document;
  const marks = target.marks ?? noMarks;
  const asked = useMemo(() => (page === undefined ? null : { page: page - 1, part: page }), [target]);
  const askedMoment = useMemo(() => (atMs === undefined ? null : { atMs }), [target]);
  const kept = keptOf(source);
  const onPlace = useCallback(
    (place: Place) => {
      kept.place = place;
      onMove(place.page + 1);
    },
    [kept, onMove],
  );
  // Left a moment ago, in another tab, it comes back at exactly the same line.
  const start = useRef<Place | null>(null);
  start.current ??=
    page === undefined && kept.place && kept.place.page === remembered - 1
      ? kept.place
      : { page: Math.max(0, Math.min(page ?? remembered, pages.length) - 1), part: 0 };
  useFocusOnArrival(pages.length);
  if (hasPages(kind)) {
    return (
      <PdfView
        document={document}
        documentId={documentId}
        queue={queue}
        source={source}
        start={start.current}
        asked={asked}
        marks={marks}
        onMove={onPlace}
      />
    );
  }
  if (!('evidenceId' in source))
    return (
      <EmptyState icon={<FileBox />} title={title}>
        {cardWords.isBuilt}
      </EmptyState>
    );
  const shared = { title, source, marks };
  switch (groupOf(kind)) {
    case 'mail':
      return <MailReader {...shared} queue={queue} asked={asked} />;
    case 'text':
    case 'office':
      return <TextView {...shared} kind={kind} start={page ?? remembered} asked={asked} onMove={onMove} />;
    case 'media':
      return <MediaView key={source.evidenceId} {...shared} kind={kind} asked={askedMoment} />;
    case 'archive':
    case 'other':
      return <FileCard title={title} kind={kind} source={source} />;
  }
}

/** Where the focus waits on the side for the document that comes to the front, it moves into its pages. */
function useFocusOnArrival(pageCount: number): void {
  useEffect(() => {
    const side = document.activeElement;
    if (!side?.matches('[data-reader-side]')) return;
    side
      .querySelector<HTMLElement>('[data-pages], [role="region"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  }, [pageCount]);
}

interface FailureProps {
  readonly source: ReaderSource;
  readonly title: string;
  readonly message: string;
  readonly onRetry: () => void;
}

/** What cannot be opened: why, and what can still be done with it. */
function Failure({ source, title, message, onRetry }: FailureProps) {
  if (!('evidenceId' in source)) return <ErrorState message={message} onRetry={onRetry} />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ItemStrip source={source} isProblemsLeftOut />
      <div className="min-h-0 grow">
        <ErrorState
          message={message}
          onRetry={onRetry}
          actions={<ExportButton source={source} title={title} />}
        />
      </div>
    </div>
  );
}

function ExportButton({ source, title }: { source: EvidenceSource; title: string }) {
  const { isExporting, exportOriginal } = useExport(source, title);
  return (
    <Button isDisabled={isExporting} onPress={() => void exportOriginal()}>
      {words.export}
    </Button>
  );
}
