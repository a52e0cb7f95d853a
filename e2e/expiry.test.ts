/// <reference lib="dom" />
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import { findProblemsInEveryLook } from './find-problems.ts';
import { ask, send, waitForAnswer } from './person.ts';
import { begun, listTurns, readTurns, toConversationId, useSlowStack } from './slow-stack.ts';

describe('the page bears', () => {
  const slow = useSlowStack();
  const { log, box } = slow;

  it('a token that runs out while it is written: a new one is fetched', async () => {
    await slow.page.addInitScript(skewClock, 0);
    await slow.page.goto(slow.stack.url);
    await send(slow.page, 'Answer slowly while the token runs out');
    await log().getByText(begun.trim()).waitFor();
    await slow.page.evaluate('window.clockAhead = 2 * 3_600_000');
    await waitForAnswer(slow.page);
    await log().getByText('And here it ends.').waitFor();
    const renewed = slow.page.waitForResponse((reply) => reply.url().includes('securetoken'));
    await ask(slow.page, 'Answer at once with the new token');
    expect((await renewed).status()).toBe(200);
    expect((await listTurns(slow.stack.db, slow.page)).map(([, status]) => status)).toEqual([
      'completed',
      'completed',
    ]);
  });

  it('a sign-in that is over: the question is still there after signing in again', async () => {
    await slow.page.evaluate('window.clockAhead = 4 * 3_600_000');
    const refusal = { error: { code: 400, message: 'TOKEN_EXPIRED', status: 'INVALID_ARGUMENT' } };
    await slow.page.route('**/securetoken.googleapis.com/**', (route) =>
      route.fulfill({ status: 400, json: refusal }),
    );
    await box().fill('What I was about to ask');
    await slow.page.getByRole('button', { name: 'Send' }).click();
    await slow.page.getByRole('heading', { name: 'Your session has expired' }).waitFor();
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    await slow.page.unroute('**/securetoken.googleapis.com/**');
    const conversation = slow.page.url();
    await slow.page.getByRole('button', { name: 'Sign in with inventory account' }).click();
    await log().getByText('Answer at once with the new token').waitFor();
    expect(slow.page.url()).toBe(conversation);
    expect(await box().inputValue()).toBe('What I was about to ask');
    await box().fill('');
  });

  it('a session that has expired: it is not found by its link before it is removed', async () => {
    await slow.page.goto(slow.stack.url);
    await ask(slow.page, 'Answer at once, and expire');
    await log().getByText('And here it ends.').waitFor();
    const id = toConversationId(slow.page);
    const sessions = (await slow.stack.db.collectionGroup('conversations').get()).docs;
    const own = sessions.filter((session) => session.id === id);
    const stored = [...own, ...(await readTurns(slow.stack.db, slow.page))];
    expect(stored).toHaveLength(2);
    const expiresAt = Timestamp.fromMillis(Date.now() - 3_600_000);
    await Promise.all(stored.map(({ ref }) => ref.update({ expiresAt })));
    await slow.page.reload();
    await slow.page
      .getByText(/no such session|not found|does not exist/i)
      .first()
      .waitFor();
    expect(await slow.page.getByText('And here it ends.').count()).toBe(0);
  });

  it.each([
    ['an hour', 3_600_000, 49],
    ['forty days', 40 * 86_400_000, 48],
  ])(
    'a clock that is %s ahead: sign-in, sessions, also deleted ones, times and what is left of the hour are right',
    async (_, aheadMs, left) => {
      const context = await slow.browser.newContext({ viewport: { width: 1440, height: 900 } });
      const skewed = await context.newPage();
      await skewed.addInitScript(skewClock, aheadMs);
      await skewed.goto(slow.stack.url);
      await skewed.getByRole('button', { name: 'Sign in with inventory account' }).click();
      await skewed.getByRole('button', { name: 'Maya Lindqvist' }).click();
      await skewed.getByRole('textbox', { name: 'Message' }).waitFor();
      await ask(skewed, 'Answer at once');
      await skewed.getByRole('log', { name: 'Messages' }).getByText('And here it ends.').waitFor();
      await skewed.getByText(`${left} of 50 queries left this hour`).waitFor();
      const sessions = skewed.getByRole('navigation', { name: 'Saved sessions' });
      await sessions.getByRole('link', { name: 'Answer at once' }).first().waitFor();
      await sessions.getByRole('heading', { name: 'Today' }).waitFor();
      await skewed.reload();
      await skewed.getByRole('log', { name: 'Messages' }).getByText('And here it ends.').waitFor();
      await sessions.getByRole('listitem').first().hover();
      await sessions.getByRole('button', { name: 'Delete' }).first().click();
      await sessions.getByRole('button', { name: 'Recently deleted' }).click();
      await sessions.getByRole('button', { name: 'Restore “Answer at once”' }).first().waitFor();
      await context.close();
    },
  );
});

/** Runs in the page: its clock is `window.clockAhead` milliseconds off, and goes at its usual pace. */
function skewClock(aheadMs: number): void {
  const Right = Date;
  const clock = Object.assign(window, { clockAhead: aheadMs });
  class Skewed extends Right {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(Skewed.now());
      else super(given[0]);
    }
    static override now() {
      return Right.now() + clock.clockAhead;
    }
  }
  Object.assign(window, { Date: Skewed });
}
