import type { Logger } from 'pino';
import { z } from 'zod';
import { CodedError } from '../coded-error.ts';

export type ViolationLogOptions = {
  logger: Logger;
  /** Lines of this instance in a minute; what comes beyond is counted in the next minute's first line. */
  maxPerMinute: number;
  now: () => Date;
};

/** Logs what a browser reports. Takes the body. Throws CodedError: malformed_json, invalid_request. */
export type ReportViolations = (body: string) => void;

/**
 * Reports of violations of the content security policy, as browsers send them to `report-uri`: one line each at severity
 * WARNING. Anyone can send one, so a line holds only what a report may say (no query, no words), and lines are few.
 * Source: https://www.w3.org/TR/CSP3/#deprecated-serialize-violation
 */
export function createViolationLog({ logger, maxPerMinute, now }: ViolationLogOptions): ReportViolations {
  let minute = 0;
  let lines = 0;
  let suppressed = 0;
  return (body) => {
    const violation = parseReport(body);
    const current = Math.floor(now().getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      lines = 0;
    }
    if (lines >= maxPerMinute) {
      suppressed += 1;
      return;
    }
    lines += 1;
    logger.warn({ ...violation, ...(suppressed > 0 && { suppressed }) }, 'Content security policy violated');
    suppressed = 0;
  };
}

const text = z.string().max(4_000).default('');
const reportSchema = z.object({
  'csp-report': z.object({
    'document-uri': text,
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'source-file': text,
    'line-number': z.number().int().optional(),
  }),
});

function parseReport(body: string) {
  const parsed = reportSchema.safeParse(parseJson(body));
  if (!parsed.success) throw new CodedError('invalid_request', 'The body is no report of a violation.');
  const report = parsed.data['csp-report'];
  const directive = report['effective-directive'] || report['violated-directive'];
  return {
    directive: /^[a-z-]{1,40}/.exec(directive)?.[0] ?? 'unknown',
    blocked: toSafeUrl(report['blocked-uri']),
    page: toSafeUrl(report['document-uri']),
    source: toSafeUrl(report['source-file']),
    line: report['line-number'],
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new CodedError('malformed_json', 'The body is not valid JSON.', { cause: error });
  }
}

/** A URL without query and fragment, or a keyword such as `inline`; nothing else. */
function toSafeUrl(value: string): string {
  if (/^[a-z-]{0,30}$/.test(value)) return value;
  if (!URL.canParse(value)) return 'other';
  const { protocol, host, pathname } = new URL(value);
  return host === '' ? protocol : `${protocol}//${host}${pathname}`.slice(0, 200);
}
