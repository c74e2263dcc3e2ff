import type { ReaderNotes } from '../../client/index.ts';
import { PageLayer } from './marks/PageLayer.tsx';
import { PartNotes } from './parts/PartNotes.tsx';
import { SealedNotes } from './parts/SealedNotes.tsx';
import { SidePanel } from './panel/SidePanel.tsx';
import { FindTools } from './tools/FindTools.tsx';
import { MomentTools } from './tools/MomentTools.tsx';
import { SelectionTools } from './tools/SelectionTools.tsx';
import { Tools } from './tools/Tools.tsx';

/** What notes add to the reader: their places are the reader's. */
export const readerNotes: ReaderNotes = {
  PageLayer,
  PartNotes,
  SealedNotes,
  SelectionTools,
  FindTools,
  MomentTools,
  Tools,
  SidePanel,
};
