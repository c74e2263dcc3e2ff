import { createContext, use, type ComponentType, type ReactNode } from 'react';
import type { ReaderSource } from '../../shared/contract/reader.ts';

/** How large a page is shown: as wide and high as there is room, as wide as there is room, or in CSS pixels a point. */
export type PreviewZoom = 'page' | 'width' | number;

export interface PagePreviewProps {
  /** A document of which the first page is shown. */
  readonly source: ReaderSource;
  /** Changes whenever the page may look different, so that it is redrawn. */
  readonly version: string;
  /** Drawn ahead, hidden, once the page itself is there; null for nothing. */
  readonly next: ReaderSource | null;
  /** Names the page for screen readers. */
  readonly name: string;
  readonly zoom: PreviewZoom;
  /** Receives the scale a page is shown at, in CSS pixels a point. */
  readonly onScale: (scale: number) => void;
}

const PagePreviewContext = createContext<ComponentType<PagePreviewProps> | null>(null);

/** Gives areas the reader's way of showing one page, without either knowing the other. */
export function PagePreviewProvider(props: {
  readonly preview: ComponentType<PagePreviewProps>;
  readonly children: ReactNode;
}) {
  return <PagePreviewContext value={props.preview}>{props.children}</PagePreviewContext>;
}

/** One page as the reader draws it, with its text. */
export function PagePreview(props: PagePreviewProps) {
  const Preview = use(PagePreviewContext);
  return Preview && <Preview {...props} />;
}
