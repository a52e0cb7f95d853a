import type { Measure, SemanticModel } from './model-schema.ts';
import type { Models } from './read-models.ts';

/** `docs/metrics.md`: every measure and dimension of the semantic models. Generated, so that it is never out of date. */
export function toMetricsPage(models: Models): string {
  const sections = Object.values(models).map(toSection);
  return `# Metrics

Generated from \`bigquery/models/*.yaml\` by \`npm run generate\`. Do not edit.

A measure is **additive** when it may be summed over everything; **semi-additive** when it may be summed over everything but
time, where the last recorded day of a period (or an average day) stands for the period; and **non-additive** when it may not be
summed: a ratio is always computed from the sums of its two parts, a count of distinct things is counted anew for each row.
Weeks are ISO weeks, Monday to Sunday. Days are days of the company's time zone.

${sections.join('\n')}`;
}

function toSection(model: SemanticModel): string {
  const measures = Object.entries(model.measures).map(([name, measure]) =>
    toRow([
      `\`${name}\``,
      measure.description,
      measure.unit,
      describeAdditivity(measure),
      `\`${describeFormula(measure, model)}\``,
      measure.synonyms.join(', '),
    ]),
  );
  const dimensions = Object.entries(model.dimensions).map(([name, dimension]) =>
    toRow([`\`${name}\``, dimension.description, `\`${dimension.name}\``, dimension.synonyms.join(', ')]),
  );
  return `## ${model.label}

${model.description} Read from \`${model.fact}\`, by \`${model.time}\`.

| Measure | Meaning | Unit | Additivity | Formula | Also called |
| --- | --- | --- | --- | --- | --- |
${measures.join('\n')}

| Dimension | Meaning | Column | Also called |
| --- | --- | --- | --- |
${dimensions.join('\n')}
`;
}

function describeAdditivity(measure: Measure): string {
  if (!('aggregate' in measure)) return 'non-additive';
  const over = measure.additive_over === undefined ? '' : `, but over ${measure.additive_over.join(', ')}`;
  if (measure.additivity === 'semi_additive') {
    const day = measure.over_time === 'average' ? 'average day' : 'last day';
    // For counts of distinct things the list says what else they may be summed over.
    return measure.additive_over === undefined
      ? `semi-additive (${day})`
      : `semi-additive (${day}), only over ${measure.additive_over.join(', ')}`;
  }
  return measure.additivity === 'additive' ? 'additive' : `non-additive${over}`;
}

function describeFormula(measure: Measure, model: SemanticModel): string {
  if ('ratio' in measure) {
    const { of, to, per_year: isPerYear } = measure.ratio;
    return `${of} / ${to}${isPerYear ? ' * 365 / days' : ''}`;
  }
  if ('share' in measure) return `${measure.share} / total of ${measure.share}`;
  if ('growth' in measure) return `${measure.growth} / ${measure.growth} of the period before - 1`;
  const short = (sql: string) => sql.replaceAll(`${model.fact}.`, '');
  const where = measure.where === undefined ? '' : ` where ${short(measure.where)}`;
  const what = measure.expression === undefined ? 'rows' : short(measure.expression);
  const verbs = {
    sum: 'sum of',
    count: 'count of',
    count_distinct: 'distinct',
    average: 'mean of',
    maximum: 'largest',
  };
  const verb = verbs[measure.aggregate];
  const days = measure.over_time === 'average' ? ' / days' : '';
  return `${verb} ${what}${days}${where}`;
}

function toRow(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').trim()).join(' | ')} |`;
}
