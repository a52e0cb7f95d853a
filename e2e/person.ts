import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../scripts/find-browser.ts';

export const people = { manager: 'Maya Lindqvist', analyst: 'Anton Reyes', nobody: 'Nora Field' } as const;

/** What a person without a role is told to ask, as the settings have it. */
export const accessContact = 'your inventory system administrator';

/** @param ignoreDefaultArgs switches of the test driver that a test goes without */
export async function launchBrowser(ignoreDefaultArgs: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    ignoreDefaultArgs,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A browser of one's own, signed in through the inventory system's SSO as a person does it. */
export async function signIn(
  browser: Browser,
  url: string,
  person: keyof typeof people,
  options: Pick<BrowserContextOptions, 'locale'> = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, acceptDownloads: true, ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in with inventory account' }).click();
  await page.getByRole('button', { name: people[person] }).click();
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.or(page.getByText(accessContact)).first().waitFor();
  return { context, page };
}

/** Types a question, sends it and waits until its answer has ended. */
export async function ask(page: Page, question: string): Promise<void> {
  await send(page, question);
  await waitForAnswer(page);
}

export async function send(page: Page, question: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill(question);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('log', { name: 'Messages' }).getByText(question, { exact: true }).last().waitFor();
}

/** While an answer runs the Send button is the Stop button. */
export async function waitForAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden', timeout: 30_000 });
  await page.getByRole('button', { name: 'Send' }).waitFor();
}
