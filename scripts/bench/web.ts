/// <reference lib="dom" />
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { launchBrowser, send, signIn, waitForAnswer } from '../../e2e/person.ts';
import { createAdmin } from '../../local/firestore/testing/admin-client.ts';
import { type LocalStack, startLocal } from '../../local/main.ts';
import { projectId } from '../../local/project.ts';
import { parseLocalSettings } from '../../local/settings.ts';
import { buildWeb } from '../build-web.ts';
import { root } from '../root.ts';
import { percentile } from './percentile.ts';
import { longQuestion, webScript } from './web-script.ts';
import { seedSessions } from './web-seed.ts';

const turns = 200;
const sessions = 500;

/** The built page in Chromium: sizes, first paints, a session of 200 turns, 500 sessions, long tasks while an answer streams. */
export async function benchWeb(): Promise<void> {
  await buildWeb(root, console.log);
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-bench-'));
  const script = join(folder, 'script.json');
  await writeFile(script, JSON.stringify(webScript));
  const given = {
    TALLYBOARD_DATA: folder,
    GEMINI_SCRIPT: script,
    DEMO_SCALE: '0.1',
    ...Object.fromEntries(
      ['WEB', 'API', 'FIRESTORE', 'BIGQUERY', 'GEMINI', 'IDENTITY'].map((n) => [`${n}_PORT`, '0']),
    ),
  };
  const stack = await startLocal({
    root,
    settings: parseLocalSettings(given, root),
    environment: { LOG_LEVEL: 'error', TURN_TIMEOUT_MS: '90000' },
    logger: pino({ level: 'error' }),
    onProgress: console.log,
    onFunctionLog: console.log,
  });
  const browser = await launchBrowser();
  try {
    await printSizes();
    const { page } = await signIn(browser, stack.url, 'analyst');
    await page.addInitScript(observe);
    await printPaints(page);
    const longId = await seed(stack);
    await printOpening(page, stack.url, longId);
    await printScrolling(page);
    await printStream(page, stack.url);
  } finally {
    await browser.close();
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function printSizes(): Promise<void> {
  const dist = join(root, 'web', 'dist');
  const index = await readFile(join(dist, 'index.html'), 'utf8');
  let all = 0;
  let first = 0;
  for (const name of await readdir(join(dist, 'assets'))) {
    if (!name.endsWith('.js')) continue;
    const bytes = gzipSync(await readFile(join(dist, 'assets', name)), { level: 9 }).length;
    all += bytes;
    if (index.includes(name)) first += bytes;
  }
  line('JavaScript for the first paint', `${(first / 1000).toFixed(1)} kB gzipped`, '110 kB');
  line('JavaScript of the whole page', `${(all / 1000).toFixed(1)} kB gzipped`, '330 kB');
}

async function printPaints(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('heading', { name: 'Low on stock' }).waitFor();
  await page.waitForTimeout(1_000);
  const { lcpMs, shift } = await page.evaluate(() => window.observed);
  line('Largest paint of the start screen', `${lcpMs.toFixed(0)} ms`, '1,000 ms');
  line('Layout shift of the start screen', shift.toFixed(4), '0.02');
}

async function seed(stack: LocalStack): Promise<string> {
  const { hostname, port } = new URL(stack.origins.firestore);
  const db = createAdmin({ host: hostname, port: Number(port) }, projectId);
  const people = await db.collection('users').get();
  const uid = people.docs.at(0)?.id;
  if (!uid) throw new Error('Nobody has signed in.');
  return seedSessions(db, uid, { turns, sessions });
}

async function printOpening(page: Page, url: string, longId: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'A long session' }).waitFor();
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.goto(url);
    const link = page.getByRole('link', { name: 'A long session' });
    await link.waitFor();
    await page.waitForTimeout(1_000);
    const openedMs = await link.evaluate(async (element, last) => {
      const from = performance.now();
      if (element instanceof HTMLElement) element.click();
      while (!document.querySelector('.chat-log')?.textContent?.includes(last)) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - from;
    }, `Question ${turns}:`);
    times.push(openedMs);
  }
  if (!page.url().includes(longId)) throw new Error(`The long session is not what was opened: ${page.url()}`);
  line(
    `Opening a session of ${turns} turns`,
    `${percentile(times, 0.5).toFixed(0)} ms, median of 5`,
    '1,000 ms',
  );
  const frames = await scroll(page, '.chat-scroller', -1);
  line('Scrolling it, frame time', `p95 ${percentile(frames, 0.95).toFixed(1)} ms`, '16.7 ms');
}

async function printScrolling(page: Page): Promise<void> {
  for (let pages = 0; pages < 20 && (await page.locator('.sessions-older').count()) > 0; pages += 1) {
    await page.locator('.sessions-older').scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
  }
  const count = await page.locator('.session').count();
  await page.locator('.sessions').evaluate((element) => element.scrollTo({ top: 0 }));
  const frames = await scroll(page, '.sessions', 1);
  line(`Scrolling ${count} sessions, frame time`, `p95 ${percentile(frames, 0.95).toFixed(1)} ms`, '16.7 ms');
}

/** Scrolls for two seconds, 40 px a frame. @returns the milliseconds of each frame */
function scroll(page: Page, selector: string, direction: 1 | -1): Promise<number[]> {
  return page.locator(selector).evaluate(async (element, sign) => {
    const frames: number[] = [];
    let last = performance.now();
    const until = last + 2_000;
    while (last < until) {
      element.scrollTop += sign * 40;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return frames;
  }, direction);
}

async function printStream(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    window.observed.longTasksMs = [];
  });
  const from = performance.now();
  await send(page, longQuestion);
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden', timeout: 80_000 });
  await waitForAnswer(page);
  const seconds = (performance.now() - from) / 1_000;
  const { longTasksMs } = await page.evaluate(() => window.observed);
  const longest = Math.max(0, ...longTasksMs).toFixed(0);
  const figures = await page.getByRole('figure').count();
  line(
    `Long tasks in a stream of ${seconds.toFixed(0)} s with ${figures} chart`,
    `${longTasksMs.length}, the longest ${longest} ms`,
    'none over 50 ms',
  );
}

declare global {
  interface Window {
    observed: { lcpMs: number; shift: number; longTasksMs: number[] };
  }
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const observed = { lcpMs: 0, shift: 0, longTasksMs: [] as number[] };
  window.observed = observed;
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('largest-contentful-paint', (entry) => {
    observed.lcpMs = entry.startTime;
  });
  on('layout-shift', (entry) => {
    if ('value' in entry && typeof entry.value === 'number') observed.shift += entry.value;
  });
  on('longtask', (entry) => observed.longTasksMs.push(entry.duration));
}

function line(what: string, measured: string, wanted: string): void {
  console.log(`${what.padEnd(44)}  ${measured.padEnd(28)}  wanted: ${wanted}`);
}
