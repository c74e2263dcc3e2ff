export { Button, IconButton, type ButtonProps, type IconButtonProps } from './Button.tsx';
export {
  Checkbox,
  DateField,
  SearchField,
  Select,
  TextArea,
  TextField,
  type SelectProps,
  type TextFieldProps,
} from './Fields.tsx';
export { ConfirmDialog, Dialog, type DialogProps } from './Dialog.tsx';
export { ContextMenu, MenuButton, type MenuAction, type MenuEntry } from './Menu.tsx';
export {
  Badge,
  Banner,
  EmptyState,
  ErrorState,
  LoadingState,
  ProgressBar,
  Toolbar,
  type BadgeProps,
} from './States.tsx';
export { Kbd } from './Kbd.tsx';
export { SplitPane, type SplitPaneProps } from './SplitPane.tsx';
export { clearToasts, showToast, Toasts, type ToastMessage } from './Toasts.tsx';
export {
  DataTable,
  type Column,
  type ColumnWidths,
  type DataTableProps,
  type TableSort,
} from './table/DataTable.tsx';
export { DensityContext, type Density } from './density.tsx';
export { RadioGroup, SegmentedControl } from './Choices.tsx';
export { InlineField, type InlineFieldProps } from './InlineField.tsx';
export { NumberField, type NumberFieldProps } from './NumberField.tsx';
export { Tabs, type TabsProps } from './Tabs.tsx';
export { useWidth } from './use-width.ts';
export { positionAfterStep } from './table/reorder.ts';
