import { useState } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, runJob, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, RadioGroup, buttonWords } from '../../../ui/index.ts';
import { firstVolume } from '../builds/build-outputs.ts';
import { printWords as words } from '../words.ts';

interface PrintDialogProps {
  readonly set: ExhibitSet;
  readonly selected: readonly Exhibit[];
  readonly onClose: () => void;
}

type What = 'binder' | 'exhibit' | 'slipSheets' | 'tabs';

/** Hands the binder, one exhibit, the slip sheets or the list for tabs to the system to print. */
export function PrintDialog({ set, selected, onClose }: PrintDialogProps) {
  const { id: matterId } = useMatter();
  const [chosen, setChosen] = useState<What | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { data: builds } = useEngineQuery('exhibits.build.list', { matterId, setId: set.id });
  const [build] = builds ?? [];
  const [only] = selected;
  const binder = firstVolume(build);
  // Files are told apart by their labels, and once the set has changed a label may be another exhibit's.
  const file = build?.isCurrent
    ? build.outputs.find(({ role, label }) => role === 'exhibit' && label === only?.label)
    : undefined;
  // What was built is what is mostly wanted on paper, as long as it is the set as it stands.
  const what = chosen ?? (binder && build?.isCurrent ? 'binder' : 'slipSheets');
  const options = [
    ...(binder ? [{ value: 'binder' as const, ...words.binder(binder.volume) }] : []),
    ...(file && only ? [{ value: 'exhibit' as const, ...words.exhibit(only.label) }] : []),
    { value: 'slipSheets' as const, ...words.slipSheets },
    { value: 'tabs' as const, ...words.tabs },
  ];
  const print = async () => {
    setIsBusy(true);
    setProblem(null);
    try {
      const built = what === 'binder' ? binder : what === 'exhibit' ? file : undefined;
      if (built) await window.forthwith.print({ matterId, buildOutputId: built.id });
      else if (what === 'slipSheets' || what === 'tabs') {
        const target = await window.forthwith.saveFile('exhibits-print', words.fileName(set.name));
        if (!target) return;
        const written = { token: target.token };
        await runJob('exhibits.printSheets', { matterId, setId: set.id, sheets: what, target: written });
        await window.forthwith.print(written);
      }
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      title={words.title}
      width="small"
      onClose={onClose}
      onSubmit={() => builds && void print()}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" type="submit" isDisabled={isBusy || !builds}>
            {words.print}
          </Button>
        </>
      }
    >
      {builds && (
        <RadioGroup label={words.what} value={what} onChange={setChosen} options={options} autoFocus />
      )}
      {build && !build.isCurrent && <p className="text-sm text-ink-soft">{words.notCurrent(only?.label)}</p>}
      {builds && !build && <p className="text-sm text-ink-soft">{words.notBuilt}</p>}
      <p className="text-sm text-ink-soft">{words.how}</p>
      {problem !== null && <ErrorLine>{problem}</ErrorLine>}
    </Dialog>
  );
}
