/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessContact, launchBrowser, people, signIn } from './person.ts';

describe('signing in', () => {
  const url = inject('url');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(['manager', 'analyst'] as const)('lets the %s in and greets with questions', async (person) => {
    const { context, page } = await signIn(browser, url, person);
    await page.getByRole('heading', { level: 1, name: 'Tallyboard' }).waitFor();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await page.getByRole('navigation', { name: 'Saved sessions' }).waitFor();
    await page.getByRole('button', { name: "Compare the last three months' sales" }).waitFor();
    expect(await page.getByText(people[person]).count()).toBeGreaterThan(0);
    await context.close();
  });

  it('names the warehouse of a manager in the account menu, beside a conversation too, and in a low window', async () => {
    const { context, page } = await signIn(browser, url, 'manager');
    await page.goto(`${url}/c/opened-without-the-start-screen`);
    await page.getByRole('button', { name: /account/i }).click();
    await page.getByText('Minneapolis Distribution Center', { exact: true }).waitFor();
    const height = 200;
    await page.setViewportSize({ width: 390, height });
    const last = page.getByRole('button', { name: 'Sign out' });
    await last.focus();
    const box = await last.boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    await context.close();
  });

  it('says so where the browser was told to keep nothing', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    });
    await page.goto(url);
    await page.getByRole('alert').getByText('Allow cookies and site data here').waitFor();
    await page.close();
  });

  it('tells a person without a role whom to ask, and shows no data', async () => {
    const { context, page } = await signIn(browser, url, 'nobody');
    await page.getByText(accessContact).first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
    await context.close();
  });

  it('ends with a sign-out: no token stays in the browser, and the SSO asks who it is', async () => {
    const { context, page } = await signIn(browser, url, 'analyst');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await countTokens(page)).toBe(1);
    await page.getByRole('button', { name: /account/i }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const button = page.getByRole('button', { name: 'Sign in with inventory account' });
    await button.waitFor();
    expect(await countTokens(page)).toBe(0);
    await button.click();
    await page.getByRole('button', { name: people.analyst }).waitFor();
    await context.close();
  });

  it('is left at once, and with what was being written, however long the SSO takes', async () => {
    const { context, page } = await signIn(browser, url, 'analyst');
    await page.getByRole('textbox', { name: 'Message' }).fill('Nobody else reads this');
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/.well-known/**', async (route) => {
      await asked;
      await route.continue();
    });
    await page.getByRole('button', { name: /account/i }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('navigation', { name: 'Saved sessions' }).waitFor({ state: 'detached' });
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    answer();
    await page.getByRole('button', { name: 'Sign in with inventory account' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await context.close();
  });

  it('can be begun again by who comes back from the SSO with the browser’s button', async () => {
    const keeping = await launchBrowser(['--disable-back-forward-cache']);
    const page = await keeping.newPage();
    await page.goto(url);
    const button = page.getByRole('button', { name: 'Sign in with inventory account' });
    await button.click();
    await page.getByRole('button', { name: people.analyst }).waitFor();
    await page.goBack({ waitUntil: 'commit' });
    await button.click();
    await page.getByRole('button', { name: people.analyst }).waitFor();
    await keeping.close();
  });

  it('ends by itself when its time is over: nothing more is read, and the person is asked to sign in again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    // As the function would have it with a sign-in of three seconds.
    await page.route('**/api/session', async (route) => {
      const reply = await route.fetch();
      const body = await reply.json();
      const until = Date.now() + 3_000;
      await route.fulfill({ json: { ...body, firebaseToken: withClaim(body.firebaseToken, { until }) } });
    });
    await page.goto(url);
    await page.getByRole('button', { name: 'Sign in with inventory account' }).click();
    await page.getByRole('button', { name: people.analyst }).click();
    await page.getByText(/queries left this hour/).waitFor();
    await page.waitForTimeout(3_000);
    await page.getByRole('textbox', { name: 'Message' }).fill('How many orders were there last month?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your session has expired' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Your session has expired' }).waitFor();
    await page.unroute('**/api/session');
    await page.getByRole('button', { name: 'Sign in with inventory account' }).click();
    await page
      .getByRole('textbox', { name: 'Message' })
      .or(page.getByRole('button', { name: people.analyst }))
      .first()
      .waitFor();
    await context.close();
  });

  it('is not ended by a server of tokens that is out of order for a moment', async () => {
    const { context, page } = await signIn(browser, url, 'analyst');
    await page.route('**/api/chat', (route) =>
      route.fulfill({ status: 401, json: { code: 'token_expired', message: 'The token has run out.' } }),
    );
    const message = 'The service is currently unavailable.';
    await page.route('**/securetoken.googleapis.com/**', (route) =>
      route.fulfill({ status: 503, json: { error: { code: 503, message, status: 'UNAVAILABLE' } } }),
    );
    await page.getByRole('textbox', { name: 'Message' }).fill('How many orders were there last month?');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toMatch(/^How many orders/);
    await context.close();
  });

  it('stays signed in over a reload', async () => {
    const { context, page } = await signIn(browser, url, 'analyst');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await context.close();
  });

  it('is not ended by an address of the way back from the SSO that this tab did not ask for', async () => {
    const { context, page } = await signIn(browser, url, 'analyst');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await page.goto(`${url}/signed-in?code=x&state=y`);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${url}/signed-in?code=x&state=y`);
    await stranger.getByText('This sign-in was begun elsewhere or has ended.').waitFor();
    await stranger.getByRole('button', { name: 'Sign in with inventory account' }).waitFor();
    await stranger.context().close();
    await context.close();
  });

  it('holds over a reload while its token has run out and cannot be renewed for want of a network', async () => {
    const { context, page } = await signIn(browser, url, 'analyst');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await expireToken(page);
    await page.route('**/securetoken.googleapis.com/**', (route) => route.abort());
    await page.reload();
    await page.getByText('Your conversations cannot be reached.').waitFor();
    await page.unroute('**/securetoken.googleapis.com/**');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await context.close();
  });
});

/** A custom token of the local Firebase, which is unsigned, with other claims. */
function withClaim(token: string, claims: object): string {
  const [head = '', body = ''] = token.split('.');
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
  const changed = { ...payload, claims: { ...payload.claims, ...claims } };
  return `${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.`;
}

/** Has the ID token that Firebase keeps in this browser run out. */
function expireToken(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('firebaseLocalStorageDb');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const changing = opening.result.transaction('firebaseLocalStorage', 'readwrite');
          const store = changing.objectStore('firebaseLocalStorage');
          const reading = store.getAll(IDBKeyRange.bound('firebase:authUser', 'firebase:authUserz'));
          reading.onsuccess = () => {
            for (const entry of reading.result) {
              entry.value.stsTokenManager.expirationTime = 1;
              store.put(entry);
            }
          };
          changing.oncomplete = () => resolve();
          changing.onerror = () => reject(changing.error);
        };
      }),
  );
}

/** How many sign-ins Firebase keeps in this browser. */
function countTokens(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('firebaseLocalStorageDb');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result
            .transaction('firebaseLocalStorage')
            .objectStore('firebaseLocalStorage');
          const counting = store.count(IDBKeyRange.bound('firebase:authUser', 'firebase:authUserz'));
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
}
