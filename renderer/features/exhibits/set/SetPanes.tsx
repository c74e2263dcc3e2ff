import type { ReactNode } from 'react';
import { SegmentedControl, SplitPane, useWidth } from '../../../ui/index.ts';
import { paneWords as words } from '../words.ts';
import { usePaneSizes, type Pane } from './use-set-view.ts';

interface SetPanesProps {
  readonly list: ReactNode;
  readonly pages: ReactNode;
  readonly settings: ReactNode;
  /** Which is seen where not all are. */
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** Pixels from which three panes stand beside one another, and two. */
const threeFrom = 940;
const twoFrom = 560;

/** List, pages and settings beside one another, as far as there is room; the rest by a choice above. */
export function SetPanes({ list, pages, settings, pane, onPane }: SetPanesProps) {
  const [ref, width] = useWidth();
  const [sizes, change] = usePaneSizes();
  const listPane = <PaneFrame label={words.list}>{list}</PaneFrame>;
  const pagesPane = <PaneFrame label={words.pages}>{pages}</PaneFrame>;
  const settingsPane = <PaneFrame label={words.settings}>{settings}</PaneFrame>;
  const choice = (options: readonly Pane[], value: Pane) => (
    <div className="flex h-9 shrink-0 items-center border-b border-line bg-surface px-2.5">
      <SegmentedControl
        label={words.shown}
        value={value}
        onChange={onPane}
        options={options.map((each) => ({ value: each, label: words.choices[each] }))}
      />
    </div>
  );
  const withList = (end: ReactNode, minRest: number) => (
    <SplitPane
      label={words.listWidth}
      sized="start"
      size={sizes.listWidth}
      onSizeChange={(listWidth) => change({ listWidth })}
      minSize={272}
      maxSize={900}
      defaultSize={392}
      minRest={minRest}
      start={listPane}
      end={end}
    />
  );
  return (
    <div ref={ref} className="min-h-0 grow">
      {width >= threeFrom ? (
        withList(
          <SplitPane
            label={words.settingsWidth}
            sized="end"
            size={sizes.settingsWidth}
            onSizeChange={(settingsWidth) => change({ settingsWidth })}
            minSize={240}
            maxSize={520}
            defaultSize={300}
            minRest={280}
            start={pagesPane}
            end={settingsPane}
          />,
          540,
        )
      ) : width >= twoFrom ? (
        withList(
          <div className="flex h-full flex-col">
            {choice(['pages', 'settings'], pane === 'settings' ? 'settings' : 'pages')}
            <div className="min-h-0 grow">{pane === 'settings' ? settingsPane : pagesPane}</div>
          </div>,
          300,
        )
      ) : width > 0 ? (
        <div className="flex h-full flex-col">
          {choice(['list', 'pages', 'settings'], pane)}
          <div className="min-h-0 grow">
            {pane === 'list' ? listPane : pane === 'settings' ? settingsPane : pagesPane}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function PaneFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      data-pane
      aria-label={label}
      tabIndex={-1}
      className="relative flex h-full min-h-0 min-w-0 flex-col overflow-clip bg-surface outline-none"
    >
      {children}
    </section>
  );
}
