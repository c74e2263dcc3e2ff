import { useState } from 'react';
import { isValidLabel } from '../../../../shared/domain/exhibit-label.ts';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog, TextField } from '../../../ui/index.ts';
import { editWords, words } from '../words.ts';

/** Changes an exhibit's title and label. The exhibit stays the same one, whatever it is called. */
export function ExhibitDialog({ exhibit, onClose }: { exhibit: Exhibit; onClose: () => void }) {
  const [title, setTitle] = useState(exhibit.title);
  const [label, setLabel] = useState(exhibit.label);
  const update = useEngineMutation('exhibits.update', {
    errors: 'inline',
    undoMessage: (saved) =>
      saved.label === exhibit.label
        ? `Renamed Exhibit ${saved.label}`
        : `Exhibit ${exhibit.label} is now Exhibit ${saved.label}`,
    onSuccess: onClose,
  });
  const isLabelWrong = label.trim() !== '' && !isValidLabel(label.trim());
  const fields = {
    ...(title.trim() !== exhibit.title && { title: title.trim() }),
    ...(label.trim() !== exhibit.label && { label: label.trim() }),
  };
  const canSave = title.trim() !== '' && label.trim() !== '' && !isLabelWrong;
  const submit = () => {
    if (!canSave) return;
    if (Object.keys(fields).length === 0) onClose();
    else update.mutate({ id: exhibit.id, fields });
  };
  const error = update.error ? messageOf(update.error) : null;
  return (
    <Dialog
      title={editWords.editTitle(exhibit.label)}
      width="small"
      onClose={onClose}
      onSubmit={submit}
      isBusy={update.isPending}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={!canSave || update.isPending}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label={words.title}
        description={editWords.titleHelp}
        value={title}
        onChange={setTitle}
        maxLength={300}
        isRequired
        autoFocus
      />
      <TextField
        label={words.label}
        value={label}
        onChange={setLabel}
        maxLength={20}
        isRequired
        error={isLabelWrong ? editWords.labelInvalid : error}
      />
    </Dialog>
  );
}
