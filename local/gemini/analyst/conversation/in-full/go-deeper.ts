import type { Question } from '../../question/question.ts';
import { dimensionsOf } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';

/** What each kind of thing is made of. */
const below: Record<string, string> = {
  category: 'subcategory',
  subcategory: 'product',
  brand: 'product',
  supplier: 'product',
  customer_segment: 'customer',
};

const lead = "^(?:(?:and|now|ok|okay|so|then|please|can you|could you|let['’]s|just)[, ]+)*";
const further =
  '(?:(?:go |drill |dig |look |take (?:it|that|this) )?(?:down )?(?:one|a|another|1) (?:more )?(?:level|step|layer) (?:deeper|down|lower|further)|(?:go|dig|drill|look)(?: down)? (?:deeper|further)|deeper|drill down|break (?:it|that|this|them|these|those) down further)';
const into = '(?:,? (?:for|in|into|on|within|of|inside|with) (?:the |our )?(?<name>[^?.!,]{2,40}?))?';
const forms = [
  `${lead}${further}${into}(?: please)?\\W*$`,
  `${lead}(?:drill|dig)(?: down)?(?: deeper)? (?:into|in on|on) (?:the |our )?(?<name>[^?.!,]{2,40}?)(?: please)?\\W*$`,
  `${lead}break (?:the |our )?(?<name>[^?.!,]{2,40}?) down (?:further|more|again)(?: please)?\\W*$`,
].map((form) => new RegExp(form, 'i'));

/** "Go one level deeper for Components", after categories: its subcategories. */
export function goDeeper(sentence: string, previous: Question, { datasets }: Vocabulary): string {
  if (previous.kind !== 'data' || previous.dimensions.length !== 1) return sentence;
  const split = below[previous.dimensions[0] ?? ''];
  const declared = dimensionsOf(previous.tool, datasets);
  const found = forms.map((form) => form.exec(sentence)).find((match) => match !== null);
  if (!found || split === undefined || !declared.some(({ name }) => name === split)) return sentence;
  const name = found.groups?.name;
  return `by ${toWords(split)}${name === undefined ? '' : ` for ${name}`}`;
}
