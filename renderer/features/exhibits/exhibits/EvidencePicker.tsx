import { Check, TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatCount,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Badge, Button, Dialog, LoadingState, SearchField } from '../../../ui/index.ts';
import { pickWords as words } from '../words.ts';
import { plannedLabels } from './planned-labels.ts';

interface EvidencePickerProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** The exhibit after which the new ones are inserted; null for the end of the set. */
  readonly after: Exhibit | null;
  readonly onClose: () => void;
}

const none: readonly EvidenceItem[] = [];
/** Items offered at once; typing leads to the rest. */
const offeredAtMost = 300;

/** Chooses evidence for a set. The order of choice becomes the order of the exhibits, and each shows its label to be. */
export function EvidencePicker({ set, exhibits, after, onClose }: EvidencePickerProps) {
  const { id: matterId } = useMatter();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<readonly EvidenceItem[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const { data: found = none, isPending } = useEngineQuery(
    'evidence.list',
    { matterId, ...(filter.trim() !== '' && { filter }), sort: 'title' },
    { keepsPrevious: true },
  );
  const add = useEngineMutation('exhibits.add', {
    errors: 'inline',
    undoMessage: (added) => `Added ${formatCount(added.length, 'exhibit')} to “${set.name}”`,
    onSuccess: onClose,
  });

  const labelOf = useMemo(
    () => new Map(exhibits.map(({ evidenceId, label }) => [evidenceId, label])),
    [exhibits],
  );
  const labels = plannedLabels(
    set.scheme,
    exhibits.map(({ label }) => label),
    chosen.length,
    after?.label ?? null,
  );
  const plannedOf = new Map(chosen.map(({ id }, index) => [id, labels[index]]));
  const offered = found.slice(0, offeredAtMost);
  const offeredIds = new Set(offered.map(({ id }) => id));

  const choose = (keys: 'all' | Iterable<unknown>) => {
    // What is chosen but filtered out of sight stays chosen.
    const kept = new Set(keys === 'all' ? offeredIds : (keys as Iterable<EvidenceItem['id']>));
    const before = chosen.filter(({ id }) => kept.has(id) || !offeredIds.has(id));
    const known = new Set(before.map(({ id }) => id));
    const added = offered.filter(({ id }) => kept.has(id) && !known.has(id) && !labelOf.has(id));
    setChosen([...before, ...added]);
  };
  const submit = () => {
    if (chosen.length === 0) return;
    add.mutate({
      setId: set.id,
      evidenceIds: chosen.map(({ id }) => id),
      ...(after && { afterLabel: after.label }),
    });
  };

  return (
    <Dialog
      title={after ? words.insertTitle(after.label) : words.addTitle(set.name)}
      width="large"
      onClose={onClose}
      isBusy={add.isPending}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={chosen.length === 0 || add.isPending} onPress={submit}>
            {words.add(chosen.length)}
          </Button>
        </>
      }
    >
      {after && (
        <p className="rounded-md bg-info-soft px-3 py-2 text-info-ink">{words.insertNote(after.label)}</p>
      )}
      <SearchField
        label={words.filter}
        value={filter}
        onChange={setFilter}
        onMoveOn={() => list.current?.querySelector<HTMLElement>('[role=option]')?.focus()}
      />
      <div className="h-80 overflow-auto rounded-md border border-line bg-surface">
        {isPending ? (
          <LoadingState />
        ) : (
          <ListBox
            ref={list}
            aria-label={words.list}
            selectionMode="multiple"
            selectionBehavior="toggle"
            escapeKeyBehavior="none"
            selectedKeys={chosen.map(({ id }) => id)}
            disabledKeys={offered.flatMap(({ id }) => (labelOf.has(id) ? [id] : []))}
            onSelectionChange={choose}
            items={offered}
            dependencies={[chosen, labelOf]}
            renderEmptyState={() => (
              <p className="p-6 text-center text-ink-soft">
                {filter.trim() === '' ? words.noEvidence : words.nothingFound}
              </p>
            )}
            className="outline-none"
          >
            {(item) => (
              <PickerOption item={item} existing={labelOf.get(item.id)} planned={plannedOf.get(item.id)} />
            )}
          </ListBox>
        )}
      </div>
      {found.length > offeredAtMost && (
        <p className="text-sm text-ink-soft">{words.more(found.length - offeredAtMost)}</p>
      )}
      <div role="status" className="flex min-h-6 flex-wrap items-center gap-1">
        {chosen.length === 0 ? (
          <span className="text-ink-soft">{words.noneChosen}</span>
        ) : (
          <>
            <span className="mr-1 text-ink-soft">{words.chosen}</span>
            {chosen.map(({ id, title }, index) => (
              <span key={id} className="max-w-60 min-w-0">
                <Badge tone="info" title={title}>
                  {labels[index]} · {title}
                </Badge>
              </span>
            ))}
          </>
        )}
      </div>
      {add.error && (
        <p role="alert" className="text-danger-ink">
          {messageOf(add.error)}
        </p>
      )}
    </Dialog>
  );
}

interface PickerOptionProps {
  readonly item: EvidenceItem;
  /** The label it bears in this set already. */
  readonly existing: string | undefined;
  /** The label it will take. */
  readonly planned: string | undefined;
}

function PickerOption({ item, existing, planned }: PickerOptionProps) {
  const { id, title, pages, custodian, problems } = item;
  return (
    <ListBoxItem
      id={id}
      textValue={title}
      className="flex min-h-8 cursor-default items-center gap-2.5 border-b border-line/60 px-3 py-1 outline-none data-disabled:text-ink-soft data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-hovered:bg-hover data-selected:bg-selected"
    >
      <span
        aria-hidden
        className={`flex size-4 shrink-0 items-center justify-center rounded-sm border ${
          planned ? 'border-accent bg-accent text-accent-ink' : 'border-edge bg-surface'
        } ${existing ? 'invisible' : ''}`}
      >
        {planned && <Check className="size-3" />}
      </span>
      <span className="min-w-0 grow truncate" title={title}>
        {title}
      </span>
      {problems.length > 0 && (
        <TriangleAlert
          aria-label={problems.map(({ message }) => message).join(' ')}
          className="size-3.5 shrink-0 text-warning-ink"
        />
      )}
      <span className="w-40 shrink-0 truncate text-sm text-ink-soft" title={custodian}>
        {custodian}
      </span>
      <span className="w-16 shrink-0 text-right text-sm text-ink-soft tabular-nums">
        {pages !== null && formatCount(pages, 'page')}
      </span>
      <span className="flex w-20 shrink-0 justify-end">
        {existing && <Badge>{words.already(existing)}</Badge>}
        {planned && <Badge tone="info">{planned}</Badge>}
      </span>
    </ListBoxItem>
  );
}
