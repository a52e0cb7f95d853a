import { createRandom } from '../../local/data/demo/random.ts';
import { pickByWeight } from '../made/pick-by-weight.ts';

export const sites = [
  { no: '10', name: 'Central DC', province: 'Ontario' },
  { no: '15', name: 'Cold Chain', province: 'Ontario' },
  { no: '40', name: 'Calgary', province: 'Prairies' },
  { no: '70', name: 'Dartmouth Cross-Dock', province: 'Atlantic' },
];

/** `days`: agreed from order to delivery. `punctual`: how often that is kept. `lateFrom`: when it stopped to be. */
export const suppliers = [
  { no: 'PRG', name: 'Pacific Rim Glove Co.', country: 'Malaysia', days: 42, punctual: 0.8 },
  { no: 'NOR', name: 'Nordway Hygiene', country: 'Canada', days: 9, punctual: 0.93 },
  { no: 'TVP', name: 'Trent Valley Packaging', country: 'Canada', days: 6, punctual: 0.96 },
  {
    no: 'ALB',
    name: 'Albrecht Dental',
    country: 'Germany',
    days: 21,
    punctual: 0.88,
    lateFrom: '2024-10-15',
  },
  { no: 'TRM', name: 'Two Rivers Medical', country: 'United States', days: 12, punctual: 0.86 },
  { no: 'OSS', name: 'Open Scan Systems', country: 'Denmark', days: 18, punctual: 0.9 },
  { no: 'HOS', name: 'Hoshino Rotary', country: 'Japan', days: 30, punctual: 0.97 },
  { no: 'GST', name: 'Goldman & Sons Textiles', country: 'India', days: 38, punctual: 0.72 },
  { no: 'NDD', name: 'Next Day Diagnostics', country: 'United States', days: 8, punctual: 0.84 },
  { no: 'LBP', name: 'Lac-Brome Pharma', country: 'Canada', days: 7, punctual: 0.91 },
  { no: 'PMI', name: 'Prime Meridian Instruments', country: 'United States', days: 28, punctual: 0.75 },
  { no: 'SSM', name: 'Second Source Medical', country: 'China', days: 50, punctual: 0.7 },
];
export type Supplier = (typeof suppliers)[number];

export type Account = {
  no: string;
  name: string;
  kind: string;
  province: string;
  /** How often it orders, against the others. */
  weight: number;
  /** Of the list price, in percent. */
  contract: number;
  lastDay: string | null;
};

// Kind | how many | how often each orders | discounts agreed | name of most | names of its own
const kinds = `
Dental Clinics | 42 | 2.2 | 0 0 0 4 4 8 | {} Dental | Open Wide Dental, Main Street Dental, Total Smiles, Dr. Day & Associates, Two-Minute Smiles, The Tooth Exchange
Hospitals | 16 | 2.6 | 8 12 12 15 | {} General Hospital | Lakeshore Regional Hospital, Mercy Central, Second Opinion Clinic, Cost-Share Health Co-op
Long-Term Care | 22 | 1.3 | 4 8 8 | {} Manor | Golden Years Residence, The Long View, Maple & Main Lodge, Third Age Homes
Veterinary | 18 | 0.7 | 0 0 4 | {} Animal Hospital | Saturday Vets, Four Paws & Co., Stockyard Veterinary, Best Friends 24-7
Dental Labs | 12 | 0.8 | 0 4 8 | {} Dental Lab | Crown & Bridge Studio, Last Quarter Ceramics, Studio 32, Net Shape Dental Lab`;
const places =
  `Alder Beausoleil Carling Deschamps Elgin Fraser Gaspereau Huron Iroquois Joliette Kootenay Laurentide
  Muskoka Nipissing Okanagan Petawawa Quinte Rideau Saguenay Thames Ungava Victor Winnow Yorke Abitibi Bancroft Cobalt
  Dundas Estevan Fernie Grimsby Hespeler Islington Jasper Kildonan Lindsay`.split(/\s+/);
const provinces = Object.entries({ Ontario: 7, Québec: 4, Prairies: 4, 'British Columbia': 3, Atlantic: 2 });

/** 110; a few order far more than the others, and one of the largest hospitals left. */
export function toAccounts(seed: number): Account[] {
  const random = createRandom(seed, 'accounts');
  return kinds
    .trim()
    .split('\n')
    .flatMap((line, block) => {
      const [kind = '', count, often, contracts = '', pattern = '', names = ''] = line.split(' | ');
      const all = [...names.split(', '), ...places.slice(block).map((place) => pattern.replace('{}', place))];
      return all.slice(0, Number(count)).map((name, index) => {
        const isLost = name === 'Lakeshore Regional Hospital';
        return {
          no: `${kind.charAt(0)}${block}${100 + index * 3}`,
          name,
          kind,
          province: isLost ? 'Ontario' : pickByWeight(random, provinces, ([, weight]) => weight)[0],
          weight: Number(often) * (isLost ? 2.2 : 0.3 + 2 * random.next() ** 3),
          contract: Number(random.pick(contracts.split(' '))),
          lastDay: isLost ? '2024-08-30' : null,
        };
      });
    });
}
