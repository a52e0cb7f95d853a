import type { Firestore } from '@google-cloud/firestore';
import type { Browser, Page } from 'playwright-core';
import type { ScriptInput } from '../local/gemini/script/script-schema.ts';
import { useOwnSystem } from './signed-in.ts';
import { type StackWithDatabase, startWithScript } from './start-stack.ts';

/** How each slow answer begins; "And here it ends." are its last words. */
export const begun = 'This answer is written slowly, ';
const rest = 'word by word, so that much can happen to it. And here it ends.';
const script: ScriptInput = {
  replies: [
    {
      when: { userText: 'for ever' },
      repeat: true,
      stream: [{ text: begun }, { wait: 25_000 }, { text: rest }],
    },
    { when: { userText: 'not at all' }, repeat: true, stream: [{ fault: { kind: 'http', status: 400 } }] },
    { when: { userText: 'at once' }, repeat: true, stream: [{ text: begun + rest }] },
    { repeat: true, stream: [{ text: begun }, { wait: 1_500 }, { text: rest, chunkSize: 8, everyMs: 30 }] },
  ],
};

/** A slow system for the tests of a file, and the page of an analyst who is signed in to it. */
export function useSlowStack() {
  let stack: StackWithDatabase;
  let browser: Browser;
  let page: Page;
  useOwnSystem(
    () => startWithScript(script),
    (opened, context) => {
      page = opened;
      ({ browser, system: stack } = context);
    },
  );
  return {
    get stack() {
      return stack;
    },
    get browser() {
      return browser;
    },
    get page() {
      return page;
    },
    log: () => page.getByRole('log', { name: 'Messages' }),
    box: () => page.getByRole('textbox', { name: 'Message' }),
  };
}

/** The turns of the open session, as the database has them. */
export async function readTurns(db: Firestore, page: Page) {
  const id = toConversationId(page);
  const { docs } = await db.collectionGroup('turns').get();
  const own = docs.filter((turn) => turn.get('conversationId') === id);
  return own.toSorted((a, b) => a.get('askedAt').toMillis() - b.get('askedAt').toMillis());
}

/** Each question of the open session with how it ended. */
export async function listTurns(db: Firestore, page: Page) {
  return (await readTurns(db, page)).map((turn) => [turn.get('question'), turn.get('status')]);
}

export function toConversationId(page: Page): string {
  return page.url().split('/c/')[1]?.split('#')[0] ?? '';
}
