import { useEffect, useState } from 'react';
import type { Matter } from '../../../shared/model/matter.ts';
import type { TroRequest } from '../../../shared/model/tro.ts';
import {
  runJob,
  showError,
  useCommand,
  useEngineQuery,
  useMatter,
  useRunCommand,
} from '../../client/index.ts';
import { Unasked } from '../../ui/index.ts';
import { EventDialog } from './events/EventDialog.tsx';
import { likelyEvent } from './events/event-draft.ts';
import { ItemDialog } from './gates/ItemDialog.tsx';
import { DraftedDialog } from './notices/DraftedDialog.tsx';
import { NoticeDialog } from './notices/NoticeDialog.tsx';
import { CertificateDetailsDialog } from './request/CertificateDetailsDialog.tsx';
import { SecurityDialog } from './request/SecurityDialog.tsx';
import { openTroDialog, useTroDialog, type CertificateDraft, type TroEdit } from './tro-dialogs.ts';
import { certificateWords } from './words.ts';

/** The desk's dialogs and its menu commands, from whichever area is looked at. */
export function TroDialogs() {
  const matter = useMatter();
  const run = useRunCommand();
  const edit = useTroDialog();
  // Of its own: it must not take the place of a dialog that is filled in when the certificate is there.
  const [drafted, setDrafted] = useState<{ of: Matter['id']; draft: CertificateDraft } | null>(null);
  // A dialog closes with its matter: its subject does not exist in another one.
  useEffect(() => close, [matter.id]);
  useCommand('tro.record', () => openTroDialog({ kind: 'record' }));
  useCommand('tro.notice', () => openTroDialog({ kind: 'notice' }));
  useCommand('tro.certificate', () => {
    draftCertificate(matter).then((draft) => {
      if (!draft) return;
      run('go.tro');
      setDrafted({ of: matter.id, draft });
    }, showError);
  });
  return (
    <>
      {edit && <RequestDialog key={edit.kind} edit={edit} />}
      {drafted?.of === matter.id && (
        <Unasked>
          <DraftedDialog draft={drafted.draft} onClose={() => setDrafted(null)} />
        </Unasked>
      )}
    </>
  );
}

function close(): void {
  openTroDialog(null);
}

function RequestDialog({ edit }: { edit: TroEdit }) {
  const { id: matterId } = useMatter();
  const { data: request } = useEngineQuery('tro.get', { matterId });
  if (!request) return null;
  switch (edit.kind) {
    case 'record':
      return (
        <EventDialog event={null} suggested={edit.suggested ?? likelyEvent(request.stage)} onClose={close} />
      );
    case 'correct':
      return <EventDialog event={edit.event} suggested={edit.event.kind} onClose={close} />;
    case 'notice':
      return <NoticeDialog notice={edit.notice ?? null} lastBy={lastBy(request)} onClose={close} />;
    case 'item':
      return <ItemDialog item={edit.item} isNotNeeded={edit.isNotNeeded ?? false} onClose={close} />;
    case 'security':
      return <SecurityDialog fields={request.fields} onClose={close} />;
    case 'certificateDetails':
      return <CertificateDetailsDialog fields={request.fields} onClose={close} />;
  }
}

function lastBy({ notices, fields }: TroRequest): string {
  return notices.at(-1)?.by ?? fields.attorney;
}

/** Asks where to, and writes the draft. Returns what it leaves blank; null where nothing was chosen. */
async function draftCertificate({ id, title }: Matter): Promise<CertificateDraft | null> {
  const target = await window.forthwith.saveFile('tro-certificate', certificateWords.fileName(title));
  if (!target) return null;
  const { pages, missing } = await runJob('tro.certificate', {
    matterId: id,
    target: { token: target.token },
  });
  return { name: target.name, pages, missing };
}
