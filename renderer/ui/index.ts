export { Button, IconButton, LinkButton, WhyReadOnly } from './Button.tsx';
export { Checkbox, DateField, SearchField, Select, TextArea, TextField } from './fields/Fields.tsx';
export { RemovableChips } from './filters/RemovableChips.tsx';
export { FilterChoice, FilterSection, YesNoFilter } from './filters/FilterChoice.tsx';
export { chipsOf, toggled, yesNoChip, type FilterChip } from './filters/filter-chips.ts';
export { FilterPopover, PopoverButton } from './PopoverButton.tsx';
export { DayPicker } from './fields/DayPicker.tsx';
export { DetailsPane } from './details/DetailsPane.tsx';
export { DetailRow } from './details/DetailRow.tsx';
export { ConfirmDialog, Dialog, SubmitButtons } from './dialogs/Dialog.tsx';
export { hasHalfFilledDialog, OwnEntries, useEntry } from './dialogs/entries.ts';
export { ContextMenu, MenuButton, MoreMenu, type MenuEntry } from './Menu.tsx';
export {
  Badge,
  Banner,
  EmptyState,
  ErrorLine,
  ErrorState,
  LoadingState,
  ProgressBar,
  WarningLine,
  type BadgeProps,
} from './States.tsx';
export { Kbd } from './Kbd.tsx';
export { createStore, type Store } from './store.ts';
export { ScrolledTable } from './table/ScrolledTable.tsx';
export { SelectionStrip, StripButton } from './toolbars/SelectionStrip.tsx';
export { SplitPane } from './SplitPane.tsx';
export { clearToasts, showToast, Toasts } from './Toasts.tsx';
export {
  DataTable,
  type Column,
  type ColumnWidths,
  type ListPlace,
  type TableHandle,
  type TreePlace,
} from './table/DataTable.tsx';
export { DensityContext } from './density.tsx';
export { RadioGroup, SegmentedControl } from './fields/Choices.tsx';
export { InlineField, type InlineFieldProps } from './fields/InlineField.tsx';
export { useDraft } from './fields/use-draft.ts';
export { MomentField, type MomentFieldProps } from './fields/MomentField.tsx';
export {
  bringBack,
  findInSight,
  useFocusBrought,
  useFocusInArea,
  useFocusInReader,
  useFocusKept,
} from './use-focus-kept.ts';
export { NumberField, type NumberFieldProps } from './fields/NumberField.tsx';
export { Tabs, type TabsProps } from './Tabs.tsx';
export { Unasked, useUnaskedHeld } from './dialogs/Unasked.tsx';
export { tooLong } from './fields/too-long.ts';
export { hasUnkept, leaveAll, useOnLeave, useUnkept } from './use-on-leave.ts';
export { useFirstRows } from './use-first-rows.ts';
export { useWidth } from './use-width.ts';
export { positionAfterStep } from './table/reorder.ts';
export { treeProps } from './table/tree.ts';
export { useListPlace } from './table/use-list-place.ts';
export { useRowPointer } from './table/use-row-pointer.ts';
export { useTableKeys } from './table/use-table-keys.ts';
export { chooseWhatComes, useTableSelection } from './table/use-table-selection.ts';
export type { SelectMode } from './table/selection.ts';
export { buttonWords } from './words.ts';
export { optionsOf } from './fields/options-of.ts';
export { newPassphraseErrors, NewPassphraseFields, type NewPassphrase } from './fields/NewPassphrase.tsx';
export { LinkField } from './fields/LinkField.tsx';
export { ListFooter } from './toolbars/ListFooter.tsx';
export { Toolbar } from './toolbars/Toolbar.tsx';
export { ViewsToolbar, type ViewsToolbarProps } from './toolbars/ViewsToolbar.tsx';
