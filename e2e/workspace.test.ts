/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { findProblems, findProblemsInEveryLook } from './find-problems.ts';
import { ask, waitForAnswer } from './person.ts';
import { useSignedIn } from './signed-in.ts';

// Asked nowhere else: all browser tests share one list of sessions.
const salesQuestion = 'Show revenue by month for the last six months';
const stockQuestion = 'What is the stock value by category?';

describe('the workspace', () => {
  const url = inject('url');
  let page: Page;
  const sessions = () => page.getByRole('navigation', { name: 'Saved sessions' });
  const figures = () => page.getByRole('region', { name: 'Visualizations' }).getByRole('figure');
  const box = () => page.getByRole('textbox', { name: 'Message' });

  useSignedIn('manager', async (opened) => {
    page = opened;
    await ask(page, salesQuestion);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, stockQuestion);
  });

  it('asks once however often Enter is pressed', async () => {
    await page.getByRole('button', { name: 'New conversation' }).click();
    const sent: string[] = [];
    page.on('request', (request) => request.url().endsWith('/api/chat') && sent.push(request.url()));
    await box().fill('How many orders were there last month?');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\//);
    await waitForAnswer(page);
    expect(sent).toHaveLength(1);
  });

  it('goes back and forward through what was open', async () => {
    const orders = page.url();
    await sessions().getByRole('link', { name: salesQuestion }).click();
    await page.waitForURL((address) => address.href !== orders);
    await figures().first().waitFor();
    await page.goBack();
    await page.getByRole('log').getByText('How many orders were there last month?').waitFor();
    await page.goForward();
    await page.getByRole('log').getByText(salesQuestion).waitFor();
  });

  it('goes back at once from a session, and from a new one, that was pressed twice', async () => {
    const open = page.url();
    const link = sessions().getByRole('link', { name: stockQuestion });
    await link.click();
    await page.getByRole('log').getByText(stockQuestion).waitFor();
    await link.click();
    for (let press = 0; press < 2; press += 1)
      await page.getByRole('button', { name: 'New conversation' }).click();
    await page.goBack();
    await page.goBack();
    expect(page.url()).toBe(open);
    await page.getByRole('log').getByText(salesQuestion).waitFor();
  });

  it('asks what was pressed before the chat was there', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const other = await page.context().newPage();
    await other.route('**/google.firestore.v1.Firestore/**', async (route) => {
      await asked;
      await route.continue();
    });
    await other.goto(url);
    const line = other.getByRole('button', { name: /reorder .+ units/ }).first();
    await line.click();
    answer();
    await other
      .getByRole('log')
      .getByText(/^How much stock of /)
      .first()
      .waitFor();
    await waitForAnswer(other);
    await other.close();
  });

  it('says that a link names a figure that is not there, and shows the conversation', async () => {
    await page.goto(`${page.url().split('#')[0]}#v99`);
    await page.reload();
    await page.getByText('The figure that this link names is not in this conversation.').waitFor();
    await page.getByRole('log').getByText(salesQuestion).waitFor();
    await page.goto(page.url().split('#')[0] ?? url);
  });

  it('has the visualizations as wide as they were left', async () => {
    const divider = page.getByRole('separator', { name: 'Width of the visualizations' });
    await divider.focus();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowLeft');
    expect(await divider.getAttribute('aria-valuenow')).toBe('50');
    await page.reload();
    await divider.waitFor();
    expect(await divider.getAttribute('aria-valuenow')).toBe('50');
    await divider.dblclick();
    expect(await divider.getAttribute('aria-valuenow')).toBe('42');
  });

  it('saves a chart as a picture and copies an answer', async () => {
    await sessions().getByRole('link', { name: salesQuestion }).click();
    const chart = figures()
      .filter({ has: page.locator('canvas') })
      .first();
    await chart.waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: 'PNG' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Revenue.+\.png$/i);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the answer' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Revenue');
  });

  it('keeps its width around a question of one long word', async () => {
    await box().fill('x'.repeat(400));
    const send = await page.getByRole('button', { name: 'Send' }).boundingBox();
    const conversation = await page.getByRole('region', { name: 'Conversation' }).boundingBox();
    expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThan(
      (conversation?.x ?? 0) + (conversation?.width ?? 0),
    );
    await box().fill('');
  });

  it('moves nothing behind an open dialog', async () => {
    const address = page.url();
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Control+Shift+o');
    await page.keyboard.press('Escape');
    expect(page.url()).toBe(address);
  });

  it('draws what an answer shows in the conversation while the panel is folded away, and on a phone', async () => {
    const conversation = page.getByRole('region', { name: 'Conversation' });
    await sessions().getByRole('link', { name: salesQuestion }).click();
    await conversation
      .getByRole('button', { name: /Revenue/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Visualizations panel' }).click();
    const drawn = conversation.getByRole('figure').first();
    await drawn.locator('canvas').waitFor();
    expect(await conversation.getByText(salesQuestion, { exact: true }).last().isVisible()).toBe(true);
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await page.keyboard.press('Alt+PageDown');
    expect(await drawn.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Visualizations panel' }).click();
    await drawn.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 390, height: 844 });
    await drawn.waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('leaves room to read at 400 % zoom, where the window is 320 by 256', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    const read = await page.getByRole('log').evaluate((log) => log.parentElement?.clientHeight ?? 0);
    expect(read).toBeGreaterThan(120);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(350);
    expect(await findProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('offers a new conversation where there is none', async () => {
    await page.goto(`${url}/c/no-such-conversation-0000`);
    await page.getByRole('alert').getByText('This conversation does not exist').waitFor();
    expect(await box().count()).toBe(0);
    const start = page.getByRole('button', { name: 'Start a new one' });
    expect(await start.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await page.getByRole('button', { name: 'Account' }).focus();
    await page.getByRole('button', { name: 'Skip to the message box' }).press('Enter');
    expect(await start.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: "Compare the last three months' sales" }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('says on a phone, too, that the conversation of a linked figure does not exist', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${url}/c/no-such-conversation-0000#v1`);
    await page.getByRole('alert').getByText('This conversation does not exist').waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('gives back a question that was stopped while it waited for the network', async () => {
    await page.goto(url);
    await box().waitFor();
    await page.getByText(/queries left this hour/).waitFor();
    await page.context().setOffline(true);
    await box().fill('A question for later');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('The question is sent when the connection is back.').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await box().inputValue()).toBe('A question for later');
    await page.context().setOffline(false);
    await page.waitForTimeout(2_500);
    expect(await sessions().getByRole('link', { name: 'A question for later' }).count()).toBe(0);
    await box().fill('');
  });

  it('reads by itself what it could not read while there was no network', async () => {
    await page.route('**/api/overview', (route) => route.abort());
    await page.goto(url);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.unroute('**/api/overview');
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Low on stock' }).waitFor();
  });

  it('leaves a long answer at its question, and says that there is more below', async () => {
    await page.setViewportSize({ width: 1440, height: 560 });
    const own = 'What should I reorder, and how much is it?';
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, own);
    const log = page.getByRole('log');
    const placeOf = (text: string) =>
      log.getByText(text, { exact: true }).evaluate((element) => element.getBoundingClientRect().top);
    const top = await log.evaluate((element) => element.parentElement?.getBoundingClientRect().top ?? 0);
    expect(await placeOf(own)).toBeGreaterThanOrEqual(top);
    const more = page.getByRole('button', { name: 'Go to the latest message' });
    await more.click();
    await more.waitFor({ state: 'hidden' });
    expect(await placeOf(own)).toBeLessThan(top);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
