/** The part of Electron's MessagePortMain that is used here; tests use Node's own port. */
export interface Port {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}
