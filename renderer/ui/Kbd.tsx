/** Keys to press, each shown as a keycap. */
export function Kbd({ keys, isInverted = false }: { keys: readonly string[]; isInverted?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={`min-w-4.5 rounded-sm border px-1 text-center font-sans text-xs leading-4 ${
            isInverted ? 'border-surface/40 text-surface' : 'border-line bg-sunken text-ink-soft'
          }`}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
