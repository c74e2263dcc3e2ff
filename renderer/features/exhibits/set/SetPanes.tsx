import { useState, type ReactNode } from 'react';
import { SegmentedControl, SplitPane, useFocusKept, useWidth } from '../../../ui/index.ts';
import { paneWords as words } from '../words.ts';
import { fittingListWidth, usePaneSizes, type Pane } from './use-set-view.ts';

interface SetPanesProps {
  readonly list: ReactNode;
  readonly pages: ReactNode;
  readonly settings: ReactNode;
  /** The one worked in last, or asked for: it is in sight where not all are. */
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** Pixels from which three panes fit beside each other, and two. */
const threeFrom = 940;
const twoFrom = 560;

/**
 * List, pages and settings side by side, as far as there is room; the rest by tabs above. They are the same panes in
 * the same places at every width: what is typed or opened in them stays, and what has the focus stays in sight.
 */
export function SetPanes({ list, pages, settings, pane, onPane }: SetPanesProps) {
  const [ref, width] = useWidth();
  const [sizes, change] = usePaneSizes();
  // Beside the list is the one of the other two that was worked in last, even while the list is in use.
  const [beside, setBeside] = useState(pane);
  if (pane !== 'list' && pane !== beside) setBeside(pane);
  const hasAll = width >= threeFrom;
  const hasOne = width < twoFrom;
  const hiddenBeside = beside === 'settings' ? 'start' : 'end';
  const hiddenInOne = pane === 'list' ? 'end' : 'start';
  const frame = (own: Pane, label: string, content: ReactNode) => (
    <PaneFrame label={label} onEnter={() => own !== pane && onPane(own)}>
      {content}
    </PaneFrame>
  );
  return (
    <div ref={ref} className="flex min-h-0 grow flex-col">
      {width > 0 && (
        <>
          {hasOne && <PaneChoice options={['list', 'pages', 'settings']} value={pane} onChange={onPane} />}
          <div className="min-h-0 grow">
            <SplitPane
              label={words.listWidth}
              sized="start"
              size={sizes.listWidth ?? fittingListWidth(width)}
              onSizeChange={(listWidth) => change({ listWidth })}
              minSize={272}
              maxSize={900}
              defaultSize={fittingListWidth(width)}
              minRest={hasAll ? 540 : 300}
              hidden={hasOne ? hiddenInOne : null}
              start={frame('list', words.list, list)}
              end={
                <div className="flex h-full flex-col">
                  {!hasOne && !hasAll && (
                    <PaneChoice
                      options={['pages', 'settings']}
                      value={beside === 'settings' ? 'settings' : 'pages'}
                      onChange={onPane}
                    />
                  )}
                  <div className="min-h-0 grow">
                    <SplitPane
                      label={words.settingsWidth}
                      sized="end"
                      size={sizes.settingsWidth}
                      onSizeChange={(settingsWidth) => change({ settingsWidth })}
                      minSize={240}
                      maxSize={520}
                      defaultSize={300}
                      minRest={280}
                      hidden={hasAll ? null : hiddenBeside}
                      start={frame('pages', words.pages, pages)}
                      end={frame('settings', words.settings, settings)}
                    />
                  </div>
                </div>
              }
            />
          </div>
        </>
      )}
    </div>
  );
}

interface PaneChoiceProps {
  readonly options: readonly Pane[];
  readonly value: Pane;
  readonly onChange: (pane: Pane) => void;
}

function PaneChoice({ options, value, onChange }: PaneChoiceProps) {
  useFocusKept();
  return (
    <div className="flex h-9 shrink-0 items-center border-b border-line bg-surface px-2.5">
      <SegmentedControl
        label={words.shown}
        value={value}
        onChange={onChange}
        options={options.map((each) => ({ value: each, label: words.choices[each] }))}
      />
    </div>
  );
}

interface PaneFrameProps {
  readonly label: string;
  /** Called when the focus enters it, or a dialog opened from it. */
  readonly onEnter: () => void;
  readonly children: ReactNode;
}

function PaneFrame({ label, onEnter, children }: PaneFrameProps) {
  return (
    <section
      onFocusCapture={onEnter}
      data-pane
      aria-label={label}
      tabIndex={-1}
      className="relative flex h-full min-h-0 min-w-0 flex-col overflow-clip bg-surface outline-none"
    >
      {children}
    </section>
  );
}
