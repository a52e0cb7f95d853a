/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask } from './person.ts';
import { useSignedIn } from './signed-in.ts';

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const dayFirst = new RegExp(`\\b\\d{1,2}\\.? ${month} \\d{4}`, 'g');
const monthFirst = new RegExp(`\\b${month} \\d{1,2}, \\d{4}`, 'g');
/** "28.11.2026", "2026-11-28", "11/28/2026" */
const digits = /\b(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})\b/g;

describe.each([
  { locale: 'en-US', own: monthFirst, other: dayFirst },
  { locale: 'de-DE', own: dayFirst, other: monthFirst },
])('in a browser in $locale', ({ locale, own, other }) => {
  let page: Page;
  useSignedIn(
    'analyst',
    (opened) => {
      page = opened;
    },
    { locale },
  );

  it.each([
    'How much stock do we have by warehouse?',
    'Revenue by day last week',
    'Compare this month with the same days of the month before by category',
    'Which purchase orders are late?',
    'What should I reorder?',
  ])('every day of the answer to "%s" is written in one order', async (question) => {
    await ask(page, question);
    const answer = page.getByRole('log', { name: 'Messages' });
    await answer.getByRole('button', { name: 'Show SQL' }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const heading = await dialog.getByRole('heading', { level: 3 }).first().innerText();
    await page.keyboard.press('Escape');
    for (const button of await page.getByRole('button', { name: 'Show as table' }).all())
      await button.click();
    const shown = `${heading}\n${await page.locator('main').innerText()}`;
    expect(shown.match(own)?.length).toBeGreaterThan(1);
    expect(shown.match(other)).toBeNull();
    expect(shown.match(digits)).toBeNull();
  });
});
