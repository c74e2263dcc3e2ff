import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { appHeaders, appOrigin } from './content-security-policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * The file of the built window that a URL names.
 *
 * @param root folder of the built window
 * @param url an `app:` URL
 * @returns its full path, inside `root`; null for another host, and for a path that would lead outside
 * @example findBundleFile('/app/out/renderer', 'app://bundle/assets/main.js') // /app/out/renderer/assets/main.js
 */
export function findBundleFile(root: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'bundle') return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\\\0]/.test(path)) return null;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(resolve(root) + sep) ? file : null;
}

/** Serves the built window, and nothing outside its folder. */
export function createAppProtocol(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const file = findBundleFile(root, request.url);
    if (!file) return refused(404);
    try {
      // Reads inside the packaged archive too, which a file: URL would not keep to this folder.
      const bytes = await readFile(file);
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
        headers: { ...appHeaders, 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream' },
      });
    } catch {
      return refused(404);
    }
  };
}

function refused(status: number): Response {
  return new Response(null, { status, headers: appHeaders });
}

/** The window's page. */
export const appPage = `${appOrigin}/index.html`;
