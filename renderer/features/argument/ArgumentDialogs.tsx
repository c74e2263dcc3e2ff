import { useEffect } from 'react';
import { useCommand, useEngineQuery, useMatter } from '../../client/index.ts';
import { openArgumentDialog, useArgumentDialog, type ArgumentEdit } from './argument-dialogs.ts';
import { ElementsDialog } from './edit/ElementsDialog.tsx';
import { FactDialog } from './edit/FactDialog.tsx';
import { PinCiteDialog } from './edit/PinCiteDialog.tsx';
import { ExportDialog } from './output/ExportDialog.tsx';

/** The dialogs of facts and elements and their menu commands, from whichever area is looked at. */
export function ArgumentDialogs() {
  const { id } = useMatter();
  const edit = useArgumentDialog();
  // A dialog closes with its matter: its subject does not exist in another one.
  useEffect(() => close, [id]);
  useCommand('argument.addFact', () => openArgumentDialog({ kind: 'addFact' }));
  useCommand('argument.elements', () => openArgumentDialog({ kind: 'elements' }));
  useCommand('argument.export', () => openArgumentDialog({ kind: 'export' }));
  return edit && <OpenDialog key={edit.kind} edit={edit} />;
}

function close(): void {
  openArgumentDialog(null);
}

function OpenDialog({ edit }: { edit: ArgumentEdit }) {
  const { id: matterId } = useMatter();
  const { data: argument } = useEngineQuery('argument.get', { matterId });
  if (!argument) return null;
  const { elements } = argument;
  switch (edit.kind) {
    case 'addFact':
      return <FactDialog fact={null} given={edit} elements={elements} onClose={close} />;
    case 'editFact':
      return <FactDialog fact={edit.fact} elements={elements} onClose={close} />;
    case 'cite':
      return <PinCiteDialog factId={edit.factId} onClose={close} />;
    case 'elements':
      return <ElementsDialog elements={elements} onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
  }
}
