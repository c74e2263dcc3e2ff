/** The window's own origin. */
export const appOrigin = 'app://bundle';

/**
 * The text of the one style element that react-aria's press handling puts into the page (touch behavior of buttons).
 * Its hash is in the policy, so that no other style can be put there.
 */
export const pressableStyle = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;

/** SHA-256 of `pressableStyle`, as a CSP source. */
export const pressableStyleHash = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

/**
 * What the window may load and run: what the app ships, and the originals of open matters, mails among them as pages in frames
 * that run nothing. Nothing inline, no eval.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${pressableStyleHash}'`,
  "img-src 'self' blob: data: matter:",
  "font-src 'self'",
  "connect-src 'self' matter:",
  'media-src matter:',
  // Mails only: see `mailHeaders`, and `hardenContents` for what may be shown in a frame.
  'frame-src matter:',
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** On every answer of the app's own protocol. */
export const appHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** On every answer with an original's bytes: whatever they are, they are shown and never run. */
export const originalHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': appOrigin,
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Accept-Ranges': 'bytes',
};

/**
 * On every page that is a mail. The HTML is already safe; this is the second line of defense: nothing runs, nothing is loaded from
 * anywhere, no form is sent, and only the window may frame it. Styles are in the mail's own elements.
 */
export const mailHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${appOrigin}`,
    'sandbox',
  ].join('; '),
  'Content-Type': 'text/html; charset=utf-8',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
