import { CircleCheck, Handshake, TriangleAlert } from 'lucide-react';
import { extensionBar } from '../../../../shared/domain/deadlines/extension-bar.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { withDatesInWords } from '../../../client/index.ts';
import { confidenceWords } from '../rule-words.ts';
import { detailWords as words } from '../words.ts';

/** The rule, or the clause of an agreement, that gives the period, with the source of its text and how far it was checked. */
export function RuleFacts({
  deadline: { rule, contract, source },
}: {
  deadline: Pick<Deadline, 'rule' | 'contract' | 'source'>;
}) {
  if (contract !== null && source === 'contract') {
    const terms = [
      contract.isBusinessDays ? words.businessDays : words.calendarDays,
      contract.isFirstDayCounted ? words.firstDayCounts : words.firstDaySkipped,
      contract.isRolled ? words.rolled : words.notRolled,
    ];
    return (
      <section aria-label={words.clause} className="flex flex-col gap-1 border-t border-line pt-3">
        <h3 className="flex items-center gap-1.5 font-semibold">
          <Handshake aria-hidden className="size-4 shrink-0 text-ink-soft" />
          {words.clause} {contract.clause}
        </h3>
        <p data-selectable>{words.contractCount}</p>
        <p data-selectable className="text-ink-soft">
          {terms.join('; ')}.
        </p>
      </section>
    );
  }
  if (rule === null) return null;
  const isDoubtful = rule.confidence === 'unverified';
  const bar = extensionBar(rule);
  return (
    <section aria-label={words.rule} className="flex flex-col gap-1 border-t border-line pt-3">
      <h3 data-selectable className="font-semibold">
        {rule.cite} <span className="font-normal text-ink-soft">{rule.title}</span>
      </h3>
      {bar !== null && <p>{bar}</p>}
      {rule.note !== '' && (
        <p data-selectable className="wrap-anywhere">
          {rule.note}
        </p>
      )}
      <p
        data-selectable
        className={`flex gap-1.5 text-sm ${isDoubtful ? 'text-warning-ink' : 'text-ink-soft'}`}
      >
        {rule.confidence === 'confirmed' ? (
          <CircleCheck aria-hidden className="mt-px size-4 shrink-0" />
        ) : (
          <TriangleAlert aria-hidden className="mt-px size-4 shrink-0" />
        )}
        <span className="min-w-0 wrap-anywhere">
          <span className="font-medium">{confidenceWords[rule.confidence]}.</span> {words.source}:{' '}
          {withDatesInWords(rule.source)}
        </span>
      </p>
    </section>
  );
}
