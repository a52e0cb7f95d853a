import { toErrorProto } from './operations/job-resource.ts';
import type { ErrorReason } from './query-error.ts';

/** HTTP status by reason. https://cloud.google.com/bigquery/docs/error-messages#errortable */
const statuses: Record<ErrorReason, 400 | 403 | 404 | 409 | 500> = {
  invalid: 400,
  invalidQuery: 400,
  notFound: 404,
  duplicate: 409,
  bytesBilledLimitExceeded: 400,
  resourcesExceeded: 400,
  responseTooLarge: 403,
  stopped: 400,
  backendError: 500,
};

/** The status and body of a failed request, in the shape that Google's clients read. */
export function toErrorResponse(error: unknown) {
  const proto = toErrorProto(error);
  const status = isReason(proto.reason) ? statuses[proto.reason] : 500;
  return { status, body: toErrorBody(status, proto.reason, proto.message, proto) };
}

export function toErrorBody(code: number, reason: string, message: string, extra: object = {}) {
  return {
    error: {
      code,
      message,
      errors: [{ domain: 'global', reason, message, ...extra }],
      status: toStatusName(code),
    },
  };
}

function isReason(reason: string): reason is ErrorReason {
  return reason in statuses;
}

function toStatusName(code: number): string {
  const names: Record<number, string> = {
    400: 'INVALID_ARGUMENT',
    401: 'UNAUTHENTICATED',
    403: 'PERMISSION_DENIED',
    404: 'NOT_FOUND',
    409: 'ALREADY_EXISTS',
  };
  return names[code] ?? 'INTERNAL';
}
