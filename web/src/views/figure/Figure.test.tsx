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

test('a heading that names a period writes its days as the locale does', () => {
  const visualization = edgeTurn.visualizations.find(({ title }) => title === 'One row');
  const known = edgeResults.find(({ result }) => result.title === 'One row');
  const [first, ...others] = known?.result.columns ?? [];
  if (!visualization || !known || !first) throw new Error('no such example');
  const columns = [{ ...first, label: 'Revenue, 1 Oct 2026 to 23 Oct 2026' }, ...others];
  const html = renderToStaticMarkup(
    <Figure
      id="v1"
      visualization={{
        ...{ id: 'v1', title: 'One row', resultId: known.result.resultId },
        ...{ shape: 'metric', value: first.name, compareTo: null },
      }}
      data={{ state: 'ready', value: { ...known, result: { ...known.result, columns } } }}
      locale="en-US"
      scheme="light"
      onShowSql={() => {}}
      onRetry={() => {}}
    />,
  );
  expect(html).toContain('Revenue, Oct 1\u202f–\u200923, 2026');
});
