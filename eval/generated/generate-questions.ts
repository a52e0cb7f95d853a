import { createRandom } from '../../local/data/demo/random.ts';
import type { Gold } from '../gold.ts';
import type { Conversation, Item, QuestionSet } from '../questions.ts';
import { followUp, type Material } from './follow-ups.ts';
import { kinds, timeKinds } from './kinds.ts';
import { toSentence } from './sentences.ts';
import { type Spec, toGold } from './specs.ts';
import { dimensions, isKeptBy, type Member, ofSales, readMeasures, readMembers } from './terms.ts';
import { pairs, stockTimes, timePeriods, times, timeTexts } from './times.ts';
import { views } from './views.ts';

/** The times of the questions, to open the gold of a company with. */
export const generatedTimes: QuestionSet = { periods: timePeriods, texts: timeTexts, conversations: [] };

/**
 * Questions made of parts, each with gold SQL made of the same parts: every kind of question crossed with every figure, split,
 * time and name that fits it.
 * @param gold the company that is asked about, opened with `generatedTimes`
 * @param seed the same seed gives the same questions
 */
export async function generateQuestions(gold: Gold, count: number, seed: number): Promise<Conversation[]> {
  const random = createRandom(seed, 'questions');
  const members = new Map<string, Member[]>();
  for (const dimension of dimensions) members.set(dimension.name, await readMembers(gold, dimension));
  // A region and a warehouse of one name could both be meant.
  const counts = Map.groupBy([...members.values()].flat(), ({ value }) => value.toLowerCase());
  for (const [name, all] of members)
    members.set(
      name,
      all.filter(({ value }) => counts.get(value.toLowerCase())?.length === 1),
    );
  // A company may have no brands, or one channel only.
  const split = dimensions.filter(({ name }) => (members.get(name)?.length ?? 0) > 1);
  // Where the data ends with a month, "last month" may be that one or the one before it.
  const last = gold.toPeriod('today').end;
  const isWhole = new Date(Date.parse(last) + 86_400_000).getUTCDate() === 1;
  const fits = ({ isRelative }: { isRelative: boolean }) => !isRelative || !isWhole;
  const materials: Material[] = [];
  for (const view of views) {
    const measures = await readMeasures(gold, view);
    if (measures.length > 0)
      materials.push({
        ...{
          random,
          view,
          members,
          measures,
          dimensions: split.filter((dimension) => isKeptBy(dimension, view)),
        },
        times: (view.isOfDay ? stockTimes : times).filter(fits),
        pairs: view.isOfDay ? [] : pairs.filter(fits),
      });
  }
  const conversations: Conversation[] = [];
  while (conversations.length < count) {
    const known = random.pick(materials);
    const kind = random.pick(known.view.isOfDay ? kinds : [...kinds, ...timeKinds]);
    const spec = await kind(known, gold);
    const ask = spec && toSentence(spec, random);
    if (!spec || !ask || isOfOrders(spec) || !(await hasFigures(spec, gold))) continue;
    const items = [toItem(ask, spec)];
    if (random.chance(0.4)) items.push(...(await toFollowUps(spec, known, gold)));
    conversations.push({ group: `${known.view.name} ${items.length > 1 ? 'followUps' : kind.name}`, items });
  }
  return conversations;
}

/** One to three follow-ups, each on the question before it. */
async function toFollowUps(spec: Spec, known: Material, gold: Gold): Promise<Item[]> {
  const items: Item[] = [];
  let last = spec;
  for (let tries = known.random.integer(3, 8); tries > 0 && items.length < 3; tries -= 1) {
    const next = followUp(last, known);
    if (!next || isOfOrders(next.spec) || !(await hasFigures(next.spec, gold))) continue;
    last = next.spec;
    items.push(toItem(next.ask, last));
  }
  return items;
}

function isOfOrders({ view, splits, only, without, measures }: Spec): boolean {
  const named = [...only, ...(without ? [without] : [])].map(({ dimension }) => dimension);
  const isOfSupplier = [...splits, ...named].some(({ name }) => name === 'supplier');
  return view.name === 'sales' && isOfSupplier && !measures.every(ofSales);
}

/** Of two members with the same figure either may be the last of a ranking. */
async function hasTies(spec: Spec, gold: Gold): Promise<boolean> {
  const [statement] =
    spec.rank === null ? [] : toGold({ ...spec, rank: null, isWithin: false, growth: null });
  if (statement === undefined) return false;
  const values = (await gold.run(statement, null)).map((row) => row.at(-1));
  return new Set(values).size < values.length;
}

/** "Nothing is recorded" is another answer than a figure; it is asked for in the questions written by hand. */
async function hasFigures(spec: Spec, gold: Gold): Promise<boolean> {
  const [statement] = toGold(spec);
  const rows = statement === undefined ? [] : await gold.run(statement, null);
  const isThere = rows.length > 0 && rows.every((row) => row.every((value) => value !== null && value !== 0));
  return isThere && !(await hasTies(spec, gold));
}

function toItem(ask: string, spec: Spec): Item {
  const named = [...spec.only, ...(spec.without ? [spec.without] : [])];
  return {
    ask,
    also: [],
    gold: toGold(spec),
    ordered: false,
    // Of shares of a name the whole is shown, too.
    rows: spec.share === 'named' ? 'some' : 'exact',
    tolerance: 1e-5,
    ...(spec.before === null && !spec.view.isOfDay && { period: [spec.period.name] }),
    scope: spec.share === 'named' || spec.bound ? 'any' : named.map(({ value }) => value),
    shapes: 'any',
    says: [],
    abstain: false,
  };
}
