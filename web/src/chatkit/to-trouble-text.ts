import type { Trouble } from './ask-surely.ts';

/** What is said while an answer is waited for and the server is not heard. @param begun the answer has begun to come */
export function toTroubleText(trouble: Trouble | 'silent', begun = true): string {
  switch (trouble) {
    case 'offline':
      return begun
        ? 'You are offline. The answer is written on without this page, and shown when the connection is back.'
        : 'You are offline. The question is sent when the connection is back.';
    case 'unreachable':
      return begun
        ? 'The server is not heard. Waiting for it…'
        : 'The server is not reached yet. Trying again…';
    case 'silent':
      return 'The server has stopped writing. Ending the answer, so that you can ask again…';
  }
}
