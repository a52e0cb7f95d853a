import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

export type LogOptions = {
  level: string;
  projectId: string;
};

export type Log = {
  logger: Logger;
  /** Runs `work` so that every line logged in it, however deep, carries the request's trace. */
  withTrace: <T>(headers: TraceHeaders, work: () => T) => T;
};

export type TraceHeaders = { traceparent?: string; cloudTraceContext?: string };

/** https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#logseverity */
const severities: Record<string, string> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

/**
 * One JSON object a line, in the form that Cloud Logging reads: `severity`, `message`, `time`, and the trace that joins the
 * lines of a request. Lines name users and turns by id; they never hold message text, answers or tokens.
 * Source: https://cloud.google.com/logging/docs/structured-logging
 */
export function createLog({ level, projectId }: LogOptions, destination?: DestinationStream): Log {
  const traces = new AsyncLocalStorage<string>();
  const options: LoggerOptions = {
    level,
    base: null,
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ severity: severities[label] ?? 'DEFAULT' }) },
    mixin: () => {
      const trace = traces.getStore();
      return trace ? { 'logging.googleapis.com/trace': `projects/${projectId}/traces/${trace}` } : {};
    },
    redact: { paths: ['authorization', '*.authorization', 'idToken', '*.idToken', 'token', '*.token'] },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    logger,
    withTrace: (headers, work) => {
      const trace = toTraceId(headers);
      return trace ? traces.run(trace, work) : work();
    },
  };
}

/** The 32 hexadecimal digits of a W3C `traceparent`, or of Google's older `X-Cloud-Trace-Context`. */
function toTraceId({ traceparent = '', cloudTraceContext = '' }: TraceHeaders): string | undefined {
  return (/^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent) ??
    /^([0-9a-f]{32})(?:\/|$)/.exec(cloudTraceContext))?.[1];
}
