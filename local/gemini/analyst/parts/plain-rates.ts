import type { Parts } from './parts.ts';

/** Figures whose words mean their rate: the "worst margin", and the margin or discount that is set between things of different size. */
export function findPlainRates({ text, order, names, dimensions }: Parts): ReadonlySet<string> {
  const rates = new Set<string>();
  const isJudged = order !== null || /\b(?:better|worse)\b/.test(text);
  const inMoney = /\b(?:amounts?|values?|money|dollars?|total)\b/.test(text);
  const hasSides = !inMoney && names.filter(({ excluded }) => !excluded).length > 1;
  if ((isJudged && judgedMargin.test(text)) || (hasSides && sets('margins?').test(text)))
    rates.add('gross_margin');
  // Of groups of different size the smallest would earn the least.
  const ofGroups = dimensions.length === 1 && dimensions.flat().some(({ name }) => groups.test(name));
  if (!inMoney && ((order !== null && ofGroups) || hasSides) && judgedProfit.test(text))
    rates.add('gross_margin');
  if (hasSides && sets('discounts?|rebates?').test(text)) rates.add('discount');
  return rates;
}

const groups = /^(?:customer_segment|channel|region|category|subcategory|brand)$/;
const judgedProfit = /\b(?:most|least|more|less) (?:\w+ly )?(?:profitable|lucrative|remunerative)\b/;

const judgedMargin =
  /\b(?:better|worse|worst|best|lowest|highest|weakest|strongest|low|high|thin|thinnest|thinner|poorest|poor|fat|fattest|slim|slimmest|healthiest|healthy|richest|juiciest|tightest|widest) margins?\b/;

/** "Does wholesale have a lower margin than online?", "are discounts bigger in stores or online?" */
function sets(figure: string): RegExp {
  const more =
    '(?:lower|higher|bigger|smaller|larger|greater|fatter|slimmer|thinner|deeper|steeper|better|worse)';
  return new RegExp(
    `\\b${more} (?:gross |profit )?(?:${figure})\\b|\\b(?:${figure})\\b.*\\b${more}\\b.*\\b(?:than|or)\\b`,
  );
}
