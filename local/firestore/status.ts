/** Google's canonical status codes that this server answers with. `code` is gRPC's number, `http` its HTTP mapping. */
export const statuses = {
  OK: { code: 0, http: 200 },
  CANCELLED: { code: 1, http: 499 },
  INVALID_ARGUMENT: { code: 3, http: 400 },
  DEADLINE_EXCEEDED: { code: 4, http: 504 },
  NOT_FOUND: { code: 5, http: 404 },
  ALREADY_EXISTS: { code: 6, http: 409 },
  PERMISSION_DENIED: { code: 7, http: 403 },
  RESOURCE_EXHAUSTED: { code: 8, http: 429 },
  FAILED_PRECONDITION: { code: 9, http: 400 },
  ABORTED: { code: 10, http: 409 },
  UNIMPLEMENTED: { code: 12, http: 501 },
  INTERNAL: { code: 13, http: 500 },
  UNAUTHENTICATED: { code: 16, http: 401 },
} as const;

export type StatusName = keyof typeof statuses;

/** A request that fails the way Firestore would fail it. The message is what the client's error says. */
export class FirestoreError extends Error {
  readonly status: StatusName;

  constructor(status: StatusName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FirestoreError';
    this.status = status;
  }
}

export function invalidArgument(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}

export type ErrorBody = { error: { code: number; message: string; status: StatusName } };

/** Google's error body. A failure that is not ours to explain is INTERNAL without its message. */
export function toErrorBody(error: unknown): ErrorBody {
  const known = error instanceof FirestoreError;
  const status = known ? error.status : 'INTERNAL';
  const message = known ? error.message : 'The local Firestore failed; its log says why.';
  return { error: { code: statuses[status].http, message, status } };
}

/** `google.rpc.Status`, as batchWrite and a listener's removal carry it. */
export function toRpcStatus(error: unknown): { code: number; message: string } {
  const body = toErrorBody(error);
  return { code: statuses[body.error.status].code, message: body.error.message };
}
