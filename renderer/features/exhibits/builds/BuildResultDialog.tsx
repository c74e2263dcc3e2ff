import { FileCheck, FolderOpen } from 'lucide-react';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { useEngineQuery, formatSize, formatCount, formatNumber } from '../../../client/index.ts';
import { Button, Dialog, ScrolledTable, buttonWords } from '../../../ui/index.ts';
import { buildWords as words } from './words.ts';
import { firstVolume } from './build-outputs.ts';
import type { EndedProps } from '../jobs/ended-jobs.ts';
import { Findings } from './Findings.tsx';
import { checkFiling } from '../jobs/start-jobs.ts';
import { filingWords } from '../filing/words.ts';
import { useBuildActions } from './use-build-actions.ts';

interface BuildResultDialogProps extends EndedProps<'built'> {
  /** Shows the exhibit's page that a finding is about. */
  readonly onGoToLabel: (label: string, page?: number) => void;
}

/** What a build wrote: each exhibit with its pages and numbers, what was found, and the way to the files. */
export function BuildResultDialog({ matterId, set, result, onClose, onGoToLabel }: BuildResultDialogProps) {
  const actions = useBuildActions(set);
  const { data: builds } = useEngineQuery('exhibits.build.list', { matterId, setId: set.id });
  const build = builds?.find(({ id }) => id === result.buildId);
  const binder = firstVolume(build);
  const volumes = build?.outputs.filter(({ role }) => role === 'volume') ?? [];
  const pages = volumes.reduce((sum, { pages: own }) => sum + (own ?? 0), 0);
  const hasNumbers = result.exhibits.some(({ batesFirst }) => batesFirst !== null);
  const sizeBytes = volumes.reduce((sum, volume) => sum + volume.sizeBytes, 0);
  return (
    <Dialog
      title={words.resultTitle(set.name)}
      width="large"
      onClose={onClose}
      footer={
        <>
          <Button icon={<FolderOpen />} onPress={() => actions.reveal(result.buildId)}>
            {words.showFolder}
          </Button>
          <Button
            icon={<FileCheck />}
            onPress={() => {
              onClose();
              void checkFiling(matterId, set);
            }}
          >
            {filingWords.check}
          </Button>
          <Button autoFocus onPress={onClose}>
            {buttonWords.close}
          </Button>
          <Button
            variant="primary"
            isDisabled={!binder}
            onPress={() => {
              if (binder) actions.open(binder);
              onClose();
            }}
          >
            {words.openBinder}
          </Button>
        </>
      }
    >
      <p data-selectable className="tabular-nums">
        {formatCount(result.exhibits.length, 'exhibit')}
        {build &&
          words.size(
            formatCount(volumes.length, 'volume'),
            formatCount(pages, 'page'),
            formatSize(sizeBytes),
          )}
      </p>
      <section aria-label={words.findings} className="flex flex-col gap-2">
        <h3 className="font-semibold">{words.findings}</h3>
        <Findings findings={result.findings} onGoToLabel={onGoToLabel} />
      </section>
      <ScrolledTable
        label={words.exhibits}
        height="max-h-64 shrink-0"
        heads={[
          [words.exhibit],
          [words.file],
          [words.pages, 'text-right'],
          ...(hasNumbers ? [[words.bates] as const] : []),
        ]}
        isStacked
      >
        {result.exhibits.map((exhibit) => (
          <tr key={exhibit.label} className="border-t border-line">
            <td className="px-3 py-1 font-semibold">{exhibit.label}</td>
            <td className="px-3 py-1 wrap-anywhere">{exhibit.file}</td>
            <td data-head={words.pages} className="px-3 py-1 text-right max-[30rem]:text-left">
              {formatNumber(exhibit.pages)}
            </td>
            {hasNumbers && (
              <td data-head={words.bates} className="px-3 py-1 font-mono text-sm whitespace-nowrap">
                {batesRun(exhibit.batesFirst, exhibit.batesLast)}
              </td>
            )}
          </tr>
        ))}
      </ScrolledTable>
    </Dialog>
  );
}
