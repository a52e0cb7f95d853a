import type { Overview } from '@tallyboard/contract';
import { formatCount } from '../../views/format/format-amount.ts';

type Line = NonNullable<Overview['lowStock']>['lines'][number];

/** "out of stock", "14 on hand, 1 day left"; none left where orders that have not shipped take all of it. The days are rounded down: nobody is glad of a day that is not there. */
export function toLineDetail({ onHand, daysUntilStockOut }: Line, locale: string): string {
  if (onHand <= 0) return 'out of stock';
  const hand = `${new Intl.NumberFormat(locale).format(onHand)} on hand`;
  if (daysUntilStockOut === null) return hand;
  if (daysUntilStockOut === 0) return `${hand}, all promised`;
  const days = Math.floor(daysUntilStockOut);
  return `${hand}, ${days < 1 ? 'under a day' : formatCount(days, 'day', 'days', locale)} left`;
}
