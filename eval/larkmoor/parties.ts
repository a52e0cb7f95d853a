import { createRandom } from '../../local/data/demo/random.ts';

export const depots = [
  { code: 'D1', title: 'Main', area: 'London' },
  { code: 'D2', title: 'Cold Store', area: 'London' },
  { code: 'D3', title: 'Bristol', area: 'Bristol' },
];

/** `days`: agreed from order to delivery. `punctual`: how often that is kept. */
export const vendors = [
  { no: 'V01', company: 'Alto Cerro Importers', land: 'Netherlands', days: 18, punctual: 0.85 },
  { no: 'V02', company: 'Origin First Green Coffee', land: 'Germany', days: 24, punctual: 0.7 },
  { no: 'V03', company: 'Late Harvest Tea Company', land: 'United Kingdom', days: 14, punctual: 0.9 },
  { no: 'V04', company: 'Fogg & Daughters', land: 'United Kingdom', days: 7, punctual: 0.8 },
  { no: 'V05', company: 'Dolcetta Sciroppi', land: 'Italy', days: 16, punctual: 0.75 },
  { no: 'V06', company: 'Sorso Macchine', land: 'Italy', days: 30, punctual: 0.6 },
  { no: 'V07', company: 'Best Price Catering Supply', land: 'United Kingdom', days: 6, punctual: 0.88 },
  { no: 'V08', company: 'Clearwell Filtration', land: 'Germany', days: 12, punctual: 0.95 },
  { no: 'V09', company: 'Puremix Hygiene', land: 'United Kingdom', days: 5, punctual: 0.92 },
  { no: 'V10', company: 'Ovenden Bakehouse', land: 'United Kingdom', days: 4, punctual: 0.93 },
  { no: 'V11', company: 'On Time Frozen Foods', land: 'Belgium', days: 6, punctual: 0.65 },
  { no: 'V12', company: 'Second Crack Trading', land: 'Switzerland', days: 28, punctual: 0.8 },
];
export type Vendor = (typeof vendors)[number];

export type Client = {
  no: string;
  name: string;
  trade: string;
  area: string;
  /** How often it orders, against the others. */
  weight: number;
  /** Agreed, in percent. */
  rebate: number;
};

const namesOf: Record<string, string[]> = {
  Cafés: [
    'The Daily Grind',
    'The Last Drop',
    'Average Joe Coffee',
    'Best Western Road Café',
    'Third Quarter Café',
  ],
  Offices: ['Growth Partners', 'Net Worth Accountants', 'Cover & Day Insurance', 'Top Floor Offices'],
  Restaurants: ['Stock & Barrel', 'May & June', 'The Open Order', 'Trattoria Totale', 'Sunday Best'],
  Retail: ['Margin Street Deli', 'Returned Books & Coffee', 'The Week Store', 'Corner Share Co-op'],
};
const surnames =
  `Abbot Bellamy Carrow Dunmore Ellery Farrow Gillan Hobday Ibbott Jarrow Kettering Lomax Marlow Norrish
  Ockley Penrose Quill Redfern Selwyn Tarrant Upjohn Vickery Wexford Yarrow Zeal Ashby`.split(/\s+/);
const patterns: Record<string, (surname: string) => string> = {
  Cafés: (surname) => `${surname}'s Café`,
  Offices: (surname) => `${surname} & Partners`,
  Restaurants: (surname) => `${surname} Kitchen`,
  Retail: (surname) => `${surname} Deli`,
};
const areas = [
  'London',
  'London',
  'London',
  'Bristol',
  'Bristol',
  'Cardiff',
  'Manchester',
  'Manchester',
  'Dublin',
];

/** 30 of each trade; a few order far more than the others. */
export function toClients(seed: number): Client[] {
  const random = createRandom(seed, 'clients');
  return Object.entries(patterns).flatMap(([trade, toName], block) => {
    const names = [...(namesOf[trade] ?? []), ...surnames.map(toName)].slice(0, 30);
    return names.map((name, index) => ({
      no: String(5001 + block * 100 + index),
      name,
      trade,
      area: random.pick(areas),
      weight: (trade === 'Cafés' ? 2 : 1) * (0.2 + 3 * random.next() ** 3),
      rebate: random.pick([0, 0, 0, 5, 5, 10]),
    }));
  });
}
