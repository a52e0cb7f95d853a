import { chooseTool } from '../parts/choose-measures.ts';
import type { Parts } from '../parts/parts.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { findAgo } from './find-ago.ts';
import { findUncounted, isMean } from './find-means.ts';
import { findOtherSide } from './find-other-side.ts';
import type { Question } from './question.ts';

/** A question of which a part would be left out by every figure here: said, instead of answered without it. */
export function toUnheeded(parts: Parts, vocabulary: Vocabulary, previous: Question | null): Question | null {
  const refuse = (words: string[]): Question => ({
    kind: 'unheeded',
    words,
    // What is left over may belong to a name: "Rain Barrel 300 L".
    names: parts.names,
  });
  const stock =
    holdsStock(parts, vocabulary) ||
    /^do (we|i) have enough/.test(parts.text) ||
    isAboutStock(previous, vocabulary);
  const denied = describesDenial(parts, vocabulary);
  const words = parts.leftover.filter((word) => {
    const plain = word.toLowerCase().replace(/['’]/g, '');
    const contributes = /^contribut/.test(plain) && explainsChange(previous);
    // "All regions again", "the same for Bikes", "what do I need to order again?"
    const repeats =
      (/^(same|again)$/.test(plain) && (previous !== null || parts.reorder)) ||
      (plain === 'same' && parts.time.against !== null);
    // "And Orsini, is its lead time lower?", than what was told before.
    const compares = /^(higher|lower)$/.test(plain) && previous !== null && parts.names.length > 0;
    // "Revenue too", "without Tools too"
    const adds = plain === 'too' && previous !== null && parts.measures.length + parts.names.length > 0;
    return (
      !adds &&
      !compares &&
      !isHeeded(plain, parts, stock) &&
      !(denied && negation.test(plain)) &&
      !contributes &&
      !repeats
    );
  });
  const other = findOtherSide(parts, previous);
  if (words.length > 0 || other !== null) return refuse(other === null ? words : [other]);
  const ago = previous === null && !stock ? findAgo(parts) : null;
  if (ago !== null) return refuse([ago]);
  // "What lies there that nobody has bought?": what is on hand is more than that.
  const unsold = parts.denies && stock && !parts.measures.flat().some(({ name }) => /unsold/.test(name));
  const unbought =
    /\b(?:nobody|no one|none|never|not|n['’]?t|no|without) [^?.!,]{0,20}?\b(?:sold|sales?|bought|buy|ordered)\b/.exec(
      parts.text,
    )?.[0];
  if (unsold && unbought !== undefined && parts.report === null) return refuse([unbought]);
  // "Products under $20" may speak of their price.
  const priced =
    /\b(products?|items?|articles?|skus?) (that (are|cost) )?(under|below|over|above|less than|more than) ?[$€£]/.exec(
      parts.text,
    )?.[0];
  if (
    priced !== undefined &&
    parts.measures.length > 0 &&
    parts.conditions.some(({ references }) => references === null)
  )
    return refuse([priced]);
  const motive =
    /^why (do|are|would|won't|dont|don't) (our |the |some |so many )?(people|customers?|clients?|buyers?|they)\b.*|^why did (our |the |some |so many )?(people|customers?|clients?|buyers?|they) (return|leave|stop|prefer|choose|cancel|complain|send)\b.*/.exec(
      parts.text,
    )?.[0];
  if (motive !== undefined) return refuse([motive]);
  // "Which supplier is the quickest?" asks for a figure of its own, which is not revenue.
  const manner = /\b(fastest|quickest|slowest|cheapest|cleverest|newest|oldest|nearest)\b/.exec(
    parts.text,
  )?.[0];
  const isSales =
    parts.focus.has('sell') ||
    parts.focus.has('change') ||
    parts.grain !== null ||
    /weekday|day|week|month/.test(parts.text);
  if (
    manner !== undefined &&
    parts.measures.length === 0 &&
    !parts.reorder &&
    parts.report === null &&
    !isSales
  )
    return refuse([manner]);
  // "Who bought Grills and Tents" asks for those in both.
  const buyers = /\b(?:who|that) (?:bought|buy|ordered|order)\b.*/.exec(parts.text)?.[0];
  const several = buyers !== undefined && parts.names.length > 1 && /\band\b/.test(buyers);
  if (
    buyers !== undefined &&
    (several || parts.names.some(({ excluded }) => excluded) || /\bboth\b/.test(buyers))
  )
    return refuse([buyers]);
  const unplaced = parts.conditions.find(({ references }) => references === null);
  if (unplaced && parts.conditions.some(({ references }) => references !== null))
    return refuse([`${unplaced.op.replace('_', ' ')} ${unplaced.value}`]);
  const tool = chooseTool(parts, vocabulary);
  const isElsewhere = (references: Reference[] | null) =>
    references?.every((reference) => reference.tool !== tool) ?? false;
  const [bound] = parts.conditions.filter(({ references }) => isElsewhere(references));
  if (bound && parts.measures.length < 2) return refuse([`${bound.op.replace('_', ' ')} ${bound.value}`]);
  if (isElsewhere(parts.per)) return refuse([`per ${parts.per?.[0]?.name.replaceAll('_', ' ')}`]);
  const uncounted = findUncounted(parts, tool, vocabulary);
  if (uncounted !== null) return refuse([uncounted]);
  // "Which of our reps sold the most?", "who sells us the most?": who sells is in no figure.
  const seller =
    /^(?:and |so )?(?:who|which (?:one )?(?:of (?:our|the) )?(?:sales )?(?:reps?|people|persons?|sellers|agents|staff)) (?:has |have |is |are )?(?:sells?|sold|selling)\b.*/.exec(
      parts.text,
    )?.[0];
  if (seller !== undefined) return refuse([seller]);
  // "Months when online beat stores": a comparison within each of them.
  const each = /\b(?:months|weeks|days|quarters|years) (?:when|where|in which|that)\b.*/.exec(
    parts.text,
  )?.[0];
  if (each !== undefined && parts.names.filter(({ against }) => against).length > 1) return refuse([each]);
  // "What percentage of products was sold?" is one of their number.
  const ofThings =
    /\b(?:share|percentage|percent|proportion|part) of (?:our |all |the )*(?:products|items|articles|skus|brands) (?:was|were|is|are|got|has been|have been)? ?sold\b/.exec(
      parts.text,
    )?.[0];
  if (ofThings !== undefined) return refuse([ofThings]);
  const partOf =
    /\b(?:share|percentage|percent|proportion|part) of (?:our |all |the )?\w+ (?:that )?(?:contain|contains|have|has|had|include|includes|with|got|come with|came with)\b.*/.exec(
      parts.text,
    )?.[0];
  if (partOf !== undefined && parts.focus.has('share') && parts.measures.length > 1) return refuse([partOf]);
  const superlatives = new Set(
    parts.text.match(/\b(best|worst|highest|lowest|biggest|smallest|most|least|top|bottom)\b/g),
  );
  const nests =
    /\b(best|worst|highest|lowest|biggest|smallest|top|bottom)\b.*\b(in|of|from|within) (the|our) ((best|worst|highest|lowest|biggest|smallest|top|bottom)\b.*)/.exec(
      parts.text,
    );
  if (nests && superlatives.size > 1) return refuse([`${nests[2]} ${nests[3]} ${nests[4]}`]);
  const ofEach = previous !== null && /\beach\b/.test(parts.text);
  if (parts.focus.has('average') && !ofEach && !isMean(parts, tool, vocabulary)) return refuse(['average']);
  const than = /\b(?:more|less|fewer|higher|lower|better|worse)\b.*\b(than .*)/.exec(parts.text)?.[1];
  if (than !== undefined && !setsSides(parts)) return refuse([than]);
  // "Which brands sell better online than in stores?" asks for a comparison within each of them.
  const sides = parts.names.filter(({ against }) => against).length;
  if (than !== undefined && sides > 1 && parts.dimensions.length > 0) return refuse([than]);
  if (parts.focus.has('exclude') && !parts.names.some(({ excluded }) => excluded) && !excludesDay(parts))
    return refuse([excluding.exec(parts.text)?.[0] ?? 'without']);
  return null;
}

/** Whether there is what "than" sets against each other: two times, two names or two figures. */
function setsSides({ time, names, measures, conditions, partBounds, filters, daySides }: Parts): boolean {
  return (
    time.periods.length + (time.versus ? 1 : 0) + (time.against ? 1 : 0) > 1 ||
    time.versus !== null ||
    time.against !== null ||
    names.some(({ against }) => against) ||
    measures.length > 1 ||
    conditions.length > 0 ||
    partBounds.length > 0 ||
    // "Lying for more than 180 days" is the measure.
    measures.flat().some(({ name }) => name.startsWith('aged_')) ||
    filters.length > 0 ||
    daySides.length > 0
  );
}

const excluding =
  /\b(without|excluding|exclude|except|other than|not including|ignoring|leave out|leaving out|but not|apart from|minus)\b.*/;

function excludesDay({ filters }: Parts): boolean {
  return filters.some(({ op }) => op === 'is_not');
}

/** "At the end of last month" and "do we have enough?" are about stock; "below their reorder point" is what reordering is. */
function isHeeded(
  word: string,
  { reorder, report, text, measures, names, dimensions, grain }: Parts,
  stock: boolean,
): boolean {
  if (/^contribute/.test(word)) return !/\bto (that|this|it)\b/.test(text);
  // "Days late or early": the mean of both.
  if (word === 'early') return measures.flat().some(({ name }) => name === 'delivery_delay');
  // "With wholesale, online and store separately"
  if (word === 'separately') return names.length > 1 || dimensions.length > 0 || grain !== null;
  // "Is that enough for December?" asks for more than what lies there.
  if (word === 'enough' && /\benough (?:for|until|till|through)\b/.test(text)) return reorder;
  if (stock && /^(end|enough)$/.test(word)) return true;
  return (
    (reorder || report !== null) &&
    /^(below|under|soon|first|before|too|enough|weeks?|days?|urgently|immediately|quickly)$/.test(word)
  );
}

/** "Which category contributed most to that?", after a change. */
function explainsChange(previous: Question | null): boolean {
  return previous?.kind === 'data' && (previous.changes || previous.compares || previous.against !== null);
}

const negation = /^(not|nothing|no|havent|hasnt|isnt|arent|wasnt|werent|didnt|yet)$/;

/** "Units on order that haven't arrived": the description of the measure says it already. */
function describesDenial({ measures }: Parts, { datasets }: Vocabulary): boolean {
  return measures.flat().some(({ tool, name }) => {
    const declared = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
    return /\bnot\b/.test(declared.find((term) => term.name === name)?.description ?? '');
  });
}

/** "And at the end of last month?", after a question about stock. */
function isAboutStock(previous: Question | null, { datasets }: Vocabulary): boolean {
  if (previous?.kind !== 'data') return false;
  const dataset = datasets.find(({ tool }) => tool === previous.tool);
  return dataset?.measures.some(({ name }) => name === 'on_hand') ?? false;
}

function holdsStock(parts: Parts, vocabulary: Vocabulary): boolean {
  const tool = chooseTool(parts, vocabulary);
  const measures = vocabulary.datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
  return measures.some(({ name }) => name === 'on_hand');
}
