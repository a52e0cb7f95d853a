import { expect, test } from 'vitest';
import { matchesGold, type Shown } from './match-gold.ts';

const rules = { ordered: false, rows: 'exact', tolerance: 1e-5 } as const;
const nothing: Shown = { text: '', figures: [], tables: [] };
const byRegion: Shown = {
  ...nothing,
  tables: [
    [
      ['East', 10],
      ['West', 7],
    ],
  ],
};

test('one gold figure is met by a figure of the text, within its rounding', () => {
  const shown = { ...nothing, figures: [{ value: 1_200_000, precision: 50_000, line: '' }] };
  expect(matchesGold([[1_234_567]], shown, rules)).toBe(true);
  expect(matchesGold([[1_299_999]], shown, rules)).toBe(false);
});

test('a change is met whatever its sign, as texts say "fell by"', () => {
  expect(
    matchesGold([[-0.12]], { ...nothing, figures: [{ value: 0.12, precision: 0.0005, line: '' }] }, rules),
  ).toBe(true);
});

test('one gold figure is not met by one cell of many rows', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [`Product ${index}`, index]);
  expect(matchesGold([[17]], { ...nothing, tables: [rows] }, rules)).toBe(false);
});

test('a day of the gold is stated as a date, and the first of a month or quarter by its name', () => {
  const states = (day: string, text: string) => matchesGold([[day]], { ...nothing, text }, rules);
  expect(states('2026-06-01', 'June 2026 was the best month.')).toBe(true);
  expect(states('2026-07-01', 'Q3 2026 was the best quarter.')).toBe(true);
  expect(states('2026-06-09', 'The week of 9 Jun 2026.')).toBe(true);
  expect(states('2026-06-09', 'June 2026 was the best month.')).toBe(false);
  expect(states('2026-06-01', '11 June 2026 was the best day.')).toBe(false);
  expect(states('2026-08-01', 'Q3 2026 was the best quarter.')).toBe(false);
});

test('gold rows are met by rows with the same name and figure, in any order', () => {
  expect(
    matchesGold(
      [
        ['west', 7],
        ['east', 10],
      ],
      byRegion,
      rules,
    ),
  ).toBe(true);
  expect(
    matchesGold(
      [
        ['West', 10],
        ['East', 7],
      ],
      byRegion,
      rules,
    ),
  ).toBe(false);
});

test('a name and its figure may stand in one line of the text, not in two', () => {
  const figure = { value: 12, precision: 0.5 };
  const stated = (line: string) =>
    matchesGold(
      [
        ['East', 10, 12],
        ['West', 7, 12],
      ],
      {
        ...byRegion,
        figures: [
          { ...figure, line: `- East: 12` },
          { ...figure, line },
        ],
      },
      rules,
    );
  expect(stated('- West: 12')).toBe(true);
  expect(stated('- North: 12')).toBe(false);
});

test('more rows than the gold rows are allowed only where the question says so', () => {
  const gold = [['East', 10]];
  const two = [...gold, ['North', 3]];
  expect(matchesGold(two, byRegion, rules)).toBe(false);
  expect(
    matchesGold(
      [
        ['East', 10],
        ['West', 7],
      ],
      {
        ...nothing,
        tables: [
          [
            ['East', 10],
            ['West', 7],
            ['North', 1],
          ],
        ],
      },
      rules,
    ),
  ).toBe(false);
  expect(
    matchesGold(
      [
        ['East', 10],
        ['West', 7],
      ],
      {
        ...nothing,
        tables: [
          [
            ['East', 10],
            ['West', 7],
            ['North', 1],
          ],
        ],
      },
      { ...rules, rows: 'some' },
    ),
  ).toBe(true);
});

test('a ranking has to come in its order', () => {
  const ordered = { ...rules, ordered: true };
  expect(
    matchesGold(
      [
        ['East', 10],
        ['West', 7],
      ],
      byRegion,
      ordered,
    ),
  ).toBe(true);
  expect(
    matchesGold(
      [
        ['West', 7],
        ['East', 10],
      ],
      byRegion,
      ordered,
    ),
  ).toBe(false);
});

test('nothing is stated as "none"', () => {
  expect(matchesGold([[0]], { ...nothing, text: 'None is out of stock.' }, rules)).toBe(true);
  expect(matchesGold([[0]], nothing, rules)).toBe(false);
});

test('one of several of a name is met by its name, and by its name with its id', () => {
  const shown = { ...nothing, tables: [[['O’Brien Inn (C-02040)', 10]]] };
  expect(matchesGold([['O’Brien Inn', 10]], shown, rules)).toBe(true);
  expect(matchesGold([['O’Brien Inn (C-02040)', 10]], shown, rules)).toBe(true);
  expect(matchesGold([['O’Brien Inn (C-01045)', 10]], shown, rules)).toBe(false);
});
