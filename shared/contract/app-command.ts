/** Something a person can ask of the window by menu, shortcut or command palette. */
export interface AppCommand {
  /** The wording in the menu and the palette. */
  readonly title: string;
  readonly menu:
    | 'File'
    | 'Edit'
    | 'View'
    | 'Go'
    | 'Evidence'
    | 'Docket'
    | 'Deadlines'
    | 'Exhibits'
    | 'Reader'
    | 'Notes'
    | 'Review'
    | 'Argument'
    | 'Help';
  /** Electron accelerator. */
  readonly accelerator?: string;
  /** Whether it makes sense only with a matter open. */
  readonly needsMatter?: true;
  /** Whether it changes the matter, so it is not available in a matter opened read-only. */
  readonly changesMatter?: true;
  /** Whether it is still available in a review copy for notes and coding. */
  readonly isCommenting?: true;
}
