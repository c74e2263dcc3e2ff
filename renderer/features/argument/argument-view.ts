/** How the argument is viewed; kept in the matter. */
export interface ArgumentView {
  readonly shows: 'chronology' | 'matrix';
  readonly words: string;
  readonly widths: Readonly<Record<string, number>>;
}

export const defaultView: ArgumentView = { shows: 'chronology', words: '', widths: {} };
