/** Rewritten links may be rewritten again by the next mail server. */
const mostRewrites = 4;

/**
 * The address that a mail server's rewritten link leads to: Outlook's safe links, Proofpoint's, Google's. An address that is not
 * rewritten comes back as it is.
 *
 * @example originalLink('https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fecf.hid.uscourts.gov%2F&data=05')
 */
export function originalLink(address: string): string {
  let url = address.replace(/\s+/g, '').slice(0, 8_000);
  for (let time = 0; time < mostRewrites; time += 1) {
    const inner = innerLink(url);
    if (inner === null) break;
    url = inner;
  }
  return url;
}

function innerLink(url: string): string | null {
  const [, host = '', rest = ''] = /^https?:\/\/([^/?#]{1,200})(.*)$/is.exec(url) ?? [];
  if (/(?:^|\.)safelinks\.protection\.outlook\.com$/i.test(host)) return parameter(rest, 'url');
  if (/^(?:www\.)?google\.com$/i.test(host) && /^\/url\?/i.test(rest))
    return parameter(rest, 'q') ?? parameter(rest, 'url');
  if (!/(?:^|\.)urldefense\.(?:com|us|proofpoint\.com)$/i.test(host)) return null;
  const third = /^\/v3\/__(https?:.*?)__(?:;|$)/is.exec(rest);
  if (third) return third[1]!;
  const second = parameter(rest, 'u');
  return second === null ? null : decoded(second.replaceAll('_', '/').replaceAll('-', '%'));
}

function parameter(rest: string, name: string): string | null {
  const value = new URLSearchParams(rest.slice(rest.indexOf('?') + 1)).get(name);
  return value !== null && /^http/i.test(value) ? value : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A cut address does not decode; it is left as it is.
    return null;
  }
}
