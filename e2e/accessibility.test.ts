/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { findProblems, findProblemsInEveryLook } from './find-problems.ts';
import { ask, launchBrowser, send, signIn, waitForAnswer } from './person.ts';
import { useSignedIn } from './signed-in.ts';

const salesQuestion = "Compare the last three months' sales";

describe('axe finds nothing', () => {
  const url = inject('url');
  let browser: Browser;
  let page: Page;
  useSignedIn('analyst', (opened, context) => {
    page = opened;
    ({ browser } = context);
  });

  it('on the sign-in page', async () => {
    const signedOut = await browser.newPage();
    await signedOut.goto(url);
    await signedOut.getByRole('button', { name: 'Sign in with inventory account' }).waitFor();
    expect(await findProblemsInEveryLook(signedOut)).toEqual([]);
    await signedOut.close();
  });

  it('on the start screen, while its data comes and when it does not', async () => {
    await page.getByRole('heading', { name: 'Low on stock' }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.route('**/api/overview', (route) =>
      route.fulfill({ status: 503, json: { code: 'unavailable', message: 'Not just now.' } }),
    );
    await page.reload();
    await page.getByText('Not just now.').waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.unroute('**/api/overview');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Low on stock' }).waitFor();
  });

  it('on an answer with its charts, as a table, with feedback and statements, light and dark, wide and narrow', async () => {
    await ask(page, salesQuestion);
    await page.getByRole('region', { name: 'Visualizations' }).locator('canvas').first().waitFor();
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await page.getByText('What was wrong?').waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    expect(await findProblems(page)).toEqual([]);
    for (const width of [1024, 768, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await findProblems(page), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Show SQL' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('on a question that was refused', async () => {
    const message = 'The server is not available.';
    await page.route('**/api/chat', (route) =>
      route.fulfill({ status: 500, json: { code: 'internal', message } }),
    );
    await page.getByRole('textbox', { name: 'Message' }).fill('And by region?');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(message).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.unroute('**/api/chat');
  });

  it('on the sessions that were deleted, from which one comes back', async () => {
    const sessions = page.getByRole('navigation', { name: 'Saved sessions' });
    await sessions.getByRole('link', { name: salesQuestion }).first().hover();
    await sessions.getByRole('button', { name: 'Delete' }).first().click();
    await sessions.getByRole('button', { name: 'Recently deleted' }).click();
    const restore = sessions.getByRole('button', { name: /^Restore/ }).first();
    await restore.waitFor();
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await restore.click();
    await sessions.getByRole('button', { name: 'All sessions' }).click();
    await sessions.getByRole('link', { name: salesQuestion }).first().waitFor();
  });
});

it('everything can be done with the keyboard alone', async () => {
  const browser = await launchBrowser();
  const { context, page } = await signIn(browser, inject('url'), 'manager');
  const box = page.getByRole('textbox', { name: 'Message' });
  const { keyboard } = page;
  await keyboard.press('Control+i');
  await keyboard.type(salesQuestion);
  await keyboard.press('Enter');
  await page.getByRole('log', { name: 'Messages' }).getByText(salesQuestion).waitFor();
  await waitForAnswer(page);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);

  await keyboard.press('Alt+PageDown');
  const figure = page.getByRole('figure').first();
  expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(new URL(page.url()).hash).toMatch(/^#v1/);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByRole('region', { name: 'Visualizations' }).getByRole('table').first().waitFor();

  await keyboard.press('Control+Shift+o');
  await page.getByRole('button', { name: salesQuestion }).waitFor();
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.press('Alt+ArrowDown');
  await page.waitForURL(/\/c\//);
  await page.getByRole('figure').first().waitFor();

  await keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  expect(await findProblems(page)).toEqual([]);
  await keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });

  await send(page, 'and by category?');
  await page
    .getByRole('button', { name: 'Stop' })
    .or(page.getByRole('button', { name: 'Send' }))
    .waitFor();
  await waitForAnswer(page);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(`${link.split('#')[0]}#v1`);
  const latest = page.getByRole('region', { name: 'Visualizations' }).getByRole('figure').first();
  await latest.waitFor();
  await expect.poll(() => latest.evaluate((element) => element === document.activeElement)).toBe(true);
  await context.close();
  await browser.close();
});
