import type { FindHit } from '../../../shared/contract/reader.ts';
import { useSideCommand } from './desk/side-context.ts';
import type { Pages } from './pages/use-pages.ts';
import { useSelectByKeys } from './select/use-select-by-keys.ts';
import type { useArrangement } from './use-arrangement.ts';

interface PdfCommandsProps {
  readonly shown: Pages;
  readonly arranging: ReturnType<typeof useArrangement>;
  /** The hit that is shown. */
  readonly hit: FindHit | undefined;
  readonly onFind: () => void;
  readonly onPrint: () => void;
  readonly onPanel: () => void;
  readonly onHits: () => void;
  readonly onCallOut: () => void;
  readonly onCopyWithCite: () => void;
}

/** Answers the commands of a document with pages, while the keyboard is on its side. */
export function PdfCommands(props: PdfCommandsProps) {
  const { shown, arranging, hit } = props;
  const { isCoverAlone, view } = arranging.arrangement;
  useSideCommand('reader.find', props.onFind);
  useSideCommand('reader.listHits', props.onHits);
  useSideCommand('reader.print', props.onPrint);
  useSideCommand('reader.zoomIn', () => shown.stepZoom(1));
  useSideCommand('reader.zoomOut', () => shown.stepZoom(-1));
  useSideCommand('reader.fitWidth', () => shown.setZoom('width'));
  useSideCommand('reader.fitPage', () => shown.setZoom('page'));
  useSideCommand('reader.viewContinuous', () => arranging.setView('continuous'));
  useSideCommand('reader.viewSingle', () => arranging.setView('single'));
  useSideCommand('reader.viewTwo', () => arranging.setView('two'));
  useSideCommand('reader.coverAlone', () => arranging.setCoverAlone(!isCoverAlone), {
    isEnabled: view === 'two',
  });
  useSideCommand('reader.turn', arranging.turnOn);
  useSideCommand('reader.panel', props.onPanel);
  useSideCommand('reader.callOut', props.onCallOut);
  useSideCommand('reader.copyWithCite', props.onCopyWithCite);
  useSideCommand('reader.selectWords', useSelectByKeys(shown, hit));
  return null;
}
