import type { ReactNode } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { Tabs } from '../../../ui/index.ts';
import type { ExhibitActions } from '../exhibits/use-exhibit-actions.ts';
import type { OpenDialog } from '../set/exhibit-menu.ts';
import type { SettingsTab } from '../set/use-set-view.ts';
import { ExhibitSection } from './ExhibitSection.tsx';
import { LawSection } from './LawSection.tsx';
import { SetSection } from './SetSection.tsx';
import { SeveralSection } from './SeveralSection.tsx';
import { settingWords as words } from './words.ts';

interface SettingsPaneProps {
  readonly set: ExhibitSet;
  readonly exhibit: Exhibit | null;
  readonly selected: readonly Exhibit[];
  readonly actions: ExhibitActions;
  readonly tab: SettingsTab;
  readonly onTab: (tab: SettingsTab) => void;
  readonly focusCount: number;
  readonly onOpen: (dialog: OpenDialog) => void;
}

/** The settings of the exhibit that is looked at, and of its set. Each applies at once and can be undone. */
export function SettingsPane(props: SettingsPaneProps) {
  const { set, exhibit, selected, actions, tab, onTab, focusCount, onOpen } = props;
  const ofExhibit = (content: (one: Exhibit) => ReactNode) => (
    <Scroller>
      {selected.length > 1 ? (
        <SeveralSection set={set} selected={selected} actions={actions} onOpen={onOpen} />
      ) : exhibit ? (
        content(exhibit)
      ) : (
        <p className="p-4 text-ink-soft">{words.nothingChosen}</p>
      )}
    </Scroller>
  );
  return (
    <>
      <datalist id="exhibit-designations">
        {words.designations.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Tabs
        label={words.label}
        value={tab}
        onChange={onTab}
        tabs={[
          {
            value: 'exhibit',
            label: words.exhibit,
            content: ofExhibit((one) => (
              <ExhibitSection key={one.id} set={set} exhibit={one} focusCount={focusCount} />
            )),
          },
          {
            value: 'law',
            label: words.law,
            content: ofExhibit((one) => <LawSection key={one.id} exhibit={one} />),
          },
          {
            value: 'set',
            label: words.set,
            content: (
              <Scroller>
                <SetSection set={set} />
              </Scroller>
            ),
          },
        ]}
      />
    </>
  );
}

function Scroller({ children }: { children: ReactNode }) {
  // Placed, so that what is hidden from sight in a field scrolls with it and not with the window.
  return <div className="relative h-full overflow-x-hidden overflow-y-auto">{children}</div>;
}
