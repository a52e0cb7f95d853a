/** BigQuery's error reasons that this server gives. https://cloud.google.com/bigquery/docs/error-messages */
export type ErrorReason =
  | 'invalid'
  | 'invalidQuery'
  | 'notFound'
  | 'duplicate'
  | 'bytesBilledLimitExceeded'
  | 'resourcesExceeded'
  | 'responseTooLarge'
  | 'stopped'
  | 'backendError';

/** A failure in BigQuery's words. `location` is what BigQuery calls it: "query", a parameter, a field. */
export class QueryError extends Error {
  readonly reason: ErrorReason;
  readonly location: string | null;
  constructor(reason: ErrorReason, message: string, options: ErrorOptions & { location?: string } = {}) {
    super(message, options);
    this.name = 'QueryError';
    this.reason = reason;
    this.location = options.location ?? null;
  }
}

/** The same inside a query text; `at` is an offset that `toQueryError` turns into BigQuery's `[line:column]`. */
export class PlacedError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'PlacedError';
    this.at = at;
  }
}

/** A form or function of GoogleSQL that is not on the tested list, so that it is refused by name. */
export function unsupported(what: string, at: number): PlacedError {
  return new PlacedError(`Not supported by the local BigQuery server: ${what}`, at);
}

export function toQueryError(sql: string, error: PlacedError): QueryError {
  const before = sql.slice(0, error.at).split('\n');
  const place = `[${before.length}:${(before.at(-1)?.length ?? 0) + 1}]`;
  return new QueryError('invalidQuery', `${error.message} at ${place}`, { location: 'query', cause: error });
}
