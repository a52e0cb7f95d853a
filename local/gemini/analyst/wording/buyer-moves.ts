import { customers } from '../vocabulary/things.ts';
import type { Written } from './replace-with.ts';

/** Who sells to us, and what does not buy at all. */
const notBuyers =
  'suppliers|vendors|products|items|articles|skus|brands|categories|subcategories|warehouses|sites|months|weeks|days|quarters|years|was|is|does|has|this|those|these|times';

const unit = '(?:day|week|month|quarter|year|period)';
const before = `(?:the |a )?${unit} (?:before|earlier|ago)|(?:the )?(?:last|previous|prior) ${unit}|(?:in )?(?:the )?same ${unit}[^?.!;,]{0,30}`;

/** Customers of a kind that bought more or less than before. */
export const buyerMoves: [RegExp, Written][] = [
  // "Which regions bought less than the year before?", "who spent more in 2025 than last year?", "which products sold better than last month?"
  [
    new RegExp(
      `(?<=^|\\band |[,;] )(?:(?:which|what) (?:of (?:our|the) |our |the )?((?!(?:suppliers|vendors|months|weeks|days|quarters|years|was|is|does|has)\\b)[\\p{L}\\d&'’-]+(?: type)?s(?: (?:in|from) (?:the )?[^?.!,;]{2,30}?)?)|who) (?:(?:that|who) )?(?:have |are |did )?(?:spent|spend|bought|buy|ordered|order|purchased|sold|sell) (more|less|fewer|better|worse)(?: (?:with|from) us)?((?: in)? (?:this|20\\d\\d|q[1-4]|h[12])[^?.!;,]{0,20}?)? than (?:(?:in|during|they did|we did) )*(?=${before})`,
      'giu',
    ),
    (_, who: string | undefined, way = '', now: string | undefined) =>
      `which ${who ?? 'customers'} ${/^(?:more|better)/i.test(way) ? 'grew' : 'declined'}${now ?? ''} compared with `,
  ],
  // "Which hotels in the Lakes spent more this year than last year?", "which restaurants are buying less this year?"
  [
    new RegExp(
      `\\b(which|what|all|list|show) (?:of (?:our|the) |our |the )?(?!(?:${notBuyers})\\b)([\\p{L}\\d&'’-]+s(?: (?:in|from) (?:the )?[^?.!,;]{2,30}?)?) (?:(?:that|who) )?(?:have |are |did )?(?:spent|spend|spending|bought|buy|buying|ordered|ordering|purchased) (more|less)(?: (?:with|from) us)?(?=(?: in)? (?:this|last|20\\d\\d|q[1-4]|h[12])\\b)([^?.!;,]{3,30}?)(?: (than)(?: in| they did in| during)?(?= (?:the |this|last|20\\d\\d|q[1-4]|h[12])))?`,
      'giu',
    ),
    (_, which = '', who = '', way = '', now = '', than = '') =>
      `${/^w/i.test(which) ? which : 'which'} ${who} ${way === 'more' ? 'grew' : 'declined'}${now}${than === '' ? '' : ' compared with'}`,
  ],
  // "Which coffees have we sold less of than last year?"
  [
    /\b(which|what) ([\p{L}\d&'’ -]{3,40}?) (?:have|did|do|are) we (?:sold|sell|selling) (more|less|fewer)(?: of)?((?: in)? (?:this|20\d\d|q[1-4]|h[12])[^?.!;,]{0,20}?)? than (?:in |we did (?:in )?)?(?=(?:the |this|last|20\d\d|q[1-4]|h[12]|before))/giu,
    (_, which = '', what = '', way = '', now = '') =>
      `${which} ${what} ${way === 'more' ? 'grew' : 'declined'}${now} compared with `,
  ],
  // "Restaurants whose spending fell this year"
  [
    new RegExp(
      `\\b(?!(?:${notBuyers})\\b)([\\p{L}\\d&'’-]+s) whose (?:spend(?:ing)?|purchases) (?:with us )?(?:has |have )?(?:(fell|fallen|dropped|declined|shrank|shrunk|decreased|went down|gone down|is down)|(?:grew|grown|rose|risen|increased|went up|gone up|is up))\\b(?! (?:most|least|by|below|above|to)\\b)`,
      'giu',
    ),
    (_, who = '', fell: string | undefined) =>
      `${new RegExp(`^${customers}$`, 'i').test(who) ? 'which ' : ''}${who} that have ${fell === undefined ? 'grown' : 'fallen'}`,
  ],
];
