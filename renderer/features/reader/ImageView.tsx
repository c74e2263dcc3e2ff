import { Maximize2, Printer, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import { showError, useCommand } from '../../client/index.ts';
import { ErrorState, IconButton, LoadingState, Toolbar } from '../../ui/index.ts';
import { leastZoom, mostZoom } from './page-layout.ts';

interface ImageViewProps {
  readonly title: string;
  readonly source: Extract<ReaderSource, { evidenceId: string }>;
}

/** A picture, as one page: upright as its camera recorded, at the width of the pane or zoomed. */
export function ImageView({ title, source }: ImageViewProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [zoom, setZoom] = useState<number | null>(null);
  const step = (direction: 1 | -1) =>
    setZoom((present) => Math.min(Math.max((present ?? 1) * 1.25 ** direction, leastZoom), mostZoom));
  const print = () => {
    window.forthwith.print(source).catch(showError);
  };
  useCommand('reader.zoomIn', () => step(1));
  useCommand('reader.zoomOut', () => step(-1));
  useCommand('reader.fitWidth', () => setZoom(null));
  useCommand('reader.print', print);

  return (
    <div className="flex h-full min-h-0 flex-col">
      <Toolbar label="Picture">
        <h2 className="min-w-0 grow truncate px-1 font-semibold" title={title}>
          {title}
        </h2>
        <IconButton size="small" label="Zoom out" icon={<ZoomOut />} onPress={() => step(-1)} />
        <span className="w-11 text-center text-sm text-ink-soft tabular-nums" data-zoom>
          {zoom === null ? 'Fit' : `${Math.round(zoom * 100)} %`}
        </span>
        <IconButton size="small" label="Zoom in" icon={<ZoomIn />} onPress={() => step(1)} />
        <IconButton
          size="small"
          label="Fit width"
          icon={<Maximize2 />}
          aria-pressed={zoom === null}
          onPress={() => setZoom(null)}
        />
        <IconButton label="Print" icon={<Printer />} onPress={print} />
      </Toolbar>
      <div
        role="region"
        aria-label={`Pages of ${title}`}
        tabIndex={0}
        className="relative min-h-0 grow overflow-auto bg-paper-ground p-3 outline-offset-[-2px]"
      >
        {state === 'loading' && <LoadingState label="Loading the picture…" />}
        {state === 'failed' ? (
          <ErrorState message="This picture is damaged and cannot be shown. Its original is kept unaltered." />
        ) : (
          <section aria-label="Page 1 of 1" data-page={1} data-drawn={state === 'shown'}>
            <img
              src={`matter://${source.matterId}/evidence/${source.evidenceId}`}
              alt={title}
              className={`mx-auto block bg-white shadow-[0_1px_3px_rgb(0_0_0/22%)] [image-orientation:from-image] ${
                state === 'loading' ? 'invisible' : ''
              } ${zoom === null ? 'h-auto max-w-full' : 'max-w-none'}`}
              style={zoom === null ? undefined : { width: `${size.width * zoom}px` }}
              onLoad={({ currentTarget }) => {
                setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
                setState('shown');
              }}
              onError={() => setState('failed')}
            />
          </section>
        )}
      </div>
    </div>
  );
}
