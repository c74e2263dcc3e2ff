import { Copy } from 'lucide-react';
import { showError } from '../../../client/index.ts';
import { DetailRow, IconButton, showToast } from '../../../ui/index.ts';
import { detailWords as words } from '../words.ts';

/** A hash of the original, with a button that copies it. */
export function CopiedHash({ name, value }: { name: string; value: string }) {
  return (
    <DetailRow name={name}>
      <span className="flex items-start gap-1">
        <code className="font-mono text-xs wrap-anywhere">{value}</code>
        <IconButton
          label={words.copy(name)}
          icon={<Copy />}
          size="small"
          onPress={() => {
            navigator.clipboard
              .writeText(value)
              .then(() => showToast({ message: words.copied(name) }), showError);
          }}
        />
      </span>
    </DetailRow>
  );
}
