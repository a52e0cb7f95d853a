import type { Reference } from './lexicon.ts';
import type { Parts } from './parts.ts';
import type { Vocabulary } from './read-declarations.ts';

/**
 * What the words around a measure make of it: "value of open orders" is the open value, not their number, and the "worst
 * margin" is a rate.
 */
export function refineMeasures(parts: Parts, { datasets }: Vocabulary): Parts {
  const { text, conditions } = parts;
  const inMoney = asksMoney.test(text);
  const plainMargin =
    parts.order !== null &&
    /\b(worst|best|lowest|highest|weakest|strongest|low|high|thin|thinnest) margins?\b/.test(text);
  const mentions = withoutBareUnits(parts.measures, text, datasets);
  const refined = new Map(
    mentions.map((references, place) => {
      // "Margin below 40 %": a bound in percent is one of the rate.
      const inPercent = conditions.some(
        (condition) =>
          condition.unit === 'percent' &&
          (condition.references === null ? place === 0 : condition.references === references),
      );
      return [
        references,
        references.map((reference) => refine(reference, { inPercent, inMoney, plainMargin }, datasets)),
      ];
    }),
  );
  const meant = (references: Reference[]) => refined.get(references) ?? references;
  return {
    ...parts,
    measures: mentions.map(meant),
    conditions: conditions.map((condition) => ({
      ...condition,
      references: condition.references && meant(condition.references),
    })),
  };
}

type Said = { inPercent: boolean; inMoney: boolean; plainMargin: boolean };

function refine(
  reference: Reference,
  { inPercent, inMoney, plainMargin }: Said,
  datasets: Vocabulary['datasets'],
): Reference {
  const declared = datasets.find(({ tool }) => tool === reference.tool)?.measures ?? [];
  const own = declared.find(({ name }) => name === reference.name);
  const to = (names: string[]) => declared.find(({ name }) => names.includes(name))?.name;
  if (plainMargin && reference.name === 'gross_margin')
    return { ...reference, name: to(['margin_rate']) ?? reference.name };
  const rate = to([
    `${reference.name.replace(/^gross_/, '')}_rate`,
    `${reference.name.replace(/s$/, '')}_rate`,
  ]);
  if (inPercent && rate !== undefined) return { ...reference, name: rate };
  if (!inMoney || !own || own.unit === 'currency' || own.unit === 'fraction') return reference;
  const stem = own.name.replace(/^units_/, '').replace(/_(units|orders|lines|count)$/, '');
  const money = declared.find(
    ({ name, unit }) =>
      unit === 'currency' &&
      [`${stem}_value`, `value_${stem}`, own.name.replace('units', 'value')].includes(name),
  )?.name;
  return { ...reference, name: money ?? reference.name };
}

/** "How many units were received": the units are not those sold. */
function withoutBareUnits(
  mentions: Reference[][],
  text: string,
  datasets: Vocabulary['datasets'],
): Reference[][] {
  const isBare = (references: Reference[]) => references.every(({ name }) => name === 'units');
  const countsUnits =
    /\b(how many|number of|in|the) units\b|\bunits (that )?(were|was|are|is|have been|got)\b/.test(text);
  const isOtherUnits = (references: Reference[]) =>
    !isBare(references) &&
    references.some(
      ({ tool, name }) =>
        datasets
          .find((dataset) => dataset.tool === tool)
          ?.measures.some((term) => term.name === name && term.unit === 'units') ?? false,
    );
  return countsUnits && mentions.some(isOtherUnits)
    ? mentions.filter((references) => !isBare(references))
    : mentions;
}

const asksMoney =
  /\b(value of|with value|worth of|worth|in (money|dollars?|euros?|value|usd|eur|cash)|how much money|cost of|amount of money)\b/;

/** Of these a high figure is the bad one: the "worst return rate" is the highest. */
export function isBadWhenHigh(measure: string): boolean {
  return /return|reject|late|overdue|shrink|stock_out|out_of_stock|aged|discount|write_off|cancel/.test(
    measure,
  );
}
