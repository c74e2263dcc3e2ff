import { ScanText } from 'lucide-react';
import { useState } from 'react';
import { runJob, showError, useEngineQuery, useJobs, useMatter } from '../../client/index.ts';
import { Button, ProgressBar, showToast } from '../../ui/index.ts';
import type { EvidenceSource } from './sources.ts';
import { recognitionWords as words } from './words.ts';

export interface Recognition {
  /** Pages whose text was recognized, from 1. */
  readonly recognised: readonly number[];
  /** Pages that are still pictures of text, from 1. */
  readonly waiting: readonly number[];
  /** Increases whenever texts of pages may have changed. */
  readonly version: number;
}

const nothing: Recognition = { recognised: [], waiting: [], version: 0 };

/** How the texts of an item's pages came; nothing of files that were built. */
export function useRecognition(source: EvidenceSource | null): Recognition {
  const { data, dataUpdatedAt } = useEngineQuery(
    'evidence.recognised',
    source && { matterId: source.matterId, id: source.evidenceId },
  );
  return data ? { ...data, version: dataUpdatedAt } : nothing;
}

interface RecognitionBarProps {
  readonly source: EvidenceSource;
  readonly recognition: Recognition;
  /** The page being read, from 1. */
  readonly page: number;
}

/** Says quietly that words were recognized and may be wrong, or that pages wait to be recognized. */
export function RecognitionBar({ source, recognition, page }: RecognitionBarProps) {
  const { matterId, evidenceId } = source;
  const { isReadOnly } = useMatter();
  const { running } = useJobs();
  const [isStarted, setIsStarted] = useState(false);
  const { recognised, waiting } = recognition;
  const isRecognized = recognised.includes(page);
  if (!isRecognized && waiting.length === 0 && !isStarted) return null;

  const recognize = async (pages?: number[]) => {
    setIsStarted(true);
    try {
      const { items } = await runJob('evidence.ocr', {
        matterId,
        ids: [evidenceId],
        ...(pages && { pages }),
      });
      const [problem] = items.flatMap(({ problems }) => problems);
      const done = items.reduce((sum, each) => sum + each.recognised, 0);
      showToast(problem ? { tone: 'notice', message: problem.message } : { message: words.done(done) });
    } catch (error) {
      showError(error);
    } finally {
      setIsStarted(false);
    }
  };
  const job = running.find(({ operation }) => operation === 'evidence.ocr');
  const isBusy = isStarted || job !== undefined;
  return (
    <div
      role="group"
      aria-label={words.label}
      className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-3.5 py-1 text-sm text-ink-soft"
    >
      <ScanText aria-hidden className="size-3.5 shrink-0" />
      <p className="min-w-0 grow">
        {isRecognized && words.isRecognized} {waiting.length > 0 && words.waiting(waiting)}
      </p>
      {isBusy ? (
        <span className="flex w-44 items-center gap-2">
          <span role="status" className="shrink-0">
            {words.busy}
          </span>
          <ProgressBar label={words.busy} done={job?.done ?? 0} total={job?.total ?? 0} />
        </span>
      ) : (
        !isReadOnly && (
          <span className="flex flex-wrap gap-1.5">
            {isRecognized && (
              <Button size="small" variant="quiet" onPress={() => void recognize([page])}>
                {words.again}
              </Button>
            )}
            {waiting.length > 0 && (
              <Button size="small" onPress={() => void recognize()}>
                {words.recognize}
              </Button>
            )}
          </span>
        )
      )}
    </div>
  );
}
