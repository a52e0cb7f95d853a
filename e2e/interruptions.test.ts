/// <reference lib="dom" />
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import { findProblemsInEveryLook } from './find-problems.ts';
import { ask, send, signIn, waitForAnswer } from './person.ts';
import { begun, listTurns, readTurns, useSlowStack } from './slow-stack.ts';

describe('an answer survives', () => {
  const slow = useSlowStack();
  const { log, box } = slow;

  it('a slow network, on a page that says what it does and does not jump', async () => {
    const throttle = await slow.page.context().newCDPSession(slow.page);
    await throttle.send('Network.enable');
    await throttle.send('Network.setCacheDisabled', { cacheDisabled: true });
    const conditions = {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 90_000,
    };
    await throttle.send('Network.emulateNetworkConditions', conditions);
    await slow.page.addInitScript(`
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    `);
    await slow.page.goto(slow.stack.url, { waitUntil: 'commit' });
    await slow.page.getByRole('status', { name: 'Loading' }).first().waitFor();
    await box().waitFor();
    await send(slow.page, 'Answer slowly on a slow network');
    await slow.page.getByText('Thinking…').waitFor();
    await log().getByText(begun.trim()).waitFor();
    await waitForAnswer(slow.page);
    await log().getByText('And here it ends.').waitFor();
    expect(Number(await slow.page.evaluate('window.shifts'))).toBeLessThan(0.02);
    await throttle.detach();
  });

  it('a lost network, and the question counts once', async () => {
    await slow.page.goto(slow.stack.url);
    await send(slow.page, 'Answer slowly while the network goes');
    await log().getByText(begun.trim()).waitFor();
    await slow.page.context().setOffline(true);
    await slow.page.getByText('You are offline. What you see stays here').waitFor();
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    await slow.page.context().setOffline(false);
    await log().getByText('And here it ends.').waitFor({ timeout: 30_000 });
    await waitForAnswer(slow.page);
    expect(await listTurns(slow.stack.db, slow.page)).toEqual([
      ['Answer slowly while the network goes', 'completed'],
    ]);
  });

  it('a network that was gone when the question was sent', async () => {
    await slow.page.goto(slow.stack.url);
    await box().waitFor();
    await slow.page.getByText(/queries left this hour/).waitFor();
    await slow.page.context().setOffline(true);
    await box().fill('Answer at once when you hear this');
    await slow.page.getByRole('button', { name: 'Send' }).click();
    await log().getByText('The question is sent when the connection is back.').waitFor();
    expect(await findProblemsInEveryLook(slow.page), 'while it waits').toEqual([]);
    await slow.page.context().setOffline(false);
    await log().getByText('And here it ends.').waitFor({ timeout: 30_000 });
    await waitForAnswer(slow.page);
    expect(await listTurns(slow.stack.db, slow.page)).toEqual([
      ['Answer at once when you hear this', 'completed'],
    ]);
  });

  it('a database that is out of reach: nothing is said to be empty or gone, and all is there when it is back', async () => {
    const sessions = slow.page.getByRole('navigation', { name: 'Saved sessions' });
    await slow.page.goto(slow.stack.url);
    await ask(slow.page, 'Answer at once before the database goes');
    const address = slow.page.url();
    const database = `${slow.stack.origins.firestore}/**`;
    await slow.page.route(database, (route) => route.abort());
    await slow.page.goto(address);
    await slow.page.getByText('Your conversations cannot be reached.').waitFor();
    await sessions.getByRole('status', { name: 'Loading the sessions' }).waitFor();
    expect(await slow.page.getByText(/does not exist|queries left this hour/).count()).toBe(0);
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    await slow.page.unroute(database);
    await log().getByText('And here it ends.').waitFor();
    await slow.page.getByText(/queries left this hour/).waitFor();
    await slow.page.getByText('Your conversations cannot be reached.').waitFor({ state: 'hidden' });
  });

  it('a database that is out of reach for who has nothing in it: that it is empty is said when the server says so', async () => {
    const { context, page: newcomer } = await signIn(slow.browser, slow.stack.url, 'manager');
    const empty = newcomer.getByText('Your conversations are kept here for 30 days.');
    await empty.waitFor();
    const database = `${slow.stack.origins.firestore}/**`;
    await newcomer.route(database, (route) => route.abort());
    await newcomer.reload();
    await newcomer.getByText('Your conversations cannot be reached.').waitFor();
    expect(await empty.count()).toBe(0);
    await newcomer.unroute(database);
    await empty.waitFor();
    await newcomer.getByText('50 of 50 queries left this hour').waitFor();
    await context.close();
  });

  it('a function that is killed: it is ended as interrupted, and can be asked again', async () => {
    await slow.page.goto(slow.stack.url);
    await send(slow.page, 'Answer for ever until the function dies');
    await log().getByText(begun.trim()).waitFor();
    expect(await findProblemsInEveryLook(slow.page), 'while it is written').toEqual([]);
    await slow.stack.crashFunction();
    // Its time is over: nobody waits for that in a test.
    const [turn] = await readTurns(slow.stack.db, slow.page);
    await turn?.ref.update({ deadlineAt: Timestamp.fromMillis(Date.now() - 60_000) });
    await log().getByText('The answer was interrupted by a fault on our side.').waitFor();
    await log().getByText(begun.trim()).waitFor();
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    await log().getByRole('button', { name: 'Try again' }).click();
    await slow.page.getByRole('button', { name: 'Stop' }).click();
    await log().getByText('Stopped').waitFor();
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    const ends = (await listTurns(slow.stack.db, slow.page)).map(([, status]) => status);
    expect(ends).toEqual(['failed', 'cancelled']);
  });

  it('being stopped, and what has been written meanwhile is not sent', async () => {
    await slow.page.goto(slow.stack.url);
    await send(slow.page, 'Answer for ever until it is stopped');
    await log().getByText(begun.trim()).waitFor();
    await box().fill('The next question');
    await slow.page.getByRole('button', { name: 'Stop' }).click();
    await log().getByText('Stopped. What had been written is kept.').waitFor();
    expect(await box().inputValue()).toBe('The next question');
    expect(await listTurns(slow.stack.db, slow.page)).toEqual([
      ['Answer for ever until it is stopped', 'cancelled'],
    ]);
    await box().fill('');
  });

  it('a failure, and a question over the limit says when the next is free', async () => {
    await slow.page.goto(slow.stack.url);
    await ask(slow.page, 'Answer not at all');
    await log()
      .getByText(/The language model refused the request/)
      .waitFor();
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    const usage = (await slow.stack.db.collectionGroup('usage').get()).docs.find(
      ({ id }) => id === 'queries',
    );
    const counted = usage?.get('askedAt');
    const minutesAgo = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);
    await usage?.ref.update({ askedAt: Array.from({ length: 50 }, (_, at) => minutesAgo(59 - at / 2)) });
    await slow.page.getByText(/0 of 50 queries left, next at/).waitFor();
    await box().fill('One too many');
    await slow.page.getByRole('button', { name: 'Send' }).click();
    await slow.page
      .getByRole('alert')
      .getByText(/You can ask again at \d/)
      .waitFor();
    expect(await box().inputValue()).toBe('One too many');
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
    await usage?.ref.update({ askedAt: counted });
    await box().fill('');
  });

  it('being searched for in vain', async () => {
    await slow.page.getByRole('searchbox', { name: 'Search sessions' }).fill('nothing is called this');
    await slow.page.getByText(/^No session has/).waitFor();
    expect(await findProblemsInEveryLook(slow.page)).toEqual([]);
  });

  it('being searched for while others are deleted: the search can be taken back', async () => {
    const search = slow.page.getByRole('searchbox', { name: 'Search sessions' });
    const links = slow.page.getByRole('navigation', { name: 'Saved sessions' }).getByRole('link');
    await search.fill('Answer');
    const { docs } = await slow.stack.db.collectionGroup('conversations').get();
    await Promise.all(docs.slice(5).map(({ ref }) => ref.update({ archivedAt: Timestamp.now() })));
    await expect.poll(() => links.count()).toBe(5);
    await search.fill('');
    await search.waitFor({ state: 'hidden' });
    expect(await links.count()).toBe(5);
  });
});
