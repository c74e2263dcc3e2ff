import { buildChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import type { ExhibitSet, VolumePlan } from '../../../../shared/model/exhibits.ts';
import { formatCount, formatSize, messageOf, useEngineQuery, useMatter } from '../../../client/index.ts';
import { meterWords as words } from '../words.ts';
import { useSetView } from '../set/use-set-view.ts';
import { ErrorLine } from '../../../ui/index.ts';
import { fillOf } from './volume-dividers.ts';

/** What the set would be split into now, as far as it is known; the court's limit, or the user's. */
export function useVolumePlan(set: ExhibitSet) {
  const { id: matterId } = useMatter();
  const [view] = useSetView(set.id);
  const { downsampleDpi: _later, ...choice } = buildChoices(view);
  return useEngineQuery(
    'exhibits.planVolumes',
    set.exhibits > 0 ? { matterId, setId: set.id, ...choice } : null,
    { keepsPrevious: true },
  );
}

interface SizeMeterProps {
  readonly set: ExhibitSet;
  /** Goes to the first exhibit of a volume. */
  readonly onGoTo: (label: string) => void;
}

/**
 * How large the volumes would be compared with the limit, and where that comes from. In a low window one line: the rows above
 * need the room more.
 */
export function SizeMeter({ set, onGoTo }: SizeMeterProps) {
  const { data: plan, error } = useVolumePlan(set);
  if (set.exhibits === 0 || (!plan && !error)) return null;
  return (
    <section
      aria-label={words.label}
      className="flex min-h-0 flex-col gap-1 overflow-y-auto border-t border-line bg-sunken px-2.5 py-2 text-sm low:py-1"
    >
      {plan ? <Meter plan={plan} onGoTo={onGoTo} /> : <ErrorLine>{messageOf(error)}</ErrorLine>}
    </section>
  );
}

function Meter({ plan, onGoTo }: { plan: VolumePlan; onGoTo: (label: string) => void }) {
  const { volumes, totalBytes, limitBytes, limitSource } = plan;
  const fills = fillOf(plan);
  const isOver = volumes.some((volume) => volume.isOverLimit);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 tabular-nums low:flex-nowrap">
        <span className="shrink-0 font-medium">{formatCount(volumes.length, 'volume')}</span>
        <span className="truncate text-ink-soft">{words.total(totalBytes)}</span>
        {isOver && (
          <span className="hidden min-w-0 truncate text-danger-ink low:inline">{words.overNote}</span>
        )}
      </p>
      <ul className="-mx-1 flex max-h-24 shrink-0 flex-col gap-0.5 overflow-y-auto low:hidden">
        {volumes.map((volume, at) => (
          <li key={volume.name}>
            <button
              type="button"
              title={words.goTo(volume.firstLabel)}
              className="flex min-h-6 w-full cursor-default items-center gap-2 rounded-sm px-1 text-left tabular-nums hover:bg-hover"
              onClick={() => onGoTo(volume.firstLabel)}
            >
              <span className="w-16 shrink-0 truncate">{words.volume(volume.name)}</span>
              <span
                aria-hidden
                className={`h-1.5 min-w-8 grow overflow-hidden rounded-full ${limitBytes === null ? '' : 'bg-pressed forced-colors:outline'}`}
              >
                {limitBytes !== null && (
                  <span
                    className={`block h-full rounded-full ${volume.isOverLimit ? 'bg-danger' : 'bg-accent'} forced-colors:bg-[Highlight]`}
                    style={{ width: `${Math.max(1, (fills[at] ?? 0) * 100)}%` }}
                  />
                )}
              </span>
              <span
                className={`shrink-0 ${volume.isOverLimit ? 'font-medium text-danger-ink' : 'text-ink-soft'}`}
              >
                {volume.isOverLimit && words.over}
                {formatSize(volume.sizeBytes)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isOver && <p className="text-danger-ink low:hidden">{words.overNote}</p>}
      <p className="text-ink-soft low:hidden">{words.limit(limitBytes, limitSource)}</p>
    </>
  );
}
