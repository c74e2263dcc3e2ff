import { ChevronRight, FileCheck, FileText, FolderOpen, PackageOpen, Stamp } from 'lucide-react';
import { useRef } from 'react';
import type { Build, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatSize,
  formatCount,
  formatInstant,
  formatTimeZone,
  useEngineQuery,
  useKeptPlace,
  useKeptSelection,
  useMatter,
  QueryFallback,
} from '../../../client/index.ts';
import { Badge, Button, EmptyState, useListPlace } from '../../../ui/index.ts';
import { buildWords as words } from './words.ts';
import { disturbance, firstVolume, inOrder, isReadable, type Output } from './build-outputs.ts';
import { Findings } from './Findings.tsx';
import { useAskedAnew } from './use-asked-anew.ts';
import { AsFiledDrop } from '../filing/AsFiledDrop.tsx';
import { AsFiledBadge, AsFiledList } from '../filing/AsFiledList.tsx';
import { checkAsFiled, checkFiling } from '../jobs/start-jobs.ts';
import { asFiledWords, filingWords } from '../filing/words.ts';
import { useBuildActions } from './use-build-actions.ts';

interface BuildListProps {
  readonly set: ExhibitSet;
  /** Shows the exhibit's page that a finding is about. Only of a current build: labels may have changed since an older one. */
  readonly onGoToLabel: (label: string, page?: number) => void;
}

/** All builds of a set, the newest first, each marked if the set has changed since. */
export function BuildList({ set, onGoToLabel }: BuildListProps) {
  const { id: matterId } = useMatter();
  const query = useEngineQuery('exhibits.build.list', { matterId, setId: set.id });
  const { data: builds } = query;
  useAskedAnew(query.refetch);
  const list = useRef<HTMLOListElement>(null);
  const onScroll = useListPlace(list, {
    place: useKeptPlace(`exhibits.builds ${set.id}`),
    count: builds?.length ?? 0,
    toChosen: nothing,
    measure: nothing,
  });
  // After a look at a file, what was open is still open.
  const [folds, setFolds] = useKeptSelection(`exhibits.builds ${set.id}`);
  if (query.error || !builds) return <QueryFallback query={query} />;
  if (builds.length === 0) {
    return (
      <EmptyState icon={<PackageOpen />} title={words.emptyTitle}>
        {words.emptyBody}
      </EmptyState>
    );
  }
  return (
    <ol
      ref={list}
      aria-label={words.builds}
      className="h-full overflow-auto"
      tabIndex={-1}
      onScroll={onScroll}
    >
      <AsFiledDrop set={set} />
      {builds.map((build, index) => {
        const open = `open ${build.id}`;
        const closed = `closed ${build.id}`;
        const isOpen = folds.has(open) || (index === 0 && !folds.has(closed));
        return (
          <BuildEntry
            key={build.id}
            set={set}
            build={build}
            isNewest={index === 0}
            isOpen={isOpen}
            onOpen={(next) => {
              const others = [...folds].filter((fold) => fold !== open && fold !== closed);
              setFolds(new Set([...others, next ? open : closed]));
            }}
            onGoToLabel={onGoToLabel}
          />
        );
      })}
    </ol>
  );
}

const nothing = () => undefined;

interface BuildEntryProps extends BuildListProps {
  readonly build: Build;
  readonly isNewest: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function BuildEntry({ set, build, isNewest, isOpen, onOpen, onGoToLabel }: BuildEntryProps) {
  const { timezone } = useMatter();
  const contentId = `build-${build.id}`;
  const when = formatInstant(build.builtAt, timezone);
  const { changed, redated } = disturbance(build);
  return (
    <li className="border-b border-line px-3 py-2">
      {/* Where they have no room beside it, the buttons stand under the time, in line with it. */}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={contentId}
            onClick={() => onOpen(!isOpen)}
            className="flex min-h-6 w-full cursor-default items-center gap-2 rounded-md text-left"
          >
            <ChevronRight
              aria-hidden
              className={`size-4 shrink-0 text-ink-soft ${isOpen ? 'rotate-90' : ''}`}
            />
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{when}</span>
              <Badge tone={build.isOfSet && build.disturbedFiles.length === 0 ? 'success' : 'warning'}>
                {stateOf(build)}
              </Badge>
              <AsFiledBadge records={build.asFiled} />
            </span>
          </button>
        </h3>
        <BuildButtons set={set} build={build} isNewest={isNewest} />
      </div>
      <div id={contentId} hidden={!isOpen} className="mt-2 flex flex-col gap-3 pl-6">
        <p className="text-ink-soft">{words.inFolder(build.folderName, formatTimeZone(timezone))}</p>
        {changed.length > 0 && <p className="text-warning-ink">{words.disturbedFiles(changed.length)}</p>}
        {redated.length > 0 && <p className="text-warning-ink">{words.redatedFiles(redated.length)}</p>}
        <AsFiledList set={set} records={build.asFiled} />
        <BuiltFiles set={set} build={build} />
        <Findings findings={build.findings} {...(build.isOfSet && { onGoToLabel })} />
      </div>
    </li>
  );
}

/** What can be done with a build. */
function BuildButtons({ set, build, isNewest }: Pick<BuildEntryProps, 'set' | 'build' | 'isNewest'>) {
  const { id: matterId } = useMatter();
  const actions = useBuildActions(set);
  const binder = firstVolume(build);
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-2 pl-6">
      <Button size="small" icon={<FolderOpen />} onPress={() => actions.reveal(build.id)}>
        {words.showFolder}
      </Button>
      {isNewest && (
        <Button size="small" icon={<FileCheck />} onPress={() => void checkFiling(matterId, set)}>
          {filingWords.check}
        </Button>
      )}
      <Button
        size="small"
        icon={<Stamp />}
        changesMatter
        onPress={() => void checkAsFiled(matterId, set, { buildId: build.id })}
      >
        {asFiledWords.check}
      </Button>
      {binder && (
        <Button size="small" icon={<FileText />} onPress={() => actions.open(binder)}>
          {words.openBinder}
        </Button>
      )}
    </div>
  );
}

/** The files of a build, those that are not as it wrote them marked; PDFs open in the reader. */
function BuiltFiles({ set, build }: Pick<BuildEntryProps, 'set' | 'build'>) {
  const actions = useBuildActions(set);
  const disturbed = new Map(build.disturbedFiles.map(({ file, change }) => [file, change]));
  return (
    <ul aria-label={words.files} className="@container flex flex-col rounded-md border border-line">
      {inOrder(build.outputs, set.scheme).map((output) => (
        <li
          key={output.id}
          className="flex items-center gap-3 border-b border-line px-3 py-1 last:border-b-0"
        >
          <span className="w-24 shrink-0 truncate text-sm text-ink-soft max-sm:hidden">{kindOf(output)}</span>
          {/* In a narrow pane the name has the line to itself. */}
          <span className="flex min-w-0 grow flex-col @md:flex-row @md:items-center @md:gap-3">
            <span
              data-selectable
              className="line-clamp-2 min-w-0 wrap-anywhere @md:line-clamp-1 @md:grow @md:break-all"
              title={output.file}
            >
              {output.file}
            </span>
            {disturbed.has(output.file) && (
              <span className="shrink-0 self-start @md:self-auto">
                <Badge tone="warning">{words.disturbed[disturbed.get(output.file)!]}</Badge>
              </span>
            )}
            <span className="shrink-0 text-sm text-ink-soft tabular-nums">
              {output.pages !== null && `${formatCount(output.pages, 'page')}, `}
              {formatSize(output.sizeBytes)}
            </span>
          </span>
          {isReadable(output) && (
            <Button
              size="small"
              variant="quiet"
              aria-label={words.openFile(output.file)}
              onPress={() => actions.open(output)}
            >
              {words.open}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether a build still matches its set and its own files. */
function stateOf(build: Build): string {
  if (!build.isOfSet) return words.notCurrent;
  const { changed, redated } = disturbance(build);
  if (changed.length > 0) return words.filesDisturbed;
  return redated.length > 0 ? words.filesRedated : words.current;
}

/** What a file is: of one exhibit its label, by which it is looked for. */
function kindOf({ role, label }: Output): string {
  return role === 'exhibit' && label !== null ? words.place(label, undefined) : words.roles[role];
}
