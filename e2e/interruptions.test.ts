/// <reference lib="dom" />
import { Timestamp } from '@google-cloud/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProblemsInEveryLook } from './find-problems.ts';
import { ask, launchBrowser, send, signIn, waitForAnswer } from './person.ts';
import { begun, listTurns, readTurns, type SlowStack, startSlowStack } from './slow-stack.ts';

describe('an answer survives', () => {
  let stack: SlowStack;
  let browser: Browser;
  let page: Page;
  const log = () => page.getByRole('log', { name: 'Messages' });
  const box = () => page.getByRole('textbox', { name: 'Message' });

  beforeAll(async () => {
    stack = await startSlowStack();
    browser = await launchBrowser();
    ({ page } = await signIn(browser, stack.url, 'analyst'));
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  it('a slow network, on a page that says what it does and does not jump', async () => {
    const slow = await page.context().newCDPSession(page);
    await slow.send('Network.enable');
    await slow.send('Network.setCacheDisabled', { cacheDisabled: true });
    const conditions = {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 90_000,
    };
    await slow.send('Network.emulateNetworkConditions', conditions);
    await page.addInitScript(`
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    `);
    await page.goto(stack.url, { waitUntil: 'commit' });
    await page.getByRole('status', { name: 'Loading' }).first().waitFor();
    await box().waitFor();
    await send(page, 'Answer slowly on a slow network');
    await page.getByText('Thinking…').waitFor();
    await log().getByText(begun.trim()).waitFor();
    await waitForAnswer(page);
    await log().getByText('And here it ends.').waitFor();
    expect(Number(await page.evaluate('window.shifts'))).toBeLessThan(0.02);
    await slow.detach();
  });

  it('a lost network, and the question counts once', async () => {
    await page.goto(stack.url);
    await send(page, 'Answer slowly while the network goes');
    await log().getByText(begun.trim()).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline. What you see stays here').waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await page.context().setOffline(false);
    await log().getByText('And here it ends.').waitFor({ timeout: 30_000 });
    await waitForAnswer(page);
    expect(await listTurns(stack.db, page)).toEqual([['Answer slowly while the network goes', 'completed']]);
  });

  it('a network that was gone when the question was sent', async () => {
    await page.goto(stack.url);
    await box().waitFor();
    await page.getByText(/queries left this hour/).waitFor();
    await page.context().setOffline(true);
    await box().fill('Answer at once when you hear this');
    await page.getByRole('button', { name: 'Send' }).click();
    await log().getByText('The question is sent when the connection is back.').waitFor();
    expect(await findProblemsInEveryLook(page), 'while it waits').toEqual([]);
    await page.context().setOffline(false);
    await log().getByText('And here it ends.').waitFor({ timeout: 30_000 });
    await waitForAnswer(page);
    expect(await listTurns(stack.db, page)).toEqual([['Answer at once when you hear this', 'completed']]);
  });

  it('a database that is out of reach: nothing is said to be empty or gone, and all is there when it is back', async () => {
    const sessions = page.getByRole('navigation', { name: 'Saved sessions' });
    await page.goto(stack.url);
    await ask(page, 'Answer at once before the database goes');
    const address = page.url();
    const database = `${stack.origins.firestore}/**`;
    await page.route(database, (route) => route.abort());
    await page.goto(address);
    await page.getByText('Your conversations cannot be reached.').waitFor();
    await sessions.getByRole('status', { name: 'Loading the sessions' }).waitFor();
    expect(await page.getByText(/does not exist|queries left this hour/).count()).toBe(0);
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await page.unroute(database);
    await log().getByText('And here it ends.').waitFor();
    await page.getByText(/queries left this hour/).waitFor();
    await page.getByText('Your conversations cannot be reached.').waitFor({ state: 'hidden' });
  });

  it('a database that is out of reach for who has nothing in it: that it is empty is said when the server says so', async () => {
    const { context, page: newcomer } = await signIn(browser, stack.url, 'manager');
    const empty = newcomer.getByText('Your conversations are kept here for 30 days.');
    await empty.waitFor();
    const database = `${stack.origins.firestore}/**`;
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
    await page.goto(stack.url);
    await send(page, 'Answer for ever until the function dies');
    await log().getByText(begun.trim()).waitFor();
    expect(await findProblemsInEveryLook(page), 'while it is written').toEqual([]);
    await stack.crashFunction();
    // Its time is over: nobody waits for that in a test.
    const [turn] = await readTurns(stack.db, page);
    await turn?.ref.update({ deadlineAt: Timestamp.fromMillis(Date.now() - 60_000) });
    await log().getByText('The answer was interrupted by a fault on our side.').waitFor();
    await log().getByText(begun.trim()).waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await log().getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await log().getByText('Stopped').waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    const ends = (await listTurns(stack.db, page)).map(([, status]) => status);
    expect(ends).toEqual(['failed', 'cancelled']);
  });

  it('being stopped, and what has been written meanwhile is not sent', async () => {
    await page.goto(stack.url);
    await send(page, 'Answer for ever until it is stopped');
    await log().getByText(begun.trim()).waitFor();
    await box().fill('The next question');
    await page.getByRole('button', { name: 'Stop' }).click();
    await log().getByText('Stopped. What had been written is kept.').waitFor();
    expect(await box().inputValue()).toBe('The next question');
    expect(await listTurns(stack.db, page)).toEqual([['Answer for ever until it is stopped', 'cancelled']]);
    await box().fill('');
  });

  it('a failure, and a question over the limit says when the next is free', async () => {
    await page.goto(stack.url);
    await ask(page, 'Answer not at all');
    await log()
      .getByText(/The language model refused the request/)
      .waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    const usage = (await stack.db.collectionGroup('usage').get()).docs.find(({ id }) => id === 'queries');
    const counted = usage?.get('askedAt');
    const minutesAgo = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);
    await usage?.ref.update({ askedAt: Array.from({ length: 50 }, (_, at) => minutesAgo(59 - at / 2)) });
    await page.getByText(/0 of 50 queries left, next at/).waitFor();
    await box().fill('One too many');
    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .getByRole('alert')
      .getByText(/It can be asked again at \d/)
      .waitFor();
    expect(await box().inputValue()).toBe('One too many');
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await usage?.ref.update({ askedAt: counted });
    await box().fill('');
  });

  it('being searched for in vain', async () => {
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill('nothing is called this');
    await page.getByText(/^No session has/).waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
  });

  it('being searched for while others are deleted: the search can be taken back', async () => {
    const search = page.getByRole('searchbox', { name: 'Search sessions' });
    const links = page.getByRole('navigation', { name: 'Saved sessions' }).getByRole('link');
    await search.fill('Answer');
    const { docs } = await stack.db.collectionGroup('conversations').get();
    await Promise.all(docs.slice(5).map(({ ref }) => ref.update({ archivedAt: Timestamp.now() })));
    await expect.poll(() => links.count()).toBe(5);
    await search.fill('');
    await search.waitFor({ state: 'hidden' });
    expect(await links.count()).toBe(5);
  });
});
