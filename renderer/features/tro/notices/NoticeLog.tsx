import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { NoticeEffort, TroRequest } from '../../../../shared/model/tro.ts';
import { formatMoment, useEngineMutation, useMatter, useRunCommand } from '../../../client/index.ts';
import { Button, useWidth } from '../../../ui/index.ts';
import { ProofLinks } from '../fields/ProofLinks.tsx';
import { RecordedButtons } from '../fields/RecordedButtons.tsx';
import { Section } from '../Section.tsx';
import { openTroDialog } from '../tro-dialogs.ts';
import { certificateWords, deskWords, noticeWords as words } from '../words.ts';

/** Width from which the log is a table; below it, a list. */
const tablePx = 620;

/** Every effort to give notice, and what else the attorney's certificate says. */
export function NoticeLog({ request }: { request: TroRequest }) {
  const run = useRunCommand();
  const [ref, width] = useWidth();
  const add = useRef<HTMLButtonElement>(null);
  const focusAdd = () => add.current?.focus();
  const { notices, fields } = request;
  return (
    <Section
      title={words.title}
      aside={
        <div className="flex flex-wrap gap-1.5">
          <Button
            ref={add}
            size="small"
            icon={<Plus />}
            changesMatter
            onPress={() => openTroDialog({ kind: 'notice' })}
          >
            {words.add}
          </Button>
          <Button size="small" onPress={() => run('tro.certificate')}>
            {deskWords.certificate}
          </Button>
        </div>
      }
    >
      <div ref={ref} className="flex min-w-0 flex-col gap-2">
        {notices.length === 0 ? (
          <p className="text-ink-soft">{words.none}</p>
        ) : width >= tablePx ? (
          <NoticeTable notices={notices} onDeleted={focusAdd} />
        ) : (
          <NoticeList notices={notices} onDeleted={focusAdd} />
        )}
        <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-2">
          <dt className="text-sm leading-5 text-ink-soft">{words.reason}</dt>
          <dd data-selectable className="min-w-0 whitespace-pre-line wrap-anywhere">
            {fields.reasonAgainstNotice || <span className="text-ink-soft">{words.reasonNone}</span>}
          </dd>
          <dt className="text-sm leading-5 text-ink-soft">{certificateWords.signs}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {[fields.attorney, fields.barNumber, fields.firm].filter(Boolean).join(', ') || (
              <span className="text-ink-soft">{certificateWords.none}</span>
            )}
          </dd>
        </dl>
        <div>
          <Button size="small" changesMatter onPress={() => openTroDialog({ kind: 'certificateDetails' })}>
            {deskWords.certificateDetails}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface NoticesProps {
  readonly notices: readonly NoticeEffort[];
  /** Takes the focus, which would be lost with the row. */
  readonly onDeleted: () => void;
}

function NoticeTable({ notices, onDeleted }: NoticesProps) {
  const { timezone } = useMatter();
  const cell = 'py-1.5 pr-3 align-top wrap-anywhere';
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">{words.title}</caption>
      <thead className="text-sm text-ink-soft">
        <tr className="border-b border-line">
          <th scope="col" className="w-[20%] py-1 pr-3 font-medium">
            {words.who}
          </th>
          <th scope="col" className="w-[18%] py-1 pr-3 font-medium">
            {words.how}
          </th>
          <th scope="col" className="w-[19%] py-1 pr-3 font-medium">
            {words.at}
          </th>
          <th scope="col" className="w-[13%] py-1 pr-3 font-medium">
            {words.by}
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            {words.result}
          </th>
          <th scope="col" className="w-15">
            <span className="sr-only">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody data-selectable className="divide-y divide-line">
        {notices.map((notice) => (
          <tr key={notice.id}>
            <th scope="row" className={`${cell} font-medium`}>
              {notice.who}
            </th>
            <td className={cell}>{notice.how}</td>
            <td className={`${cell} tabular-nums`}>{formatMoment(notice.at, timezone)}</td>
            <td className={cell}>{notice.by}</td>
            <td className={cell}>
              {notice.result}
              <NoticeProof notice={notice} />
            </td>
            <td className="py-1 align-top">
              <NoticeButtons notice={notice} onDeleted={onDeleted} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoticeList({ notices, onDeleted }: NoticesProps) {
  const { timezone } = useMatter();
  return (
    <ul data-selectable className="flex flex-col divide-y divide-line">
      {notices.map((notice) => (
        <li key={notice.id} className="flex items-start gap-1 py-1.5">
          <div className="flex min-w-0 grow flex-col wrap-anywhere">
            <span className="font-medium">{notice.who}</span>
            <span className="text-sm text-ink-soft tabular-nums">
              {[notice.how, formatMoment(notice.at, timezone), notice.by].filter(Boolean).join(' · ')}
            </span>
            {notice.result !== '' && <span>{notice.result}</span>}
            <NoticeProof notice={notice} />
          </div>
          <NoticeButtons notice={notice} onDeleted={onDeleted} />
        </li>
      ))}
    </ul>
  );
}

function NoticeProof({ notice: { who, at, evidenceId } }: { notice: NoticeEffort }) {
  const { timezone } = useMatter();
  return (
    <ProofLinks value={{ entryId: null, evidenceId }} of={words.named(who, formatMoment(at, timezone))} />
  );
}

function NoticeButtons({ notice, onDeleted }: { notice: NoticeEffort; onDeleted: () => void }) {
  const { timezone } = useMatter();
  const remove = useEngineMutation('tro.notice.delete', {
    undoMessage: () => words.deleted(notice.who),
    onSuccess: onDeleted,
  });
  return (
    <RecordedButtons
      named={words.named(notice.who, formatMoment(notice.at, timezone))}
      isDeleting={remove.isPending}
      onCorrect={() => openTroDialog({ kind: 'notice', notice })}
      onDelete={() => remove.mutate({ id: notice.id })}
    />
  );
}
