import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { KeptPart } from './SplitPane.tsx';

export interface TabsProps<V extends string> {
  /** Names the row of tabs. */
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Keeps unfinished input in the other tabs: each stays mounted once shown, paused while another is selected. */
  readonly isKept?: boolean;
  readonly tabs: readonly { readonly value: V; readonly label: string; readonly content: ReactNode }[];
}

/** Several views of one thing in the same place. Only the selected one is mounted, unless those once shown are kept. */
export function Tabs<V extends string>({ label, value, onChange, isKept = false, tabs }: TabsProps<V>) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => onChange(key as V)}
      className="flex h-full min-h-0 flex-col"
    >
      <TabList aria-label={label} className="flex shrink-0 gap-1 border-b border-line px-2.5">
        {tabs.map((tab) => (
          <Tab
            key={tab.value}
            id={tab.value}
            className="relative flex h-8 cursor-default items-center px-2 whitespace-nowrap text-ink-soft outline-none after:absolute after:inset-x-1 after:bottom-0 after:h-0.5 after:rounded-full data-focus-visible:outline-2 data-focus-visible:outline-solid data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-hovered:text-ink data-selected:font-medium data-selected:text-ink data-selected:after:bg-accent"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.value}
          id={tab.value}
          shouldForceMount={isKept}
          className="min-h-0 grow outline-none data-inert:hidden"
        >
          {isKept ? <KeptPart isHidden={tab.value !== value}>{tab.content}</KeptPart> : tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
