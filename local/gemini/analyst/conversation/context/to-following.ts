import { isSameName } from '../../names/catalog-entries.ts';
import { findRemoval } from '../../parts/find-removal.ts';
import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Meant, Question } from '../../question/question.ts';
import { months } from '../../time/time-patterns.ts';
import { findTerm } from '../../vocabulary/declared-terms.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Reference } from '../../vocabulary/lexicon.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { tellsDelivered } from '../in-full/say-of-deliveries.ts';
import { findAllAgain } from '../merge/all-again.ts';
import { withWholeTime } from '../merge/merge-time.ts';
import { nameCounted } from '../merge/name-counted.ts';
import { withPartOf } from '../merge/part-of.ts';
import type { Subject } from '../subject.ts';
import { countKind } from './count-kind.ts';
import { withFigureBeside } from './figure-beside.ts';
import { findOpenParts } from './leans-on.ts';
import { withLeader } from './with-leader.ts';
import { withWhere, withWho } from './with-who-and-where.ts';

/** Names that stand for rows of the last answer. */
export function withMeant(parts: Parts, meant: ReadonlyMap<string, Meant>): Parts {
  if (meant.size === 0) return parts;
  const names = parts.names.map((name) => {
    const own = meant.get(name.text);
    return own ? { ...name, meant: own } : name;
  });
  return { ...parts, names };
}

/** What only a question before gives a meaning: what is taken away from it, and its time as a whole. */
export function toFollowing(spoken: Parts, subject: Subject, datasets: Vocabulary['datasets']): Parts {
  const { question: previous, rows, before, defined } = subject;
  const said = withLeader(withFigureBeside(withDefined(spoken, defined)), subject, datasets);
  if (previous?.kind !== 'data') return said;
  const shown = rows?.kinds.flatMap(({ names }) => names) ?? [];
  const parts = {
    ...said,
    namesRow: said.names.some(({ text }) => shown.some((name) => isSameName(name, text))),
  };
  // Lists are not compared row by row.
  if (
    /^(?:and |so )*(?:are|is) (?:they|these|those|it|.{0,40}["”]) (?:all |still )*(?:the same|identical|different)\W*$/.test(
      parts.text,
    )
  )
    return { ...parts, leftover: [...parts.leftover, 'the same'] };
  const open = findOpenParts(parts, previous);
  if (open !== null) return { ...parts, leftover: [...parts.leftover, open] };
  const removes = findRemoval(parts) ?? findAllAgain(parts, previous);
  if (removes === null) {
    const named = withWhere(withWho(withSellers(withPartOf(parts, previous, datasets), previous)), previous);
    const unit = findTerm({ tool: previous.tool, name: previous.measures[0] ?? '' }, datasets)?.unit;
    const isMoney = unit !== 'units' && unit !== 'count';
    const spoken = withHowMany(
      withTogether(withPer(withMoved(named, previous), previous.tool)),
      previous,
      isMoney,
    );
    const timed = withWholeTime(withTimeRank(withDayRank(spoken, previous), previous), previous, before);
    return withBareRank(nameCounted(countKind(timed, previous, datasets), previous), previous);
  }
  const focus = new Set(
    [...parts.focus].filter((one) => !/^(change|exclude|share|compare|total)$/.test(one)),
  );
  const time = { ...parts.time, periods: [], against: null, versus: null };
  return { ...parts, removes, focus, time, grain: null, dimensions: [] };
}

/** "Which ten products have the lowest?", "what is it for Garden?", after what a measure is: that measure. */
function withDefined(said: Parts, defined: Reference | undefined): Parts {
  if (defined === undefined || said.measures.length > 0) return said;
  const ranks = said.order !== null && said.dimensions.length > 0;
  const isOf = said.names.length + said.dimensions.length + said.time.periods.length > 0;
  const asksIt = ranks || (isOf && asksOfIt.test(said.text));
  const focus = new Set([...said.focus].filter((one) => one !== 'overview' && one !== 'define'));
  return asksIt ? { ...said, measures: [[defined]], focus } : said;
}

const asksOfIt = begins(
  `(?:(?:what(?:['’]?s| is| was| were| are)|how (?:much|many|high|low|big|good|bad|large|long)(?: is| was| are| were)?)(?: (?:it|that|this|they|ours|our|the|value|figure|number))+\\b|(?:what|how) about\\b|(?:for|in|at|of|by|per|with)\\b)`,
);

/** "And its best sellers?", after sales of any split, are products. */
function withSellers(parts: Parts, { tool }: DataQuestion): Parts {
  const isOpen = parts.dimensions.length === 0 && parts.grain === null && parts.order !== null;
  if (tool !== 'query_sales' || !isOpen || !/\b(?:best|top|worst)[- ]?sellers?\b/.test(parts.text))
    return parts;
  return { ...parts, dimensions: [[{ tool, name: 'product' }]] };
}

/** "And per order?": what the last figure is divided by. */
function withPer(parts: Parts, tool: string): Parts {
  const noun =
    /^(?:and |now |what about |how about )*per (order|unit|piece|customer)\b(?! (?:segment|group|type|class|category|kind)\b)/.exec(
      parts.text,
    )?.[1];
  const name = noun === 'piece' ? 'units' : `${noun}s`;
  return noun === undefined
    ? parts
    : { ...parts, per: [{ tool, name }], measures: [], dimensions: [], order: null };
}

/** "And together?" */
function withTogether(parts: Parts): Parts {
  const isWhole = /^(?:and |both |all )*(?:together|combined)\W*$/.test(parts.text);
  return isWhole ? { ...parts, focus: new Set([...parts.focus, 'total']) } : parts;
}

/** "How many?", "how much is that in total?" */
function withHowMany(parts: Parts, { conditions, dimensions }: DataQuestion, isMoney: boolean): Parts {
  const [, which] =
    /^(?:and |so |but )*how (many|much)(?: (?:is|are|was|were) (?:it|that|they|those|there))?(?: in total| altogether)?\W*$/.exec(
      parts.text,
    ) ?? [];
  if (which === undefined) return parts;
  // "How many are there?", of those within a bound: their number.
  if (which === 'many' && conditions.length > 0 && dimensions.length > 0)
    return { ...parts, focus: new Set(['count', 'followup'] as const) };
  if (which === 'many' && isMoney && /\bare there\b/.test(parts.text))
    return { ...parts, leftover: [...parts.leftover, 'how many'] };
  const text = which === 'much' ? 'total value' : parts.text;
  return { ...parts, text, focus: new Set(['total', 'followup'] as const) };
}

const falling = /^(?:lost|fell|fallen|dropped|declined|shrank|shrunk|decreased)$/;
const growing = /^(?:grew|grown|rose|risen|gained|improved|increased)$/;
const movedOfThem = begins(
  `which (?:ones )?of (?:\\w+ )*["“](?:them|those|these|they)["”] (?:(?:have|has|did|do) )?(?:(?<moved>\\w+)(?= (?:than|against|compared|versus|vs|since|this|last)\\b|\\W*$)|(?:buy|bought|spend|spent|sell|sold|order|ordered|make|made|purchased?) (?<less>less|fewer|more) than (?=(?:in )?(?:last|the|a|this|q[1-4]|(?:19|20)\\d\\d|${months})\\b))`,
);

/** "Which ones are falling?", "anything declining?", after rows. */
const movesNow = begins(
  '(?:which|what|who|any\\w*)\\b[^,;:]{0,40}?\\b(?:(?<falls>falling|declining|dropping|shrinking|decreasing|losing|slipping)|growing|rising|increasing|gaining|improving)\\W*$',
);

/** "Only those that grew", "which of them bought less than last year?": a bound on their change. */
function withMoved(parts: Parts, { dimensions, grain }: DataQuestion): Parts {
  const hasRows = (dimensions.length > 0 || parts.dimensions.length > 0) && grain === null;
  const now = hasRows && parts.order === null ? movesNow.exec(parts.text) : null;
  if (now) return boundsMove(parts, now.groups?.falls !== undefined);
  const [, verb] =
    /\b(?:those|ones|these)["”]? (?:that |which |who )?(?:(?:have|has) )?(\w+)\W*$/.exec(parts.text) ?? [];
  const { moved, less } = movedOfThem.exec(parts.text)?.groups ?? {};
  const falls = falling.test(verb ?? moved ?? '') || /^(?:less|fewer)$/.test(less ?? '');
  if (!falls && less === undefined && !growing.test(verb ?? moved ?? '')) return parts;
  return boundsMove(parts, falls);
}

function boundsMove(parts: Parts, falls: boolean): Parts {
  return {
    ...parts,
    falls,
    changeBounds: [{ op: falls ? 'below' : 'above', value: 0 }],
    focus: new Set([...parts.focus, 'change']),
  };
}

/** "Their orders", of suppliers, and what arrived of them, are those placed with them. */
export function inOrders(parts: Parts, question: Question | null): Parts {
  if (!isAboutOrders(question) || question?.kind !== 'data') return parts;
  const { tool } = question;
  const isOrders = (references: Reference[]) => references.every(({ name }) => name === 'orders');
  const received = parts.measures.some((references) =>
    references.some(({ name }) => name === 'units_received'),
  );
  const counts = parts.focus.has('count') && parts.measures.length === 1;
  // "What have we bought from Orsini? I need it with the quantity."
  const isUnits = (references: Reference[]) => references.every(({ name }) => name === 'units');
  const ofOrders = question.measures.every((name) => name.startsWith('ordered_'));
  const isIt =
    /\b(?:i (?:need|want)|give me|show) (?:it|them|that|this)\b|\bwith the (?:quantity|units|pieces)\b/.test(
      parts.text,
    );
  if (ofOrders && isIt && parts.measures.length === 1 && parts.measures.every(isUnits))
    return { ...parts, measures: [[{ tool, name: 'ordered_units' }]] };
  // "We ordered how many, and how many came?"
  if (cameOf.test(parts.text) && parts.measures.length === 0 && question.measures[0] === 'ordered_units')
    return { ...parts, measures: [[{ tool, name: 'received_units' }]] };
  // "Which suppliers are late, and how many units are we waiting for?", "… do they owe us on those?"
  const isOfThem = parts.names.some(({ meant }) => meant?.isAll);
  const waits = isOfThem || /\b(?:wait(?:ing)?|owed?)\b/.test(parts.text);
  const isOpen = (references: Reference[]) =>
    references.every(({ name }) => /^open_(?:units|value)$/.test(name));
  if (waits && /^(late_|days_late)/.test(question.measures[0] ?? '') && parts.measures.some(isOpen))
    return {
      ...parts,
      measures: parts.measures.map((one) =>
        isOpen(one) ? one.map(({ name }) => ({ tool, name: name.replace('open_', 'late_') })) : one,
      ),
    };
  const orders = parts.measures.filter(isOrders);
  // "How many orders each?", of late ones.
  const [state] = question.measures.filter((name) => /^(?:late|open)_orders$/.test(name));
  const isNumber = (references: Reference[]) => references.every(({ name }) => numberOfOrders.test(name));
  const asksNumber = numberAsked.test(parts.text) && parts.measures.every(isNumber);
  if (state !== undefined && asksNumber && !placing.test(parts.text))
    return { ...parts, measures: [[{ tool, name: state }]] };
  const others = parts.measures.filter((references) => !isOrders(references));
  return {
    ...parts,
    purchasing: parts.purchasing ?? (received || tellsDelivered(parts) ? 'received' : null),
    measures: orders.length > 0 && counts ? [[{ tool, name: 'purchase_order_count' }]] : others,
    dimensions:
      orders.length > 0 && !counts
        ? [...parts.dimensions, [{ tool, name: 'purchase_order' }]]
        : parts.dimensions,
  };
}

const numberOfOrders = /^(?:orders|purchase_order_count)$/;
const numberAsked = /\bhow many (?:orders|deliveries|pos?|purchase orders)\b/;
const placing = /\b(?:plac|gav?e|giv|rais|mad?e|mak|issu|have|had|in total|altogether|in all|overall)/;

const cameOf = begins(
  'how (?:many|much)(?: of (?:it|them|those|these))? (?:has |have |did |were |was )?(?:already |actually )?(?:came|come|arrived?|delivered|received)(?: in)?\\W*$',
);

/** "When was it highest?": the best of the last rows of time, or of the months. */
function withTimeRank(parts: Parts, { grain }: DataQuestion): Parts {
  const asksWhen = /^(?:and |but )?when (?:was|were|is|did|do|does)\b/.test(parts.text);
  return asksWhen && parts.order !== null && parts.grain === null
    ? { ...parts, grain: grain ?? 'month' }
    : parts;
}

/** "The best day?", of days of the week: one of them. */
function withDayRank(parts: Parts, { dimensions }: DataQuestion): Parts {
  const isOf = parts.grain === 'day' && parts.order !== null && dimensions.includes('weekday');
  return isOf ? { ...parts, grain: null } : parts;
}

/** "Top ten by spend", "the lowest three by margin", of what the last answer has rows of, or of all that it was narrowed to. */
function withBareRank(parts: Parts, { dimensions }: DataQuestion): Parts {
  if (!bareRank.test(parts.text) || parts.names.length > 0) return parts;
  const isOfRows = parts.dimensions.length === 0 && parts.grain === null && dimensions.length > 0;
  if (!isOfRows) return { ...parts, goesOn: true };
  const [tool] = parts.measures.flatMap((references) => references.map((one) => one.tool));
  const ofEach = dimensions.slice(0, 1).map((name) => ({ tool: tool ?? '', name }));
  return { ...parts, goesOn: true, dimensions: tool === undefined ? [] : [ofEach] };
}

const bareRank =
  /^(?:(?:and|now|ok|then|so|but|just|only|please|show|list|give me|show me|name|tell me),? )*(?:me )?(?:the |our )?(?:top|bottom|best|worst|highest|lowest|biggest|largest|smallest|first)\b(?! (?:selling )?(?:day|week|month|quarter|year|one)s?\b)(?: \d+| \w+)?(?: by (?:[\w-]+ ?){1,3})?\W*$/;

/** Whether the last question was about orders to suppliers: what is late or open is so of them. */
export function isAboutOrders(question: Question | null): boolean {
  return question?.kind === 'data' && question.tool === 'get_purchase_orders';
}
