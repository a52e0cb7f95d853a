import { createCsvWriter } from '../made/create-csv-writer.ts';
import { articles } from './articles.ts';
import { lastDay, toDate, toDay } from './days.ts';
import { toDemand } from './demand.ts';
import { depots, toClients, vendors } from './parties.ts';
import { cartonOf, keepStock, type Purchase } from './stock-keeping.ts';

/** Prices went up on this day: coffee costs more than it did, and not all of it was passed on. */
const dearerFrom = toDay('2024-10-01');

/**
 * Writes the records of Larkmoor, an invented coffee roaster and food wholesaler, as the CSV files of its own system. The
 * same seed gives the same files.
 */
export async function writeLarkmoor(folder: string, seed: number): Promise<void> {
  const clients = toClients(seed);
  const { shelves, shipments, purchases, entries, counts } = keepStock(seed, toDemand(seed, clients));
  const codeOf = new Map(depots.map(({ title, code }) => [title, code]));
  const toCode = (title: string) => codeOf.get(title) ?? '';
  const write = await createCsvWriter(folder, ';');

  await write(
    'depots.csv',
    'code;title;area',
    depots.map(({ code, title, area }) => [code, title, area]),
  );
  await write(
    'vendors.csv',
    'vendor;company;land',
    vendors.map(({ no, company, land }) => [no, company, land]),
  );
  await write(
    'clients.csv',
    'client;trading_name;trade;area',
    clients.map(({ no, name, trade, area }) => [no, name, trade, area]),
  );
  await write(
    'articles.csv',
    'article;description;product_line;family;maker;tariff;standard_cost;introduced;withdrawn',
    articles.map((one) => [
      one.no,
      one.description,
      one.group,
      one.family,
      one.maker,
      one.price,
      one.cost,
      one.introduced,
      one.withdrawn,
    ]),
  );
  await write(
    'vendor_terms.csv',
    'article;vendor;days;minimum;carton;price;main',
    articles.flatMap((article) => {
      const toTerm = (company: string, factor: number, isMain: string) => {
        const vendor = vendors.find((one) => one.company === company);
        const carton = cartonOf(article);
        return [
          article.no,
          vendor?.no ?? '',
          vendor?.days ?? 0,
          carton,
          carton,
          toCents(article.cost * factor),
          isMain,
        ];
      };
      const main = toTerm(article.vendor, 1, 'Y');
      return article.family === 'Single Origin' ? [main, toTerm('Second Crack Trading', 1.06, 'N')] : [main];
    }),
  );
  await write(
    'order_levels.csv',
    'article;depot;trigger;minimum',
    shelves
      .filter(({ article }) => article.group !== 'Machines')
      .map(({ article, depot, trigger, minimum }) => [article.no, toCode(depot), trigger, minimum]),
  );
  await write(
    'shipments.csv',
    'document;kind;booked;depot;client;article;pieces;price;value;cost;taken_by',
    shipments.map(({ order, kind, day, depot, client, article, pieces, channel }) => {
      const isDearer = day >= dearerFrom;
      const price = toCents(article.price * (isDearer ? 1 : 0.96));
      const value = toCents(pieces * price * (1 - (client.rebate + (channel === 'REP' ? 3 : 0)) / 100));
      const cost = toCents(pieces * article.cost * (isDearer ? 1 : article.group === 'Coffee' ? 0.9 : 0.97));
      return [
        order,
        kind,
        toText(day),
        toCode(depot),
        client.no,
        article.no,
        pieces,
        price,
        value,
        cost,
        channel,
      ];
    }),
  );
  await write(
    'purchases.csv',
    'purchase;line;vendor;depot;article;placed;promised;arrived;pieces;arrived_pieces;refused_pieces;price;state',
    purchases.map((one) => {
      const { no, line, vendor, shelf, placed, promised, arrives, pieces, arrived, refused } = one;
      const state = toState(one);
      const [came, kept, back] = state === 'DONE' ? [toText(arrives), arrived, refused] : [null, 0, 0];
      const about = [
        no,
        line,
        vendor.no,
        toCode(shelf.depot),
        shelf.article.no,
        toText(placed),
        toText(promised),
      ];
      return [...about, came, pieces, kept, back, shelf.article.cost, state];
    }),
  );
  await write(
    'stock_journal.csv',
    'entry;booked;depot;article;reason;pieces;document',
    entries.map(({ day, shelf, reason, pieces, document }, index) => [
      index + 1,
      toText(day),
      toCode(shelf.depot),
      shelf.article.no,
      reason,
      pieces,
      document,
    ]),
  );
  await write(
    'stock_counts.csv',
    'counted;depot;article;shelf;held;inbound',
    counts.map(({ day, shelf, onHand, held, inbound }) => [
      toText(day),
      toCode(shelf.depot),
      shelf.article.no,
      onHand,
      held,
      inbound,
    ]),
  );
}

function toState({ isVoid, arrives }: Purchase): 'VOID' | 'DONE' | 'WAITING' {
  if (isVoid) return 'VOID';
  return arrives <= lastDay ? 'DONE' : 'WAITING';
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** As its system writes days: 17/10/2025. */
function toText(day: number): string {
  return toDate(day).toISOString().slice(0, 10).split('-').reverse().join('/');
}
