import { CircleAlert, CircleHelp, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AsFiledFinding } from '../../../../shared/model/as-filed.ts';
import { Button } from '../../../ui/index.ts';

const icons: Readonly<Record<AsFiledFinding['severity'], ReactNode>> = {
  error: <CircleAlert className="text-danger-ink" />,
  unchecked: <CircleHelp className="text-warning-ink" />,
  warning: <TriangleAlert className="text-warning-ink" />,
  info: <Info className="text-info-ink" />,
};

interface FindingLineProps {
  readonly severity: AsFiledFinding['severity'];
  /** Its severity in words, for those who do not see its sign. */
  readonly severityName: string;
  readonly message: string;
  /** What is told beneath: its source, or another page. */
  readonly under: string | null;
  /** The page it is on, where that can be opened: as it is shown, and its name in full. */
  readonly page: { readonly label: string; readonly name: string; readonly onOpen: () => void } | null;
}

/** Something found in a file: in a list of them. */
export function FindingLine({ severity, severityName, message, under, page }: FindingLineProps) {
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-2 border-t border-line py-1.5">
      <span className="mt-1 [&_svg]:size-4" role="img" aria-label={severityName}>
        {icons[severity]}
      </span>
      <span className="flex flex-col wrap-anywhere">
        <span>{message}</span>
        {under !== null && <span className="text-sm text-ink-soft">{under}</span>}
      </span>
      {page && (
        <Button size="small" aria-label={page.name} onPress={page.onOpen}>
          {page.label}
        </Button>
      )}
    </li>
  );
}
