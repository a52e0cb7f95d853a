import type { DataQuestion, Question } from '../../question/question.ts';
import type { Dataset, Vocabulary } from '../../vocabulary/read-declarations.ts';

/** A forecast that names no figure is of units. */
function findUsual(previous: Question, { measures }: Dataset): string {
  const isForecast = previous.kind === 'report' && previous.tool === 'forecast_demand';
  const units = isForecast ? measures.find(({ name }) => name === 'units') : undefined;
  return (units ?? measures[0])?.name ?? '';
}

/** What a person named, or what is forecast, as a question about its figure. */
export function toData(previous: Question, vocabulary: Vocabulary): DataQuestion | null {
  const [dataset] = vocabulary.datasets;
  if ((previous.kind !== 'overview' && previous.kind !== 'report') || !dataset) return null;
  const { measure, dimension } = previous.kind === 'report' ? previous.options : {};
  return {
    kind: 'data',
    tool: dataset.tool,
    measures: typeof measure === 'string' ? [measure] : [findUsual(previous, dataset)],
    dimensions: typeof dimension === 'string' ? [dimension] : [],
    grain: null,
    periods: previous.periods,
    against: null,
    names: [],
    filters: previous.filters,
    order: null,
    limit: null,
    place: null,
    claimed: null,
    within: null,
    conditions: [],
    changeBounds: [],
    partBounds: [],
    chart: null,
    otherChart: null,
    compares: false,
    changes: false,
    trend: false,
    share: false,
    shareOf: 'named',
    ofFigure: false,
    asOne: false,
    why: false,
    falls: false,
    byRate: false,
    partLast: false,
    lists: false,
    sides: [],
    averages: false,
    counts: false,
    daysOf: null,
    listed: null,
    per: null,
    defines: false,
    members: null,
  };
}
