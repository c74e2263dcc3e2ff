import { useMemo, useState, type Ref } from 'react';
import type { Argument, Fact, PinCiteFinding, Pleading } from '../../../../shared/model/argument.ts';
import { allegationCite, isShown } from '../../../../shared/domain/argument/allegations/trace-allegations.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import { useKeptPlace, useKeptSelection, useMatter, useReaderTarget } from '../../../client/index.ts';
import { DataTable, DetailsPane, ListFooter, useWidth, type MenuEntry } from '../../../ui/index.ts';
import { EvidencePicker } from '../../pick/index.ts';
import { useSettled } from '../../evidence/index.ts';
import { openArgumentDialog } from '../argument-dialogs.ts';
import type { ArgumentView } from '../argument-view.ts';
import { beginningOf, type FactActions } from '../use-fact-actions.ts';
import { allegationWords as words, words as areaWords } from '../words.ts';
import { allegationColumns } from './allegation-columns.tsx';
import { AllegationDetails } from './AllegationDetails.tsx';
import { AllegationsPlaceholder } from './AllegationsPlaceholder.tsx';
import { PleadingStrip } from './PleadingStrip.tsx';
import { useAllegations, type AllegationRow } from './use-allegations.ts';

interface AllegationsViewProps {
  readonly view: ArgumentView;
  readonly onChange: (change: Partial<ArgumentView>) => void;
  readonly argument: Argument;
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
  readonly actions: FactActions;
  readonly gridRef: Ref<HTMLDivElement>;
}

/** What the complaint alleges, paragraph by paragraph, and which of it evidence shows. */
export function AllegationsView({
  view,
  onChange,
  argument,
  findings,
  actions,
  gridRef,
}: AllegationsViewProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const { show } = useReaderTarget();
  const filter = { pleadingId: view.pleadingId, words: view.words, isUnshownOnly: view.isUnshownOnly };
  const { query, read, all, shown, astray } = useAllegations(filter, argument.facts, findings);
  const [selectedIds, setSelectedIds] = useKeptSelection('argument.allegations');
  const selected = useMemo(() => shown.filter(({ id }) => selectedIds.has(id)), [shown, selectedIds]);
  const place = useKeptPlace('argument.allegations');
  const [listRef, listWidth] = useWidth();
  const hasCounterclaims = all.some(({ allegation }) => allegation.isCounterclaim);
  const columns = useMemo(
    () => allegationColumns(listWidth, hasCounterclaims),
    [listWidth, hasCounterclaims],
  );
  const hasDetails = useSettled(selected.length > 0);
  const [isPicking, setIsPicking] = useState(false);
  const pleading = read?.pleading ?? null;
  const openAt = (
    page: number,
    { evidenceId, title }: Omit<Pleading, 'cite'>,
    marks: readonly string[] = [],
  ) => show({ source: { matterId, evidenceId }, title, page, marks });
  const open = ({ allegation: { page, opening } }: AllegationRow) =>
    pleading && openAt(page, pleading, [beginningOf(opening)]);
  const addFact = ({ allegation }: AllegationRow) =>
    openArgumentDialog({
      kind: 'addFact',
      pleaded: {
        text: allegation.text.slice(0, textLimits.argument.fact),
        allegation: allegationCite(pleading?.cite ?? '', allegation),
      },
    });
  const menuOf = (rows: readonly AllegationRow[]): readonly MenuEntry[] => {
    const [first] = rows.length === 1 ? rows : [];
    return [
      {
        id: 'open',
        label: areaWords.open,
        shortcut: ['Enter'],
        isDisabled: !first,
        onAction: () => first && open(first),
      },
      {
        id: 'addFact',
        label: words.addFact,
        isDisabled: isReadOnly || !first,
        onAction: () => first && addFact(first),
      },
    ];
  };
  const [only] = selected.length === 1 ? selected : [];
  return (
    <>
      {pleading && read && (
        <PleadingStrip
          pleading={pleading}
          read={read}
          isUnshownOnly={view.isUnshownOnly}
          onChange={onChange}
          onOpen={openAt}
          onChoose={() => setIsPicking(true)}
        />
      )}
      <div className="flex min-h-0 grow flex-col @4xl:flex-row">
        <div ref={listRef} className="relative min-h-0 min-w-0 grow">
          <DataTable
            label={words.allegations}
            rows={shown}
            columns={columns}
            lines={2}
            selectedIds={selectedIds}
            onSelectionChange={setSelectedIds}
            place={place}
            onOpen={open}
            contextMenu={menuOf}
            textOf={({ id, allegation }) => [
              allegation.section === null ? `${allegation.number}` : id,
              allegation.text,
            ]}
            placeholder={
              <AllegationsPlaceholder
                query={query}
                read={read}
                isFiltered={all.length > 0}
                onClear={() => onChange({ words: '', isUnshownOnly: false })}
                onChoose={() => setIsPicking(true)}
              />
            }
            gridRef={gridRef}
          />
        </div>
        {hasDetails && (
          <DetailsPane label={words.details}>
            {only && pleading ? (
              <AllegationDetails
                key={only.id}
                row={only}
                pleading={pleading}
                findings={findings}
                onOpen={() => open(only)}
                onOpenCite={actions.open}
                onAddFact={() => addFact(only)}
              />
            ) : (
              <p className="p-3 text-ink-soft">{words.several(selected.length)}</p>
            )}
          </DetailsPane>
        )}
      </div>
      <ListFooter count={words.count(shown.length, all.length)}>
        <Support all={all} astray={astray} />
      </ListFooter>
      {isPicking && (
        <EvidencePicker
          title={words.pick}
          onClose={() => setIsPicking(false)}
          onPick={({ id }) => {
            onChange({ pleadingId: id });
            setIsPicking(false);
          }}
        />
      )}
    </>
  );
}

interface SupportProps {
  readonly all: readonly AllegationRow[];
  /** Facts whose “Pleaded at” names no paragraph of the pleading. */
  readonly astray: readonly Fact[];
}

/** How many allegations nothing shows, or an oath alone, and how many facts belong to none. */
function Support({ all, astray }: SupportProps) {
  const swornOnly = all.filter(({ support, oath }) => oath === 'sworn' && support.items === 0).length;
  return (
    <span className="flex gap-3">
      {all.length > 0 && <span>{words.unshown(all.filter((row) => !isShown(row)).length)}</span>}
      {swornOnly > 0 && <span>{words.swornOnly(swornOnly)}</span>}
      {astray.length > 0 && (
        <span className="text-warning-ink" title={astray.map(({ text }) => text).join('\n')}>
          {words.astray(astray.length)}
        </span>
      )}
    </span>
  );
}
