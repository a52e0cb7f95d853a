import { addDays, addMonths, type Day, type Grain, startOf } from './calendar.ts';
import { isFollowUp, mergeFollowUp } from './follow-up.ts';
import type { Reference } from './lexicon.ts';
import { spellNumber } from './numbers.ts';
import type { Parts } from './parse-parts.ts';
import { type Period, toSpan } from './period.ts';
import { manyMembers } from './plan-reads.ts';
import type { DataQuestion, Question } from './question.ts';
import type { Term, Vocabulary } from './read-declarations.ts';

/** Makes a complete question of the parts of a sentence and of the question before it. */
export function toQuestion(
  parts: Parts,
  previous: Question | null,
  vocabulary: Vocabulary,
  today: Day,
): Question {
  if (parts.missing && !parts.reorder && !definesKnown(parts)) return { kind: 'missing', ...parts.missing };
  const small = toSmallTalk(parts, vocabulary);
  if (small) return small;
  const refused = toRefusal(parts, vocabulary);
  if (refused) return refused;
  if (parts.time.future !== null && parts.measures.length > 0 && !parts.reorder)
    return toFuture(parts.time.future);
  if (parts.reorder && vocabulary.tools.has('get_reorder_recommendations')) return toReorder(parts);
  if (previous !== null && isFollowUp(parts, previous)) return mergeFollowUp(parts, previous, vocabulary);
  return toFreshQuestion(parts, vocabulary, today);
}

/** Questions that look answerable but ask for a split or a negation that the tools do not have. */
function toRefusal(parts: Parts, vocabulary: Vocabulary): Question | null {
  if (parts.unknownSplit !== null) {
    const tool = chooseTool(parts, vocabulary);
    const dimensions = vocabulary.datasets.find((dataset) => dataset.tool === tool)?.dimensions ?? [];
    const known = dimensions.slice(0, 12).map(({ name }) => name.replaceAll('_', ' '));
    return {
      kind: 'missing',
      spoken: parts.unknownSplit,
      topic: {
        phrases: [],
        missing: `split by "${parts.unknownSplit}" (there is ${known.join(', ')})`,
        nearest: `What is the revenue by ${known.find((name) => name === 'region') ?? known[0] ?? 'month'}?`,
      },
    };
  }
  const stock = parts.measures.some((references) =>
    references.some(({ name }) => /on_hand|out_of_stock|available/.test(name)),
  );
  if (!parts.denies || stock) return null;
  const missing = 'way to find what is not in the records, such as products without sales,';
  return {
    kind: 'missing',
    spoken: '',
    topic: { phrases: [], missing, nearest: 'Which products sold the fewest units?' },
  };
}

function definesKnown(parts: Parts): boolean {
  return parts.focus.has('define') && parts.measures.length > 0;
}

function toFuture(spoken: string): Question {
  return {
    kind: 'missing',
    spoken,
    topic: { phrases: [], missing: 'forecast', nearest: 'How did revenue develop over the last 12 months?' },
  };
}

function toSmallTalk(parts: Parts, vocabulary: Vocabulary): Question | null {
  const { focus } = parts;
  if (asksCoverage(parts)) return toCoverage(vocabulary);
  const saysFigures =
    parts.measures.length > 0 || parts.dimensions.length > 0 || parts.names.length > 0 || parts.reorder;
  const asksTime = parts.time.periods.length > 0 || parts.grain !== null || parts.chart !== null;
  if (
    focus.has('define') &&
    (parts.measures.length > 0 || parts.dimensions.length > 0) &&
    parts.time.periods.length === 0
  )
    return toDefinition(parts, vocabulary);
  if (focus.has('define') && parts.names.length > 0 && !asksTime)
    return { kind: 'define', terms: [], unknown: parts.names[0]?.text ?? '' };
  if (
    focus.has('help') &&
    (!saysFigures ||
      /^(what (can|data|do|question|kind|measure|metric|kpi|figure|else)|which (measure|metric|kpi))/.test(
        parts.opening,
      ))
  )
    return { kind: 'help' };
  const explains =
    /^explain/.test(parts.opening) ||
    (focus.has('compare') && /difference$/.test(parts.opening) && parts.measures.length > 1);
  if (
    explains &&
    parts.measures.length > 0 &&
    parts.time.periods.length === 0 &&
    parts.dimensions.length === 0 &&
    !focus.has('change')
  )
    return toDefinition(parts, vocabulary);
  if (saysFigures || asksTime || focus.has('overview') || focus.has('why')) return null;
  if (focus.has('thanks')) return { kind: 'thanks' };
  if (focus.has('greeting')) return { kind: 'greeting' };
  return null;
}

function asksCoverage({ text }: Parts): boolean {
  return /\b(fresh|up to date|updated|refreshed|replicated|how old|how recent|how current|last update)\b.*\b(data|numbers|figures)\b|\b(data|numbers|figures)\b.*\b(fresh|up to date|updated|refreshed|replicated|old|recent|go back|goes back|cover|covers|reach|available from|start|begin|end)\b|how far back/.test(
    text,
  );
}

function toCoverage({ datasets }: Vocabulary): Question | null {
  const [dataset] = datasets;
  const measure = dataset?.measures[0]?.name;
  return dataset && measure !== undefined ? { kind: 'coverage', tool: dataset.tool, measure } : null;
}

function toDefinition(parts: Parts, vocabulary: Vocabulary): Question {
  const mentions = parts.measures.length > 0 ? parts.measures : parts.dimensions;
  const terms = mentions
    .flatMap((references) => references.slice(0, 1))
    .map(({ tool, name }) => ({ tool, name }));
  return { kind: 'define', terms: terms.filter(({ tool }) => vocabulary.tools.has(tool)), unknown: '' };
}

function toReorder(parts: Parts): Question {
  const by =
    parts.dimensions
      .flatMap((references) => references[0]?.name ?? [])
      .find((name) => name !== 'product' && name !== 'sku') ?? null;
  return { kind: 'reorder', names: parts.names, filters: [], chart: parts.chart, limit: parts.limit, by };
}

function toFreshQuestion(parts: Parts, vocabulary: Vocabulary, today: Day): Question {
  const { focus } = parts;
  const tool = chooseTool(parts, vocabulary);
  if (tool === null) return { kind: 'unclear' };
  const dimensions = namesFor(parts.dimensions, tool);
  const measures = chooseMeasures(parts, tool, dimensions, vocabulary);
  const hasTime =
    parts.time.periods.length > 0 ||
    parts.time.against !== null ||
    parts.time.versus !== null ||
    parts.grain !== null;
  // "Which products are not in stock?"
  if (
    parts.denies &&
    measures[0] === 'on_hand' &&
    vocabulary.datasets.some(
      (dataset) => dataset.tool === tool && dataset.measures.some(({ name }) => name === 'out_of_stock'),
    )
  )
    measures.splice(0, 1, 'out_of_stock');
  const nothingAsked =
    measures.length === 0 &&
    dimensions.length === 0 &&
    parts.names.length === 0 &&
    parts.filters.length === 0 &&
    parts.order === null &&
    !focus.has('overview') &&
    !focus.has('sell') &&
    !focus.has('why') &&
    !((focus.has('compare') || focus.has('trend')) && hasTime) &&
    !focus.has('change') &&
    !(parts.order !== null && parts.grain !== null);
  if (nothingAsked) return { kind: 'unclear' };
  // "How many City Helmets are in Northgate?"
  const stock = vocabulary.datasets.find((dataset) =>
    dataset.measures.some(({ name }) => name === 'on_hand'),
  );
  const asksStock = focus.has('count') || /^(do|does|did) (we|you|i|they)\b/.test(parts.opening);
  const countsStock =
    asksStock &&
    parts.names.length > 0 &&
    measures.length === 0 &&
    dimensions.length === 0 &&
    !focus.has('sell');
  if (countsStock && stock && parts.time.periods.length === 0)
    return toFreshQuestion(
      { ...parts, measures: [[{ tool: stock.tool, name: 'on_hand' }]] },
      vocabulary,
      today,
    );
  const changing = focus.has('change') && parts.order !== null;
  if (changing && dimensions.some((name) => manyMembers.has(name)))
    return { kind: 'missing', spoken: '', topic: rankingOfChange };
  const aboutName =
    parts.names.length > 0 && measures.length === 0 && dimensions.length === 0 && !focus.has('sell');
  if (aboutName && parts.order === null && !focus.has('compare') && parts.filters.length === 0)
    return { kind: 'overview', names: parts.names, filters: [], periods: parts.time.periods };
  const asksMembers =
    measures.length === 0 && dimensions.length === 1 && parts.order === null && !focus.has('sell');
  const members =
    !asksMembers || parts.time.periods.length > 0
      ? null
      : focus.has('count')
        ? 'count'
        : focus.has('list') || parts.words <= 6
          ? 'list'
          : null;
  const periods = toPeriods(parts, dimensions, today);
  const isOverview =
    focus.has('overview') && measures.length === 0 && dimensions.length === 0 && parts.grain === null;
  return finishQuestion(
    {
      kind: 'data',
      tool: members === null ? tool : toMemberTool(dimensions, tool, vocabulary),
      measures:
        measures.length > 0
          ? measures
          : defaultMeasures(
              parts,
              members === null ? tool : toMemberTool(dimensions, tool, vocabulary),
              vocabulary,
            ),
      dimensions,
      grain: parts.grain ?? (isOverview && periods.length > 0 ? 'month' : null),
      periods,
      against: parts.time.versus?.text === 'last year' ? 'last_year' : parts.time.against,
      names: parts.names,
      filters: parts.filters,
      order: parts.order,
      limit: parts.limit,
      condition: parts.condition,
      chart: parts.chart,
      otherChart: parts.otherChart,
      compares: focus.has('compare'),
      changes: focus.has('change'),
      trend: focus.has('trend'),
      share: focus.has('share'),
      why: focus.has('why'),
      falls: parts.falls,
      per: parts.per?.find((reference) => reference.tool === tool)?.name ?? null,
      lists:
        focus.has('overview') ||
        (/^(show|list|plot|chart|draw|display|give)/.test(parts.opening) && !focus.has('total')),
      defines:
        /^(what (is|are)|whats) /.test(`${parts.opening} `) &&
        measures.length === 1 &&
        parts.words <= 5 &&
        !parts.owns &&
        parts.names.length === 0,
      members,
    },
    vocabulary,
  );
}

const rankingOfChange = {
  phrases: [],
  missing: 'tool that ranks single products or customers by their change',
  nearest: 'Which category changed most from September to October?',
};

/** The periods of a new question; a bare comparison and a bare overview look at the last three months. */
function toPeriods(parts: Parts, dimensions: string[], today: Day): Period[] {
  const { periods, versus, against } = parts.time;
  if (versus && versus.grain !== null && versus.text !== 'last year' && periods.length === 0)
    return [toRunning(versus.grain, today), versus];
  const bare =
    periods.length === 0 &&
    versus === null &&
    against === null &&
    parts.names.length < 2 &&
    dimensions.length === 0;
  const asks = parts.focus.has('compare') || (parts.focus.has('overview') && parts.measures.length === 0);
  if (bare && asks && parts.grain === null && parts.condition === null) return [toLastMonths(3, today)];
  return periods;
}

function toRunning(grain: Grain, today: Day): Period {
  const start = startOf(today, grain);
  return {
    ...toSpan(start, today, null),
    text: grain === 'day' ? 'today' : `${grain} to date`,
    spoken: `this ${grain} so far`,
  };
}

function toLastMonths(count: number, today: Day): Period {
  const start = addMonths(startOf(today, 'month'), -count);
  const end = addDays(startOf(today, 'month'), -1);
  return {
    text: `last ${count} months`,
    spoken: `the last ${spellNumber(count)} months`,
    start,
    end,
    grain: 'month',
    count,
  };
}

/** Names are listed from stock records, which hold what does not sell, too. */
function toMemberTool([dimension]: string[], tool: string, { datasets }: Vocabulary): string {
  const stock = datasets.find(
    ({ measures, dimensions }) =>
      measures.some(({ name }) => name === 'on_hand') && dimensions.some(({ name }) => name === dimension),
  );
  return dimension === 'region' ? tool : (stock?.tool ?? tool);
}

/** What follows from the parts together. */
export function finishQuestion(question: DataQuestion, vocabulary: Vocabulary): DataQuestion {
  const dataset = vocabulary.datasets.find((candidate) => candidate.tool === question.tool);
  const has = (name: string) => dataset?.dimensions.some((term) => term.name === name) ?? false;
  const dimensions = question.dimensions.filter(has);
  if (
    question.measures[0] === 'out_of_stock' &&
    dimensions.some((name) => manyMembers.has(name)) &&
    question.condition === null
  )
    return { ...question, dimensions, condition: { op: 'above', value: 0 } };
  const ranksTime = question.order !== null && question.grain !== null;
  // "What sells best?" ranks products.
  if (
    question.order !== null &&
    dimensions.length === 0 &&
    !ranksTime &&
    question.names.length < 2 &&
    has('product')
  )
    dimensions.push('product');
  return { ...question, dimensions: dimensions.slice(0, 3), measures: question.measures.slice(0, 6) };
}

export function namesFor(mentions: Reference[][], tool: string): string[] {
  const names = mentions.flatMap(
    (references) => references.find((reference) => reference.tool === tool)?.name ?? [],
  );
  return [...new Set(names)];
}

/** The tool that has most of what was named; the first declared one where nothing decides. */
export function chooseTool(parts: Parts, { datasets }: Vocabulary): string | null {
  let best: { tool: string; score: number } | null = null;
  for (const { tool } of datasets) {
    const owns = (mentions: Reference[][]) =>
      mentions.filter((references) => references.some((r) => r.tool === tool)).length;
    const sells = parts.focus.has('sell') && tool.includes('sales') ? 2 : 0;
    const stocks = datasetCounts(tool, parts, datasets) ? 1 : 0;
    const score = owns(parts.measures) * 4 + owns(parts.dimensions) + sells + stocks;
    if (best === null || score > best.score) best = { tool, score };
  }
  return best?.tool ?? null;
}

/** "How many products does each supplier have" is about stock records, unless something was sold. */
function datasetCounts(tool: string, parts: Parts, datasets: Vocabulary['datasets']): boolean {
  const noun = parts.counted?.[0]?.name;
  if ((noun !== 'product' && noun !== 'sku') || parts.dimensions.length < 2 || parts.time.periods.length > 0)
    return false;
  return datasets.some(
    (dataset) => dataset.tool === tool && dataset.measures.some(({ name }) => name === 'stocked_products'),
  );
}

function chooseMeasures(
  parts: Parts,
  tool: string,
  dimensions: string[],
  { datasets }: Vocabulary,
): string[] {
  const measures = namesFor(parts.measures, tool);
  const declared = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
  const has = (name: string) => declared.some((term) => term.name === name);
  // "How many products are out of stock?": the measure counts them already.
  const isCount = declared.some(({ name, unit }) => name === measures[0] && unit === 'count');
  const noun = parts.counted;
  if (noun !== null && isCount && parts.condition === null)
    dimensions.splice(
      0,
      dimensions.length,
      ...dimensions.filter((name) => !noun.some((other) => other.name === name)),
    );
  const counted =
    parts.focus.has('count') && measures.length === 0 ? toCountMeasure(tool, dimensions, parts, has) : null;
  if (counted !== null) return [counted];
  if (measures.length === 0 && parts.focus.has('sell'))
    return has('units') && (parts.focus.has('count') || parts.order !== null) ? ['units'] : [];
  return parts.focus.has('average')
    ? measures.map((name) => (has(`average_${name}`) ? `average_${name}` : name))
    : measures;
}

/** "How many products did we sell?", "how many customers bought …?" */
function toCountMeasure(
  tool: string,
  dimensions: string[],
  parts: Parts,
  has: (name: string) => boolean,
): string | null {
  const [dimension] = dimensions;
  const noun = parts.counted?.[0]?.name;
  // "How many products does each supplier have?"
  if (
    (noun === 'product' || noun === 'sku') &&
    dimensions.length > 1 &&
    (has('stocked_products') || has('products_sold'))
  ) {
    dimensions.splice(0, dimensions.length, ...dimensions.filter((name) => name !== noun));
    return has('stocked_products') ? 'stocked_products' : 'products_sold';
  }
  const sales = tool.includes('sales');
  const bounded = parts.time.periods.length > 0 || parts.focus.has('sell') || parts.names.length > 0;
  if (dimension === 'customer' && has('customers')) return take(dimensions, 'customers');
  if ((dimension === 'product' || dimension === 'sku') && sales && bounded && has('products_sold'))
    return take(dimensions, 'products_sold');
  if (dimensions.length === 0 && parts.focus.has('sell') && has('units')) return 'units';
  return null;
}

function take(dimensions: string[], measure: string): string {
  dimensions.shift();
  return measure;
}

function defaultMeasures(parts: Parts, tool: string, { datasets }: Vocabulary): string[] {
  const declared: Term[] = datasets.find((dataset) => dataset.tool === tool)?.measures ?? [];
  const has = (name: string) => declared.some((term) => term.name === name);
  if (parts.focus.has('overview') && has('revenue'))
    return ['revenue', 'units', 'orders', 'gross_margin'].filter(has);
  return [declared[0]?.name ?? 'revenue'];
}
