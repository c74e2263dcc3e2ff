import { SearchX, TextSearch } from 'lucide-react';
import type { RefObject } from 'react';
import type { SearchHit } from '../../../shared/model/search.ts';
import { messageOf, runJob, showError, useJobs, useMatter } from '../../client/index.ts';
import { Button, EmptyState, ErrorState, LoadingState, showToast } from '../../ui/index.ts';
import type { HitGroup } from './hits/group-hits.ts';
import { HitList } from './hits/HitList.tsx';
import type { Search } from './use-search.ts';
import { words } from './words.ts';

interface FindingsProps {
  readonly search: Search;
  readonly groups: readonly HitGroup[];
  readonly current: number | null;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (hit: SearchHit, index: number) => void;
  readonly onLeave: () => void;
  readonly listRef: RefObject<HTMLUListElement | null>;
}

/** What was found, or why there is nothing. */
export function Findings(props: FindingsProps) {
  const { search, groups } = props;
  const { answer, failure, query } = search;
  if (failure !== null) return <ErrorState message={messageOf(failure)} onRetry={search.retry} />;
  if (query.trim() === '')
    return (
      <EmptyState icon={<TextSearch />} title={words.emptyTitle}>
        {words.empty}
      </EmptyState>
    );
  if (!answer) return search.problem === null ? <LoadingState label={words.loading} /> : null;
  return (
    <>
      {answer.didYouMean !== null && <DidYouMean search={search} better={answer.didYouMean} />}
      {answer.hits.length === 0 ? (
        <EmptyState icon={<SearchX />} title={words.noneTitle}>
          {words.none}
        </EmptyState>
      ) : (
        <>
          <HitList {...props} groups={groups} />
          <div className="flex flex-col items-center gap-1 pb-4 text-sm text-ink-soft">
            {search.canShowMore && <Button onPress={search.showMore}>{words.more}</Button>}
            {!search.canShowMore && answer.hits.length < answer.total && <p>{words.many}</p>}
            {answer.isOrderBounded && <p>{words.bounded}</p>}
          </div>
        </>
      )}
    </>
  );
}

function DidYouMean({ search, better }: { search: Search; better: string }) {
  return (
    <p className="flex flex-wrap items-center gap-1 px-3 pt-2">
      {words.didYouMean}
      <button
        type="button"
        onClick={() => search.settle(better)}
        className="min-h-6 cursor-default rounded-sm px-1 font-semibold text-accent-text underline"
      >
        {better}
      </button>
      ?
    </p>
  );
}

/** What the answer does not cover yet, and a way to change that. */
export function Unknown({ search }: { search: Search }) {
  const { id: matterId, isReadOnly } = useMatter();
  const { running } = useJobs();
  const { unread = 0, outdated = 0, unrecognised = 0 } = search.answer ?? {};
  if (unread === 0 && outdated === 0 && unrecognised === 0) return null;
  const isReading = running.some(({ operation }) => operation === 'evidence.readText');
  const isRecognizing = running.some(({ operation }) => operation === 'evidence.ocr');
  const recognize = async () => {
    try {
      const { items } = await runJob('evidence.ocr', { matterId });
      showToast({ message: words.recognised(items.reduce((sum, each) => sum + each.recognised, 0)) });
    } catch (error) {
      showError(error);
    }
  };
  const read = () => void runJob('evidence.readText', { matterId }).catch(showError);
  return (
    <div
      role="note"
      className="flex shrink-0 flex-col gap-1 border-t border-line bg-info-soft px-3 py-1.5 text-info-ink"
    >
      {unread > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="grow">{words.unread(unread)}</span>
          {!isReading && !isReadOnly && (
            <Button size="small" onPress={read}>
              {words.readNow}
            </Button>
          )}
        </p>
      )}
      {outdated > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="grow">{isReading ? words.updating : words.outdated(outdated)}</span>
          {!isReading && !isReadOnly && (
            <Button size="small" onPress={read}>
              {words.update}
            </Button>
          )}
        </p>
      )}
      {unrecognised > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="grow">{isRecognizing ? words.recognizing : words.unrecognised(unrecognised)}</span>
          {!isRecognizing && !isReadOnly && (
            <Button size="small" onPress={() => void recognize()}>
              {words.recognize}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
