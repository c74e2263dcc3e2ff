import type { Document } from 'domhandler';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../../shared/errors/error-codes.ts';
import { elementsNamed, titleOf } from '../printed/html-text.ts';

interface Refusal {
  readonly code: ErrorCode;
  readonly says: RegExp;
  /** For error pages: what went wrong, in plain words. */
  readonly reason?: string;
}

/** What pages that are no dockets say, the more telling first. */
const refusals: readonly Refusal[] = [
  {
    code: 'DOCKET_SOURCE_RECEIPT',
    says: /accept (?:the )?charges|download confirmation|view document' button|you will be (?:billed|charged)|(?:pacer )?account will be (?:billed|charged)|(?:charge|fee|cost) for this (?:report|document|search|download|transaction)\b|total cost of this\b/,
  },
  { code: 'DOCKET_SOURCE_CLAIMS_REGISTER', says: /claims register|no claims found/ },
  {
    code: 'DOCKET_SOURCE_TIMED_OUT',
    says: /time-?d?[- ]?out\b|session (?:has )?(?:expired|ended)|temporarily (?:unavailable|interrupted)|service unavailable|connection (?:was |has been )?(?:reset|closed|interrupted|lost)|server is (?:currently |too )?busy|being processed,? please wait|report (?:was |has been )?(?:interrupted|terminated|aborted|cancell?ed)|exceeded the (?:time|maximum)/,
  },
  {
    code: 'DOCKET_SOURCE_RESTRICTED',
    says: /\b(?:case|document|image|docket|record|matter|page|entry)s? (?:\S+ )?(?:is|are) (?:under seal|sealed|restricted|not (?:available|accessible|open) (?:to|for) (?:the )?(?:general |non-?court |public )?(?:public\b|users?\b|viewing\b)|not publicly)|remote access to .{1,60} is limited|account (?:is|has been) (?:disabled|suspended|deactivated|locked)|has been (?:sealed|restricted)|access (?:is |to .{1,60} (?:is|was) )?(?:denied|restricted|forbidden)|not (?:have|been granted) (?:(?:sufficient|the necessary|any) )?(?:permission|access|privileges|rights)|not (?:authori[sz]ed|permitted|allowed) to|permission (?:is |was )?denied|this (?:sealed|restricted) (?:case|document)|403 forbidden|sealed case|restricted (?:case|document|access)/,
  },
  {
    code: 'DOCKET_SOURCE_NO_SUCH_CASE',
    says: /\b(?:case|document|page|entry|report|docket|file)\b.{0,60}\b(?:not found|does not exist|could not be found|cannot be found|was not found)|(?:there (?:are|is) )?no (?:such )?(?:documents?|cases?|docket entr(?:y|ies)|entr(?:y|ies)|records?|matching cases?|persons?|part(?:y|ies)|data|information|results?)\b.{0,30}\b(?:in this case|for this case|found|exist|match|available)|no match(?:es|ing)\b|\bcase\b.{0,60}\bnot in (?:the|our) (?:database|system)|has been (?:deleted|removed)\b|no such (?:case|document|report|page)|(?:not a valid|invalid) (?:case|document|page)|unable to (?:find|locate)|cannot find (?:the |this |that )?(?:case|document)|404 not found|document (?:.{0,40} )?(?:is )?(?:not|no longer|un)[- ]?available|no pdf document/,
  },
  {
    code: 'DOCKET_SOURCE_COURT_ERROR',
    says: /in the process of being opened/,
    reason: 'the case is still being opened',
  },
  {
    code: 'DOCKET_SOURCE_COURT_ERROR',
    says: /date must be|must be (?:a valid|less than|greater than|cv or cr)|case type was/,
    reason: 'the request had a value the site does not take',
  },
  {
    code: 'DOCKET_SOURCE_COURT_ERROR',
    says: /incomplete request|invalid request|bad request/,
    reason: 'the request was incomplete',
  },
  {
    code: 'DOCKET_SOURCE_COURT_ERROR',
    says: /unable to create|request(?:ed url)? was rejected|database (?:connection|error)|sqlstate/,
    reason: 'the report could not be made',
  },
  {
    code: 'DOCKET_SOURCE_COURT_ERROR',
    says: /maintenance|system is (?:down|unavailable|not available)|currently unavailable/,
    reason: 'the site is down for maintenance',
  },
];
/** A receipt over a button that goes on; without the button it stands below whatever was asked for. */
const isCharge = /transaction receipt.{0,600}\bcost:/;
const anError =
  /\b(?:internal server error|bad gateway|server error|an error (?:has )?occurred|error\s*:|software error|application error|unable to)/;
const askingForLogin =
  /\bpacer (?:service center )?(?:log-?in|login)\b.{0,400}\bpassword|\b(?:please |must |need to )log ?in\b|login (?:id|name)\b.{0,200}\bpassword|user ?name\b.{0,200}\bpassword|authentication (?:is )?(?:needed|required)|not (?:currently )?logged in|without logging in|(?:been |are )logged (?:out|off)|invalid (?:user ?name|login|password)|one-time pass(?:code|word)|multi-?factor authentication|enter your (?:pacer|login)/;
/** A page that says more is no message of the site. */
const longestMessage = 6_000;

/**
 * The error that names a page which is no docket.
 *
 * @param document the page
 * @param html the same, unread
 * @param text its text
 * @param name file name without folder
 */
export function refusalOf(document: Document, html: string, text: string, name: string): AppError {
  const said = `${titleOf(document)} ${text}`.slice(0, longestMessage).toLowerCase();
  const isOfCourt = /uscourts\.gov|cm\/?ecf|\bpacer\b/i.test(html.slice(0, 200_000));
  const inputs = elementsNamed(document, 'input').map(({ attribs }) =>
    (attribs['type'] ?? 'text').toLowerCase(),
  );
  const asksForPassword = inputs.includes('password');
  if (text === '' && inputs.every((type) => type === 'hidden'))
    return isOfCourt && isSentToLogin(html)
      ? new AppError('DOCKET_SOURCE_LOGIN_PAGE', { name })
      : new AppError('DOCKET_SOURCE_EMPTY', { name });
  const isMessage = text.length <= longestMessage && (isOfCourt || text.length < 600);
  const isClaims = isOfCourt && /claims register/.test(said);
  if (!isMessage && !isClaims && !(isOfCourt && asksForPassword))
    return new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });

  const hasButton = inputs.some((type) => /^(?:submit|button|image)$/.test(type));
  const found =
    refusals.find(({ says }) => says.test(said)) ??
    (hasButton && isOfCourt && isCharge.test(said) ? refusals[0] : undefined);
  if (asksForPassword || (isOfCourt && !found && askingForLogin.test(said)))
    return new AppError(isOfCourt ? 'DOCKET_SOURCE_LOGIN_PAGE' : 'DOCKET_SOURCE_NOT_RECOGNISED', { name });
  if (found)
    return new AppError(found.code, { name, ...(found.reason !== undefined && { reason: found.reason }) });
  if (anError.test(said))
    return new AppError('DOCKET_SOURCE_COURT_ERROR', {
      name,
      reason: 'no reason is given that can be told here',
    });
  if (!isOfCourt) return new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
  const asks =
    inputs.some((type) => type !== 'hidden' && type !== 'button') ||
    elementsNamed(document, 'select').length > 0;
  if (asks) return new AppError('DOCKET_SOURCE_QUERY_FORM', { name });
  return new AppError(isMenuAlone(text) ? 'DOCKET_SOURCE_EMPTY' : 'DOCKET_SOURCE_NOT_RECOGNISED', { name });
}

/** A page without text whose script leads on to the log-in. */
function isSentToLogin(html: string): boolean {
  return /login\.uscourts\.gov|csologin|login\.pl(?!\?logout)/i.test(html);
}

/** The bar of menus with nothing below it. */
function isMenuAlone(text: string): boolean {
  const rest = text.replace(
    /\b(?:c ?i ?vil|crimi ?n ?al|q ?uery|r ?eports|u ?tilities|sear ?c ?h|help|what's new|l ?og ?out|adversary|bankruptcy)\b/gi,
    '',
  );
  return rest.trim() === '';
}
