import { createRandom, type Random } from '../../local/data/demo/random.ts';
import { pickByWeight } from '../made/pick-by-weight.ts';
import { lastDay, toDate, toDay } from './days.ts';
import { type Item, items } from './items.ts';
import type { Account } from './parties.ts';

export type Via = 'EDI' | 'POR' | 'TEN' | 'CAL';
export type Wanted = { item: Item; site: string; packs: number };
export type Order = { no: string; day: number; account: Account; via: Via; lines: Wanted[] };

// January to December, and Sunday to Saturday. Dental plans end with the year.
const ofMonth = [0.98, 0.96, 1.02, 1.0, 1.0, 0.94, 0.82, 0.86, 1.02, 1.08, 1.14, 1.2];
const ofWeekday = [0.12, 1.4, 1.2, 1.15, 1.1, 0.95, 0.2];
const seasons: Record<Item['season'], number[]> = {
  steady: Array(12).fill(1),
  autumn: [0.5, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5, 2.6, 4.2, 2.8, 1.0],
  winter: [2.0, 1.8, 1.2, 0.8, 0.5, 0.4, 0.3, 0.4, 0.8, 1.1, 1.5, 1.9],
};
/** How much of a group each kind of account orders; a group that is not named counts 1. */
const habits: Record<string, Record<string, number>> = {
  'Dental Clinics': {
    Restorative: 3,
    Impression: 3,
    'Digital Dentistry': 2,
    'Burs & Endo': 3,
    Anaesthetics: 1.6,
    'Wound Care': 0.2,
    'Syringes & Needles': 0.3,
    Diagnostics: 0,
    Vaccines: 0,
    Monitors: 0,
  },
  Hospitals: { Restorative: 0, Impression: 0, 'Digital Dentistry': 0, 'Burs & Endo': 0, Anaesthetics: 0.3 },
  'Long-Term Care': {
    Restorative: 0,
    Impression: 0,
    'Digital Dentistry': 0,
    'Burs & Endo': 0,
    Anaesthetics: 0,
  },
  Veterinary: { Restorative: 0, Impression: 0, 'Digital Dentistry': 0, 'Burs & Endo': 0.2, Vaccines: 0 },
  'Dental Labs': {
    'Digital Dentistry': 4,
    Impression: 3,
    'Wound Care': 0,
    Diagnostics: 0,
    Pharmaceuticals: 0,
  },
};
/** What scanners replace goes down by half; the west grows. Factor of the first day, and what the last day adds to it. */
const trends: Record<string, [number, number]> = {
  Impression: [1.35, -0.8],
  'Digital Dentistry': [0.5, 1.4],
  Prairies: [0.6, 1.1],
};

/** What accounts order, day by day, whether or not it is in stock. */
export function toOrders(seed: number, accounts: readonly Account[]): Order[] {
  const random = createRandom(seed, 'demand');
  const orders: Order[] = [];
  for (let day = 0; day <= lastDay; day += 1) {
    const date = toDate(day);
    const month = date.getUTCMonth();
    const sold = items.filter((item) => isSold(item, day));
    const toAccountWeight = ({ weight, province, lastDay: left }: Account) =>
      left !== null && day > toDay(left) ? 0 : weight * toTrend(province, day);
    const mean = 9.4 * (ofMonth[month] ?? 1) * (ofWeekday[date.getUTCDay()] ?? 1);
    for (let count = random.poisson(mean); count > 0; count -= 1) {
      const account = pickByWeight(random, accounts, toAccountWeight);
      const habit = habits[account.kind] ?? {};
      const toWeight = ({ weight, season, group, subgroup }: Item) =>
        weight *
        (seasons[season][month] ?? 1) *
        toTrend(group, day) *
        (habit[group] ?? 1) *
        (habit[subgroup] ?? 1);
      const isLarge = account.kind === 'Hospitals' || account.kind === 'Long-Term Care';
      const picked = Array.from({ length: random.integer(1, 6) }, () => pickByWeight(random, sold, toWeight));
      const lines = [...new Set(picked)].map((item) => ({
        item,
        site: toSite(item, account),
        packs: Math.max(1, Math.round(item.packs * (isLarge ? 1.4 : 1) * (0.4 + 1.2 * random.next()))),
      }));
      orders.push({
        no: `SO-${30_000 + orders.length}`,
        day,
        account,
        via: toVia(random, isLarge, day),
        lines,
      });
    }
  }
  return orders;
}

export function isSold({ firstSold, lastSold }: Item, day: number): boolean {
  return day >= toDay(firstSold) && (lastSold === null || day < toDay(lastSold));
}

/** Where an item is kept; the first is where it is bought for. */
export function toSites({ group }: Item): string[] {
  if (group === 'Pharmaceuticals') return ['Cold Chain'];
  return group === 'Equipment' ? ['Central DC'] : ['Central DC', 'Calgary', 'Dartmouth Cross-Dock'];
}

function toSite(item: Item, { province }: Account): string {
  const [first = '', ...branches] = toSites(item);
  if (branches.length === 0) return first;
  if (province === 'Atlantic') return 'Dartmouth Cross-Dock';
  return province === 'Prairies' || province === 'British Columbia' ? 'Calgary' : first;
}

function toTrend(name: string, day: number): number {
  const [first, more] = trends[name] ?? [1, 0];
  return first + (more * day) / lastDay;
}

/** The portal takes over from the call centre. */
function toVia(random: Random, isLarge: boolean, day: number): Via {
  if (isLarge) return random.chance(0.62) ? 'EDI' : random.chance(0.4) ? 'TEN' : 'CAL';
  return random.chance(0.4 + (0.35 * day) / lastDay) ? 'POR' : 'CAL';
}
