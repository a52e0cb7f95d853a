import type { ErrorBody } from '@tallyboard/contract';

/** A request that was refused or did not get through; `body.message` is fit for a person. */
export class ApiError extends Error {
  readonly body: ErrorBody;
  constructor(body: ErrorBody, options?: ErrorOptions) {
    super(body.message, options);
    this.name = 'ApiError';
    this.body = body;
  }
}
