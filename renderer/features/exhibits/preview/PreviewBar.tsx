import {
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Maximize,
  MoveHorizontal,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import type { PreviewZoom } from '../../../client/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { previewWords as words } from '../words.ts';
import type { PreviewPlace, PreviewSteps } from './preview-steps.ts';

interface PreviewBarProps {
  readonly exhibit: Exhibit;
  /** Null where the exhibit has none. */
  readonly page: number | null;
  readonly steps: PreviewSteps;
  readonly zoom: PreviewZoom;
  readonly onGo: (place: PreviewPlace) => void;
  readonly onZoom: (by: 1 | -1) => void;
  readonly onFit: (zoom: 'page' | 'width') => void;
}

/** Which page is shown, and the ways on from it. */
export function PreviewBar({ exhibit, page, steps, zoom, onGo, onZoom, onFit }: PreviewBarProps) {
  const step = (
    place: PreviewPlace | null,
    label: string,
    icon: React.ReactNode,
    shortcut: readonly string[] = [],
  ) => (
    <IconButton
      size="small"
      label={label}
      icon={icon}
      shortcut={shortcut}
      isDisabled={place === null}
      onPress={() => place && onGo(place)}
    />
  );
  return (
    <div
      role="group"
      aria-label={words.bar}
      className="@container flex h-9 shrink-0 items-center gap-0.5 border-b border-line bg-surface px-2"
    >
      {step(steps.previousExhibit, words.previousExhibit, <ChevronsLeft />)}
      {step(steps.previousPage, words.previousPage, <ChevronLeft />, ['Page Up'])}
      {step(steps.nextPage, words.nextPage, <ChevronRight />, ['Page Down'])}
      {step(steps.nextExhibit, words.nextExhibit, <ChevronsRight />)}
      <p role="status" className="min-w-0 grow truncate px-1.5 tabular-nums">
        <span className="font-semibold">{words.exhibit(exhibit.label)}</span>
        {page !== null && <span className="text-ink-soft"> · {words.pageOf(page, exhibit.pages)}</span>}
      </p>
      <IconButton size="small" label={words.zoomOut} icon={<ZoomOut />} onPress={() => onZoom(-1)} />
      <IconButton size="small" label={words.zoomIn} icon={<ZoomIn />} onPress={() => onZoom(1)} />
      <IconButton
        size="small"
        label={words.fitPage}
        icon={<Maximize />}
        aria-pressed={zoom === 'page'}
        onPress={() => onFit('page')}
      />
      <IconButton
        size="small"
        label={words.fitWidth}
        icon={<MoveHorizontal />}
        aria-pressed={zoom === 'width'}
        onPress={() => onFit('width')}
      />
    </div>
  );
}
