/** Canonical status names by HTTP code, as `google.rpc.Code` maps them. */
const statusNames: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const defaultMessages: Record<number, string> = {
  429: 'Resource has been exhausted (e.g. check quota).',
  500: 'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
  503: 'The model is overloaded. Please try again later.',
  504: 'Deadline expired before operation could complete.',
};

export type FieldViolation = { field: string; description: string };
export type GoogleErrorBody = {
  error: { code: number; message: string; status: string; details?: Record<string, unknown>[] };
};

/** A request that is refused, in Google's words where they are known. */
export class GoogleError extends Error {
  readonly code: number;
  readonly details: Record<string, unknown>[];
  constructor(code: number, message?: string, details: Record<string, unknown>[] = []) {
    super(message ?? defaultMessages[code] ?? 'Unknown error.');
    this.name = 'GoogleError';
    this.code = code;
    this.details = details;
  }
}

/** A 400 that names each field at fault, as Google's JSON parser does. */
export function toBadRequest(violations: FieldViolation[]): GoogleError {
  const message = violations.map((violation) => violation.description).join('\n');
  return new GoogleError(400, message, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

export function toErrorBody(error: GoogleError): GoogleErrorBody {
  const { code, message, details } = error;
  const status = statusNames[code] ?? 'UNKNOWN';
  return { error: { code, message, status, ...(details.length > 0 && { details }) } };
}
