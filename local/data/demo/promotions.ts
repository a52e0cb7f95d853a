import type { Calendar } from './calendar.ts';
import { subcategories } from './catalog.ts';
import { createRandom } from './random.ts';

/** Percent off, by subcategory and day. */
export type Promotions = (subcategory: number, day: number) => number;

/** Month from 1, day of month, length in days, categories (null is all), percent off. */
const everyYear = [
  { month: 1, day: 4, days: 17, categories: [0], percent: 20 },
  { month: 4, day: 8, days: 14, categories: [2], percent: 15 },
  { month: 6, day: 6, days: 15, categories: [4], percent: 15 },
  { month: 7, day: 1, days: 12, categories: [3], percent: 20 },
  { month: 9, day: 5, days: 12, categories: [1], percent: 15 },
  { month: 10, day: 10, days: 12, categories: [2, 3], percent: 25 },
  { month: 11, day: 20, days: 11, categories: null, percent: 20 },
];

export function createPromotions(seed: number, calendar: Calendar): Promotions {
  const random = createRandom(seed, 'promotions');
  const { dayCount } = calendar;
  const percents = subcategories.map(() => new Uint8Array(dayCount));
  const add = (subcategory: number, from: number, days: number, percent: number) => {
    const values = percents[subcategory];
    for (let day = Math.max(0, from); values && day < Math.min(dayCount, from + days); day += 1) {
      values[day] = Math.max(values[day] ?? 0, percent);
    }
  };
  for (let day = -40; day < dayCount; day += 1) {
    for (const event of everyYear) {
      if (calendar.month(day) + 1 !== event.month || calendar.dayOfMonth(day) !== event.day) continue;
      subcategories.forEach(({ category }, subcategory) => {
        if (event.categories?.includes(category) ?? true) add(subcategory, day, event.days, event.percent);
      });
    }
  }
  for (let promotion = 0; promotion < Math.round(dayCount / 18); promotion += 1) {
    const percent = random.pick([10, 15, 20]);
    add(
      random.integer(0, subcategories.length - 1),
      random.integer(0, dayCount),
      random.integer(6, 14),
      percent,
    );
  }
  return (subcategory, day) => percents[subcategory]?.[day] ?? 0;
}
