import { formatCount } from '../../../client/index.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { openTroDialog, type CertificateDraft } from '../tro-dialogs.ts';
import { certificateWords as words } from '../words.ts';

/** Says after a certificate was written what counsel has still to fill in. */
export function DraftedDialog({ draft, onClose }: { draft: CertificateDraft; onClose: () => void }) {
  const { name, pages, missing } = draft;
  return (
    <Dialog
      title={words.draftedTitle}
      onClose={onClose}
      aside={
        missing.length > 0 && (
          <Button
            onPress={() => {
              onClose();
              openTroDialog({ kind: 'certificateDetails' });
            }}
          >
            {words.details}
          </Button>
        )
      }
    >
      <p>
        {words.drafted(name, formatCount(pages, 'page'))} {words.sign}
      </p>
      {missing.length === 0 ? (
        <p className="text-ink-soft">{words.nothingBlank}</p>
      ) : (
        <div>
          <p className="font-medium">{words.blank}</p>
          <ul data-selectable className="mt-1 flex list-disc flex-col gap-0.5 pl-5">
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
