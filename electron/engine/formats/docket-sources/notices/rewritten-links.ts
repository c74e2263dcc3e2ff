/** Rewritten links may be rewritten again by the next mail server. */
const mostRewrites = 4;

/**
 * The address that a mail server's rewritten link leads to: those of Proofpoint, and any that carries the address in a parameter or at
 * the end of its path (Outlook, Google, Barracuda, Cisco, Sophos, Check Point and others). An address that is not rewritten, or whose
 * server alone knows where it leads (Mimecast), comes back as it is.
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
  // What a court's own address carries (the page to return to) is not where it leads.
  if (/(?:^|\.)(?:uscourts\.gov|fedcourts\.us)$/i.test(host)) return null;
  if (!/(?:^|\.)urldefense\.(?:com|us|proofpoint\.com)$/i.test(host))
    return inParameters(rest) ?? inPath(rest);
  const third = /^\/v3\/__(https?:.*?)__(?:;([\w-]*)|$)/is.exec(rest);
  if (third) return withMarks(third[1]!, third[2] ?? '');
  const second = new URLSearchParams(queryOf(rest)).get('u');
  return second === null ? null : decoded(second.replaceAll('_', '/').replaceAll('-', '%'));
}

const queryOf = (rest: string): string => rest.slice(rest.indexOf('?') + 1);

/** Plain, or in base64. */
function inParameters(rest: string): string | null {
  if (!rest.includes('?')) return null;
  for (const [, value] of new URLSearchParams(queryOf(rest)))
    for (const said of [value, Buffer.from(value, 'base64').toString('latin1')])
      if (/^https?:\/\/[!-~]+$/i.test(said)) return said;
  return null;
}

function inPath(rest: string): string | null {
  const escaped = /\/(https?%3a%2f%2f[^?#]+)/i.exec(rest)?.[1];
  if (escaped !== undefined) return decoded(escaped);
  const framed = /\/___(https?:\/.*?)___/i.exec(rest)?.[1];
  return framed === undefined ? null : withSlashes(framed);
}

/** Signs by which Proofpoint's third kind says how many marks stand together, from two on. */
const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Proofpoint's third kind has a star for each mark that it took out, or two and a sign for a run of them, and lists the marks behind. */
function withMarks(address: string, listed: string): string {
  const marks = Buffer.from(listed, 'base64').toString('utf8');
  let at = 0;
  const whole = address.replaceAll(/\*(?:\*(.))?/g, (star, sign?: string) => {
    const count = sign === undefined ? 1 : runLengths.indexOf(sign) + 2;
    const taken = marks.slice(at, at + count);
    at += count;
    return taken === '' ? star : taken;
  });
  return withSlashes(whole);
}

/** Some servers write one slash for the two behind the scheme. */
const withSlashes = (address: string): string => address.replace(/^(https?:\/)(?=[^/])/i, '$1/');

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A cut address does not decode; it is left as it is.
    return null;
  }
}
