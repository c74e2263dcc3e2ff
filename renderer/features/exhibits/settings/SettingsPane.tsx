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
  /** Left out where the title should not take the focus; called once it has it. */
  readonly onTitleFocused: (() => void) | undefined;
  /** Returns the focus to the list. */
  readonly onLeave: () => void;
  readonly onOpen: (dialog: OpenDialog) => void;
}

/** The settings of the exhibit that is looked at, and of its set. Each applies at once and can be undone. */
export function SettingsPane(props: SettingsPaneProps) {
  const { set, exhibit, selected, actions, tab, onTab, onTitleFocused, onLeave, onOpen } = props;
  // Fields start over with another selection, so that nothing half typed goes to other exhibits.
  const chosen = selected.map(({ id }) => id).join(' ');
  const ofExhibit = (label: string, several: ReactNode, content: (one: Exhibit) => ReactNode) => (
    <Scroller label={label}>
      {selected.length > 1 ? (
        several
      ) : exhibit ? (
        content(exhibit)
      ) : (
        <p className="p-4 text-ink-soft">{words.nothingChosen}</p>
      )}
    </Scroller>
  );
  return (
    <div
      className="contents"
      onKeyDown={(event) => {
        // A field has already reverted what it had to; a list that is open above it closes on its own.
        const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || event.defaultPrevented || !isOwn) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <datalist id="exhibit-designations">
        {words.designations.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Tabs
        label={words.label}
        value={tab}
        onChange={onTab}
        isKept
        tabs={[
          {
            value: 'exhibit',
            label: words.exhibit,
            content: ofExhibit(
              words.exhibit,
              <SeveralSection key={chosen} set={set} selected={selected} actions={actions} onOpen={onOpen} />,
              (one) => (
                <ExhibitSection key={one.id} set={set} exhibit={one} onTitleFocused={onTitleFocused} />
              ),
            ),
          },
          {
            value: 'law',
            label: words.law,
            content: ofExhibit(
              words.law,
              <LawSection key={chosen} set={set} exhibits={selected} />,
              (one) => <LawSection key={one.id} set={set} exhibits={[one]} />,
            ),
          },
          {
            value: 'set',
            label: words.set,
            content: (
              <Scroller label={words.set}>
                <SetSection set={set} />
              </Scroller>
            ),
          },
        ]}
      />
    </div>
  );
}

function Scroller({ label, children }: { label: string; children: ReactNode }) {
  // Placed, so that what is hidden from sight in a field scrolls with it and not with the window. Takes the keyboard
  // itself: what is sealed has no field left to scroll it by.
  return (
    <div
      role="group"
      aria-label={label}
      tabIndex={0}
      className="relative h-full overflow-x-hidden overflow-y-auto -outline-offset-2"
    >
      {children}
    </div>
  );
}
