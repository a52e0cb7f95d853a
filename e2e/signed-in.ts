import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser, type people, signIn } from './person.ts';

type Person = keyof typeof people;
type Look = Pick<BrowserContextOptions, 'locale'>;

/** For the tests of a block: the page of a person who is signed in to the system that all files share. */
export function useSignedIn(
  person: Person,
  onOpen: (page: Page, opened: { browser: Browser }) => unknown,
  look: Look = {},
): void {
  const shared = async () => ({ url: inject('url'), close: async () => {} });
  useOwnSystem(shared, onOpen, { person, ...look });
}

/** The same in a system that is started for these tests and stopped after them. */
export function useOwnSystem<System extends { url: string; close(): Promise<void> }>(
  start: () => Promise<System>,
  onOpen: (page: Page, opened: { browser: Browser; system: System }) => unknown,
  { person = 'analyst', ...look }: Look & { person?: Person } = {},
): void {
  let system: System | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    system = await start();
    browser = await launchBrowser();
    const { page } = await signIn(browser, system.url, person, look);
    await onOpen(page, { browser, system });
  });
  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });
}
