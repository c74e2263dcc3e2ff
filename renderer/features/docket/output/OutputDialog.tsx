import { useState } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import {
  engineClient,
  formatCount,
  formatNumber,
  handOverToPrint,
  runJob,
  showError,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Button, Dialog, RadioGroup, buttonWords, showToast } from '../../../ui/index.ts';
import { outputWords as words } from '../words.ts';

/** Entries that may be written instead of the whole docket. */
export interface OutputChoice {
  /** Null where the docket is not in sight. */
  readonly shown: readonly DocketEntry['id'][] | null;
  readonly selected: readonly DocketEntry['id'][];
}

type Format = 'csv' | 'json' | 'pdf';
type Scope = 'all' | 'shown' | 'selected';

export interface OutputDialogProps {
  readonly kind: 'export' | 'print';
  readonly choice: OutputChoice;
  readonly onClose: () => void;
}

/** Writes the docket to a file, or hands it to the system to print: all of it, or what is shown or selected. */
export function OutputDialog({ kind, choice, onClose }: OutputDialogProps) {
  const { id: matterId, title } = useMatter();
  const { data } = useEngineQuery('docket.list', { matterId });
  const all = data?.length ?? 0;
  const shown = choice.shown ?? [];
  const isPart = shown.length > 0 && shown.length < all;
  const [format, setFormat] = useState<Format>(kind === 'print' ? 'pdf' : 'csv');
  const [scope, setScope] = useState<Scope>(isPart ? 'shown' : 'all');
  const count = (entries: number) => ` (${formatNumber(entries)})`;
  const scopes: readonly { readonly value: Scope; readonly label: string }[] = [
    { value: 'all', label: words.all + count(all) },
    ...(isPart ? [{ value: 'shown' as const, label: words.shown + count(shown.length) }] : []),
    ...(choice.selected.length > 0
      ? [{ value: 'selected' as const, label: words.selected + count(choice.selected.length) }]
      : []),
  ];
  const ids = scope === 'all' ? {} : { ids: [...(scope === 'shown' ? shown : choice.selected)] };

  const write = async () => {
    const name = words.fileName(title);
    const target = await window.forthwith.saveFile(
      kind === 'print' ? 'docket-print' : `docket-${format}`,
      name,
    );
    if (!target) return;
    onClose();
    const file = { token: target.token };
    if (kind === 'print') {
      const { pages } = await runJob('docket.print', { matterId, ...ids, target: file });
      await handOverToPrint(file, words.printed(formatCount(pages, 'page')));
    } else if (format === 'pdf') {
      const { pages } = await runJob('docket.print', { matterId, ...ids, target: file });
      showToast({ message: words.exportedPdf(formatCount(pages, 'page'), target.name) });
    } else {
      const { entries } = await engineClient['docket.export']({ matterId, format, ...ids, target: file });
      showToast({ message: words.exported(formatCount(entries, 'entry', 'entries'), target.name) });
    }
  };

  return (
    <Dialog
      title={kind === 'print' ? words.printTitle : words.exportTitle}
      width="small"
      onClose={onClose}
      onSubmit={() => void write().catch(showError)}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" type="submit" autoFocus>
            {kind === 'print' ? words.print : words.export}
          </Button>
        </>
      }
    >
      {kind === 'export' && (
        <RadioGroup
          label={words.format}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'csv', label: words.csv, description: words.csvHelp },
            { value: 'json', label: words.json, description: words.jsonHelp },
            { value: 'pdf', label: words.pdf, description: words.pdfHelp },
          ]}
        />
      )}
      {scopes.length > 1 ? (
        <RadioGroup label={words.entries} value={scope} onChange={setScope} options={scopes} />
      ) : (
        <p className="text-ink-soft">{formatCount(all, 'entry', 'entries')}</p>
      )}
    </Dialog>
  );
}
