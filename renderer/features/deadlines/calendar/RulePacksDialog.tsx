import { useState } from 'react';
import type { RulePackSummary } from '../../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../../shared/model/rule-pack.ts';
import { periodWords } from '../../../../shared/domain/deadlines/reason.ts';
import {
  engineClient,
  formatCount,
  formatDate,
  withDatesInWords,
  showError,
  useEngineMutation,
  useEngineQuery,
  QueryFallback,
} from '../../../client/index.ts';
import {
  Badge,
  Banner,
  Button,
  Dialog,
  ScrolledTable,
  SearchField,
  Select,
  showToast,
} from '../../../ui/index.ts';
import { courtsOfRule } from '../edit/rule/offered-rules.ts';
import { packWords as words } from './words.ts';

/** The pack most people look for. */
const usualPack = 'frcp';

/** The rule packs: what each covers, its rules with their sources, and the user's own ones. */
export function RulePacksDialog({ onClose }: { onClose: () => void }) {
  const query = useEngineQuery('deadlines.rules', {}, { keepsPrevious: true });
  const { data } = query;
  const [chosen, setChosen] = useState<string | null>(null);
  const packs = data?.packs ?? [];
  const pack = packs.find(({ id }) => id === (chosen ?? usualPack)) ?? packs[0];
  const remove = useEngineMutation('deadlines.pack.remove', {
    onSuccess: () => pack && showToast({ message: words.removed(pack.title) }),
  });
  const importPack = async () => {
    const [file] = await window.forthwith.openFiles('rule-pack');
    if (!file) return;
    const imported = await engineClient['deadlines.pack.import']({ source: { token: file.token } });
    setChosen(imported.id);
    showToast({ message: words.imported(imported.title) });
  };
  return (
    <Dialog
      title={words.title}
      width="wide"
      onClose={onClose}
      aside={
        <>
          {pack?.isOwn === true && (
            <Button onPress={() => remove.mutate({ pack: pack.id })}>{words.remove}</Button>
          )}
          <Button onPress={() => void importPack().catch(showError)}>{words.import}</Button>
        </>
      }
    >
      <p className="text-ink-soft">{words.intro}</p>
      {pack && data ? (
        <>
          <Select
            label={words.packs}
            value={pack.id}
            onChange={setChosen}
            options={packs.map((one) => ({ value: one.id, label: nameOf(one), count: one.rules }))}
          />
          <Pack key={pack.id} pack={pack} rules={data.rules.filter((rule) => rule.pack === pack.id)} />
        </>
      ) : (
        <QueryFallback query={query} label={words.reading} />
      )}
    </Dialog>
  );
}

/** By its court first, so that typing “N.D.” finds it among many. */
function nameOf({ title, courts, isOwn }: RulePackSummary): string {
  const court = courtsOfRule({ courts });
  const name = court === '' ? title : `${court}: ${title}`;
  return isOwn ? `${name} (${words.own})` : name;
}

/** What the versions of packs are by custom: days. Your own packs may name theirs otherwise. */
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function Pack({ pack, rules }: { pack: RulePackSummary; rules: readonly ListedRule[] }) {
  const [filter, setFilter] = useState('');
  const parts = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rules.filter((rule) => {
    const text = `${rule.cite} ${rule.title} ${rule.triggerText} ${rule.id}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  return (
    <section aria-label={pack.title} className="flex min-h-0 flex-col gap-3">
      {pack.problem && <Banner tone="danger">{pack.problem.message}</Banner>}
      {pack.description !== '' && <p className="text-sm text-ink-soft">{pack.description}</p>}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span>{pack.courts.length === 0 ? words.every : pack.courts.join(', ').toUpperCase()}</span>
        <span>{words.version(isoDate.test(pack.version) ? formatDate(pack.version) : pack.version)}</span>
        <span>{formatCount(pack.rules, 'rule')}</span>
        {pack.unverified > 0 && <Badge tone="warning">{words.unconfirmed(pack.unverified)}</Badge>}
      </div>
      <SearchField label={words.filter} value={filter} onChange={setFilter} />
      <ScrolledTable
        label={pack.title}
        height="min-h-40 text-sm"
        heads={[[words.rule, 'w-40'], [words.due], [words.counted], [words.inForce, 'w-44']]}
        isStacked
        after={shown.length === 0 && <p className="p-6 text-center text-ink-soft">{words.nothingFound}</p>}
      >
        {shown.map((rule) => (
          <RuleRow key={`${rule.id} ${rule.effectiveFrom ?? ''}`} rule={rule} />
        ))}
      </ScrolledTable>
    </section>
  );
}

function RuleRow({ rule }: { rule: ListedRule }) {
  return (
    <tr className="border-t border-line align-top" title={withDatesInWords(rule.source)}>
      <td className="px-3 py-2 font-medium">{rule.cite}</td>
      <td className="px-3 py-2">
        {rule.title}
        {rule.note !== '' && <div className="text-xs text-ink-soft">{rule.note}</div>}
        {rule.confidence !== 'confirmed' && (
          <Badge tone={rule.confidence === 'unverified' ? 'warning' : 'neutral'}>
            {rule.confidence === 'unverified' ? words.confirm : words.secondary}
          </Badge>
        )}
      </td>
      <td data-head={words.counted} className="px-3 py-2">
        {countedText(rule)}
      </td>
      <td data-head={words.inForce} className="px-3 py-2 tabular-nums">
        {inForceText(rule)}
      </td>
    </tr>
  );
}

function countedText({ count, unit, direction, kind, triggerText }: ListedRule): string {
  if (count === null || unit === null || direction === null) return `${words.withEvent}: ${triggerText}`;
  return `${periodWords({ count, unit, direction, isCap: kind === 'cap' })} ${triggerText}`;
}

function inForceText({ effectiveFrom, effectiveTo }: ListedRule): string {
  if (effectiveFrom !== null && effectiveTo !== null)
    return words.between(formatDate(effectiveFrom), formatDate(effectiveTo));
  if (effectiveFrom !== null) return words.from(formatDate(effectiveFrom));
  return effectiveTo === null ? words.always : words.until(formatDate(effectiveTo));
}
