import { useState } from 'react';
import { colorWords } from '../../../../shared/domain/evidence/color-words.ts';
import { termsOf } from '../../../../shared/domain/redaction/index.ts';
import type { EvidenceItem, TagColor } from '../../../../shared/model/evidence.ts';
import { Button, Checkbox, Dialog, ErrorLine, TextArea, buttonWords } from '../../../ui/index.ts';
import type { Redaction } from './use-redaction.ts';
import { redactWords as words } from './words.ts';

/** What is to be redacted. */
export type ItemToRedact = Pick<EvidenceItem, 'id' | 'title' | 'kind'>;

/** Asks what is removed from a copy of an item. What was entered stays while the copy is made, and is there again where that fails. */
export function RedactDialog({ item, redaction }: { item: ItemToRedact; redaction: Redaction }) {
  const { wishes, change, boxes, error } = redaction;
  const [isAsking, setIsAsking] = useState(false);
  const counts = [...Map.groupBy(boxes, ({ color }) => color)];
  const isEmpty = termsOf(wishes.words).length === 0 && !wishes.hasIdentifiers && wishes.colors.size === 0;
  const toggle = (color: TagColor, isChosen: boolean) => {
    const colors = new Set(wishes.colors);
    if (isChosen) colors.add(color);
    else colors.delete(color);
    change({ colors });
  };
  const save = async () => {
    if (isEmpty || isAsking) return;
    setIsAsking(true);
    await redaction.save(item);
    setIsAsking(false);
  };
  return (
    <Dialog
      title={words.title(item.title)}
      onClose={redaction.close}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={redaction.close}>{buttonWords.cancel}</Button>
          <Button variant="primary" type="submit" isDisabled={isEmpty || isAsking}>
            {words.save}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorLine>{error}</ErrorLine>}
      <p className="text-ink-soft">{words.help}</p>
      <TextArea
        label={words.terms}
        description={words.termsHelp}
        value={wishes.words}
        onChange={(text) => change({ words: text })}
        rows={5}
        autoFocus
      />
      <Checkbox
        isSelected={wishes.hasIdentifiers}
        onChange={(hasIdentifiers) => change({ hasIdentifiers })}
        description={words.identifiersHelp}
      >
        {words.identifiers}
      </Checkbox>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-semibold">{words.boxes}</legend>
        {item.kind !== 'pdf' ? (
          <p className="text-sm text-ink-soft">{words.notPdf}</p>
        ) : counts.length === 0 ? (
          <p className="text-sm text-ink-soft">{words.noBoxes}</p>
        ) : (
          counts.map(([color, own]) => (
            <Checkbox
              key={color}
              isSelected={wishes.colors.has(color)}
              onChange={(isChosen) => toggle(color, isChosen)}
            >
              {words.boxesOf(colorWords[color], own.length)}
            </Checkbox>
          ))
        )}
      </fieldset>
    </Dialog>
  );
}
