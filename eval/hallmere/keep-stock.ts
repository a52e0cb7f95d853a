import { createRandom } from '../../local/data/demo/random.ts';
import { lastDay, toDate, toDay } from './days.ts';
import { isSold, type Order, toSites, type Wanted } from './demand.ts';
import { type Item, items } from './items.ts';
import { type Supplier, suppliers } from './parties.ts';

/** An item at a site, which sells `rate` packs a day. `level`: it is ordered below it. */
export type Shelf = { item: Item; site: string; rate: number; level: number; safety: number } & Figures;
type Figures = { onHand: number; allocated: number; incoming: number };
/** `packs` are below 0 where they came back. */
export type Line = Wanted & { order: Order; day: number };
export type PurchaseLine = {
  po: string;
  supplier: Supplier;
  shelf: Shelf;
  day: number;
  due: number;
  arrives: number;
  packs: number;
  arrived: number;
  sentBack: number;
  isCancelled: boolean;
};
export type Move = { day: number; shelf: Shelf; code: string; packs: number; reference: string };
export type Records = {
  shelves: Shelf[];
  lines: Line[];
  purchases: PurchaseLine[];
  moves: Move[];
  counts: ({ day: number; shelf: Shelf } & Figures)[];
};

const firstCount = toDay('2024-01-01');
const overstocked = new Set(['Face Shield, 24 pcs', 'Hydrocolloid Dressing 10 x 10 cm, 10 pcs']);
export const caseOf = ({ group, packs }: Item) => (group === 'Equipment' ? 1 : packs * 2);

/** Runs the sites day by day. What is not there is not sold; hospitals' orders ship after two days, others after one. */
export function keepStock(seed: number, orders: readonly Order[]): Records {
  const random = createRandom(seed, 'stock');
  const shelves = toShelves(orders);
  const find = (item: Item, site: string) => {
    const found = shelves.find((one) => one.item === item && one.site === site);
    if (!found) throw new Error(`${site} does not keep ${item.name}.`);
    return found;
  };
  const records: Records = { shelves, lines: [], purchases: [], moves: [], counts: [] };
  const later = new Map<number, (() => void)[]>();
  const onDay = (day: number, work: () => void) => later.set(day, [...(later.get(day) ?? []), work]);
  const move = (day: number, shelf: Shelf, code: string, packs: number, reference: string) => {
    if (packs === 0) return;
    shelf.onHand += packs;
    records.moves.push({ day, shelf, code, packs, reference });
  };
  const ordersOf = Map.groupBy(orders, ({ day }) => day);

  for (const shelf of shelves) {
    const days = overstocked.has(shelf.item.name) ? 1100 : 25;
    if (isSold(shelf.item, 0)) move(0, shelf, '00', Math.ceil(shelf.level + shelf.rate * days), '');
  }
  for (let day = 0; day <= lastDay; day += 1) {
    for (const work of later.get(day) ?? []) work();
    for (const order of ordersOf.get(day) ?? []) {
      for (const wanted of order.lines) sell(day, order, wanted);
    }
    const weekday = toDate(day).getUTCDay();
    if (weekday === 3) refillBranches(day);
    if (weekday === 2 || weekday === 5) buy(day);
    if (toDate(day).getUTCDate() === 15) countShelves(day);
    for (const shelf of shelves) {
      const { item, onHand, allocated, incoming } = shelf;
      const isKept = day >= toDay(item.firstSold) && (isSold(item, day) || onHand > 0);
      if (day >= firstCount && isKept) records.counts.push({ day, shelf, onHand, allocated, incoming });
    }
  }
  return records;

  function sell(day: number, order: Order, wanted: Wanted): void {
    const shelf = find(wanted.item, wanted.site);
    const packs = Math.min(wanted.packs, shelf.onHand - shelf.allocated);
    if (packs <= 0) return;
    const line = { ...wanted, order, day, packs };
    records.lines.push(line);
    shelf.allocated += packs;
    const ships = day + (order.account.kind === 'Hospitals' ? 2 : 1);
    onDay(ships, () => {
      shelf.allocated -= packs;
      move(ships, shelf, '10', -packs, order.no);
    });
    if (!random.chance(wanted.item.subgroup === 'Monitors' ? 0.09 : 0.02)) return;
    const backOn = day + random.integer(4, 25);
    const back = random.integer(1, packs);
    onDay(backOn, () => {
      records.lines.push({ ...line, day: backOn, packs: -back });
      if (wanted.site !== 'Cold Chain') move(backOn, shelf, '20', back, order.no);
    });
  }

  /** From the central shelf, as far as it has more than it needs for two weeks. */
  function refillBranches(day: number): void {
    for (const shelf of shelves) {
      const [central = ''] = toSites(shelf.item);
      if (shelf.site === central || toPosition(shelf) > shelf.level) continue;
      const from = find(shelf.item, central);
      const spare = from.onHand - from.allocated - from.rate * 14;
      const packs = Math.ceil(Math.min(spare, shelf.level + shelf.rate * 10 - toPosition(shelf)));
      if (packs <= 0) continue;
      move(day, from, '40', -packs, `TR-${day}`);
      move(day, shelf, '41', packs, `TR-${day}`);
    }
  }

  /** For all sites of an item together. */
  function buy(day: number): void {
    for (const shelf of shelves) {
      const { item } = shelf;
      const supplier = suppliers.find(({ name }) => name === item.supplier);
      const all = shelves.filter((one) => one.item === item);
      if (!supplier || all[0] !== shelf || !isSold(item, day + supplier.days)) continue;
      const sum = (toFigure: (one: Shelf) => number) => all.reduce((total, one) => total + toFigure(one), 0);
      const [level, rate, position] = [sum((one) => one.level), sum((one) => one.rate), sum(toPosition)];
      if (position >= level) continue;
      const packs = Math.ceil((level + rate * 20 - position) / caseOf(item)) * caseOf(item);
      const due = day + supplier.days;
      const arrives = Math.max(day + 2, due + toDelay(supplier, day));
      const arrived = random.chance(0.05) ? Math.ceil(packs * 0.75) : packs;
      const sentBack = random.chance(supplier.country === 'India' ? 0.14 : 0.03)
        ? Math.ceil(arrived * 0.12)
        : 0;
      const isCancelled = random.chance(0.025);
      const po = `PO-${supplier.no}-${1000 + day}`;
      const line = { po, supplier, shelf, day, due, arrives, packs, arrived, sentBack, isCancelled };
      records.purchases.push(line);
      if (isCancelled) continue;
      shelf.incoming += packs;
      onDay(arrives, () => {
        shelf.incoming -= packs;
        move(arrives, shelf, '30', arrived - sentBack, po);
      });
    }
  }

  function toDelay({ punctual, lateFrom }: Supplier, day: number): number {
    const isLate = lateFrom !== undefined && day >= toDay(lateFrom);
    if (random.chance(isLate ? punctual - 0.65 : punctual)) return -random.integer(0, 3);
    return isLate ? random.integer(10, 40) : random.integer(1, 9);
  }

  function countShelves(day: number): void {
    for (const shelf of shelves) {
      if (!random.chance(0.15)) continue;
      const off = random.chance(0.75) ? -random.integer(1, 5) : random.integer(1, 3);
      if (shelf.onHand > 0) move(day, shelf, '50', Math.max(off, shelf.allocated - shelf.onHand), '');
    }
  }
}

function toPosition({ onHand, allocated, incoming }: Figures): number {
  return onHand - allocated + incoming;
}

function toShelves(orders: readonly Order[]): Shelf[] {
  const wanted = new Map<string, number>();
  for (const { item, site, packs } of orders.flatMap(({ lines }) => lines)) {
    wanted.set(`${item.no} ${site}`, (wanted.get(`${item.no} ${site}`) ?? 0) + packs);
  }
  return items.flatMap((item) =>
    toSites(item).map((site, index) => {
      const last = item.lastSold === null ? lastDay : toDay(item.lastSold);
      const rate = (wanted.get(`${item.no} ${site}`) ?? 0) / (last - Math.max(0, toDay(item.firstSold)));
      const days = index === 0 ? (suppliers.find(({ name }) => name === item.supplier)?.days ?? 0) : 10;
      const safety = Math.ceil(rate * 2.4 * Math.sqrt(days));
      const level = Math.ceil(rate * (days + 5)) + safety;
      return { item, site, rate, level, safety, onHand: 0, allocated: 0, incoming: 0 };
    }),
  );
}
