import type { NameMention } from '../question/question.ts';
import { findTerm, findTool } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';

/**
 * "What share of total revenue was Garden in the East?": both names say the part, and the whole is said by itself. Which of the names of a
 * share is which stands with each of them.
 */
export function withPartAndWhole(parts: Parts, { datasets }: Vocabulary): Parts {
  if (!parts.focus.has('share') && !parts.focus.has('howMuchOf')) return parts;
  const said = withCountedWhole(parts, datasets);
  const found = findSpans(said.text);
  if (found === null) return said;
  const isNamed = said.names.some(({ text }) => found.whole.includes(text.toLowerCase()));
  const isAll = found.isAll && !isNamed;
  const measure = said.measures.flat()[0];
  const isCount = measure !== undefined && findTerm(measure, datasets)?.unit === 'count';
  const names = said.names.map((name): NameMention => {
    const text = name.text.toLowerCase();
    if (name.excluded || name.meant) return name;
    // "Kitchen by brand as a percentage of all Kitchen": said of both, it is the whole.
    if (found.whole.includes(text)) return { ...name, ofShare: { isPart: false, isAll: false, isCount } };
    if (found.part.includes(text)) return { ...name, ofShare: { isPart: true, isAll, isCount } };
    return name;
  });
  return { ...said, names };
}

/** "Do more than half of our customers buy online?" bounds a part of their number. */
function withCountedWhole(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const tool = findTool('customers', datasets);
  // "Do most of our customers order online?" counts no orders.
  const isVerb = orderers.test(parts.text) && parts.measures.flat().every(({ name }) => name === 'orders');
  const isOpen = (parts.measures.length === 0 || isVerb) && parts.partBounds.length > 0;
  if (!isOpen || tool === undefined || !ofCustomers.test(parts.text)) return parts;
  return { ...parts, measures: [[{ tool, name: 'customers' }]] };
}

const orderers = /\b(?:customers|clients|buyers)(?: \w+)? order(?:ed|s)?\b/;
const ofCustomers = /% of (?:the |our |all )*(?:customers|clients|buyers)\b/;

type Spans = { part: string; whole: string; isAll: boolean };

function findSpans(text: string): Spans | null {
  for (const { form, isOfAll } of forms) {
    const { part, whole } = form.exec(text)?.groups ?? {};
    if (part !== undefined && whole !== undefined) return { part, whole, isAll: isOfAll || all.test(whole) };
  }
  return null;
}

const share =
  '(?:share|part|portion|proportion|percentage|percent|per ?cent|fraction|%|how much|contribution)';
const verb =
  '(?:is|are|was|were|comes?|came|goes|went|do|does|did|contains?|contained|includes?|included|buys?|bought|orders?|ordered|made up|made)';
const figure =
  '(?:the |our |all |total |overall |company |whole |entire |net |gross )*(?:revenue|sales|turnover|units|orders|margin|profit|stock|value|discounts?|returns?|customers|spend|business)\\b';
/** Where the part comes first, all the names there say it; after the whole, "in the East" may be of both. */
const forms: { form: RegExp; isOfAll: boolean }[] = [
  // "Kitchen online as a share of all sales"
  { form: new RegExp(`^(?<part>.+?),? (?:as|in) (?:a |an |the )?${share} of (?<whole>.+)$`), isOfAll: true },
  // "Contribution of Hospitality in the South to company revenue"
  {
    form: /\bcontribut(?:ion|ions|ed?) (?:of|by|from) (?<part>.+) (?:to|towards) (?<whole>.+)$/,
    isOfAll: true,
  },
  // "Share of online sales that contractors make"
  { form: new RegExp(`${share} of (?<whole>[^,]+?) that (?<part>.+)$`), isOfAll: false },
  // "What share does Kitchen online have in revenue?"
  {
    form: new RegExp(
      `${share} (?:do|does|did) (?<part>.+) (?:have|hold|make|take|get|represent) (?:in|of) (?<whole>${figure}.*)$`,
    ),
    isOfAll: true,
  },
  // "Share of Kitchen online in revenue"
  { form: new RegExp(`${share} of (?<part>.+?) in (?<whole>${figure}.*)$`), isOfAll: true },
  // "What share of total revenue came from wholesale Hospitality?", "what share of Outdoor revenue do Vandrer and Solana make?"
  {
    form: new RegExp(`${share} of (?<whole>(?:(?!\\b${verb}\\b).)+) ${verb}\\b (?<part>.+)$`),
    isOfAll: false,
  },
  // "Share of total revenue from coffee sold by phone"
  {
    form: new RegExp(`${share} of (?<whole>${figure}.*?) (?:from|of|for|by|through|via) (?<part>.+)$`),
    isOfAll: false,
  },
  // "Kitchen online's share of revenue"
  { form: new RegExp(`^(?<part>.+) ${share} of (?<whole>${figure}.*)$`), isOfAll: true },
];

/** The whole is all there is of the figure. */
const all =
  /^(?:the |our |its )*(?:total|all|overall|entire|whole|company(?:['’]s)?|group|everything|business)\b/;
