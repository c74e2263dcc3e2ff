import { app, protocol, session, type WebContents } from 'electron/main';
import { appOrigin } from './protocol/content-security-policy.ts';
import { isMailPage } from './protocol/matter-protocol.ts';

/** What a window may ask for; everything else is cancelled before it reaches the network. */
const ownSchemes: ReadonlySet<string> = new Set(['app:', 'matter:', 'blob:', 'data:']);

/**
 * Sets what must be in place before the app is ready: schemes, sandbox, no network.
 *
 * @throws when the app is ready already
 */
export function hardenProcess(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: 'matter',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
    },
  ]);
  // enableSandbox strips --no-sandbox, and where that was given (as root) no child process would then start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Chromium's own background work: updates of components, reports, prefetching. And no name resolves to anything.
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Nothing is ever loaded from the network, so its service needs no process of its own.
  const features = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch(
    'enable-features',
    [...(features === '' ? [] : [features]), 'NetworkServiceInProcess2'].join(','),
  );
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

/** Denies permissions and cancels every request that would leave the app. */
export function hardenSession(): void {
  const target = session.defaultSession;
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The dictionary would come from the network.
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest(({ url }, answer) => {
    const { protocol: scheme } = new URL(url);
    const isOwn = ownSchemes.has(scheme) || (scheme === 'devtools:' && !app.isPackaged);
    answer({ cancel: !isOwn });
  });
}

/** A page never navigates, opens no window and embeds no other page, except mails in frames that the window itself made. */
function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const isOwn = event.isMainFrame
      ? isOwnPage(event.url)
      : isMailPage(event.url) && isOwnPage(event.initiator?.url ?? '');
    if (!isOwn) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Whether a URL is of the window's own origin. Parsed, not compared as text: `app://bundle.evil` is another host. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol: scheme, host } = new URL(url);
    return `${scheme}//${host}` === appOrigin;
  } catch {
    return false;
  }
}
