/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const foundSchema = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds against WCAG 2.2 A and AA, as lines; none is what is wanted. */
export async function findProblems(page: Page): Promise<string[]> {
  // What fades in is measured at its end; what moves for as long as it is there has none.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    return Promise.all(ending.map((one) => one.finished.catch(() => null))).then(() => null);
  });
  // Evaluated, not added as a script: the page's own policy refuses scripts from elsewhere.
  await page.evaluate(axeSource);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)`,
  );
  return foundSchema.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The widths and themes that every state is looked at in: each width and each theme once at least. */
const looks = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 820, height: 1100, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

/** The same in three widths and two themes, each line after its look; also what is wider than the page. */
export async function findProblemsInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const problems = await findProblems(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (tooWide) problems.push('wider than the page');
    found.push(...problems.map((problem) => `${width} ${colorScheme}: ${problem}`));
  }
  const { width, height, colorScheme } = looks[0];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  return found;
}
