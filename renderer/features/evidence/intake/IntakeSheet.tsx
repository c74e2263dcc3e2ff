import { useEffect, useRef, useState } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import { formatCount, useViewState } from '../../../client/index.ts';
import { Dialog, TextField } from '../../../ui/index.ts';
import { useReadCollectedAt } from '../collection/collected-at.ts';
import { CollectedFields, notCollected } from '../collection/CollectedFields.tsx';
import { forgetAsked, takeIn, type IntakeOrigin, type KnownOrigin } from './intake-store.ts';
import { intakeWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

const remembered: { readonly custodian: string; readonly source: string; readonly by: string } = {
  custodian: '',
  source: '',
  by: '',
};
/** Names shown before the rest is counted. */
const namesShown = 6;

/** Asks whose the files were and where they came from, with what was answered last time filled in. */
export function IntakeSheet(props: {
  readonly matterId: string;
  readonly files: readonly GrantedFile[];
  readonly isFolder: boolean;
  readonly known: KnownOrigin | null;
}) {
  const [last, remember, isLoaded] = useViewState('evidence.intake', remembered);
  if (!isLoaded) return null;
  return (
    <OriginForm
      {...props}
      last={{
        custodian: last.custodian,
        source: last.source,
        // The same person collects again, but when, where and how differ each time.
        collected: { ...notCollected, by: last.by ?? '' },
      }}
      onRemember={(origin) => {
        const { custodian, source } = props.known ? last : origin;
        remember({ custodian, source, by: origin.collected.by });
      }}
    />
  );
}

interface OriginFormProps {
  readonly matterId: string;
  readonly files: readonly GrantedFile[];
  readonly isFolder: boolean;
  readonly known: KnownOrigin | null;
  readonly last: IntakeOrigin;
  readonly onRemember: (origin: IntakeOrigin) => void;
}

function OriginForm({ matterId, files, isFolder, known, last, onRemember }: OriginFormProps) {
  const [origin, setOrigin] = useState<IntakeOrigin>({ ...last, ...known });
  const at = useReadCollectedAt()(origin.collected.at);
  // Whose the last files were is suggested, and typed over.
  const custodian = useRef<HTMLInputElement>(null);
  useEffect(() => custodian.current?.select(), []);
  const isAsLast = !known && last.custodian !== '' && origin.custodian === last.custodian;
  const submit = () => {
    if (at === null) return;
    onRemember(origin);
    void takeIn(
      matterId,
      files.map(({ token }) => token),
      { ...origin, collected: { ...origin.collected, at } },
    );
  };
  const more = files.length - namesShown;
  return (
    <Dialog
      title={
        isFolder && files[0] ? intakeWords.folderTitle(files[0].name) : intakeWords.sheetTitle(files.length)
      }
      onClose={forgetAsked}
      onSubmit={submit}
      submitLabel={intakeWords.add}
      canSubmit={at !== null}
    >
      <ul
        aria-label={intakeWords.chosenFiles}
        className="flex flex-col gap-0.5 rounded-md bg-sunken px-3 py-2 text-sm"
      >
        {files.slice(0, namesShown).map(({ name, token }) => (
          <li key={token} className="truncate" title={name}>
            {name}
          </li>
        ))}
        {more > 0 && <li className="text-ink-soft">and {formatCount(more, 'more file', 'more files')}</li>}
      </ul>
      <TextField
        label={intakeWords.custodian}
        description={isAsLast ? intakeWords.custodianAsLast : intakeWords.custodianHelp}
        value={origin.custodian}
        onChange={(named) => setOrigin({ ...origin, custodian: named })}
        inputRef={custodian}
        maxLength={textLimits.evidence.custodian}
        autoFocus
      />
      <TextField
        label={intakeWords.source}
        description={intakeWords.sourceHelp}
        value={origin.source}
        onChange={(source) => setOrigin({ ...origin, source })}
        maxLength={textLimits.evidence.source}
      />
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{intakeWords.collection}</legend>
        <CollectedFields
          value={origin.collected}
          onChange={(collected) => setOrigin({ ...origin, collected })}
        />
      </fieldset>
      <p className="text-sm text-ink-soft">{intakeWords.kept}</p>
    </Dialog>
  );
}
