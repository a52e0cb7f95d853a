import { countries } from './company.ts';
import { supplierWords } from './names.ts';
import { createRandom } from './random.ts';
import { categories } from './vocabulary.ts';

export type Supplier = {
  id: string;
  name: string;
  country: string;
  /** Index of the category it makes. */
  category: number;
  leadDays: number;
  /** Share of its deliveries that come about when agreed; the others are late. */
  punctuality: number;
  /** Share of its deliveries of which a part is sent back. */
  rejectRate: number;
};

const trades = ['Housewares', 'Kitchen Goods', 'Garden Supply', 'Outdoor Gear', 'Tool Works'];
const forms = ['Inc.', 'Co.', 'Trading', 'Group', 'LLC'];

/** Sixty suppliers, twelve a category. */
export function createSuppliers(seed: number): Supplier[] {
  const random = createRandom(seed, 'suppliers');
  const weighted = countries.flatMap((country) => Array.from({ length: country.weight }, () => country));
  return supplierWords.slice(0, 60).map((word, index) => {
    const category = index % categories.length;
    const country = random.pick(weighted);
    const [shortest, longest] = country.leadDays;
    return {
      id: `S-${String(index + 1).padStart(3, '0')}`,
      name: `${word} ${trades[category] ?? 'Supply'} ${random.pick(forms)}`,
      country: country.name,
      category,
      leadDays: random.integer(shortest, longest),
      punctuality: 0.62 + 0.34 * random.next(),
      rejectRate: 0.01 + 0.05 * random.next() ** 2,
    };
  });
}
