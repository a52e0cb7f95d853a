import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listVersions } from '../local/bigquery/catalog/warehouse-versions.ts';
import { generateDemo } from '../local/data/generate-demo.ts';
import { dataset } from '../local/project.ts';
import { companies, isPresent } from './companies.ts';
import { type Gold, openGold } from './gold.ts';
import { type QuestionSet, readQuestions } from './questions.ts';

let folder: string;
let gold: Gold;
let questions: QuestionSet;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyboard-gold-'));
  questions = await readQuestions(join(import.meta.dirname, 'questions.yaml'));
  const { file } = await generateDemo({
    folder,
    tablesFolder: join(import.meta.dirname, '../bigquery/tables'),
    dataset,
    // A leap day: last year has no such day.
    today: '2028-02-29',
    seed: 1,
    scale: 0.02,
  });
  gold = await openGold(file, dataset, questions);
}, 60_000);

afterAll(async () => {
  gold.close();
  await rm(folder, { recursive: true, force: true });
});

test('there are at least 120 questions, 25 of which cannot be answered', () => {
  const items = questions.conversations.flatMap((conversation) => conversation.items);
  expect(items.length).toBeGreaterThanOrEqual(120);
  expect(items.filter(({ abstain }) => abstain).length).toBeGreaterThanOrEqual(25);
});

test('every gold statement, period and text of the questions can be run, whatever the last day of the data is', async () => {
  for (const { items } of questions.conversations) {
    for (const item of items) {
      expect(gold.toText(item.ask)).not.toMatch(/[{}]/);
      for (const name of item.period ?? []) {
        const { start, end } = gold.toPeriod(name);
        expect(start <= end, name).toBe(true);
      }
      for (const sql of item.gold ?? []) await gold.check(sql);
    }
  }
}, 120_000);

test('periods are those of the calendar', () => {
  expect(gold.toPeriod('last_quarter')).toEqual({ start: '2027-10-01', end: '2027-12-31' });
  expect(gold.toPeriod('this_year_year_before')).toEqual({ start: '2027-01-01', end: '2027-02-28' });
  expect(gold.toPeriod('last_week')).toEqual({ start: '2028-02-21', end: '2028-02-27' });
});

for (const name of ['adventureworks', 'larkmoor', 'hallmere']) {
  const company = companies[name];
  const present = company !== undefined && isPresent(company);
  if (!present) console.log(`The gold of ${name} is not run: there is no folder ${company?.source}.`);

  test.skipIf(!present)(
    `every gold statement about ${name} can be run on the imported data`,
    async () => {
      const imported = join(folder, name);
      await company?.prepare(imported);
      const version = (await listVersions(imported)).at(-1);
      const about = await readQuestions(join(import.meta.dirname, company?.questionsFile ?? ''));
      const truth = await openGold(version?.file ?? '', dataset, about);
      const statements = about.conversations.flatMap(({ items }) => items.flatMap((item) => item.gold ?? []));
      for (const sql of statements) await truth.check(sql);
      truth.close();
      expect(statements.length).toBeGreaterThan(50);
    },
    60_000,
  );
}
