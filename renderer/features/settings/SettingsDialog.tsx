import { useState } from 'react';
import type { Settings } from '../../../shared/model/settings.ts';
import { messageOf, useEngineMutation, useRunCommand } from '../../client/index.ts';
import {
  Button,
  Checkbox,
  Dialog,
  OwnEntries,
  ErrorLine,
  Select,
  TextField,
  buttonWords,
} from '../../ui/index.ts';
import { updateSettings, useSettings } from './use-settings.ts';
import { settingsWords as words } from './words.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';

/** Who acts, and how the window looks. Appearance changes at once, so that it can be judged. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useSettings();
  const [person, setPerson] = useState(settings.person);
  const save = useEngineMutation('settings.update', { errors: 'inline', onSuccess: onClose });
  const run = useRunCommand();
  const openKeys = () => {
    updateSettings({ person });
    void run('help.shortcuts');
  };
  const set = (patch: Partial<Settings['person']>) => setPerson((before) => ({ ...before, ...patch }));

  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => save.mutate({ patch: { person } })}
      isBusy={save.isPending}
      submitLabel={buttonWords.save}
    >
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-semibold">{words.person}</legend>
        <p className="text-ink-soft">{words.personHelp}</p>
        <TextField
          label={words.name}
          value={person.name}
          onChange={(name) => set({ name })}
          maxLength={textLimits.person.name}
          autoFocus
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={words.role}
            value={person.role}
            onChange={(role) => set({ role })}
            maxLength={textLimits.person.role}
            placeholder={words.rolePlaceholder}
          />
          <TextField
            label={words.barNumber}
            value={person.barNumber}
            onChange={(barNumber) => set({ barNumber })}
            maxLength={textLimits.person.barNumber}
          />
        </div>
      </fieldset>
      {/* These are kept at once. */}
      <OwnEntries value={null}>
        <fieldset className="flex flex-col gap-3 border-t border-line pt-3.5">
          <legend className="sr-only">{words.appearance}</legend>
          <p aria-hidden className="font-semibold">
            {words.appearance}
          </p>
          <div className="grid grid-cols-2 gap-3">
            <Select
              label={words.theme}
              value={settings.theme}
              onChange={(theme) => updateSettings({ theme })}
              options={words.themes}
            />
            <Select
              label={words.density}
              value={settings.density}
              onChange={(density) => updateSettings({ density })}
              options={words.densities}
            />
            <Select
              label={words.size}
              value={String(settings.sizePercent)}
              onChange={(percent) => updateSettings({ sizePercent: Number(percent) })}
              options={words.sizes}
            />
          </div>
        </fieldset>
        <fieldset className="flex flex-col gap-3 border-t border-line pt-3.5">
          <legend className="sr-only">{words.verification}</legend>
          <Select
            label={words.verifyEvery}
            value={String(settings.verifyEveryDays)}
            onChange={(days) => updateSettings({ verifyEveryDays: Number(days) })}
            options={words.verifyEveryDays}
          />
        </fieldset>
        <fieldset className="flex flex-col gap-2 border-t border-line pt-3.5">
          <legend className="sr-only">{words.keyboard}</legend>
          <p aria-hidden className="font-semibold">
            {words.keyboard}
          </p>
          <Checkbox
            isSelected={settings.hasSingleKeys}
            onChange={(hasSingleKeys) => updateSettings({ hasSingleKeys })}
            description={words.singleKeysHelp}
          >
            {words.singleKeys}
          </Checkbox>
          <div className="flex items-center justify-between gap-3">
            <p className="text-ink-soft">{words.keyboardHelp}</p>
            <Button onPress={openKeys}>{words.keyboardOpen}</Button>
          </div>
        </fieldset>
      </OwnEntries>
      {save.error && <ErrorLine>{messageOf(save.error)}</ErrorLine>}
    </Dialog>
  );
}
