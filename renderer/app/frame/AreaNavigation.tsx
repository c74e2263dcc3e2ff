import { useEffect, useRef } from 'react';
import { formatNumber, useCommandKeys, useEngineQuery, useMatter } from '../../client/index.ts';
import { useFocusKept } from '../../ui/index.ts';
import { areas, type AreaId } from './areas.tsx';
import { usePlace } from './place.tsx';

export interface AreaNavigationProps {
  readonly onGo: (area: AreaId) => void;
  readonly isRail?: boolean;
}

/** The matter's areas. As a rail, icons with their names below. */
export function AreaNavigation({ onGo, isRail = false }: AreaNavigationProps) {
  const matter = useMatter();
  const commandKeys = useCommandKeys();
  const { area: current } = usePlace();
  const counts = useEngineQuery('matter.get', { matterId: matter.id }).data?.counts;
  const nav = useRef<HTMLElement>(null);
  useFocusKept();
  // Reached by key in a low window or at twice the size, an area may be scrolled out of view.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, isRail]);
  return (
    <nav
      ref={nav}
      data-pane
      aria-label="Areas"
      className={`h-full shrink-0 overflow-y-auto bg-sidebar p-2 ${isRail ? 'w-19' : ''}`}
    >
      <ul className="flex flex-col gap-0.5">
        {areas.map(({ id, title, Icon, countOf }) => {
          const count = counts && countOf?.(counts);
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => onGo(id)}
                aria-current={current === id ? 'page' : undefined}
                title={commandKeys(`go.${id}`).join('+')}
                className={`flex w-full cursor-default items-center rounded-md font-medium text-ink-soft hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:text-ink [&_svg]:size-4 [&_svg]:shrink-0 ${
                  isRail ? 'flex-col gap-0.5 px-1 py-1.5 text-xs' : 'h-8 gap-2.5 px-2.5'
                }`}
              >
                <Icon aria-hidden />
                <span className={isRail ? '' : 'grow truncate text-left'}>{title}</span>
                {!isRail && count !== undefined && count > 0 && (
                  <span className="text-sm font-normal text-ink-soft tabular-nums">
                    {formatNumber(count)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
