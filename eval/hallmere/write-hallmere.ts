import { createCsvWriter } from '../made/create-csv-writer.ts';
import { lastDay, toDate, toDay } from './days.ts';
import { toOrders } from './demand.ts';
import { items } from './items.ts';
import { caseOf, keepStock, type Line, type PurchaseLine, type Shelf } from './keep-stock.ts';
import { sites, suppliers, toAccounts } from './parties.ts';

type Row = Record<string, string | number | null>;

/** Freight made gloves dearer from this day, which was not passed on. */
const freightFrom = toDay('2024-09-01');

/**
 * Writes the records of Hallmere, an invented distributor of medical and dental supplies, as the files of its own system:
 * amounts in cents, days as 20250311, orders and their lines in files of their own. The same seed gives the same files.
 */
export async function writeHallmere(folder: string, seed: number): Promise<void> {
  const accounts = toAccounts(seed);
  const orders = toOrders(seed, accounts);
  const { shelves, lines, purchases, moves, counts } = keepStock(seed, orders);
  const writeCsv = await createCsvWriter(folder, '|');
  const write = (file: string, rows: readonly Row[]) => {
    const columns = Object.keys(rows[0] ?? {});
    return writeCsv(
      file,
      columns.join('|'),
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    );
  };

  await write('sites.csv', sites);
  await write(
    'suppliers.csv',
    suppliers.map(({ no, name, country }) => ({ no, name, country })),
  );
  await write(
    'accounts.csv',
    accounts.map(({ no, name, kind, province }) => ({ no, name, kind, province })),
  );
  await write(
    'items.csv',
    items.map(({ no, sku, name, group, subgroup, brand, price, cost, firstSold, lastSold }) => {
      const amounts = { list_cents: toCents(price), cost_cents: toCents(cost) };
      const days = { first_sold: firstSold, last_sold: lastSold };
      return { no, sku, name, group, subgroup, brand, ...amounts, ...days };
    }),
  );
  await write(
    'sources.csv',
    items.flatMap((item) => {
      const names = [item.supplier, ...(item.subgroup === 'Nitrile' ? ['Second Source Medical'] : [])];
      return names.map((name, index) => {
        const { no = '', days = 0 } = suppliers.find((one) => one.name === name) ?? {};
        const cost = toCents(item.cost * (1 - 0.05 * index));
        return { item: item.no, supplier: no, rank: index + 1, days, case: caseOf(item), cost_cents: cost };
      });
    }),
  );
  const steered = shelves.filter(({ item }) => item.group !== 'Equipment' && toDay(item.firstSold) < 0);
  await write(
    'levels.csv',
    steered.map((shelf) => ({ ...toPlace(shelf), level: shelf.level, safety: shelf.safety })),
  );
  await write(
    'orders.csv',
    orders.map(({ no, account, via }) => ({ no, account: account.no, via })),
  );
  await write('order_lines.csv', lines.map(toLineRow));
  await write('purchase_lines.csv', purchases.map(toPurchaseRow));
  await write(
    'moves.csv',
    moves.map(({ day, shelf, code, packs, reference }) => {
      const amount = { direction: packs < 0 ? '-' : '+', packs: Math.abs(packs) };
      return { posted: toText(day), ...toPlace(shelf), code, ...amount, reference };
    }),
  );
  await write(
    'on_hand.csv',
    counts.map(({ day, shelf, onHand, allocated, incoming }) => {
      return { day: toText(day), ...toPlace(shelf), on_hand: onHand, allocated, incoming };
    }),
  );
}

/** There is a new price list each January, and costs follow it. */
function toLineRow({ order, day, site, item, packs }: Line): Row {
  const year = toDate(order.day).getUTCFullYear();
  const list = toCents(item.price * (1 + 0.03 * (year - 2025)));
  const isCheaper = item.group === 'Gloves' && order.day < freightFrom;
  const cost = toCents(item.cost * (isCheaper ? 0.86 : 1 + 0.025 * (year - 2025)));
  const percent = 100 - order.account.contract - (order.via === 'TEN' ? 6 : 0);
  const amounts = {
    list_cents: list,
    net_cents: Math.round((packs * list * percent) / 100),
    cost_cents: packs * cost,
  };
  return { order: order.no, posted: toText(day), ...toPlace({ item, site }), packs, ...amounts };
}

/** The status is open, came, or struck. */
function toPurchaseRow({ po, supplier, shelf, day, due, arrives, packs, ...line }: PurchaseLine): Row {
  const hasCome = !line.isCancelled && arrives <= lastDay;
  const about = { po, supplier: supplier.no, ...toPlace(shelf), placed: toText(day), due: toText(due) };
  const came = { came: hasCome ? toText(arrives) : null, packs, packs_in: 0, packs_back: 0 };
  const arrived = hasCome ? { packs_in: line.arrived, packs_back: line.sentBack } : {};
  const status = line.isCancelled ? 'X' : hasCome ? 'C' : 'O';
  return { ...about, ...came, ...arrived, cost_cents: toCents(shelf.item.cost), status };
}

function toPlace({ item, site }: Pick<Shelf, 'item' | 'site'>) {
  return { site: sites.find(({ name }) => name === site)?.no ?? '', item: item.no };
}

function toCents(amount: number): number {
  return Math.round(amount * 100);
}

/** As its system writes days: 20250311. */
function toText(day: number): string {
  return toDate(day).toISOString().slice(0, 10).replaceAll('-', '');
}
