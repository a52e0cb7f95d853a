/** Brightwater Supply, the company of the demo data: it sells goods for the house, the garden and the workshop. */
export const companyName = 'Brightwater Supply';

export const regions = ['North', 'South', 'East', 'West'] as const;

/** One warehouse a region, in the order of `regions`. `share` is its part of the demand. */
export const warehouses = [
  { id: 'WH-NORTH', name: 'Minneapolis Distribution Center', region: 'North', share: 0.24 },
  { id: 'WH-SOUTH', name: 'San Antonio Distribution Center', region: 'South', share: 0.27 },
  { id: 'WH-EAST', name: 'Philadelphia Distribution Center', region: 'East', share: 0.3 },
  { id: 'WH-WEST', name: 'Sacramento Distribution Center', region: 'West', share: 0.19 },
] as const;

export type Channel = {
  name: string;
  /** Share of the order lines on the first and on the last day. */
  share: readonly [number, number];
  /** Demand of Monday to Sunday over the mean day. */
  weekday: readonly number[];
  /** Days from the order until it leaves the warehouse; until then its units are reserved. */
  shipDays: number;
  returnRate: number;
  /** Lines of an order beyond the first, on average. */
  moreLines: number;
};

export const channels: readonly Channel[] = [
  {
    name: 'store',
    share: [0.5, 0.42],
    weekday: [0.8, 0.8, 0.86, 0.94, 1.16, 1.42, 1.02],
    shipDays: 0,
    returnRate: 0.022,
    moreLines: 1.2,
  },
  {
    name: 'online',
    share: [0.31, 0.42],
    weekday: [1.12, 1.02, 1.0, 0.98, 0.92, 0.86, 1.1],
    shipDays: 1,
    returnRate: 0.056,
    moreLines: 0.8,
  },
  {
    name: 'wholesale',
    share: [0.19, 0.16],
    weekday: [1.45, 1.4, 1.35, 1.3, 1.15, 0.25, 0.1],
    shipDays: 2,
    returnRate: 0.008,
    moreLines: 3.5,
  },
];
export const channelIndex = { store: 0, online: 1, wholesale: 2 } as const;

/** `weights` are how often a customer of the segment orders in store, online and wholesale. */
export const segments = [
  { name: 'Household', share: 0.68, weights: [3, 3, 0] },
  { name: 'Small business', share: 0.14, weights: [4, 5, 1] },
  { name: 'Contractor', share: 0.08, weights: [8, 2, 6] },
  { name: 'Hospitality', share: 0.05, weights: [0, 3, 9] },
  { name: 'Retailer', share: 0.05, weights: [0, 1, 14] },
] as const;

/** `leadDays` is what its suppliers agree to, shortest and longest. */
export const countries = [
  { name: 'United States', weight: 8, leadDays: [5, 14] },
  { name: 'Mexico', weight: 3, leadDays: [10, 18] },
  { name: 'Canada', weight: 2, leadDays: [8, 16] },
  { name: 'Germany', weight: 2, leadDays: [21, 32] },
  { name: 'Italy', weight: 1, leadDays: [24, 35] },
  { name: 'China', weight: 4, leadDays: [35, 56] },
  { name: 'Vietnam', weight: 2, leadDays: [38, 60] },
  { name: 'India', weight: 1, leadDays: [32, 50] },
] as const;
