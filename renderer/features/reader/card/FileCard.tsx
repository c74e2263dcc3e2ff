import type { ReactNode } from 'react';
import { groupOf } from '../../../../shared/domain/evidence/kind-groups.ts';
import type { Claim, EvidenceKind } from '../../../../shared/model/evidence.ts';
import {
  formatNumber,
  formatSize,
  useEngineQuery,
  useReaderTarget,
  QueryFallback,
} from '../../../client/index.ts';
import { Button, DetailRow, WarningLine } from '../../../ui/index.ts';
import { claimWords, KindIcon, kindWords } from '../../evidence/index.ts';
import { ItemStrip } from '../frame/ItemStrip.tsx';
import { NotesSide } from '../frame/NotesSide.tsx';
import { ReaderHeader, useExport } from '../frame/ReaderHeader.tsx';
import type { EvidenceSource } from '../sources.ts';
import { cardWords as words, words as common } from '../words.ts';

/** Members listed here at most: the list of evidence shows all of them. */
const membersShown = 200;

interface FileCardProps {
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
}

/** Shown for a file that cannot be displayed: what is known of it, and what came in it. */
export function FileCard({ title, kind, source }: FileCardProps) {
  const { matterId, evidenceId: id } = source;
  const query = useEngineQuery('evidence.get', { matterId, id });
  const { data: related = [] } = useEngineQuery('evidence.related', { matterId, id });
  const { show } = useReaderTarget();
  const { isExporting, exportOriginal } = useExport(source, title);
  const members = related.filter(({ likeness, depth }) => likeness === 'family' && depth === 1);
  const isUnpacked = groupOf(kind) === 'archive' && members.length > 0;

  let body: ReactNode;
  if (query.error || query.isPending) body = <QueryFallback query={query} label={common.opening(title)} />;
  else {
    const item = query.data;
    const isEmpty = item.sizeBytes === 0;
    const problems = item.problems.filter(({ code }) => !isEmpty || code !== 'EVIDENCE_EMPTY_FILE');
    body = (
      <div
        role="region"
        aria-label={words.facts}
        tabIndex={0}
        className="min-h-0 grow overflow-auto outline-offset-[-2px]"
      >
        <div className="mx-auto flex max-w-160 flex-col gap-4 p-4">
          <div className="flex items-start gap-3">
            <KindIcon kind={kind} className="mt-0.5 size-7 text-ink-soft" />
            <div className="flex min-w-0 flex-col gap-2">
              <p>{isEmpty ? words.isEmpty : isUnpacked ? words.isArchive : words.isNative}</p>
              <div>
                <Button isDisabled={isExporting} onPress={() => void exportOriginal()}>
                  {common.export}
                </Button>
              </div>
            </div>
          </div>
          {problems.length > 0 && (
            <section
              aria-label={words.problems}
              className="flex flex-col gap-1.5 rounded-md bg-warning-soft px-3 py-2"
            >
              {problems.map(({ code, message }) => (
                <WarningLine key={`${code} ${message}`}>{message}</WarningLine>
              ))}
            </section>
          )}
          <Facts
            facts={[
              [words.kind, kindWords[item.kind]],
              [
                words.size,
                item.sizeBytes < 1_000
                  ? formatSize(item.sizeBytes)
                  : `${formatSize(item.sizeBytes)} (${formatNumber(item.sizeBytes)} bytes)`,
              ],
              [words.name, item.originalName],
              [words.sha256, item.sha256],
            ]}
          />
          {item.claims.length > 0 && <Claims claims={item.claims} />}
          {members.length > 0 && (
            <section>
              <h3 className="pb-1 font-semibold">{words.members(members.length)}</h3>
              <ul className="divide-y divide-line border-y border-line">
                {members.slice(0, membersShown).map(({ item: member }) => (
                  <li key={member.id}>
                    <button
                      type="button"
                      className="flex min-h-7 w-full items-center gap-2 px-1.5 py-1 text-left outline-offset-[-2px] hover:bg-hover"
                      onClick={() =>
                        show({ source: { matterId, evidenceId: member.id }, title: member.title })
                      }
                    >
                      <KindIcon kind={member.kind} className="size-4 text-ink-soft" />
                      <span className="min-w-0 grow truncate">{member.title}</span>
                      <span className="shrink-0 text-sm text-ink-soft tabular-nums">
                        {kindWords[member.kind]}, {formatSize(member.sizeBytes)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              {members.length > membersShown && (
                <p className="pt-1 text-sm text-ink-soft">
                  {words.moreMembers(members.length - membersShown)}
                </p>
              )}
            </section>
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <ReaderHeader title={title} source={source} hasNotesSide />
      <ItemStrip source={source} isProblemsLeftOut />
      <NotesSide source={source} part={null}>
        {body}
      </NotesSide>
    </div>
  );
}

function Facts({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl data-selectable className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(([name, value], index) => (
        <DetailRow key={index} name={name}>
          {value}
        </DetailRow>
      ))}
    </dl>
  );
}

function Claims({ claims }: { claims: readonly Claim[] }) {
  return (
    <section>
      <h3 className="font-semibold">{words.claims}</h3>
      <p className="pb-1 text-sm text-ink-soft">{words.claimsHelp}</p>
      <Facts facts={claims.map(({ field, value }) => [claimWords[field], value])} />
    </section>
  );
}
