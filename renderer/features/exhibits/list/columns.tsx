import { CornerDownRight } from 'lucide-react';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatNumber } from '../../../client/index.ts';
import type { Column } from '../../../ui/index.ts';
import { words } from '../words.ts';
import { BatesStateBadge } from './BatesStateBadge.tsx';
import { marksOf } from './exhibit-marks.ts';
import { ExhibitMarks } from './ExhibitMarks.tsx';

/**
 * The columns of a set's exhibits: label, then title over numbers and marks, then pages.
 *
 * @param starts the volume that an exhibit begins, by its id
 */
export function exhibitColumns(
  set: ExhibitSet,
  starts: ReadonlyMap<string, string>,
): readonly Column<Exhibit>[] {
  return [
    {
      id: 'label',
      header: words.label,
      width: 72,
      render: ({ id, label, parentId, status }) => (
        <span className={`flex items-center gap-1 font-semibold ${parentId === null ? '' : 'pl-2'}`}>
          {starts.has(id) && <span className="sr-only">{words.beginsVolume(starts.get(id) ?? '')}</span>}
          {parentId !== null && <CornerDownRight aria-hidden className="size-3 shrink-0 text-ink-soft" />}
          <span title={label} className={`truncate ${status === 'withdrawn' ? 'line-through' : ''}`}>
            {label}
          </span>
        </span>
      ),
    },
    {
      id: 'title',
      header: words.title,
      width: 130,
      isFlexible: true,
      render: (exhibit) => <TitleCell set={set} exhibit={exhibit} />,
    },
    {
      id: 'pages',
      header: words.pages,
      width: 58,
      align: 'end',
      render: ({ pages, status }) => {
        if (status !== 'active') return <span className="text-ink-soft">–</span>;
        return pages === null ? <span title={words.pagesUnknown}>–</span> : formatNumber(pages);
      },
    },
  ];
}

function TitleCell({ set, exhibit }: { set: ExhibitSet; exhibit: Exhibit }) {
  const { title, batesFirst, batesState } = exhibit;
  const marks = marksOf(set, exhibit);
  return (
    <span className="flex min-w-0 flex-col">
      <span className="flex min-w-0 items-center gap-1.5">
        <span dir="auto" className="truncate text-left" title={title}>
          {title}
        </span>
        {marks.length > 0 && (
          <span className="hidden shrink-0 gap-1 compact:flex">
            <ExhibitMarks marks={marks.slice(0, 1)} />
          </span>
        )}
      </span>
      {(marks.length > 0 || batesFirst !== null) && (
        <span className="flex min-w-0 items-center gap-1.5 overflow-hidden text-sm text-ink-soft compact:hidden">
          {/* Where not all has room the number stays whole. The state, mostly the same in all rows, gives way, then the lesser marks: whole, not cut. */}
          {batesFirst !== null && (
            <span
              className="max-w-full shrink-0 truncate"
              title={words.numbers(batesRun(batesFirst, exhibit.batesLast), batesState)}
            >
              {shortRange(exhibit)}
            </span>
          )}
          {marks.length > 0 && (
            <span className="flex h-4.5 min-w-min flex-wrap gap-x-1.5 overflow-hidden">
              <ExhibitMarks marks={marks} />
            </span>
          )}
          {batesState !== null && (
            <span className="flex h-4.5 min-w-0 shrink-[999] flex-wrap overflow-hidden before:h-4.5 before:content-[''] *:max-w-none">
              <BatesStateBadge state={batesState} />
            </span>
          )}
        </span>
      )}
    </span>
  );
}

/** "AMZ000001–000004": the end without the common part, for where there is little room. */
function shortRange(exhibit: Pick<Exhibit, 'batesFirst' | 'batesLast'>): string {
  const { batesFirst, batesLast } = exhibit;
  const whole = batesRun(batesFirst, batesLast);
  if (batesFirst === null || batesLast === null || batesFirst === batesLast) return whole;
  const prefix = /^.*?(?=\d{3,})/.exec(batesFirst)?.[0] ?? '';
  return batesLast.startsWith(prefix) ? `${batesFirst}–${batesLast.slice(prefix.length)}` : whole;
}
