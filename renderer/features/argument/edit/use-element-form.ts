import { useRef, useState } from 'react';
import type { Element, ElementFields } from '../../../../shared/model/argument.ts';
import { useEngineMutation } from '../../../client/index.ts';
import { elementWords as words } from '../words.ts';

/**
 * The drafts of a new element and of one being changed: editing one loses nothing of the other.
 *
 * @param claims those that are listed; a new element begins with the last
 */
export function useElementForm(claims: readonly string[]) {
  const [draft, setDraft] = useState<ElementFields>({ claim: claims.at(-1) ?? '', name: '', standard: '' });
  const [edited, setEdited] = useState<Element | null>(null);
  const [isTried, setIsTried] = useState(false);
  const nameRef = useRef<HTMLInputElement>(null);
  const edit = (element: Element | null) => {
    setEdited(element);
    setIsTried(false);
    nameRef.current?.focus();
  };
  const add = useEngineMutation('argument.element.add', {
    errors: 'inline',
    undoMessage: () => words.added(1),
    onSuccess: () => {
      setDraft({ ...draft, name: '', standard: '' });
      edit(null);
    },
  });
  const update = useEngineMutation('argument.element.update', {
    errors: 'inline',
    undoMessage: () => words.changed,
    onSuccess: () => edit(null),
  });
  const value: ElementFields = edited ?? draft;
  return {
    value,
    edited,
    edit,
    isTried,
    nameRef,
    isBusy: add.isPending || update.isPending,
    error: add.error ?? update.error,
    change: (change: Partial<ElementFields>) =>
      edited ? setEdited({ ...edited, ...change }) : setDraft({ ...draft, ...change }),
    save: () => {
      setIsTried(true);
      const { claim, name, standard } = value;
      if (claim.trim() === '' || name.trim() === '') return;
      const fields = { claim, name, standard };
      if (edited) update.mutate({ id: edited.id, fields });
      else add.mutate({ elements: [fields] });
    },
  };
}
