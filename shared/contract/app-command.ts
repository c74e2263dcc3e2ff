/** Something a person can ask of the window by menu, shortcut or command palette. */
export interface AppCommand {
  /** As the menu and the palette say it. */
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
  /** Whether it changes the matter, so that a matter opened to read only cannot do it. */
  readonly changesMatter?: true;
  /** Whether it can be done all the same in a review copy for notes and coding. */
  readonly isCommenting?: true;
}
