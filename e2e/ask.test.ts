/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { queryWarehouse, readTable, toNumber } from './figures.ts';
import { findProblemsInEveryLook } from './find-problems.ts';
import { ask, send, signIn, waitForAnswer } from './person.ts';
import { useSignedIn } from './signed-in.ts';

const salesQuestion = "Compare the last three months' sales";
const reorderQuestion = 'Show inventory reorder recommendations';

/** Net sales of each of the three complete months before today, oldest first, by SQL of the test's own. */
function monthlySales(folder: string, where = 'true'): Promise<Record<string, unknown>[]> {
  return queryWarehouse(
    folder,
    `SELECT strftime(date_trunc('month', order_date), '%Y-%m') AS month, CAST(sum(net_amount) AS DOUBLE) AS sales
     FROM tallyboard.sales_lines
     WHERE order_date >= date_trunc('month', today()) - INTERVAL 3 MONTH
       AND order_date < date_trunc('month', today()) AND ${where}
     GROUP BY ALL ORDER BY 1`,
  );
}

describe.each([
  { person: 'analyst', where: 'true' },
  { person: 'manager', where: "warehouse_id = 'WH-NORTH'" },
] as const)('an answer for the $person', ({ person, where }) => {
  const folder = inject('warehouseFolder');
  let page: Page;
  useSignedIn(person, (opened) => {
    page = opened;
  });

  it('shows the last three months with figures equal to an independent query', async () => {
    await ask(page, salesQuestion);
    const log = page.getByRole('log', { name: 'Messages' });
    expect(await log.textContent()).toMatch(/\d/);

    const visualizations = page.getByRole('region', { name: 'Visualizations' });
    const canvas = visualizations.locator('canvas').first();
    await canvas.waitFor();
    await expect.poll(() => hasInk(page)).toBe(true);

    const expected = await monthlySales(folder, where);
    expect(expected).toHaveLength(3);
    const [, ...rows] = await readTable(page, /./);
    const shown = rows.slice(0, 3).map((row) => toNumber(row[1] ?? ''));
    expect(shown.map(Math.round)).toEqual(expected.map((row) => Math.round(Number(row.sales))));
  });

  it('shows reorder recommendations only for the warehouses the person may see', async () => {
    await ask(page, reorderQuestion);
    const [header = [], ...rows] = await readTable(page, /reorder/i);
    const warehouse = header.findIndex((label) => /warehouse/i.test(label));
    expect(rows.length).toBeGreaterThan(0);

    // Each line's cost is its quantity at the preferred supplier's price, by a query of the test's own.
    const at = (label: RegExp) => header.findIndex((cell) => label.test(cell));
    const prices = await queryWarehouse(
      folder,
      `SELECT p.sku, CAST(t.unit_cost AS DOUBLE) AS price FROM tallyboard.products p
       JOIN tallyboard.supply_terms t USING (product_id) WHERE t.is_preferred`,
    );
    const priceOf = new Map(prices.map((row) => [row.sku, Number(row.price)]));
    const lines = rows.filter((row) => priceOf.has(row[at(/^sku/i)]));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const quantity = toNumber(line[at(/^suggested quantity/i)] ?? '');
      const price = priceOf.get(line[at(/^sku/i)]) ?? Number.NaN;
      expect(toNumber(line[at(/^cost/i)] ?? ''), line.join()).toBeCloseTo(quantity * price, 1);
    }
    const shown = new Set(rows.map((row) => row[warehouse]).filter((name) => name && !/total/i.test(name)));
    if (person === 'manager') {
      const [north] = await queryWarehouse(
        folder,
        "SELECT name FROM tallyboard.warehouses WHERE warehouse_id = 'WH-NORTH'",
      );
      expect([...shown]).toEqual([north?.name]);
    } else {
      expect(shown.size).toBeGreaterThan(1);
    }
  });
});

describe('a conversation', () => {
  const url = inject('url');
  let browser: Browser;
  let page: Page;
  useSignedIn('analyst', (opened, context) => {
    page = opened;
    ({ browser } = context);
  });

  it('goes on in a reloaded page and in a second tab while the answer is being written', async () => {
    await page.goto(url);
    await send(page, salesQuestion);
    await page.waitForURL(/\/c\//);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await page.reload();
    await Promise.all([waitForAnswer(page), waitForAnswer(second)]);
    const [first, other] = await Promise.all(
      [page, second].map((tab) => tab.getByRole('log', { name: 'Messages' }).textContent()),
    );
    expect(first).toContain(salesQuestion);
    expect(other).toBe(first);
    expect(
      await page.getByRole('region', { name: 'Visualizations' }).getByRole('figure').count(),
    ).toBeGreaterThan(0);
    await second.close();
  });

  it('takes a follow-up that changes one part of the last question', async () => {
    await page.goto(url);
    await ask(page, salesQuestion);
    await ask(page, 'and by region?');
    const [header = []] = await readTable(page, /region/i);
    expect(header.some((label) => /region/i.test(label))).toBe(true);
  });

  it('is in the list of saved sessions and opens whole from there', async () => {
    await page.goto(url);
    await ask(page, 'What are the top 5 products by revenue last month?');
    const text = await page.getByRole('log', { name: 'Messages' }).textContent();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('button', { name: salesQuestion }).waitFor();
    await page
      .getByRole('navigation', { name: 'Saved sessions' })
      .getByRole('link', { name: /top 5 products/i })
      .first()
      .click();
    await expect.poll(() => page.getByRole('log', { name: 'Messages' }).textContent()).toBe(text);
    await page.getByRole('region', { name: 'Visualizations' }).getByRole('figure').first().waitFor();
  });

  it('is exported as JSON with everything and as CSV with the tables', async () => {
    const json = await download(page, 'Export JSON');
    const csv = await download(page, 'Export CSV');
    const exported = JSON.parse(json);
    expect(exported.turns[0].question).toMatch(/top 5 products/i);
    expect(exported.turns[0].results[0].rows.length).toBeGreaterThan(0);
    expect(exported.turns[0].results[0].sql).toContain('SELECT');
    expect(csv.split('\n').length).toBeGreaterThan(5);
  });

  it('has figures that are shown with what proves each', async () => {
    const answer = (await page.getByRole('log', { name: 'Messages' }).textContent()) ?? '';
    await page.getByRole('button', { name: 'Show SQL' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'SQL behind this answer' });
    await dialog.getByText(/figures of the answer proved by its rows$/).click();
    const proofs = dialog.locator('.sql-proofs tbody tr');
    expect(await proofs.count()).toBeGreaterThanOrEqual(5);
    const [figure = '', formula = '', cells = ''] = await proofs.first().getByRole('cell').allTextContents();
    expect(figure).toMatch(/\d/);
    expect(answer).toContain(figure);
    expect([formula, cells]).toEqual(['cell', expect.stringMatching(/^Revenue, [A-Z]/)]);
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('has reads that give the same rows when they are run again', async () => {
    await page.getByRole('button', { name: 'Show SQL' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'SQL behind this answer' });
    // A dialog that ends below the buttons scrolls to what comes of them.
    await page.setViewportSize({ width: 1440, height: 480 });
    for (const name of ['Run again as of then', 'Run again now']) {
      await dialog.getByRole('button', { name }).first().click();
      await dialog.getByText('The same 5 rows.').waitFor();
      const readAt = await dialog
        .getByText(/^Read as of/)
        .last()
        .boundingBox();
      expect(readAt && readAt.y + readAt.height).toBeLessThanOrEqual(480 - 16);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await findProblemsInEveryLook(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('of another person is not found, by link and by export', async () => {
    const conversationUrl = page.url();
    const id = conversationUrl.split('/c/')[1];
    const other = await signIn(browser, url, 'manager');
    await other.page.goto(conversationUrl);
    await other.page
      .getByText(/no such session|not found|does not exist/i)
      .first()
      .waitFor();
    expect(await other.page.getByText(/top 5 products/i).count()).toBe(0);
    const reply = await other.page.request.get(`${url}/api/export/${id}?format=json`, {
      headers: { authorization: await authorizationOf(other.page) },
    });
    expect(reply.status()).toBe(404);
    expect((await reply.json()).code).toBe('conversation_not_found');
    await other.context.close();
  });
});

async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

/** The authorization header that the page sends, taken from a request of its own. */
async function authorizationOf(page: Page): Promise<string> {
  const sent = page.waitForRequest((request) => request.url().includes('/api/chat'));
  await page.goto(new URL('/', page.url()).href);
  await send(page, 'What can I ask?');
  return (await (await sent).headerValue('authorization')) ?? '';
}

/** True when the chart's canvas holds pixels of more than one colour. */
function hasInk(page: Page): Promise<boolean> {
  return page
    .getByRole('region', { name: 'Visualizations' })
    .locator('canvas')
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3]) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      }
      return colours.size > 3;
    });
}
