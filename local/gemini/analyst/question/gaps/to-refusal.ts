import { chooseTool } from '../../parts/choose-measures.ts';
import { type Parts, setsTimes } from '../../parts/parts.ts';
import { isOfNow } from '../../parts/purchasing-figures.ts';
import { routes } from '../../parts/to-transfers.ts';
import { shortMonths } from '../../time/time-patterns.ts';
import { dimensionsOf, measuresOf } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Question } from '../question.ts';
import { findSingleOrders } from './find-single-orders.ts';
import { isMeasure, type Refused, refuse } from './refused.ts';

/** Questions that look answerable but ask for a split, a time or a negation that the tools do not have. */
export function toRefusal(parts: Parts, vocabulary: Vocabulary): Question | null {
  for (const find of finders) {
    const refused = find(parts, vocabulary);
    if (refused !== null) return { kind: 'missing', ...refused };
  }
  return null;
}

const finders: ((parts: Parts, vocabulary: Vocabulary) => Refused | null)[] = [
  findUnknownSplit,
  findManner,
  findMeanGrowth,
  findMovedYears,
  findPastState,
  findPerson,
  findDay,
  findLeftOut,
  findRoute,
  findSingleOrders,
  findAbsence,
];

function findUnknownSplit(parts: Parts, vocabulary: Vocabulary): Refused | null {
  const { unknownSplit } = parts;
  if (unknownSplit === null) return null;
  const tool = chooseTool(parts, vocabulary);
  const dimensions = dimensionsOf(tool, vocabulary.datasets);
  const known = dimensions.slice(0, 12).map(({ name }) => toWords(name));
  const split = known.find((name) => name === 'region') ?? known[0] ?? 'month';
  return {
    ...refuse(
      unknownSplit,
      `split by "${unknownSplit}" (there is ${known.join(', ')})`,
      `What is the revenue by ${split}?`,
    ),
    // "Orders by phone": a channel, if the catalog has it.
    names: [{ text: unknownSplit, hint: null, excluded: false }],
  };
}

/** "How often …" asks for a figure of its own: the measure nearest at hand does not answer it. */
function findManner(parts: Parts, vocabulary: Vocabulary): Refused | null {
  const spoken = manner.exec(parts.text)?.[0];
  const isTold = parts.reorder || parts.report !== null || tellsTime(parts, vocabulary);
  return spoken === undefined || isTold
    ? null
    : refuse(spoken, `figure for "${spoken}"`, 'What was the lead time by supplier over the last 12 months?');
}

/** "Average growth per month" is no average of the figure itself. */
function findMeanGrowth({ text, focus }: Parts): Refused | null {
  return focus.has('average') && meanGrowth.test(text)
    ? refuse(
        '',
        'way to tell an average growth',
        'What was the month-over-month growth of revenue this year?',
      )
    : null;
}

const meanGrowth =
  /\b(?:average|mean|avg|typical)(?: \w+){0,2} (?:growth|increase|rise|decline|decrease|drop)\b|\b(?:growth|increase|rise|decline|decrease|drop)\b.*\bon average\b|\b(?:grow|grew|grown|rise|rose|fall|fell) (?:per|by|each|every) .*\bon average\b|\bon average\b.*\b(?:grow|grew|grown)\b/;

/** "Growth by fiscal quarter": each of them lies in one of two times alone. */
function findMovedYears({ dimensions, focus, time }: Parts): Refused | null {
  const split = dimensions.flat().find(({ name }) => name.startsWith('fiscal_'));
  return split !== undefined && (setsTimes(time) || focus.has('change') || focus.has('compare'))
    ? refuse(
        '',
        `change from one ${toWords(split.name)} to the next`,
        `What was the revenue by ${toWords(split.name)}?`,
      )
    : null;
}

const manner =
  /\bhow (long|often|old|fast|quick|quickly|soon|early|cold|hot|warm|heavy|tall|wide|far|clean|safe)\b|\bwhat time\b/;

/** Whether a measure was named that tells of days, of age or of being late. */
function tellsTime({ measures }: Parts, { datasets }: Vocabulary): boolean {
  return measures.flat().some(({ tool, name }) => {
    const declared = measuresOf(tool, datasets);
    const unit = declared.find((term) => term.name === name)?.unit;
    return unit === 'days' || /aged|late|out_of_stock|turnover/.test(name);
  });
}

/** "Late orders now vs last month", "open orders by month": what was late then is not in the records. */
function findPastState({ measures, time: { periods }, grain, focus, daysOf, text }: Parts): Refused | null {
  const areOfNow = measures.length > 0 && measures.flat().every(({ name }) => isOfNow(name));
  const isOfBoth = periods.length > 1 && periods.some(({ text }) => text === 'today');
  // By the day of the order, or the promised one, they are those that are open now.
  const isDated = daysOf !== null || saysWhichDay.test(text);
  const isCourse = grain !== null || focus.has('trend') || focus.has('change');
  // "Late this week" may be what is late in it, or what was ordered in it, of which nothing is late yet.
  const isOfRunning =
    periods.some(({ spoken }) => /^this (?:week|month)/.test(spoken)) &&
    measures.flat().every(({ name }) => /late/.test(name));
  return areOfNow && (isOfBoth || (isOfRunning && !isDated) || (isCourse && !isDated))
    ? refuse('', 'record of what was open or late at an earlier time', 'Which purchase orders are late?')
    : null;
}

const saysWhichDay =
  /\b(?:ordered|placed|order(?:ing)? (?:date|day|month|week)|due|expected|promised|arriv\w*|deliver(?:y|ies) (?:date|day|month|week))\b/;

/** "Who runs the Dublin warehouse?" */
function findPerson({ text, order, measures }: Parts): Refused | null {
  const asksPerson = /^who (runs?|manages?|leads?|owns?|heads?|works?|is|are) /.test(text);
  const isThing = /\b(customers?|clients?|buyers?|suppliers?|vendors?|accounts?)\b/.test(text);
  return asksPerson && !isThing && order === null && measures.length === 0
    ? refuse('who', 'data about people', 'Which warehouse ships the most units?')
    : null;
}

/** "When did sales pass 10,000?" */
function findDay({ text, filters, dimensions, order, grain, reorder, report }: Parts): Refused | null {
  const asksDay = /^when (did|do|does|was|were|is|are)\b/.test(text);
  const isOfOrder =
    filters.some(({ dimension }) => dimension === 'purchase_order') ||
    dimensions.flat().some(({ name }) => name === 'expected_date');
  const isRow = order !== null || grain !== null || reorder || report !== null;
  return asksDay && !isOfOrder && !isRow
    ? refuse(
        'when',
        'search for the day on which something happened',
        'What was the revenue by day last month?',
      )
    : null;
}

/** "Revenue without discounts" */
function findLeftOut(parts: Parts, vocabulary: Vocabulary): Refused | null {
  const [, leftOut] =
    /\b(?:without|excluding|except|not counting|ignoring) (?:a |any |the )?(\w+)/.exec(parts.text) ?? [];
  return leftOut !== undefined && isMeasure(leftOut, parts, vocabulary)
    ? refuse(leftOut, `way to leave out lines with ${leftOut}`, 'What was the discount rate by month?')
    : null;
}

function findRoute({ text, names }: Parts): Refused | null {
  return sendsBetween.test(text) && names.length > 0 ? { spoken: 'routes', topic: routes } : null;
}

/** "Moved from Main to Bristol", but not "moved from January to March". */
const sendsBetween = new RegExp(
  `\\b(transfer\\w*|moved|shifted|sent|shipped|went|go|goes)\\b.*\\b(?:from|out of) (?!${shortMonths}|q[1-4]|last|this|one\\b|a\\b|\\d).*\\b(to|into)\\b`,
);

/** "Products that did not come": what is not in the records. "Brands on the shelf that did not sell" are not those with stock. */
function findAbsence({ text, denies, measures }: Parts): Refused | null {
  const isOfStock = measures.flat().some(({ name }) => /on_hand|out_of_stock|available/.test(name));
  return !denies || (isOfStock && !unsoldThings.test(text))
    ? null
    : refuse(
        '',
        'way to find what is not in the records, such as products without sales,',
        'Which products sold the fewest units?',
      );
}

const unsoldThings =
  /\b(?:never|not|without|no|havent|haven't|hasn't|didn't|don't|doesn't) (?:any |a |single |been |ever |actually |have )*(?:sales?|sell|sells|sold|selling)\b/;
