import { useMatter, useReaderTarget } from '../../../client/index.ts';
import { Button, Dialog, useFirstRows } from '../../../ui/index.ts';
import { closeRedactionCheck } from './redaction-check-store.ts';
import { summaryOf, type RedactionReport } from './report-summary.ts';
import { redactionWords as words } from './words.ts';

/** Findings of a file shown at once; the rest by a button. */
const shownAtFirst = 100;

/** Words that look redacted and can still be copied, by file; a page opens in the reader. */
export function RedactionReportDialog({ report, others }: { report: RedactionReport; others: number }) {
  const told = report.items.filter(({ findings, problems }) => findings.length + problems.length > 0);
  return (
    <Dialog title={words.title} width="large" onClose={closeRedactionCheck}>
      <p role="status">{summaryOf(report, others)}</p>
      {told.map((item) => (
        <CheckedFile key={item.id} item={item} />
      ))}
    </Dialog>
  );
}

function CheckedFile({ item }: { item: RedactionReport['items'][number] }) {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const { id, title, findings, problems } = item;
  const { shown, list, showAll } = useFirstRows(findings, shownAtFirst);
  return (
    <section>
      <h3 className="pb-1 font-semibold wrap-anywhere" dir="auto">
        {title}
      </h3>
      {problems.map(({ message }) => (
        <p key={message} className="text-sm text-warning-ink">
          {message}
        </p>
      ))}
      {findings.length > 0 && (
        <ul ref={list} aria-label={title} className="flex flex-col text-sm">
          {shown.map(({ page, kind, text }, at) => (
            <li
              key={`${at} ${page}`}
              className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-3 border-t border-line py-1.5"
            >
              <Button
                variant="plain"
                size="small"
                aria-label={words.open(page, title)}
                onPress={() => {
                  closeRedactionCheck();
                  show({ source: { matterId, evidenceId: id }, title, page });
                }}
              >
                {words.page(page)}
              </Button>
              <span className="flex flex-col">
                <span data-selectable className="wrap-anywhere" dir="auto">
                  {text}
                </span>
                <span className="text-ink-soft">{words.kinds[kind]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {showAll && (
        <Button size="small" variant="quiet" onPress={showAll}>
          {words.showAll(findings.length)}
        </Button>
      )}
    </section>
  );
}
