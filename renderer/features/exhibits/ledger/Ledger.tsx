import { Ban, Hash, Import, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BatesRange, LedgerPrefix } from '../../../../shared/model/bates-ledger.ts';
import {
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useReaderTarget,
  QueryFallback,
} from '../../../client/index.ts';
import { Button, DataTable, EmptyState, InlineField, SegmentedControl, Select } from '../../../ui/index.ts';
import { ledgerWords as words } from './words.ts';
import { ImportNumbersDialog } from './ImportNumbersDialog.tsx';
import { ledgerColumns, rowsOf, type LedgerRow } from './ledger-rows.tsx';
import { RangeActDialog, type RangeAct } from './RangeActDialog.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Every Bates number ever given, by prefix: whose page it is, in what state, and which is the next free one. */
export function Ledger() {
  const { id: matterId } = useMatter();
  const query = useEngineQuery('exhibits.ledger', { matterId });
  const { data: ledgers } = query;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const ledger = ledgers?.find(({ prefix }) => prefix === chosen) ?? ledgers?.[0];
  const importButton = (
    <Button icon={<Import />} changesMatter onPress={() => setIsImporting(true)}>
      {words.import}
    </Button>
  );
  if (query.error || !ledgers) return <QueryFallback query={query} />;
  return (
    <>
      {ledger ? (
        <PrefixLedger
          key={ledger.prefix}
          ledger={ledger}
          ledgers={ledgers}
          onChoose={setChosen}
          importButton={importButton}
        />
      ) : (
        <EmptyState icon={<Hash />} title={words.emptyTitle} actions={importButton}>
          {words.emptyBody}
        </EmptyState>
      )}
      {isImporting && <ImportNumbersDialog onClose={() => setIsImporting(false)} />}
    </>
  );
}

interface PrefixLedgerProps {
  readonly ledger: LedgerPrefix;
  readonly ledgers: readonly LedgerPrefix[];
  readonly onChoose: (prefix: string) => void;
  readonly importButton: React.ReactNode;
}

const acts: readonly { readonly act: RangeAct; readonly icon: React.ReactNode }[] = [
  { act: 'void', icon: <Ban /> },
  { act: 'takeBack', icon: <Undo2 /> },
];
const allows: Readonly<Record<RangeAct, (range: BatesRange) => boolean>> = {
  void: ({ state }) => state === 'reserved' || state === 'used',
  takeBack: ({ state, evidenceId }) => state === 'used' && evidenceId === null,
};

/** Prefixes that fit beside each other. */
const fewPrefixes = 4;

function PrefixLedger({ ledger, ledgers, onChoose, importButton }: PrefixLedgerProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const { show } = useReaderTarget();
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ readonly act: RangeAct; readonly range: BatesRange } | null>(null);
  const setParty = useEngineMutation('exhibits.ledger.setParty', {
    undoMessage: (_ledgers, { prefix }) => words.partySet(prefix),
  });
  const rows = useMemo(() => rowsOf(ledger), [ledger]);
  const columns = useMemo(() => ledgerColumns(ledger), [ledger]);
  const selected = rows.find(({ id }) => selectedIds.has(id));
  const canDo = (act: RangeAct, row: LedgerRow | undefined) =>
    !isReadOnly && selectedIds.size <= 1 && row !== undefined && allows[act](row);
  const options = ledgers.map(({ prefix }) => ({ value: prefix, label: prefix }));
  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2">
        {ledgers.length > fewPrefixes ? (
          <div className="w-40">
            <Select
              label={words.prefix}
              isLabelHidden
              value={ledger.prefix}
              onChange={onChoose}
              options={options}
            />
          </div>
        ) : (
          ledgers.length > 1 && (
            <SegmentedControl
              label={words.prefix}
              value={ledger.prefix}
              onChange={onChoose}
              options={options}
            />
          )
        )}
        <p data-selectable>
          <span className="text-ink-soft">{words.nextFree} </span>
          <span className="font-mono font-medium">{ledger.nextFree ?? words.noneLeft}</span>
        </p>
        <div className="mr-auto grid grid-cols-[auto_minmax(8rem,15rem)] items-center gap-3">
          <InlineField
            label={words.party}
            value={ledger.party}
            placeholder={words.noParty}
            maxLength={textLimits.exhibits.party}
            isReadOnly={isReadOnly}
            onCommit={(party) => setParty.mutate({ prefix: ledger.prefix, party })}
          />
        </div>
        {acts.map(({ act, icon }) => (
          <Button
            key={act}
            icon={icon}
            isDisabled={!canDo(act, selected)}
            onPress={() => selected && setAsked({ act, range: selected })}
          >
            {words.acts[act].button}
          </Button>
        ))}
        {importButton}
      </div>
      <div className="min-h-0 grow">
        <DataTable
          label={`${words.numbers} ${ledger.prefix}`}
          rows={rows}
          columns={columns}
          selectedIds={selectedIds}
          onSelectionChange={setSelectedIds}
          onOpen={({ evidenceId, evidenceTitle, firstPage }) =>
            evidenceId !== null &&
            show({
              source: { matterId, evidenceId },
              title: evidenceTitle ?? '',
              ...(firstPage !== null && { page: firstPage }),
            })
          }
          contextMenu={([row]) =>
            acts.map(({ act }) => ({
              id: act,
              label: words.acts[act].button,
              isDisabled: !canDo(act, row),
              ...(row && !allows[act](row) && { description: words.acts[act].refused }),
              onAction: () => row && setAsked({ act, range: row }),
            }))
          }
          textOf={({ first }) => first}
          isMuted={({ state }) => state === 'void'}
        />
      </div>
      {asked && <RangeActDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
