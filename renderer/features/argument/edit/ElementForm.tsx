import { useId, useRef, useState } from 'react';
import type { Element } from '../../../../shared/model/argument.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, ErrorLine, TextField, buttonWords } from '../../../ui/index.ts';
import { elementWords as words } from '../words.ts';

interface ElementFormProps {
  /** The element to change; null to add one. */
  readonly element: Element | null;
  /** Claims that are listed, offered while one is typed. */
  readonly claims: readonly string[];
  readonly onDone: () => void;
}

const limits = textLimits.argument;

/** One element: its claim, what must be shown, and by which standard. */
export function ElementForm({ element, claims, onDone }: ElementFormProps) {
  const id = useId();
  const [claim, setClaim] = useState(element?.claim ?? claims.at(-1) ?? '');
  const [name, setName] = useState(element?.name ?? '');
  const [standard, setStandard] = useState(element?.standard ?? '');
  const [isTried, setIsTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const options = {
    errors: 'inline' as const,
    onSuccess: () => {
      setName('');
      setStandard('');
      setIsTried(false);
      onDone();
      nameField.current?.focus();
    },
  };
  const add = useEngineMutation('argument.element.add', { ...options, undoMessage: () => words.added(1) });
  const update = useEngineMutation('argument.element.update', {
    ...options,
    undoMessage: () => words.changed,
  });
  const error = add.error ?? update.error;
  const save = () => {
    setIsTried(true);
    if (claim.trim() === '' || name.trim() === '') return;
    if (
      [claim, name, standard].some(
        (text, at) => text.length > [limits.claim, limits.element, limits.standard][at]!,
      )
    )
      return;
    const fields = { claim, name, standard };
    if (element) update.mutate({ id: element.id, fields });
    else add.mutate({ elements: [fields] });
  };
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="flex flex-col gap-2.5 rounded-md border border-line bg-sunken/50 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 id={`${id}-title`} className="font-semibold">
        {element ? words.edit(element.name) : words.new}
      </h3>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <TextField
          label={words.claim}
          value={claim}
          onChange={setClaim}
          maxLength={limits.claim}
          list={`${id}-claims`}
          isRequired
          error={isTried && claim.trim() === '' ? words.claimMissing : null}
        />
        <TextField
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={limits.element}
          isRequired
          autoFocus={element !== null}
          inputRef={nameField}
          error={isTried && name.trim() === '' ? words.nameMissing : null}
        />
      </div>
      <datalist id={`${id}-claims`}>
        {claims.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextField label={words.standard} value={standard} onChange={setStandard} maxLength={limits.standard} />
      {error && <ErrorLine>{messageOf(error)}</ErrorLine>}
      <div className="flex justify-end gap-2">
        {element && <Button onPress={onDone}>{buttonWords.cancel}</Button>}
        <Button type="submit" isDisabled={add.isPending || update.isPending}>
          {element ? words.save : words.add}
        </Button>
      </div>
    </form>
  );
}
