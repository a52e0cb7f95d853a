import type { Operation } from '../operation.ts';

/** An administrator has the SSO sign with its next key. */
export const rotateSsoKey: Operation = async (_body, context) => ({ keyId: await context.rotateSsoKey() });
