/**
 * A line above a row with a few words on it, at its left: over the first column there is room between two rows. Above the
 * first row there is none where rows are low. Screen readers hear them with the row, from the caller.
 */
export function RowDivider({ words, top }: { words: string; top: number }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 z-1 flex h-0 items-center border-t-2 border-accent/60 pl-1.5"
      style={{ top }}
    >
      <span
        className={`border border-line bg-raised px-1.5 text-xs font-medium text-ink-soft ${
          top === 0
            ? 'translate-y-1.5 rounded-b-sm border-t-0 leading-3.5 compact:hidden'
            : 'rounded-sm leading-4'
        }`}
      >
        {words}
      </span>
    </div>
  );
}
