import { Paperclip } from 'lucide-react';
import type { MailView } from '../../../../shared/model/evidence.ts';
import { formatSize, useReaderTarget } from '../../../client/index.ts';
import { KindIcon, kindWords } from '../../evidence/index.ts';
import type { EvidenceSource } from '../sources.ts';
import { mailWords } from '../words.ts';

interface MailAttachmentsProps {
  readonly attachments: MailView['attachments'];
  readonly source: EvidenceSource;
}

/** What came with a mail, each an item of its own that opens here. */
export function MailAttachments({ attachments, source: { matterId } }: MailAttachmentsProps) {
  const { show } = useReaderTarget();
  if (attachments.length === 0) return null;
  return (
    <section
      aria-label={mailWords.attachments(attachments.length)}
      className="flex max-h-32 shrink-0 flex-wrap items-center gap-1.5 overflow-auto border-b border-line bg-surface px-3.5 py-1.5"
    >
      <span className="inline-flex items-center gap-1 text-sm text-ink-soft">
        <Paperclip aria-hidden className="size-3.5" />
        {mailWords.attachments(attachments.length)}
      </span>
      <ul className="contents">
        {attachments.map(({ name, sizeBytes, kind, evidenceId }, index) => {
          const details = [kind && kindWords[kind], formatSize(sizeBytes)].filter(Boolean).join(', ');
          const label = (
            <>
              <KindIcon kind={kind ?? 'native'} className="size-3.5" />
              <span className="truncate">{name}</span>
              <span className="shrink-0 text-sm text-ink-soft tabular-nums">
                {evidenceId === null ? mailWords.notTakenOut : details}
              </span>
            </>
          );
          const box = 'inline-flex h-6.5 max-w-80 min-w-0 items-center gap-1.5 rounded-md border px-2';
          return (
            <li key={index} className="min-w-0">
              {evidenceId === null ? (
                <span className={`${box} border-line`} title={name}>
                  {label}
                </span>
              ) : (
                <button
                  type="button"
                  className={`${box} border-edge/60 bg-surface hover:bg-hover active:bg-pressed`}
                  title={mailWords.open(name)}
                  onClick={() => show({ source: { matterId, evidenceId }, title: name })}
                >
                  {label}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
