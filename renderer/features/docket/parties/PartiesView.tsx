import { Copy, Users } from 'lucide-react';
import { useMemo } from 'react';
import { createFilingCounter } from '../../../../shared/domain/docket/filters.ts';
import { headLines } from '../../../../shared/domain/docket/head-lines.ts';
import type {
  DocketAttorney,
  DocketEntry,
  DocketHeader,
  DocketParty,
} from '../../../../shared/model/docket.ts';
import {
  formatCount,
  formatDate,
  showError,
  useMatter,
  useRunCommand,
  QueryFallback,
  type EngineQuery,
} from '../../../client/index.ts';
import { Badge, Button, DetailRow, EmptyState, IconButton, showToast } from '../../../ui/index.ts';
import { docketWords, partyWords as words } from '../words.ts';
import { groupParties } from './party-groups.ts';

export interface PartiesViewProps {
  readonly query: EngineQuery<'docket.header'>;
  readonly filter: string;
  readonly onClearFilter: () => void;
  /** The whole docket, for what each party filed. */
  readonly entries: readonly DocketEntry[];
  readonly onShowFilings: (party: string) => void;
}

/** Who is in the matter, by role and with counsel, under the head of the docket. */
export function PartiesView(props: PartiesViewProps) {
  const { query, filter } = props;
  const docket = query.data;
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  const countFilings = useMemo(() => createFilingCounter(props.entries), [props.entries]);
  const groups = useMemo(() => groupParties(docket?.parties ?? [], filter), [docket, filter]);
  if (query.error || !docket) return <QueryFallback query={query} label={words.reading} />;
  const noParties = docket.parties.length === 0 && (
    <EmptyState
      icon={<Users />}
      title={words.emptyTitle}
      actions={!isReadOnly && <Button onPress={() => run('docket.import')}>{words.import}</Button>}
    >
      {words.emptyText}
    </EmptyState>
  );
  if (noParties && docket.header === null) return noParties;
  const isFiltered = filter.trim() !== '';
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={words.title}
      className="h-full overflow-auto outline-offset-[-2px]"
    >
      <div className="mx-auto flex max-w-240 flex-col gap-5 px-5 py-4">
        {docket.header && !isFiltered && <Caption header={docket.header} />}
        {noParties}
        {!noParties && groups.length === 0 && (
          <EmptyState
            title={words.nothingFound}
            actions={<Button onPress={props.onClearFilter}>{docketWords.showAll}</Button>}
          />
        )}
        {groups.map(({ role, parties }) => (
          <section key={role} aria-label={role}>
            <h2 className="mb-2 flex items-baseline gap-2 font-semibold">
              {role}
              <span className="text-sm font-normal text-ink-soft tabular-nums">{parties.length}</span>
            </h2>
            <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line">
              {parties.map((party, at) => (
                <Party
                  // A docket may list the same name twice.
                  key={at}
                  party={party}
                  filings={countFilings(party.name)}
                  onShowFilings={() => props.onShowFilings(party.name)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Caption({ header }: { header: DocketHeader }) {
  const facts: readonly (readonly [string, string])[] = [
    [words.court, header.courtName || header.court],
    [words.number, header.number],
    ...headLines(header, formatDate),
  ];
  return (
    <section aria-label={words.captionTitle} data-selectable>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 className="text-xl font-semibold wrap-anywhere">{header.title || words.captionTitle}</h2>
        {header.flags.map((flag) => (
          <Badge key={flag} tone={flag === 'CLOSED' ? 'warning' : 'neutral'}>
            {flag}
          </Badge>
        ))}
      </div>
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 @2xl:grid-cols-[7.5rem_minmax(0,1fr)_7.5rem_minmax(0,1fr)]">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <DetailRow key={name} name={name}>
              <span className="whitespace-pre-line">{value}</span>
            </DetailRow>
          ))}
      </dl>
    </section>
  );
}

function Party(props: { party: DocketParty; filings: number; onShowFilings: () => void }) {
  const { party, filings, onShowFilings } = props;
  return (
    // Out of sight nothing is laid out: some dockets have hundreds of parties.
    <li className="px-3.5 py-2.5 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 data-selectable className="font-medium wrap-anywhere">
          {party.name}
        </h3>
        {party.terminatedOn !== null && <Badge>{words.terminatedOn(formatDate(party.terminatedOn))}</Badge>}
        <span className="ml-auto">
          {filings > 0 ? (
            <Button
              size="small"
              variant="quiet"
              onPress={onShowFilings}
              aria-label={words.showFilingsOf(formatCount(filings, 'filing'), party.name)}
            >
              {words.showFilings(formatCount(filings, 'filing'))}
            </Button>
          ) : (
            <span className="text-sm text-ink-soft">{words.noFilings}</span>
          )}
        </span>
      </div>
      {party.details !== '' && (
        <p data-selectable className="whitespace-pre-line text-ink-soft wrap-anywhere">
          {party.details}
        </p>
      )}
      {party.attorneys.length === 0 ? (
        <p className="text-sm text-ink-soft">{words.noAttorney}</p>
      ) : (
        <ul className="mt-1.5 grid gap-x-6 gap-y-2.5 @xl:grid-cols-2">
          {party.attorneys.map((attorney, at) => (
            <Attorney key={at} attorney={attorney} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Attorney({ attorney }: { attorney: DocketAttorney }) {
  const { name, contact, email, phone, roles, terminatedOn } = attorney;
  const lines = contact || [phone, email].filter(Boolean).join('\n');
  const copy = () => {
    navigator.clipboard
      .writeText([name, lines].filter(Boolean).join('\n'))
      .then(() => showToast({ message: words.contactCopied }), showError);
  };
  return (
    <li className="flex min-w-0 items-start gap-1 border-l-2 border-line pl-3">
      <div data-selectable className="min-w-0 grow">
        <p className="font-medium wrap-anywhere">{name}</p>
        {roles.length > 0 && <p className="text-xs text-ink-soft">{roles.join(' · ')}</p>}
        {terminatedOn !== null && (
          <p className="text-xs text-warning-ink">{words.terminatedOn(formatDate(terminatedOn))}</p>
        )}
        {lines !== '' && <p className="text-sm whitespace-pre-line text-ink-soft wrap-anywhere">{lines}</p>}
      </div>
      {lines !== '' && (
        <IconButton label={words.copyContact(name)} icon={<Copy />} size="small" onPress={copy} />
      )}
    </li>
  );
}
