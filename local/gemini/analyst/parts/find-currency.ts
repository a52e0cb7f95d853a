/** The currency that a text names where it is another one than the company's: its amounts are not converted. */
export function findForeignCurrency(text: string, own: string | null): string | null {
  if (own === null) return null;
  const named = currencies.find(([code, pattern]) => code !== own && pattern.test(text));
  // Several countries have dollars.
  const isDollar = named?.[0] === 'USD' && /^(AUD|CAD|NZD|SGD|HKD)$/.test(own);
  return named && !isDollar ? named[0] : null;
}

const currencies: [string, RegExp][] = [
  ['USD', /\b(usd|dollars?|bucks)\b|\$/i],
  ['EUR', /\b(eur|euros?)\b|€/i],
  ['GBP', /\b(gbp|pounds sterling|british pounds|in(?:to)? pounds(?= *(?:[?.!,]|$)))|£/i],
  ['CHF', /\b(chf|swiss francs?)\b/i],
  ['JPY', /\b(jpy|yen)\b|¥/i],
];
