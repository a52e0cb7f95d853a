/** A request that Identity Toolkit refuses; `message` is its code, such as `USER_NOT_FOUND`, which the SDKs branch on. */
export class IdentityError extends Error {
  readonly status: 400 | 401 | 403 | 404;
  constructor(message: string, status: 400 | 401 | 403 | 404 = 400) {
    super(message);
    this.name = 'IdentityError';
    this.status = status;
  }
}

/** The body that Google answers with. */
export function toErrorBody(status: number, message: string) {
  return { error: { code: status, message, errors: [{ message, domain: 'global', reason: 'invalid' }] } };
}
