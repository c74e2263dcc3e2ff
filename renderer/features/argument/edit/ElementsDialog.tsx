import { ChevronDown } from 'lucide-react';
import { missingOf, standardTests, testOfCourt } from '../../../../shared/domain/argument/standards.ts';
import type { Element } from '../../../../shared/model/argument.ts';
import { messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, MenuButton, buttonWords } from '../../../ui/index.ts';
import { elementWords as words, matrixWords } from '../words.ts';
import { ElementFields } from './ElementFields.tsx';
import { ElementLine } from './ElementLine.tsx';
import { useElementForm } from './use-element-form.ts';

interface ElementsDialogProps {
  readonly elements: readonly Element[];
  readonly onClose: () => void;
}

/** What must be shown, claim by claim: added one by one or as a test, renamed, moved, deleted. */
export function ElementsDialog({ elements, onClose }: ElementsDialogProps) {
  const { isReadOnly } = useMatter();
  const claims = [...Map.groupBy(elements, ({ claim }) => claim)];
  const names = claims.map(([claim]) => claim);
  const form = useElementForm(names);
  const { edited } = form;
  const list = (
    <>
      {elements.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      {claims.map(([claim, own]) => (
        <section key={claim} aria-label={claim} className="flex flex-col">
          <h3 className="border-b border-line pb-1 font-semibold wrap-anywhere">{claim}</h3>
          <ul>
            {own.map((element, at) => (
              <ElementLine
                key={element.id}
                element={element}
                before={own[at - 1] ?? null}
                after={own[at + 1] ?? null}
                afterNext={own[at + 2] ?? null}
                onEdit={edited ? null : () => form.edit(element)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
  if (isReadOnly)
    return (
      <Dialog title={words.title} width="large" onClose={onClose}>
        {list}
      </Dialog>
    );
  return (
    <Dialog
      title={words.title}
      width="large"
      onClose={onClose}
      onSubmit={form.save}
      isBusy={form.isBusy}
      footer={
        <>
          {edited ? (
            <Button onPress={() => form.edit(null)}>{buttonWords.cancel}</Button>
          ) : (
            <Button onPress={onClose}>{buttonWords.close}</Button>
          )}
          <Button variant="primary" type="submit" isDisabled={form.isBusy}>
            {edited ? words.save : words.add}
          </Button>
        </>
      }
    >
      {list}
      <Tests elements={elements} />
      <ElementFields
        title={edited ? words.edited : words.new}
        value={form.value}
        onChange={form.change}
        claims={names}
        isTried={form.isTried}
        nameRef={form.nameRef}
      />
      {form.error && <ErrorLine>{messageOf(form.error)}</ErrorLine>}
    </Dialog>
  );
}

/** Tests whose elements can be added at once, the matter's own circuit's first; what is there already is left out. */
function Tests({ elements }: { readonly elements: readonly Element[] }) {
  const { court } = useMatter();
  const add = useEngineMutation('argument.element.add', {
    undoMessage: (added) => words.added(added.length),
  });
  const own = testOfCourt(court);
  const offers = [...standardTests].map(([id, { name, title }]) => {
    const missing = missingOf(id, elements);
    return {
      id,
      name,
      title,
      isDisabled: add.isPending || missing.length === 0,
      onAction: () => add.mutate({ elements: missing }),
    };
  });
  const first = offers.filter(({ id }) => id === 'winter' || id === own);
  const otherTests = own ? matrixWords.otherTests : matrixWords.circuitTests;
  const others = offers.filter((offer) => !first.includes(offer));
  return (
    <div className="flex flex-wrap items-center gap-2">
      {first.map(({ id, title, isDisabled, onAction }) => (
        <Button key={id} size="small" isDisabled={isDisabled} onPress={onAction}>
          {matrixWords.addTest(title)}
        </Button>
      ))}
      <MenuButton
        label={otherTests}
        items={others.map(({ name, title: _title, ...item }) => ({ ...item, label: name }))}
      >
        <Button size="small" iconAfter={<ChevronDown aria-hidden className="text-ink-soft" />}>
          {otherTests}
        </Button>
      </MenuButton>
      <span className="text-sm text-ink-soft">{matrixWords.checkAuthority}</span>
    </div>
  );
}
