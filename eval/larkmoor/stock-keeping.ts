import { createRandom } from '../../local/data/demo/random.ts';
import { type Article, articles } from './articles.ts';
import { lastDay, toDate, toDay } from './days.ts';
import type { OrderLine } from './demand.ts';
import { depots, type Vendor, vendors } from './parties.ts';

/** An article at a depot. `trigger`: below this many pieces it is ordered. */
export type Shelf = {
  article: Article;
  depot: string;
  rate: number;
  trigger: number;
  minimum: number;
  onHand: number;
  held: number;
  inbound: number;
};
/** `INV` is an invoice, `CRN` a credit note; pieces are above 0 in both. */
export type Shipment = OrderLine & { kind: 'INV' | 'CRN' };
export type Purchase = {
  no: string;
  line: number;
  vendor: Vendor;
  shelf: Shelf;
  placed: number;
  promised: number;
  arrives: number;
  pieces: number;
  arrived: number;
  refused: number;
  isVoid: boolean;
};
export type Entry = { day: number; shelf: Shelf; reason: string; pieces: number; document: string };
export type Count = { day: number; shelf: Shelf; onHand: number; held: number; inbound: number };

export type Records = {
  shelves: Shelf[];
  shipments: Shipment[];
  purchases: Purchase[];
  entries: Entry[];
  counts: Count[];
};

export const cartonOf = ({ group, pieces }: Article) => (group === 'Machines' ? 1 : pieces > 4 ? 12 : 6);
const firstCount = toDay('2024-08-16');

/** Runs the depots day by day. Orders are shipped on the day after; what is not there is not sold. */
export function keepStock(seed: number, demand: readonly OrderLine[]): Records {
  const random = createRandom(seed, 'stock');
  const shelves = toShelves(demand);
  const find = (article: Article, depot: string) =>
    shelves.find((shelf) => shelf.article === article && shelf.depot === depot);
  const records: Records = { shelves, shipments: [], purchases: [], entries: [], counts: [] };
  const move = (day: number, shelf: Shelf, reason: string, pieces: number, document: string) => {
    if (pieces === 0) return;
    shelf.onHand += pieces;
    records.entries.push({ day, shelf, reason, pieces, document });
  };
  const wantedOn = Map.groupBy(demand, ({ day }) => day);
  const backOn = new Map<number, Shipment[]>();
  let toShip: Shipment[] = [];

  for (const shelf of shelves) {
    const isNew = toDay(shelf.article.introduced) > 0;
    if (!isNew) move(0, shelf, 'INI', Math.ceil(shelf.trigger + shelf.rate * 20), '');
  }
  for (let day = 0; day <= lastDay; day += 1) {
    for (const sold of toShip) {
      const shelf = find(sold.article, sold.depot);
      if (!shelf) continue;
      shelf.held -= sold.pieces;
      move(day, shelf, 'OUT', -sold.pieces, sold.order);
    }
    for (const bought of records.purchases.filter(({ arrives, isVoid }) => arrives === day && !isVoid)) {
      bought.shelf.inbound -= bought.pieces;
      move(day, bought.shelf, 'IN', bought.arrived - bought.refused, bought.no);
    }
    for (const back of backOn.get(day) ?? []) {
      records.shipments.push(back);
      const shelf = find(back.article, back.depot);
      if (shelf && random.chance(0.75)) move(day, shelf, 'RET', back.pieces, back.order);
    }
    toShip = [];
    for (const line of wantedOn.get(day) ?? []) {
      const shelf = find(line.article, line.depot);
      const pieces = Math.min(line.pieces, shelf ? shelf.onHand - shelf.held : 0);
      if (!shelf || pieces <= 0) continue;
      shelf.held += pieces;
      toShip.push({ ...line, pieces, kind: 'INV' });
      if (!random.chance(line.article.group === 'Machines' ? 0.06 : 0.025)) continue;
      const returnedOn = day + random.integer(3, 21);
      const back = { ...line, day: returnedOn, pieces: random.integer(1, pieces) };
      backOn.set(returnedOn, [...(backOn.get(returnedOn) ?? []), { ...back, kind: 'CRN' }]);
    }
    records.shipments.push(...toShip);
    if (toDate(day).getUTCDate() === 28) countShelves(day);
    if (toDate(day).getUTCDay() === 2) refillBristol(day);
    if ([1, 4].includes(toDate(day).getUTCDay())) orderFromVendors(day);
    if (day < firstCount) continue;
    for (const shelf of shelves) {
      const { onHand, held, inbound, article } = shelf;
      if (day >= toDay(article.introduced)) records.counts.push({ day, shelf, onHand, held, inbound });
    }
  }
  return records;

  function countShelves(day: number): void {
    for (const shelf of shelves) {
      if (!random.chance(0.2)) continue;
      const off = random.chance(0.8) ? -random.integer(1, 4) : random.integer(1, 2);
      move(day, shelf, 'COR', Math.max(off, shelf.held - shelf.onHand), '');
    }
  }

  /** In the last weeks goods from abroad are held up. */
  function toDelay(day: number, { land, punctual }: Vendor): number {
    const isHeldUp = day > lastDay - 45 && land !== 'United Kingdom';
    if (random.chance(isHeldUp ? punctual - 0.3 : punctual)) return -random.integer(0, 2);
    return random.chance(isHeldUp ? 0.5 : 0.1) ? random.integer(8, 30) : random.integer(1, 6);
  }

  /** From Main, where it has much more than it needs. */
  function refillBristol(day: number): void {
    for (const to of shelves.filter(({ depot }) => depot === 'Bristol')) {
      const from = find(to.article, 'Main');
      const pieces = cartonOf(to.article);
      if (!from || to.onHand - to.held > to.minimum || from.onHand - from.held < from.trigger + pieces)
        continue;
      move(day, from, 'TRO', -pieces, `T${day}`);
      move(day, to, 'TRI', pieces, `T${day}`);
    }
  }

  function orderFromVendors(day: number): void {
    for (const vendor of vendors) {
      for (const { title } of depots) {
        const no = `P${vendor.no.slice(1)}${title.charAt(0)}${10_000 + day}`;
        const short = shelves.filter(
          (shelf) =>
            shelf.article.vendor === vendor.company &&
            shelf.depot === title &&
            isBought(shelf.article, vendor, day) &&
            toPosition(shelf) < shelf.trigger,
        );
        for (const [index, shelf] of short.entries()) {
          const carton = cartonOf(shelf.article);
          const wanted = shelf.trigger + shelf.rate * 18 - toPosition(shelf);
          const pieces = Math.max(1, Math.ceil(wanted / carton)) * carton;
          const promised = day + vendor.days;
          const arrives = promised + toDelay(day, vendor);
          const isVoid = random.chance(0.03);
          const arrived = random.chance(0.06) ? Math.ceil(pieces * 0.8) : pieces;
          const refused = random.chance(0.05) ? Math.ceil(arrived * 0.1) : 0;
          const dates = { placed: day, promised, arrives };
          const line = { no, line: index + 1, vendor, shelf, ...dates, pieces, arrived, refused, isVoid };
          records.purchases.push(line);
          if (!isVoid) shelf.inbound += pieces;
        }
      }
    }
  }
}

/** From when it is needed for its first day until a month before its last. */
function isBought({ introduced, withdrawn }: Article, vendor: Vendor, day: number): boolean {
  if (day < toDay(introduced) - vendor.days) return false;
  return withdrawn === null || day <= toDay(withdrawn) - 30;
}

function toPosition({ onHand, held, inbound }: Shelf): number {
  return onHand - held + inbound;
}

function toShelves(demand: readonly OrderLine[]): Shelf[] {
  return articles.flatMap((article) =>
    article.depots.map((depot) => {
      const wanted = demand.filter((line) => line.article === article && line.depot === depot);
      const sold = lastDay - Math.max(0, toDay(article.introduced));
      const rate = wanted.reduce((sum, { pieces }) => sum + pieces, 0) / sold;
      const days = vendors.find(({ company }) => company === article.vendor)?.days ?? 14;
      const minimum = Math.ceil(rate * 1.5 * Math.sqrt(days));
      const trigger = Math.ceil(rate * (days + 4)) + minimum;
      return { article, depot, rate, trigger, minimum, onHand: 0, held: 0, inbound: 0 };
    }),
  );
}
