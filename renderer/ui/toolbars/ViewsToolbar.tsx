import type { ReactNode, Ref } from 'react';
import { SegmentedControl } from '../fields/Choices.tsx';
import { SearchField } from '../fields/Fields.tsx';

export interface ViewsToolbarProps<View extends string> {
  readonly label: string;
  /** Whether everything is in one row; else what narrows the list down has a row of its own. */
  readonly isWide: boolean;
  readonly viewsLabel: string;
  readonly views: readonly { readonly value: View; readonly label: string }[];
  readonly view: View;
  readonly onViewChange: (view: View) => void;
  readonly filterLabel: string;
  readonly filter: string;
  readonly onFilterChange: (filter: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Moves the keyboard on to what was found. */
  readonly onMoveOn: () => void;
  /** What else narrows the list down, beside the words. */
  readonly choices: ReactNode;
  /** What can be done. */
  readonly children: ReactNode;
}

/** The strip above a list that has several views: the view, what is shown in it, and what can be done. */
export function ViewsToolbar<View extends string>(props: ViewsToolbarProps<View>) {
  const { isWide } = props;
  return (
    <div role="group" aria-label={props.label} className="shrink-0 border-b border-line bg-surface">
      {/* The same in one row or two, so that what has the keyboard keeps it when the window is resized. */}
      <div className={`flex items-center gap-x-1.5 px-2.5 ${isWide ? 'h-11' : 'flex-wrap'}`}>
        <div
          className={`flex min-w-0 ${isWide ? '' : 'h-10 grow basis-0 items-center overflow-x-auto pt-1 [scrollbar-width:none]'}`}
        >
          <SegmentedControl
            label={props.viewsLabel}
            value={props.view}
            onChange={props.onViewChange}
            options={props.views}
          />
        </div>
        <div
          className={`flex min-w-0 items-center gap-1.5 ${isWide ? 'grow' : 'order-last min-h-10 basis-full flex-wrap gap-y-1 pb-1'}`}
        >
          <div className="flex min-w-28 grow basis-28">
            <SearchField
              label={props.filterLabel}
              value={props.filter}
              onChange={props.onFilterChange}
              inputRef={props.searchRef}
              onMoveOn={props.onMoveOn}
            />
          </div>
          {props.choices}
        </div>
        <div className={`flex items-center gap-1.5 ${isWide ? '' : 'h-10 pt-1'}`}>{props.children}</div>
      </div>
    </div>
  );
}
