import { useState } from 'react';
import {
  batesPrefixPattern,
  batesSuffixPattern,
  formatBates,
  leastBatesDigits,
  maxBatesNumber,
  maxPrefixLength,
  mostBatesDigits,
  parseBates,
} from '../../../../shared/domain/exhibits/bates.ts';
import type { ExhibitSet, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Checkbox, Select, optionsOf } from '../../../ui/index.ts';
import { Note, Section } from './Section.tsx';
import { TextSetting } from './TextSetting.tsx';
import { applied } from './use-edits.ts';
import { batesWords as words } from './words.ts';

interface BatesSectionProps {
  readonly set: ExhibitSet;
  readonly isDisabled: boolean;
  readonly edit: (fields: Partial<ExhibitSetFields>) => Promise<unknown>;
}

const newBates = { prefix: '', digits: 6, start: 1, suffix: '' };

/** Whether pages are numbered, and how the numbers look. */
export function BatesSection({ set, isDisabled, edit }: BatesSectionProps) {
  // Numbers that were switched on begin once they have a prefix.
  const [isBegun, setIsBegun] = useState(false);
  const { id: matterId } = useMatter();
  const { data: ledgers } = useEngineQuery('exhibits.ledger', { matterId });
  const { bates } = set;
  const isOn = bates !== null || isBegun;
  const now = bates ?? newBates;
  const change = (part: Partial<typeof newBates>) => edit({ bates: { ...now, ...part } });
  const wholeNumber = (text: string, least: number, most: number, message: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? null : message;
  const needsPrefix = now.prefix === '';
  // Other sets may have taken numbers of the prefix: taken ones are given to no other page.
  const ledger = ledgers?.find(({ prefix }) => prefix === now.prefix);
  const nextFree = ledger?.nextFree ? parseBates(ledger.nextFree, ledger.prefix)!.number : 1;
  const position = (
    <Select
      label={words.position}
      value={set.numberPosition}
      isDisabled={isDisabled}
      onChange={(numberPosition) => applied(edit({ numberPosition }))}
      options={optionsOf(words.positions)}
      description={words.positionHelp}
    />
  );
  return (
    <Section title={words.title}>
      <Checkbox
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={(isStamped) => {
          setIsBegun(isStamped);
          if (!isStamped && bates !== null) applied(edit({ bates: null }));
        }}
      >
        {words.stamp}
      </Checkbox>
      {!isOn && (
        <Checkbox
          isSelected={set.numbersPages}
          isDisabled={isDisabled}
          onChange={(numbersPages) => applied(edit({ numbersPages }))}
          description={words.pagesHelp}
        >
          {words.pages}
        </Checkbox>
      )}
      {!isOn && set.numbersPages && position}
      {isOn && (
        <>
          <div className="grid grid-cols-2 gap-2.5">
            <TextSetting
              label={words.prefix}
              value={now.prefix}
              placeholder={words.prefixPlaceholder}
              maxLength={maxPrefixLength}
              isRequired
              isDisabled={isDisabled}
              validate={(text) => (batesPrefixPattern.test(text) ? null : words.prefixInvalid)}
              onCommit={(prefix) => change({ prefix })}
            />
            <TextSetting
              label={words.suffix}
              value={now.suffix}
              placeholder={words.none}
              isDisabled={isDisabled || needsPrefix}
              validate={(text) => (batesSuffixPattern.test(text) ? null : words.suffixInvalid)}
              onCommit={(suffix) => change({ suffix })}
            />
            <TextSetting
              label={words.start}
              value={String(now.start)}
              maxLength={mostBatesDigits}
              isDisabled={isDisabled || needsPrefix}
              validate={(text) =>
                wholeNumber(text, 1, maxBatesNumber, words.startInvalid) ??
                (text.length > now.digits ? words.startTooLong(now.digits) : null)
              }
              onCommit={(text) => change({ start: Number(text) })}
            />
            <TextSetting
              label={words.digits}
              value={String(now.digits)}
              isDisabled={isDisabled || needsPrefix}
              validate={(text) => wholeNumber(text, leastBatesDigits, mostBatesDigits, words.digitsInvalid)}
              onCommit={(text) => change({ digits: Number(text) })}
            />
          </div>
          {needsPrefix ? (
            <Note>{words.prefixFirst}</Note>
          ) : (
            <p className="text-sm text-ink-soft">
              {ledger ? words.nextFree : words.printsAs}{' '}
              <output className="font-mono font-medium text-ink">
                {ledger?.nextFree === null ? words.noneLeft : formatBates(now, Math.max(now.start, nextFree))}
              </output>
            </p>
          )}
          {position}
        </>
      )}
    </Section>
  );
}
