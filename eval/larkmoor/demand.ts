import { createRandom, type Random } from '../../local/data/demo/random.ts';
import { pickByWeight } from '../made/pick-by-weight.ts';
import { type Article, articles, type Season } from './articles.ts';
import { lastDay, toDate, toDay } from './days.ts';
import type { Client } from './parties.ts';

export type OrderLine = {
  day: number;
  order: string;
  client: Client;
  channel: 'WEB' | 'TEL' | 'REP';
  article: Article;
  depot: string;
  pieces: number;
};

// January to December, and Sunday to Saturday.
const ofMonth = [0.88, 0.92, 0.98, 0.99, 1.0, 1.0, 0.93, 0.9, 1.03, 1.07, 1.13, 1.22];
const ofWeekday = [0.25, 1.45, 1.1, 1.0, 1.1, 1.25, 0.5];
const seasons: Record<Season, number[]> = {
  steady: Array(12).fill(1),
  summer: [0.2, 0.2, 0.4, 0.8, 1.4, 2.2, 2.6, 2.4, 1.1, 0.4, 0.2, 0.2],
  autumn: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 1.2, 3.2, 3.6, 1.8, 0.4],
  winter: [1.8, 1.5, 0.9, 0.5, 0.3, 0.2, 0.2, 0.3, 0.7, 1.3, 2.1, 2.3],
  christmas: [0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.5, 1.4, 3.6, 4.2],
};
const tastes: Record<string, Record<string, number>> = {
  Cafés: { Syrups: 1.6, Bakery: 1.4 },
  Offices: { Filter: 5, Tea: 1.8, Sugar: 3, Bakery: 0.4, Syrups: 0.3 },
  Restaurants: { Bakery: 1.5, Decaf: 1.8, Seasonal: 0.5 },
  Retail: { 'Single Origin': 2.5, Seasonal: 2.5, 'Spare Parts': 0.2, Bakery: 0.3 },
};

/** What clients want, in the order of days, whether or not it is in stock. */
export function toDemand(seed: number, clients: readonly Client[]): OrderLine[] {
  const random = createRandom(seed, 'demand');
  const lines: OrderLine[] = [];
  for (let day = 0; day <= lastDay; day += 1) {
    const date = toDate(day);
    const month = date.getUTCMonth();
    const mean = 8.4 * (ofMonth[month] ?? 1) * (ofWeekday[date.getUTCDay()] ?? 1) * (1 + (0.12 * day) / 365);
    const sold = articles.filter(
      ({ introduced, withdrawn }) =>
        day >= toDay(introduced) && (withdrawn === null || day <= toDay(withdrawn)),
    );
    for (let count = random.poisson(mean); count > 0; count -= 1) {
      const client = pickByWeight(random, clients, ({ weight }) => weight);
      const taste = tastes[client.trade] ?? {};
      const toWeight = ({ weight, season, group, family }: Article) =>
        weight * (seasons[season][month] ?? 1) * (taste[group] ?? 1) * (taste[family] ?? 1);
      const wanted = new Set<Article>();
      for (let more = random.integer(1, 5); more > 0; more -= 1) {
        wanted.add(pickByWeight(random, sold, toWeight));
      }
      const order = `S${100_000 + lines.length}`;
      const channel = toChannel(random, date, day);
      for (const article of wanted) {
        const pieces = Math.max(1, Math.round(article.pieces * (0.4 + 1.2 * random.next())));
        lines.push({ day, order, client, channel, article, depot: toDepot(article, client), pieces });
      }
    }
  }
  return lines;
}

/** The web shop takes over from the phone. */
function toChannel(random: Random, date: Date, day: number): OrderLine['channel'] {
  const web = date.getUTCDay() === 0 ? 1 : 0.34 + (0.22 * day) / lastDay;
  if (random.chance(web)) return 'WEB';
  return random.chance(0.55) ? 'TEL' : 'REP';
}

function toDepot({ depots: [usual = 'Main', ...others] }: Article, { area }: Client): string {
  return (area === 'Bristol' || area === 'Cardiff') && others.includes('Bristol') ? 'Bristol' : usual;
}
