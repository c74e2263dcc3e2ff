import { FileStack } from 'lucide-react';
import { useState } from 'react';
import type { DocketSource } from '../../../../shared/model/docket.ts';
import {
  formatInstant,
  formatNumber,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  LoadingState,
  ScrolledTable,
  Select,
  buttonWords,
  showToast,
} from '../../../ui/index.ts';
import { formatCourtMinute } from '../docket-number.ts';
import { changesSummary } from './redline/changes.ts';
import { Redline } from './redline/Redline.tsx';
import { Warnings } from './SourceReports.tsx';
import { sourceKindWords, sourcesWords as words } from './words.ts';

interface SourcesDialogProps {
  readonly onClose: () => void;
  readonly onImport: () => void;
}

/** The sources that were imported, as they came, and the redline between any two of them. */
export function SourcesDialog({ onClose, onImport }: SourcesDialogProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const { data: sources, error } = useEngineQuery('docket.source.list', { matterId });
  const isEmpty = sources?.length === 0;
  return (
    <Dialog
      title={words.title}
      width={isEmpty ? 'medium' : 'wide'}
      onClose={onClose}
      footer={
        <>
          {sources && !isEmpty && <SaveSources sources={sources} />}
          <Button onPress={onClose}>{buttonWords.close}</Button>
          {isEmpty && !isReadOnly && (
            <Button variant="primary" onPress={onImport}>
              {words.importNow}
            </Button>
          )}
        </>
      }
    >
      {error ? (
        <ErrorState message={messageOf(error)} />
      ) : !sources ? (
        <LoadingState />
      ) : isEmpty ? (
        <div className="h-52">
          <EmptyState icon={<FileStack />} title={words.emptyTitle}>
            {words.emptyBody}
          </EmptyState>
        </div>
      ) : (
        <>
          <SourceTable sources={sources} />
          {sources.length === 1 ? (
            <p className="text-ink-soft">{words.one}</p>
          ) : (
            <Comparison sources={sources} />
          )}
        </>
      )}
    </Dialog>
  );
}

/** Writes the sources into a folder, byte for byte as the court gave them. */
function SaveSources({ sources }: { sources: readonly DocketSource[] }) {
  const [folder, setFolder] = useState('');
  const save = useEngineMutation('docket.source.export', {
    onSuccess: ({ files }) => showToast({ message: words.saved(files.length, folder) }),
  });
  const choose = async () => {
    const target = await window.forthwith.chooseFolder('export');
    if (!target) return;
    setFolder(target.name);
    save.mutate({ ids: sources.map(({ id }) => id), target: { token: target.token } });
  };
  return (
    <Button isDisabled={save.isPending} onPress={() => void choose()}>
      {words.save}
    </Button>
  );
}

function SourceTable({ sources }: { sources: readonly DocketSource[] }) {
  const { timezone } = useMatter();
  const cell = 'px-3 py-1 align-top';
  return (
    <ScrolledTable
      label={words.title}
      height="max-h-[40%] shrink-0"
      heads={[
        [words.name],
        [words.kind],
        [words.printed],
        [words.imported],
        [words.entries, 'text-right'],
        [words.warnings],
      ]}
    >
      {sources.map((source) => (
        <tr key={source.id} className="border-t border-line">
          <th scope="row" className={`${cell} font-medium normal-nums wrap-anywhere`}>
            {source.name}
          </th>
          <td className={cell}>{sourceKindWords[source.kind]}</td>
          <td className={`${cell} whitespace-nowrap`}>
            {source.printedAt === null ? (
              <span className="text-ink-soft">{words.notPrinted}</span>
            ) : (
              formatCourtMinute(source.printedAt)
            )}
          </td>
          <td className={`${cell} whitespace-nowrap`}>{formatInstant(source.importedAt, timezone)}</td>
          <td className={`${cell} text-right`}>
            {formatNumber(source.entries)}
            {!source.isComplete && <span className="block text-sm text-ink-soft">{words.partial}</span>}
          </td>
          <td className={cell}>
            {source.warnings.length === 0 ? (
              <span className="text-ink-soft">{words.none}</span>
            ) : (
              <Warnings warnings={source.warnings} />
            )}
          </td>
        </tr>
      ))}
    </ScrolledTable>
  );
}

function Comparison({ sources }: { sources: readonly DocketSource[] }) {
  const { id: matterId, timezone } = useMatter();
  const [pair, setPair] = useState(() => firstPair(sources));
  const isSame = pair.from === pair.to;
  const { data, error } = useEngineQuery(
    'docket.source.compare',
    isSame ? null : { matterId, from: pair.from, to: pair.to },
    { keepsPrevious: true },
  );
  const options = sources.map((source) => ({
    value: source.id,
    label: sources.some(({ id, name }) => name === source.name && id !== source.id)
      ? `${source.name} (${formatInstant(source.importedAt, timezone)})`
      : source.name,
    description: `${sourceKindWords[source.kind]}, ${words.imported.toLowerCase()} ${formatInstant(source.importedAt, timezone)}`,
  }));
  return (
    <section aria-label={words.compare} className="flex grow flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={words.earlier}
          value={pair.from}
          onChange={(from) => setPair({ ...pair, from })}
          options={options}
        />
        <Select
          label={words.later}
          value={pair.to}
          onChange={(to) => setPair({ ...pair, to })}
          options={options}
        />
      </div>
      <p role="status" className="font-medium">
        {isSame
          ? words.sameSource
          : error
            ? messageOf(error)
            : data &&
              (data.changes.length === 0
                ? words.equal(data.unchanged)
                : changesSummary(data.changes, data.unchanged))}
      </p>
      {!isSame && data && data.changes.length > 0 && <Redline changes={data.changes} />}
    </section>
  );
}

/** The most common comparison: the newest source with the previous one of its kind, else with the previous one. */
function firstPair(sources: readonly DocketSource[]): { from: DocketSource['id']; to: DocketSource['id'] } {
  const [newest, ...older] = sources as readonly [DocketSource, ...DocketSource[]];
  const before = older.find(({ kind }) => kind === newest.kind) ?? older[0] ?? newest;
  return { from: before.id, to: newest.id };
}
