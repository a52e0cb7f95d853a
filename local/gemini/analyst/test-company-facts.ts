/** A company small enough to check by hand: one line a month, region, category and channel. */
const months = Array.from({ length: 24 }, (_, index) => {
  const date = new Date(Date.UTC(2024, 10 + index, 1));
  return date.toISOString().slice(0, 10);
});
export const regions = ['Europe', 'Americas', 'Asia'];
export const categories = ['Bikes', 'Helmets', 'Gloves', 'Lamps'];
export const channels = ['Online', 'Retail'];
export const products = ['Trail Helmet 200', 'City Helmet', 'Road Bike', 'Work Gloves', 'Head Lamp'];

export type Fact = Record<string, string | number>;
export const facts: Fact[] = months.flatMap((month, m) =>
  regions.flatMap((region, r) =>
    categories.flatMap((category, c) =>
      channels.map((channel, h) => {
        const units = 40 + ((m * 7 + r * 11 + c * 5 + h * 3) % 23) + (2 - r) * 10;
        const revenue = units * (20 - c * 3) + m * 10;
        return {
          month,
          region,
          category,
          channel,
          product: products[c] ?? '',
          units,
          revenue,
          gross_margin: revenue * 0.4,
          orders: units / 2,
          weekday: 'Monday',
          customer: `Customer ${r}`,
          customer_segment: 'Retail',
          brand: 'Contoso',
          warehouse: 'Northgate',
        };
      }),
    ),
  ),
);
export const warehouses = ['Northgate', 'Southport', 'Eastfield'];
export const stock: Fact[] = warehouses.flatMap((warehouse, w) =>
  products.map((product, p) => {
    const onHand = (w + 1) * 30 - p * 12;
    return {
      month: '2026-11-01',
      warehouse,
      product,
      category: categories[p % 4] ?? '',
      supplier: p % 2 ? 'Acme Supply' : 'Bolt Brothers',
      on_hand: onHand,
      available: onHand - 5,
      on_order: p * 3,
      stock_value: onHand * 10,
      out_of_stock: onHand <= 0 ? 1 : 0,
    };
  }),
);

export const reorderLines = Array.from({ length: 20 }, (_, index) => ({
  product: `Product ${index + 1}`,
  sku: `SKU-${index}`,
  warehouse: index % 2 ? 'Northgate' : 'Southport',
  urgency: index < 4 ? 'critical' : 'soon',
  suggested_quantity: 10 + index,
  cost: (10 + index) * 12.5,
  supplier: index % 3 ? 'Acme Supply' : 'Bolt Brothers',
  on_hand: index,
  days_until_stock_out: index / 2,
}));
