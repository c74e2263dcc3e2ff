import { BookmarkMinus, BookX, FileStack } from 'lucide-react';
import { useCallback, useMemo, useRef, type KeyboardEvent } from 'react';
import type { ReaderSource } from '../../../../shared/contract/reader.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { isEditing, PagePreview, useCommand, useMatter, type PreviewZoom } from '../../../client/index.ts';
import { Button, EmptyState, ErrorState, LoadingState, useFocusKept } from '../../../ui/index.ts';
import { usePaneSizes } from '../set/use-set-view.ts';
import { previewWords as words, words as setWords } from '../words.ts';
import { PreviewBar } from './PreviewBar.tsx';
import { isPrepared, usePreparation } from './prepared-items.ts';
import { pageShown, stepsFrom, type PreviewPlace } from './preview-steps.ts';

interface PreviewPaneProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly exhibit: Exhibit | null;
  /** Page of the exhibit, from 1; 0 for its slip sheet. */
  readonly page: number;
  readonly onGo: (place: PreviewPlace) => void;
  /** Called for a reserved label: asks for its evidence. */
  readonly onAssign: (exhibit: Exhibit) => void;
  readonly onReinstate: (exhibit: Exhibit) => void;
}

let versions = 0;

/** Any page of the binder as a build would write it now, turned like a binder. */
export function PreviewPane(props: PreviewPaneProps) {
  const { set, exhibits, exhibit, page, onGo } = props;
  const { id: matterId } = useMatter();
  const [{ zoom }, change] = usePaneSizes();
  const scale = useRef(1);
  const onScale = useCallback((next: number) => void (scale.current = next), []);
  // The look of any page may depend on every exhibit before it, and on the set.
  const version = useMemo(() => String((versions += 1)), [exhibits, set]);
  const shown = exhibit && pageShown(exhibit, page, set.hasSlipSheets);
  const place: PreviewPlace | null =
    exhibit && shown !== null ? { exhibitId: exhibit.id, page: shown } : null;
  const steps = exhibit && stepsFrom(exhibits, exhibit.id, shown ?? 0, set.hasSlipSheets);
  const ahead = steps?.nextPage;
  const source = useMemo(() => place && sourceOf(matterId, place), [matterId, place?.exhibitId, place?.page]);
  const { preparation, retry } = usePreparation(matterId, exhibit, shown ?? 0);
  const nextExhibit = exhibits.find(({ id }) => id === ahead?.exhibitId);
  const isNextReady = nextExhibit !== undefined && isPrepared(matterId, nextExhibit, ahead?.page ?? 0);
  const next = useMemo(
    () => (ahead && isNextReady ? sourceOf(matterId, ahead) : null),
    [matterId, ahead?.exhibitId, ahead?.page, isNextReady],
  );
  const onZoom = (by: 1 | -1) => change({ zoom: by > 0 ? scale.current * 1.25 : scale.current / 1.25 });
  useCommand('reader.zoomIn', () => onZoom(1));
  useCommand('reader.zoomOut', () => onZoom(-1));
  useCommand('reader.fitWidth', () => change({ zoom: 'width' }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (!steps || event.ctrlKey || event.metaKey || event.altKey || isEditing(event.target as Element))
      return;
    const to: Readonly<Record<string, PreviewPlace | null>> = {
      PageDown: steps.nextPage,
      PageUp: steps.previousPage,
      ArrowRight: steps.nextPage,
      ArrowLeft: steps.previousPage,
    };
    if (!(event.key in to) || pansSideways(event)) return;
    event.preventDefault();
    const target = to[event.key];
    if (target) onGo(target);
  };

  return (
    <div className="flex h-full min-h-0 flex-col" onKeyDown={onKeyDown}>
      {exhibit && steps && (
        <PreviewBar
          exhibit={exhibit}
          page={shown}
          steps={steps}
          zoom={zoomOf(zoom)}
          onGo={onGo}
          onZoom={onZoom}
          onFit={(fit) => change({ zoom: fit })}
        />
      )}
      <div className="min-h-0 grow bg-paper-ground">
        {!source || !exhibit ? (
          <NoPage exhibit={exhibit} onAssign={props.onAssign} onReinstate={props.onReinstate} />
        ) : preparation.status === 'ready' ? (
          <PagePreview
            source={source}
            version={version}
            next={next}
            name={words.nameOf(exhibit.label, shown ?? 0)}
            zoom={zoomOf(zoom)}
            onScale={onScale}
          />
        ) : preparation.status === 'making' ? (
          <LoadingState label={words.making} />
        ) : (
          <ErrorState message={preparation.message} onRetry={retry} />
        )}
      </div>
    </div>
  );
}

type NoPageProps = Pick<PreviewPaneProps, 'exhibit' | 'onAssign' | 'onReinstate'>;

/** Shown where there is no page, with what to do next: evidence for a label, or the exhibit brought back. */
function NoPage({ exhibit, onAssign, onReinstate }: NoPageProps) {
  const { isReadOnly } = useMatter();
  // The button disappears when the page appears.
  useFocusKept();
  if (!exhibit) {
    return (
      <EmptyState icon={<FileStack />} title={words.nothingTitle}>
        {words.nothingBody}
      </EmptyState>
    );
  }
  const isReserved = exhibit.status === 'reserved';
  const canAct = !isReadOnly && !(isReserved && exhibit.isSealed);
  return (
    <EmptyState
      icon={isReserved ? <BookmarkMinus /> : <BookX />}
      title={isReserved ? words.reservedTitle(exhibit.label) : words.withdrawnTitle(exhibit.label)}
      actions={
        canAct && (
          <Button onPress={() => (isReserved ? onAssign : onReinstate)(exhibit)}>
            {isReserved ? setWords.assign : setWords.reinstate}
          </Button>
        )
      }
    >
      <p>{isReserved ? words.reservedBody : words.withdrawnBody}</p>
      {exhibit.statusNote !== '' && (
        <p data-selectable className="mt-2 text-ink">
          {exhibit.statusNote}
        </p>
      )}
    </EmptyState>
  );
}

/** Whether an arrow moves a page that is wider than its pane: only at the edge does it turn. */
function pansSideways({ key, target }: KeyboardEvent): boolean {
  const page = (target as Element).closest('[role=region]');
  if (!page) return false;
  const rest = page.scrollWidth - page.clientWidth - page.scrollLeft;
  return (key === 'ArrowRight' && rest > 1) || (key === 'ArrowLeft' && page.scrollLeft > 1);
}

function sourceOf(matterId: string, { exhibitId, page }: PreviewPlace): ReaderSource {
  return { matterId: matterId as ReaderSource['matterId'], preview: { exhibitId, page } };
}

/** The remembered value may be from another version of the app. */
function zoomOf(zoom: string | number): PreviewZoom {
  return typeof zoom === 'number' || zoom === 'width' ? zoom : 'page';
}
