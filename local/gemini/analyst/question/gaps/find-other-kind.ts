import { nouns } from '../../conversation/references/nouns.ts';
import { findTerm } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toSingular } from '../../vocabulary/to-words.ts';
import type { DataQuestion, Question } from '../question.ts';

/**
 * What a message asks for by its kind, where nothing that it was read as is of that kind: "who", of products; "which customers", of a
 * total; "in percent", "how many and how much", of a number. The last look before anything is read. Null where each kind is met.
 */
export function findOtherKind(said: string, asked: Question[], { datasets }: Vocabulary): string | null {
  const read = asked.flatMap((question) => (question.kind === 'data' ? [question] : []));
  // A report tells more than was asked for.
  if (read.length === 0 || read.length < asked.length) return null;
  const hasUnit = (unit: string) =>
    read.some(({ tool, measures }) =>
      measures.some((name) => findTerm({ tool, name }, datasets)?.unit === unit),
    );
  const [whose] = who.exec(said) ?? [];
  if (whose !== undefined && read.every(isOfGoods)) return whose;
  const [which, noun = ''] = whichOnes.exec(said) ?? [];
  const dimension = nouns[toSingular(noun.toLowerCase())];
  if (which !== undefined && dimension !== undefined && !read.some((one) => tellsOf(one, dimension)))
    return which;
  const [percent] = inPercent.exec(said) ?? [];
  if (percent !== undefined && !hasUnit('fraction') && !read.some(tellsPercent)) return percent;
  const [money] = inMoney.exec(said) ?? [];
  return money !== undefined && !hasUnit('currency') ? money : null;
}

/** Not "customers who ordered". */
const who =
  /(?<=^|[.?!,;:] ?|\b(?:and|but|so|then|to|for|from|by|of) )whom?\b(?! (?:we|i|they|you|would)\b)/i;
const whichOnes =
  /\b(?:which|list (?:all |our |the )*)\b ?(?:of (?:our|the) )?(customers|clients|suppliers|vendors|products|items|articles|brands|categories|subcategories|warehouses|regions|channels)\b/i;
const inPercent = /(?<!\b(?:not|of|than|from) (?:in )?)\b(?:percent|percentage|pct)\b/i;
const inMoney =
  /(?<!\b(?:not|of|than) )(?:\bin |\b(?:most|least|how much) |\bof the )\b(?:money|dollars|euros)\b|\bhow many\b[^?.!]{0,20}\band how much(?=\W*$| (?:in|last|this|for|was|is)\b)|\bhow much and how many\b/i;

/** Told of goods, or of everything together. */
function isOfGoods({ dimensions, names, filters, listed }: DataQuestion): boolean {
  const others = [...dimensions, ...filters.map((filter) => filter.dimension)].filter(
    (name) => !goods.test(name),
  );
  return others.length + names.length === 0 && listed === null;
}

const goods = /^(?:product|sku|category|subcategory|product_status)$/;

function tellsOf(question: DataQuestion, dimension: string): boolean {
  const { dimensions, filters, names, members, listed, within, measures, tool } = question;
  const own = [...dimensions, ...filters.map((filter) => filter.dimension), within];
  const kin = dimension === 'product' ? ['product', 'sku'] : [dimension];
  if (own.some((name) => name !== null && kin.some((one) => name.includes(one)))) return true;
  return (
    names.length > 0 ||
    members !== null ||
    listed !== null ||
    tool === 'get_purchase_orders' ||
    measures.some((name) => name.includes(dimension))
  );
}

function tellsPercent(question: DataQuestion): boolean {
  const { share, changes, compares, against, trend, grain, per, changeBounds, partBounds, conditions } =
    question;
  return (
    [share, changes, compares, trend].some(Boolean) ||
    against !== null ||
    per !== null ||
    grain !== null ||
    changeBounds.length + partBounds.length + conditions.length > 0
  );
}
