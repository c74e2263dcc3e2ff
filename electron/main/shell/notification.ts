import { Notification, type BrowserWindow } from 'electron/main';
import { channels } from '../../../shared/contract/channels.ts';
import type { CommandId } from '../../../shared/contract/commands.ts';
import { systemText } from '../../../shared/domain/system-text.ts';

export interface ReminderNotification {
  readonly title: string;
  readonly body: string;
  /** What the window does when the notification is chosen. */
  readonly command: CommandId;
}

/** Notifications on screen: an unreferenced one may be garbage-collected before it is chosen. */
const shown = new Set<Notification>();

/** Shows a system notification where the system has them; choosing it brings the window forward. */
export function showNotification(
  window: BrowserWindow,
  { title, body, command }: ReminderNotification,
): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: systemText(title), body });
  shown.add(notification);
  notification.once('close', () => shown.delete(notification));
  notification.once('click', () => {
    shown.delete(notification);
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.webContents.send(channels.command, command);
  });
  notification.show();
}
