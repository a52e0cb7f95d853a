/** How an amount says its currency: by a sign, a code or a word. */
export const moneySigns =
  '[$€£¥₹]|[A-Z]{1,2}\\$|USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|INR|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|KRW|SGD|HKD|AED';
export const moneyWords = 'dollars?|euros?|pounds?|francs?|yen|rupees?';

/** Whether an amount that is written so is one in the currency: "€5" is none of dollars. */
export function isInCurrency(money: string, currency: string): boolean {
  const word = money.toLowerCase();
  if (word.length > 3) return read(currency, 'name').toLowerCase().includes(word.replace(/s$/, ''));
  if (word === 'yen') return currency === 'JPY';
  if (/^[A-Z]{3}$/.test(money)) return money === currency;
  const short = read(currency, 'narrowSymbol');
  if (money === short || money === read(currency, 'symbol')) return true;
  // "C$" and "CA$" are both of "CAD".
  const [, letters = '', sign = ''] = /^([A-Z]*)(.+)$/.exec(money) ?? [];
  return short.endsWith(sign) && currency.startsWith(letters);
}

const known = new Map<string, string>();

function read(currency: string, currencyDisplay: 'name' | 'symbol' | 'narrowSymbol'): string {
  const key = `${currency} ${currencyDisplay}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay });
  const written = format.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? currency;
  known.set(key, written);
  return written;
}
