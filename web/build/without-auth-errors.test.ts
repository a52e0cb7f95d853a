import { expect, test } from 'vitest';
import { keepErrors } from './without-auth-errors.ts';

test('of the errors of Firebase those of a custom token and its refresh stay', () => {
  const code = `const a = 1;
const SERVER_ERROR_MAP = {
    // Sign in with email.
    ["INVALID_PASSWORD" /* ServerError */]: "wrong-password" /* AuthErrorCode */,
    ["TOKEN_EXPIRED" /* ServerError */]: "user-token-expired" /* AuthErrorCode */,
    ["INVALID_REQ_TYPE" /* ServerError */]: "invalid-req-type" /* AuthErrorCode */
};
const b = {};
`;
  expect(keepErrors(code, 'auth.js')).toBe(`const a = 1;
const SERVER_ERROR_MAP = {
    ["TOKEN_EXPIRED" /* ServerError */]: "user-token-expired" /* AuthErrorCode */,
};
const b = {};
`);
});

test('a module without the map is not what the plugin was written for', () => {
  expect(() => keepErrors('const a = {};', 'auth.js')).toThrow('Firebase has changed');
});
