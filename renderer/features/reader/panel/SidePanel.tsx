import type { ReactNode } from 'react';
import { Tabs } from '../../../ui/index.ts';
import { panelWords as words } from '../words.ts';

export type PanelTab = 'pages' | 'bookmarks' | 'hits' | 'notes';

interface SidePanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  /** What there is for this document; what is left out has no tab. */
  readonly panels: Readonly<Partial<Record<PanelTab, ReactNode>>>;
}

const order: readonly PanelTab[] = ['pages', 'bookmarks', 'hits', 'notes'];

/** What is beside the pages: small pictures of them, bookmarks, hits, notes. */
export function SidePanel({ tab, onTab, panels }: SidePanelProps) {
  const there = order.filter((each) => panels[each] !== undefined);
  const shown = there.includes(tab) ? tab : (there[0] ?? 'pages');
  return (
    <section aria-label={words.label} className="flex h-full min-h-0 flex-col bg-sidebar">
      <Tabs
        label={words.label}
        value={shown}
        onChange={onTab}
        tabs={there.map((each) => ({
          value: each,
          label: words[each],
          content: <div className="flex h-full min-h-0 flex-col">{panels[each]}</div>,
        }))}
      />
    </section>
  );
}
