import { ruleInForce } from '../../../shared/domain/deadlines/rules/rules-in-force.ts';
import { periodOf } from '../../../shared/domain/deadlines/rules/period-of.ts';
import { citeRule, defaultReminders } from '../../../shared/domain/deadlines/of-rule.ts';
import type { MatterId } from '../../../shared/model/common.ts';
import type { DeadlineFields } from '../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../shared/model/rule-pack.ts';
import type { Period } from '../../../shared/model/time-counting.ts';
import { deadlinesHandlers, listRules } from '../deadlines/index.ts';
import type { CommandContext } from '../handlers.ts';
import { idOf, linksOf, type SampleDeadline, type SampleIds, type SampleMatter } from './sample-matter.ts';

/** Adds the sample's deadlines beside the clocks of its TRO request, each with what became of it. */
export function addSampleDeadlines(
  { matter, deadlines }: SampleMatter,
  ids: SampleIds,
  command: CommandContext,
): void {
  const matterId = command.session.id as MatterId;
  const rules = listRules(command.platform);
  const added = deadlinesHandlers['deadlines.add'](
    { matterId, deadlines: deadlines.map((one) => fieldsOf(one, rules, matter.court, ids)) },
    command,
  );
  deadlines.forEach(({ status, proof }, at) => {
    if (status === 'open') return;
    const { id } = added[at]!;
    const shown = proof && { at: proof.at, note: proof.note, ...linksOf(proof, ids) };
    deadlinesHandlers['deadlines.setStatus'](
      { matterId, id, status, ...(shown && { proof: shown }) },
      command,
    );
  });
}

const onItsDay: Period = { count: 0, unit: 'fixed', direction: 'after', isCap: false };

function fieldsOf(
  sample: SampleDeadline,
  rules: readonly ListedRule[],
  court: string,
  ids: SampleIds,
): DeadlineFields {
  const { trigger, contract, service, owner, note } = sample;
  const rule = sample.rule === undefined ? null : findRule(sample.rule, rules, trigger.at, court);
  const period = sample.period ?? (rule ? periodOf(rule) : onItsDay);
  return {
    title: sample.title ?? rule?.title ?? '',
    source: rule ? 'rule' : contract ? 'contract' : 'hand',
    rule: rule && citeRule(rule),
    trigger:
      trigger.entry === undefined
        ? { kind: 'date', event: trigger.event, at: trigger.at }
        : {
            kind: 'entry',
            entryId: idOf(ids.entries, trigger.entry),
            event: trigger.event,
            party: '',
            at: trigger.at,
          },
    period,
    service,
    regime: contract ? 'contract' : (rule?.regime ?? 'frcp'),
    contract,
    printed: null,
    actor: sample.actor ?? rule?.actor ?? 'any',
    owner,
    note,
    ...linksOf(sample, ids),
    reminders: defaultReminders(period),
    troClock: null,
  };
}

function findRule(id: string, rules: readonly ListedRule[], at: string, court: string): ListedRule {
  const rule = ruleInForce(rules, id, at.slice(0, 10), court);
  if (!rule) throw new Error(`The sample names a rule “${id}” that no pack holds.`);
  return rule;
}
