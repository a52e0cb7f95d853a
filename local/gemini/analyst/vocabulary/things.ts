/** Patterns of what figures are told of, as people call one or several of a kind. */
export const goods = '(?:products?|items?|articles?|skus?)';
export const customers = '(?:customers?|clients?|buyers?|accounts?|shoppers?)';
export const suppliers = '(?:suppliers?|vendors?)';
export const sites = '(?:warehouses?|sites?|depots?|locations?)';
/** The groups that goods and customers are split by. */
export const splits =
  '(?:regions?|territor(?:y|ies)|channels?|categor(?:y|ies)|subcategor(?:y|ies)|brands?|segments?)';
