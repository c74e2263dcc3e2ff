import { Dialog } from '../../../ui/index.ts';
import { helpWords as words } from '../words.ts';

/** The language of searches, by example; an example can be used with a click. */
export function SearchHelp(props: { onTry: (query: string) => void; onClose: () => void }) {
  return (
    <Dialog title={words.title} width="large" onClose={props.onClose}>
      <table className="w-full text-left">
        <thead>
          <tr className="text-sm text-ink-soft">
            <th scope="col" className="pb-1 font-medium">
              {words.example}
            </th>
            <th scope="col" className="pb-1 font-medium">
              {words.finds}
            </th>
          </tr>
        </thead>
        <tbody>
          {words.rows.map(([query, finds]) => (
            <tr key={query} className="border-t border-line align-baseline">
              <td className="py-1 pr-4">
                <button
                  type="button"
                  onClick={() => props.onTry(query)}
                  className="min-h-6 cursor-default rounded-sm px-1 text-left font-mono text-sm text-accent-text hover:underline"
                >
                  {query}
                </button>
              </td>
              <td className="py-1">{finds}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-soft">{words.notes}</p>
    </Dialog>
  );
}
