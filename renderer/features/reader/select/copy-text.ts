/** Puts a text on the clipboard. Pages may not use the clipboard's own interface here: no permission is ever granted. */
export function copyText(text: string): void {
  const hear = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', hear, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', hear);
}
