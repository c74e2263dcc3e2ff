import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { messageOf, type PagePreviewProps, type PreviewZoom } from '../../../client/index.ts';
import { ErrorState } from '../../../ui/index.ts';
import { clampScale, gap, type PageShape } from '../pages/page-layout.ts';
import { PageView } from '../pages/PageView.tsx';
import { useDocument } from '../pages/use-document.ts';
import { quietMs, useHasLasted } from '../pages/use-has-lasted.ts';
import { useSize, type Size } from '../pages/use-size.ts';
import { words } from '../words.ts';
import { layerOf, planLayers, type PreviewLayer } from './preview-layers.ts';
import { useMiddleKept } from './use-middle-kept.ts';

/** One page of a document that is made while it is looked at. What was shown stays until its replacement is drawn. */
export function PagePreview({ source, version, next, name, zoom, onScale }: PagePreviewProps) {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<PreviewLayer | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const { onScroll, onLaidOut } = useMiddleKept(scroller);
  const wanted = useMemo(() => layerOf(source, version), [source, version]);
  const ahead = useMemo(() => next && layerOf(next, version), [next, version]);
  const { seen, layers, isBehind } = planLayers(wanted, ahead, before.current, drawn);
  useEffect(() => {
    if (!isBehind) before.current = seen;
  }, [seen, isBehind]);
  // Another page begins at its top.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [seen.key]);
  const onDrawn = useCallback((key: string, isDrawn: boolean) => {
    setDrawn((known) => {
      if (known.has(key) === isDrawn) return known;
      const changed = new Set(known);
      if (isDrawn) changed.add(key);
      else changed.delete(key);
      return changed;
    });
  }, []);

  return (
    <div className="relative h-full min-h-0">
      <div
        ref={scroller}
        role="region"
        aria-label={words.preview(name)}
        aria-busy={isBehind || !drawn.has(seen.key)}
        tabIndex={0}
        onScroll={onScroll}
        className="absolute inset-0 overflow-auto bg-paper-ground outline-offset-[-2px]"
      >
        {size.width > 0 &&
          layers.map((layer) => (
            <Layer
              key={layer.key}
              layer={layer}
              name={name}
              size={size}
              zoom={zoom}
              isSeen={layer.key === seen.key}
              onDrawn={onDrawn}
              onScale={onScale}
              onLaidOut={onLaidOut}
            />
          ))}
      </div>
      {isBehind && <BusyStrip />}
    </div>
  );
}

interface LayerProps {
  readonly layer: PreviewLayer;
  readonly name: string;
  readonly size: Size;
  readonly zoom: PreviewZoom;
  readonly isSeen: boolean;
  readonly onDrawn: (key: string, isDrawn: boolean) => void;
  readonly onScale: (scale: number) => void;
  readonly onLaidOut: (scale: number) => void;
}

function Layer({ layer, name, size, zoom, isSeen, onDrawn, onScale, onLaidOut }: LayerProps) {
  const { state, queue, reopen } = useDocument(layer.source);
  const { key } = layer;
  const shape = state.status === 'open' ? state.document.pages[0] : undefined;
  const { width, height } = shape ?? letter;
  const scale = scaleOf(shape ?? letter, zoom, size);
  const isFailed = state.status === 'failed';
  useEffect(() => () => onDrawn(key, false), [key, onDrawn]);
  // A failed page is shown too: an old page under a new name would mislead.
  useEffect(() => {
    if (isFailed) onDrawn(key, true);
  }, [isFailed, key, onDrawn]);
  useEffect(() => {
    if (isSeen) onScale(scale);
  }, [isSeen, scale, onScale]);
  useLayoutEffect(() => {
    if (isSeen) onLaidOut(scale);
  }, [isSeen, scale, width, height, size, onLaidOut]);
  const tellDrawn = useCallback(() => onDrawn(key, true), [key, onDrawn]);

  if (isFailed) {
    if (!isSeen) return null;
    return (
      <div className="absolute inset-0 bg-surface">
        <ErrorState message={messageOf(state.error)} onRetry={() => reopen()} />
      </div>
    );
  }
  const pageHeight = Math.round(height * scale);
  // A page shorter than the pane is centered in it.
  const top = Math.max(gap, Math.floor((size.height - pageHeight) / 2));
  return (
    <div
      inert={!isSeen}
      className={`w-full ${isSeen ? 'relative' : 'pointer-events-none invisible absolute top-0'}`}
      style={{
        minWidth: `${Math.round(width * scale) + 2 * gap}px`,
        height: `${pageHeight + top + gap}px`,
        // The bottom gap must not make a page that fits scroll.
        ...(pageHeight + top + gap <= size.height + 1 && { height: '100%' }),
      }}
    >
      {shape ? (
        <PageView
          queue={queue}
          page={0}
          name={name}
          shape={shape}
          scale={scale}
          top={top}
          hits={undefined}
          currentHit={undefined}
          textVersion={0}
          onFollow={followNothing}
          nameOf={nameNothing}
          onDrawn={tellDrawn}
        />
      ) : (
        <Skeleton width={Math.round(width * scale)} height={pageHeight} top={top} />
      )}
    </div>
  );
}

/** Shown for a page that is being made, in the size most pages have. */
function Skeleton({ width, height, top }: { width: number; height: number; top: number }) {
  return (
    <div
      aria-hidden
      className="absolute left-1/2 flex flex-col gap-3 bg-white p-[8%] shadow-[0_1px_3px_rgb(0_0_0/22%)]"
      style={{ top, width, height, marginLeft: -width / 2 }}
    >
      {[40, 92, 84, 96, 70].map((part) => (
        <span
          key={part}
          className="h-2.5 rounded-sm bg-[#eef0f3] motion-safe:animate-pulse"
          style={{ width: `${part}%` }}
        />
      ))}
    </div>
  );
}

function BusyStrip() {
  if (!useHasLasted(quietMs)) return null;
  return (
    <div role="status" className="absolute inset-x-0 top-0 flex h-6 items-center justify-center">
      <span className="rounded-b-md border border-t-0 border-line bg-raised px-2 text-sm text-ink-soft">
        {words.drawingPage}
      </span>
    </div>
  );
}

const letter: PageShape = { width: 612, height: 792, label: null };
/** Links of a single page lead nowhere yet. */
const followNothing = () => undefined;
const nameNothing = () => words.inBinder;

function scaleOf({ width, height }: PageShape, zoom: PreviewZoom, size: Size): number {
  if (typeof zoom === 'number') return clampScale(zoom);
  const toWidth = (size.width - 2 * gap) / width;
  return clampScale(zoom === 'width' ? toWidth : Math.min(toWidth, (size.height - 2 * gap) / height));
}
