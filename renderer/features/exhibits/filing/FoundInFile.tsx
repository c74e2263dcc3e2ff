import { CircleAlert, CircleHelp, Info, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { AsFiledFinding } from '../../../../shared/model/as-filed.ts';
import type { BuildOutputId } from '../../../../shared/model/common.ts';
import { useMatter, useReaderTarget } from '../../../client/index.ts';
import { Button, useFirstRows } from '../../../ui/index.ts';
import { filingWords } from './words.ts';

/** The sign of how grave something is, wherever findings are listed. */
export const findingIcons: Readonly<Record<AsFiledFinding['severity'], ReactNode>> = {
  error: <CircleAlert className="text-danger-ink" />,
  unchecked: <CircleHelp className="text-warning-ink" />,
  warning: <TriangleAlert className="text-warning-ink" />,
  info: <Info className="text-info-ink" />,
};

interface Found<Severity> {
  readonly severity: Severity;
  readonly message: string;
  /** The page it is on; null for none. */
  readonly page: number | null;
  /** What is told beneath: its source, or another page. */
  readonly under: string | null;
}

interface FoundInFileProps<Severity extends AsFiledFinding['severity']> {
  readonly title: string;
  /** Beside the title. */
  readonly badge?: ReactNode;
  readonly findings: readonly Found<Severity>[];
  /** The file of a build whose pages are shown, and what it is called; null where none can be. */
  readonly opens: { readonly outputId: BuildOutputId; readonly title: string } | null;
  readonly words: {
    /** For those who do not see its sign. */
    readonly severities: Readonly<Record<Severity, string>>;
    readonly page: (page: number) => string;
    readonly open: (page: number, file: string) => string;
  };
  /** Closes the dialog, where a page is shown. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Findings of a file shown at once; the rest by a button. */
const shownAtFirst = 20;

/** What was found in a file; a page opens in the reader. */
export function FoundInFile<Severity extends AsFiledFinding['severity']>(props: FoundInFileProps<Severity>) {
  const { title, badge, findings, opens, words, onClose, children } = props;
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const headingId = useId();
  const { shown, list, showAll } = useFirstRows(findings, shownAtFirst);
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1">
      <div className="flex items-start gap-3">
        <h3 id={headingId} className="min-w-0 grow font-semibold wrap-anywhere" dir="auto">
          {title}
        </h3>
        {badge}
      </div>
      {children}
      {shown.length > 0 && (
        <ul
          ref={list}
          data-selectable
          aria-labelledby={headingId}
          // Where no file can be opened: nothing in it can be pressed, so it takes the focus for scrolling.
          tabIndex={opens ? undefined : 0}
          className="flex flex-col"
        >
          {shown.map(({ severity, page, message, under }, at) => (
            <li
              key={`${at} ${message}`}
              className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-2 border-t border-line py-1.5"
            >
              <span className="mt-1 [&_svg]:size-4" role="img" aria-label={words.severities[severity]}>
                {findingIcons[severity]}
              </span>
              <span className="flex flex-col wrap-anywhere">
                <span>{message}</span>
                {under !== null && <span className="text-sm text-ink-soft">{under}</span>}
              </span>
              {page !== null && opens && (
                <Button
                  size="small"
                  aria-label={words.open(page, opens.title)}
                  onPress={() => {
                    onClose();
                    show({ source: { matterId, buildOutputId: opens.outputId }, title: opens.title, page });
                  }}
                >
                  {words.page(page)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {showAll && (
        <div>
          <Button size="small" variant="quiet" onPress={showAll}>
            {filingWords.more(findings.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
