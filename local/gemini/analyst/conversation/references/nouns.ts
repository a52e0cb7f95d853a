/** What people call the members of a dimension. */
export const nouns: Record<string, string> = {
  ...{ supplier: 'supplier', vendor: 'supplier', product: 'product', item: 'product', article: 'product' },
  ...{ sku: 'product', brand: 'brand', category: 'category', subcategory: 'subcategory' },
  ...{ customer: 'customer', client: 'customer', buyer: 'customer', account: 'customer' },
  ...{ warehouse: 'warehouse', site: 'warehouse', location: 'warehouse', region: 'region' },
  ...{ depot: 'warehouse', branch: 'warehouse', country: 'region' },
  ...{ territory: 'region', channel: 'channel', segment: 'customer_segment' },
  ...{ order: 'purchase_order', po: 'purchase_order', delivery: 'purchase_order' },
};

export const singular = Object.keys(nouns).join('|');
/** With an "s" behind: "categories". */
export const plural = Object.keys(nouns)
  .map((noun) => noun.replace(/y$/, 'ie'))
  .join('|');
