import { BookOpenText } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { groupOf } from '../../../shared/domain/evidence/kind-groups.ts';
import {
  messageOf,
  useOpenMatter,
  useReaderTarget,
  useViewState,
  type ReaderTarget,
} from '../../client/index.ts';
import { Button, EmptyState, ErrorState, LoadingState } from '../../ui/index.ts';
import { BuiltFileCard } from './card/BuiltFileCard.tsx';
import { FileCard } from './card/FileCard.tsx';
import { ItemStrip } from './frame/ItemStrip.tsx';
import { useExport } from './frame/ReaderHeader.tsx';
import { MailReader } from './mail/MailReader.tsx';
import { MediaView } from './media/MediaView.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PdfView } from './PdfView.tsx';
import type { EvidenceSource } from './sources.ts';
import { TextView } from './text/TextView.tsx';
import { useDocument, type OpenDocument } from './pages/use-document.ts';
import type { PageQueue } from './pages/page-queue.ts';
import { words } from './words.ts';

/** Passwords that opened documents, for as long as their matter is open. */
const passwords = new Map<string, string>();

/** Shows the document that was chosen anywhere in the window. */
export function ReaderPane() {
  const { target } = useReaderTarget();
  const matterId = useOpenMatter()?.id;
  useEffect(() => () => passwords.clear(), [matterId]);
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
  if ('preview' in source) return `${source.preview.exhibitId} ${source.preview.page}`;
  return 'evidenceId' in source ? source.evidenceId : source.buildOutputId;
}

const beginning = { page: 1 };
const noMarks: readonly string[] = [];

function DocumentView({ target }: { target: ReaderTarget }) {
  const { source, title } = target;
  const id = idOf(source);
  const { state, queue, hasTried, reopen } = useDocument(source, passwords.get(id));
  const [place, remember, isLoaded] = useViewState(`reader.${id}`, beginning);
  // Where the document was left; taken once, or each turned page would start it anew.
  const remembered = useMemo(() => (isLoaded ? place.page : 1), [isLoaded]);
  const onMove = useCallback((page: number) => remember({ page }), [remember]);

  if (state.status === 'failed' && isAppError(state.error, 'PDF_ENCRYPTED')) {
    return (
      <PasswordForm
        title={title}
        source={source}
        wasWrong={hasTried}
        onSubmit={(password) => {
          passwords.set(id, password);
          reopen(password);
        }}
      />
    );
  }
  if (state.status === 'failed')
    return (
      <Failure source={source} title={title} message={messageOf(state.error)} onRetry={() => reopen()} />
    );
  if (state.status === 'opening' || !isLoaded) return <LoadingState label={words.opening(title)} />;
  return (
    <Shown document={state.document} queue={queue} target={target} remembered={remembered} onMove={onMove} />
  );
}

interface ShownProps {
  readonly document: OpenDocument;
  readonly queue: PageQueue;
  readonly target: ReaderTarget;
  /** Page or part the document was left at, from 1. */
  readonly remembered: number;
  readonly onMove: (page: number) => void;
}

/** Each kind in the way it is read. */
function Shown({ document, queue, target, remembered, onMove }: ShownProps) {
  const { source, page, atMs } = target;
  const { kind, title, pages } = document;
  const marks = target.marks ?? noMarks;
  const asked = useMemo(() => (page === undefined ? null : { page: page - 1, part: page }), [target]);
  const askedMoment = useMemo(() => (atMs === undefined ? null : { atMs }), [target]);
  const onPage = useCallback((index: number) => onMove(index + 1), [onMove]);
  const group = groupOf(kind);
  if (group === 'pdf' || group === 'image') {
    return (
      <PdfView
        document={document}
        queue={queue}
        source={source}
        startPage={Math.max(0, Math.min(page ?? remembered, pages.length) - 1)}
        asked={asked}
        marks={marks}
        onMove={onPage}
      />
    );
  }
  if (!('evidenceId' in source)) return <BuiltFileCard title={title} />;
  const shared = { title, source, marks };
  switch (group) {
    case 'mail':
      return <MailReader {...shared} queue={queue} />;
    case 'text':
    case 'office':
      return <TextView {...shared} kind={kind} start={page ?? remembered} asked={asked} onMove={onMove} />;
    case 'media':
      return <MediaView {...shared} kind={kind} asked={askedMoment} />;
    case 'archive':
    case 'other':
      return <FileCard title={title} kind={kind} source={source} />;
  }
}

interface FailureProps {
  readonly source: ReaderSource;
  readonly title: string;
  readonly message: string;
  readonly onRetry: () => void;
}

/** What cannot be opened: why, and what can be done with it all the same. */
function Failure({ source, title, message, onRetry }: FailureProps) {
  const retry = <Button onPress={onRetry}>{words.tryAgain}</Button>;
  if (!('evidenceId' in source)) return <ErrorState message={message} actions={retry} />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ItemStrip source={source} isProblemsLeftOut />
      <div className="min-h-0 grow">
        <ErrorState
          message={message}
          actions={
            <>
              {retry}
              <ExportButton source={source} title={title} />
            </>
          }
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
