import type { SemanticModel } from '../analytics/model-schema.ts';
import { joinWords } from '../analytics/words.ts';

type Described = { measures: string[]; dimensions?: string[]; grain?: string };

/** A request as the name of its step: "revenue and units by month and category". */
export function describeRequest({ measures, dimensions, grain }: Described, model: SemanticModel): string {
  const labels = measures.map((name) => (model.measures[name]?.label ?? name).toLowerCase());
  const splits = [
    ...(grain === undefined ? [] : [grain]),
    ...(dimensions ?? []).map((name) => (model.dimensions[name]?.label ?? name).toLowerCase()),
  ];
  return splits.length === 0 ? joinWords(labels) : `${joinWords(labels)} by ${joinWords(splits)}`;
}
