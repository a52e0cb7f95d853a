import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { edgeResults, edgeTurn } from '../../../fixtures/edge-data.ts';
import { Figure } from './Figure.tsx';

test.each([
  ['No rows', false],
  ['One row', true],
])('a chart of the result "%s" can be shown as a table and saved: %s', (title, can) => {
  const visualization = edgeTurn.visualizations.find((one) => one.title === title);
  const value = edgeResults.find(({ result }) => result.title === title);
  if (!visualization || !value) throw new Error(`no such example: ${title}`);
  const html = renderToStaticMarkup(
    <Figure
      id="v1"
      visualization={visualization}
      data={{ state: 'ready', value }}
      locale="en-GB"
      scheme="light"
      onShowSql={() => {}}
      onRetry={() => {}}
    />,
  );
  expect(html).toContain('Show SQL');
  expect(/PNG/.test(html)).toBe(can);
  expect(/Show as table/.test(html)).toBe(can);
});
