import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { Tabs } from '../../../ui/index.ts';
import { BuildList } from '../builds/BuildList.tsx';
import { CitationsView } from '../citations/CitationsView.tsx';
import { PreviewPane } from '../preview/PreviewPane.tsx';
import type { PreviewPlace } from '../preview/preview-steps.ts';
import { paneWords, words } from '../words.ts';
import type { Face } from './use-set-view.ts';

interface SetFacesProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** The one that is looked at; null of an empty set. */
  readonly exhibit: Exhibit | null;
  /** Its page, from 1; 0 for its slip sheet. */
  readonly page: number;
  readonly face: Face;
  readonly onFace: (face: Face) => void;
  readonly onGo: (place: PreviewPlace) => void;
  readonly onGoToLabel: (label: string, page?: number) => void;
  readonly onAssign: (exhibit: Exhibit) => void;
  readonly onReinstate: (exhibit: Exhibit) => void;
  /** Left out where citations should not take the focus; called once they have it. */
  readonly onCitationsFocused: (() => void) | undefined;
}

/** What is beside the list of exhibits: pages as a build would write them, what was built, or what a brief cites. */
export function SetFaces(props: SetFacesProps) {
  const { set, exhibits, exhibit, page, face, onFace, onGo, onGoToLabel, onCitationsFocused } = props;
  return (
    <Tabs
      label={paneWords.faces}
      value={face}
      onChange={onFace}
      tabs={[
        {
          value: 'pages',
          label: words.preview,
          content: (
            <PreviewPane
              set={set}
              exhibits={exhibits}
              exhibit={exhibit}
              page={page}
              onGo={onGo}
              onAssign={props.onAssign}
              onReinstate={props.onReinstate}
            />
          ),
        },
        {
          value: 'builds',
          label: words.builds,
          content: <BuildList set={set} onGoToLabel={onGoToLabel} />,
        },
        {
          value: 'citations',
          label: words.citations,
          content: (
            <CitationsView
              set={set}
              exhibits={exhibits}
              onGoToLabel={onGoToLabel}
              onFocusTaken={onCitationsFocused}
            />
          ),
        },
      ]}
    />
  );
}
