import { useEffect, useRef, useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { DocketPreview } from '../../../../shared/model/docket.ts';
import {
  formatTimeZone,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useJobs,
} from '../../../client/index.ts';
import {
  Banner,
  Button,
  Dialog,
  ErrorLine,
  ErrorState,
  ProgressBar,
  buttonWords,
} from '../../../ui/index.ts';
import { discardImport, endImport, type DocketImport, type ReadSources } from './import-store.ts';
import { Questions, type Answer } from './Questions.tsx';
import { changesAnything, changesSummary, countChanges } from './redline/changes.ts';
import { Redline } from './redline/Redline.tsx';
import { SourceReports, Warnings } from './SourceReports.tsx';
import { importWords as words, matterFieldWords } from './words.ts';

/** An import from reading to end: progress, then the preview with its redline, to apply or discard. */
export function ImportDialog({ matterId, names, read }: DocketImport) {
  useFocusReturn();
  if (!read) return <ReadingDialog count={names.length} />;
  if (read.readable === 0) return <RefusedDialog read={read} />;
  return <PreviewDialog matterId={matterId} read={read} />;
}

/**
 * Returns the focus to where it was before the import. Each dialog does so for itself, but the preview takes over from a
 * progress dialog that is gone by then.
 */
function useFocusReturn(): void {
  const [origin] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && origin instanceof HTMLElement) origin.focus();
      });
    },
    [origin],
  );
}

function ReadingDialog({ count }: { count: number }) {
  const { running, cancel } = useJobs();
  const job = running.find(({ operation }) => operation === 'docket.import.read');
  // Read already, it is only waiting for its preview.
  const stop = () => (job ? cancel(job) : discardImport());
  return (
    <Dialog
      title={words.title}
      width="small"
      onClose={stop}
      footer={<Button onPress={stop}>{buttonWords.cancel}</Button>}
    >
      <p role="status">{words.reading(count)}</p>
      <ProgressBar label={words.reading(count)} done={job?.done ?? 0} total={job?.total ?? 0} />
      <p className="h-4.5 truncate text-sm text-ink-soft">{job?.note}</p>
      <p className="text-sm text-ink-soft">{words.readingHelp}</p>
    </Dialog>
  );
}

function RefusedDialog({ read }: { read: ReadSources }) {
  return (
    <Dialog title={words.title} onClose={discardImport}>
      <p role="status" className="font-medium">
        {isOtherMatter(read) ? words.otherMatter : words.nothingReadable}
      </p>
      <SourceReports sources={read.sources} />
    </Dialog>
  );
}

/** Whether every file was read well enough to see that it belongs elsewhere. */
function isOtherMatter({ sources }: ReadSources): boolean {
  return sources.every(({ error }) => error?.code === 'DOCKET_SOURCE_OTHER_MATTER');
}

function PreviewDialog({ matterId, read: { importId, sources } }: { matterId: string; read: ReadSources }) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const {
    data: preview,
    error,
    refetch,
    isPlaceholderData,
  } = useEngineQuery('docket.import.preview', { matterId, importId, answers }, { keepsPrevious: true });
  const isChangedSince = useChangedSince(preview, answers, isPlaceholderData);
  const apply = useEngineMutation('docket.import.apply', {
    errors: 'inline',
    undoMessage: (applied) => {
      if (!changesAnything(applied)) return words.kept(applied.newSources);
      const { added, changed, gone } = countChanges(applied.changes);
      return words.applied(added, changed + gone);
    },
    onSuccess: endImport,
  });
  const isRefusedAsChanged = isAppError(apply.error, 'DOCKET_IMPORT_CHANGED');
  useEffect(() => {
    if (isRefusedAsChanged) void refetch();
  }, [isRefusedAsChanged, refetch]);

  const unanswered = (preview?.questions ?? []).filter(
    ({ key, answer }) => (answers[key] ?? answer) === null,
  ).length;
  if (!preview && !error) return <ReadingDialog count={sources.length} />;
  const isBrief = !preview || preview.changes.length + preview.questions.length === 0;
  const hasEffect = preview !== undefined && (changesAnything(preview) || Object.keys(answers).length > 0);
  const canKeep = preview !== undefined && preview.newSources > 0;
  const submit = () => {
    if (preview) apply.mutate({ importId, answers, planHash: preview.planHash });
  };
  return (
    <Dialog
      title={words.title}
      width={isBrief ? 'medium' : 'wide'}
      onClose={discardImport}
      isBusy={apply.isPending}
      footer={
        <>
          <span className="mr-auto self-center text-sm text-ink-soft">
            {unanswered > 0
              ? words.answerFirst(unanswered)
              : hasEffect
                ? words.oneStep
                : canKeep && words.keepHelp}
          </span>
          <Button onPress={discardImport} isDisabled={apply.isPending}>
            {hasEffect || unanswered > 0 ? buttonWords.cancel : buttonWords.close}
          </Button>
          {preview && (hasEffect || unanswered > 0 || canKeep) && (
            <Button
              variant="primary"
              onPress={submit}
              isDisabled={apply.isPending || isPlaceholderData || unanswered > 0}
            >
              {hasEffect || unanswered > 0
                ? words.apply(preview.changes.filter(({ kind }) => kind !== 'kept').length)
                : words.keep(preview.newSources)}
            </Button>
          )}
        </>
      }
    >
      {preview ? (
        <>
          <div role="status" className="contents">
            {(isChangedSince || isRefusedAsChanged) && <Banner tone="warning">{words.changedSince}</Banner>}
          </div>
          {apply.error && !isRefusedAsChanged && <ErrorLine>{messageOf(apply.error)}</ErrorLine>}
          <Preview
            preview={preview}
            answers={answers}
            onAnswer={(key, answer) => setAnswers({ ...answers, [key]: answer })}
          />
        </>
      ) : (
        <ErrorState message={messageOf(error)} />
      )}
    </Dialog>
  );
}

/** Whether the docket was changed while the preview was shown: the plan changed with the same answers. */
function useChangedSince(
  preview: DocketPreview | undefined,
  answers: Readonly<Record<string, Answer>>,
  isPlaceholder: boolean,
): boolean {
  const [first, setFirst] = useState<{ answers: object; planHash: string } | null>(null);
  if (preview && !isPlaceholder && first?.answers !== answers) {
    setFirst({ answers, planHash: preview.planHash });
  }
  return !isPlaceholder && first?.answers === answers && preview?.planHash !== first.planHash;
}

interface PreviewProps {
  readonly preview: DocketPreview;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly onAnswer: (key: string, answer: Answer) => void;
}

function Preview({ preview, answers, onAnswer }: PreviewProps) {
  const { changes, questions, sources, matterFields, warnings, unchanged } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // Screen readers announce what was read first; the keyboard goes on from there.
  useEffect(() => heading.current?.focus(), []);
  const hasEffect = changesAnything(preview) || questions.length > 0;
  return (
    <div className="@container flex grow flex-col gap-3">
      <h3 ref={heading} tabIndex={-1} className="text-base font-medium outline-none" data-selectable>
        <span role="status">
          {hasEffect ? changesSummary(changes, unchanged) : noEffectWords(changes.length)}
        </span>
      </h3>
      <div className="flex min-h-0 grow flex-col gap-4 @4xl:flex-row">
        <div className="flex flex-col gap-4 @4xl:w-84 @4xl:shrink-0 @4xl:overflow-y-auto @4xl:pr-1 @4xl:h-0 @4xl:min-h-full">
          {questions.length > 0 && <Questions questions={questions} answers={answers} onAnswer={onAnswer} />}
          <section aria-label={words.sources} className="flex flex-col gap-2">
            <h3 className="font-semibold">{words.sources}</h3>
            <SourceReports sources={sources} />
            <Warnings warnings={warnings} title={words.warningsOfAll} />
          </section>
          {matterFields.length > 0 && <MatterFields fields={matterFields} />}
        </div>
        {changes.length > 0 && <Redline changes={changes} showsSources={sources.length > 1} />}
      </div>
    </div>
  );
}

function noEffectWords(kept: number): string {
  return kept > 0 ? words.onlyKept : words.nothingToChange;
}

function MatterFields({ fields }: { fields: DocketPreview['matterFields'] }) {
  return (
    <section aria-label={words.matterFields} className="flex flex-col gap-1">
      <h3 className="font-semibold">{words.matterFields}</h3>
      <dl data-selectable className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {fields.map(({ field, value }) => (
          <div key={field} className="contents">
            <dt className="text-ink-soft">{matterFieldWords[field] ?? field}</dt>
            <dd className="wrap-anywhere">{field === 'timezone' ? formatTimeZone(value) : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
