import { useViewState } from '../../../client/index.ts';
import type { PanelTab } from './PdfPanel.tsx';

/** Width of the panel before it is dragged, in CSS pixels. */
export const usualPanelWidth = 272;

const remembered = { hasPanel: false, panel: 'pages' as PanelTab, panelWidth: usualPanelWidth };

/** The panel beside the pages, as the person left it in this matter. */
export interface Panel {
  readonly isOpen: boolean;
  readonly tab: PanelTab;
  /** In CSS pixels. */
  readonly width: number;
  readonly toggle: () => void;
  /** Opens it with a tab in front. */
  readonly open: (tab: PanelTab) => void;
  readonly setWidth: (width: number) => void;
}

/** Whether the panel beside the pages is open, which tab is in front, and how wide it is. */
export function usePanel(): Panel {
  const [{ hasPanel, panel, panelWidth }, change] = useViewState('reader.panel', remembered);
  return {
    isOpen: hasPanel,
    tab: panel,
    width: panelWidth,
    toggle: () => change({ hasPanel: !hasPanel }),
    open: (tab) => change({ hasPanel: true, panel: tab }),
    setWidth: (width) => change({ panelWidth: width }),
  };
}
