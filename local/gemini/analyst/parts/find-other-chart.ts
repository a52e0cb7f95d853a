import type { ChartWish } from '../vocabulary/shape-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/** A chart other than lines, bars, tables and single figures, and the nearest one of these. */
export type OtherChart = { spoken: string; type: string; instead: ChartWish; used: Set<number> };

const types: Record<string, string> = {
  ...{
    pie: 'pie',
    donut: 'pie',
    doughnut: 'pie',
    stacked: 'stacked_bar',
    area: 'area',
    scatter: 'scatter',
    bubble: 'scatter',
  },
  ...{ heat: 'heat_map', heatmap: 'heat_map', piechart: 'pie' },
};
const nearest: Record<string, ChartWish> = {
  ...{
    pie: 'bar',
    donut: 'bar',
    doughnut: 'bar',
    funnel: 'bar',
    waterfall: 'bar',
    treemap: 'bar',
    radar: 'bar',
  },
  ...{
    area: 'line',
    scatter: 'bar',
    bubble: 'bar',
    heat: 'table',
    heatmap: 'table',
    piechart: 'bar',
    gauge: 'metric',
    stacked: 'bar',
    box: 'bar',
  },
};

/** Finds "as a pie chart", "a heat map", "stacked bar". */
export function findOtherChart(tokens: Token[], taken: ReadonlySet<number>): OtherChart | null {
  for (const [index, { word }] of tokens.entries()) {
    const instead = nearest[word];
    if (instead === undefined || taken.has(index)) continue;
    const following = tokens.slice(index + 1, index + 3).map((token) => token.word);
    const named = following.findIndex((next) => /^(chart|graph|plot|map|diagram)$/.test(next));
    const asked = tokens
      .slice(Math.max(0, index - 2), index)
      .map((token) => token.word)
      .join(' ');
    const drawn =
      /^(heatmap|piechart)$/.test(word) ||
      (/^(pie|donut|doughnut|treemap|waterfall|funnel|scatter|bubble|heatmap)$/.test(word) &&
        /^(of|for|by|with|showing|please)$/.test(following[0] ?? ''));
    if (named < 0 && !drawn && !/\bas( an?)?$/.test(asked)) continue;
    const length = named < 0 ? 1 : named + 2;
    const used = new Set(Array.from({ length }, (_, offset) => index + offset));
    const spoken = tokens
      .slice(index, index + length)
      .map((token) => token.word)
      .join(' ');
    return { spoken: named < 0 ? `${spoken} chart` : spoken, type: types[word] ?? word, instead, used };
  }
  return null;
}
