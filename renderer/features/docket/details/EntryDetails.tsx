import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import {
  EntrySections,
  formatSize,
  formatCount,
  formatDate,
  formatTimeZone,
  showError,
  useMatter,
} from '../../../client/index.ts';
import { Badge, DetailRow, IconButton, showToast, type MenuEntry } from '../../../ui/index.ts';
import { formatCourtMinute, formatDocketNumber } from '../docket-number.ts';
import { EntryMarks, EntryText } from '../list/EntryMarks.tsx';
import { detailWords as words, roleWords } from '../words.ts';
import { ReadingList } from '../threads/ReadingList.tsx';
import { EntryButtons } from './EntryButtons.tsx';
import { EntryLink } from './EntryLink.tsx';
import { splitReferences } from './reference-text.ts';
import { findReferred, relationsOf, type DocketIndex } from './relations.ts';

export interface EntryDetailsProps {
  readonly entry: DocketEntry;
  readonly index: DocketIndex;
  readonly menu: readonly MenuEntry[];
  readonly onOpen: (entry: DocketEntry) => void;
  /** Goes to another entry of the docket. */
  readonly onGo: (entry: DocketEntry) => void;
}

/** Lists longer than this are cut: an order on a hundred motions would push everything else out of sight. */
const mostListed = 30;

/** Everything known of one entry: its whole text as printed, dates, filer, and what it belongs to. */
export function EntryDetails({ entry, index, menu, onOpen, onGo }: EntryDetailsProps) {
  const { timezone } = useMatter();
  const number = formatDocketNumber(entry);
  const pieces = useMemo(
    () => splitReferences(entry.text, entry.links, (link) => findReferred(index, link)),
    [entry.text, entry.links, index],
  );
  const { parent, attachments, under } = relationsOf(entry, index);
  const list = (entries: readonly DocketEntry[]) => <EntryList entries={entries} onGo={onGo} />;
  const size = [
    entry.pageCount === null ? '' : formatCount(entry.pageCount, 'page'),
    entry.sizeBytes === null ? '' : formatSize(entry.sizeBytes),
  ]
    .filter(Boolean)
    .join(', ');

  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="text-lg font-semibold">{number === '' ? words.unnumbered : words.heading(number)}</h2>
        <Badge>{roleWords[entry.role]}</Badge>
        <EntryMarks entry={entry} className="flex-wrap" />
      </div>
      <EntryButtons isOne menu={menu} />
      <p data-selectable className="leading-5.5 whitespace-pre-line wrap-anywhere">
        {entry.text === '' ? (
          <EntryText entry={entry} />
        ) : (
          pieces.map(({ text, target }, at) =>
            target ? (
              <EntryLink key={at} entry={target} onGo={onGo}>
                {text}
              </EntryLink>
            ) : (
              text
            ),
          )
        )}
      </p>
      <dl
        data-selectable
        className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-3"
      >
        {entry.filedOn !== null && <DetailRow name={words.filed}>{formatDate(entry.filedOn)}</DetailRow>}
        {(entry.enteredAt ?? entry.enteredOn) !== null && (
          <DetailRow name={words.entered}>
            {entry.enteredAt === null
              ? formatDate(entry.enteredOn ?? '')
              : `${formatCourtMinute(entry.enteredAt)}, ${formatTimeZone(timezone)}`}
          </DetailRow>
        )}
        {entry.filer !== '' && <DetailRow name={words.filer}>{entry.filer}</DetailRow>}
        {entry.attorney !== '' && <DetailRow name={words.attorney}>{entry.attorney}</DetailRow>}
        {entry.shortText !== '' && entry.text !== '' && (
          <DetailRow name={words.shortText}>{entry.shortText}</DetailRow>
        )}
        {entry.feeNote !== '' && <DetailRow name={words.feeNote}>{entry.feeNote}</DetailRow>}
        {entry.evidenceTitle !== null && (
          <DetailRow name={words.linkedDocument}>{entry.evidenceTitle}</DetailRow>
        )}
        {size !== '' && <DetailRow name={words.size}>{size}</DetailRow>}
        {entry.documentId !== null && (
          <DetailRow name={words.documentId}>
            <Copied text={entry.documentId} label={words.copy} />
          </DetailRow>
        )}
        {entry.documentUrl !== null && (
          <DetailRow name={words.documentUrl}>
            <Copied text={entry.documentUrl} label={words.copyAddress} />
          </DetailRow>
        )}
        <DetailRow name={words.belongsUnder}>
          {parent ? list([parent]) : <span className="text-ink-soft">{words.atTop}</span>}
          {entry.isParentChosen && <span className="text-ink-soft"> {words.chosenByHand}</span>}
        </DetailRow>
        {entry.links.length > 0 && (
          <DetailRow name={words.refersTo}>
            <References entry={entry} index={index} onGo={onGo} />
          </DetailRow>
        )}
        {attachments.length > 0 && <DetailRow name={words.attachments}>{list(attachments)}</DetailRow>}
        {under.length > 0 && <DetailRow name={words.under}>{list(under)}</DetailRow>}
      </dl>
      <ReadingList entry={entry} index={index} onOpen={onOpen} />
      <EntrySections id={entry.id} />
    </div>
  );
}

/** Entries by number and first words, one below the other. */
function EntryList({ entries, onGo }: { entries: readonly DocketEntry[]; onGo: EntryDetailsProps['onGo'] }) {
  return (
    <ul className="flex flex-col">
      {entries.slice(0, mostListed).map((entry) => (
        <li key={entry.id} className="flex min-w-0 items-baseline gap-1.5">
          <EntryLink isApart entry={entry} onGo={onGo}>
            {formatDocketNumber(entry) || shortDate(entry)}
          </EntryLink>
          <span
            dir="auto"
            title={entry.shortText || entry.text}
            className="min-w-0 truncate text-left text-ink-soft"
          >
            {entry.shortText || entry.text}
          </span>
        </li>
      ))}
      {entries.length > mostListed && (
        <li className="text-ink-soft">{words.more(entries.length - mostListed)}</li>
      )}
    </ul>
  );
}

function References({ entry, index, onGo }: Pick<EntryDetailsProps, 'entry' | 'index' | 'onGo'>) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {entry.links.slice(0, mostListed).map((link) => {
        const number = formatDocketNumber(link);
        const target = findReferred(index, link);
        return target ? (
          <EntryLink key={number} isApart entry={target} onGo={onGo}>
            {number}
          </EntryLink>
        ) : (
          <span key={number} className="text-ink-soft">
            {words.notHeld(number)}
          </span>
        );
      })}
      {entry.links.length > mostListed && (
        <span className="text-ink-soft">{words.more(entry.links.length - mostListed)}</span>
      )}
    </span>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 wrap-anywhere">{text}</span>
      <IconButton
        label={label}
        icon={<Copy />}
        size="small"
        onPress={() => {
          navigator.clipboard.writeText(text).then(() => showToast({ message: words.copied }), showError);
        }}
      />
    </span>
  );
}

/** What identifies an entry without a number in a list. */
function shortDate({ filedOn, enteredOn }: DocketEntry): string {
  const date = filedOn ?? enteredOn;
  return date === null ? words.undated : formatDate(date);
}
