import { restorableDays } from '@tallyboard/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeletedSessions } from './DeletedSessions.tsx';

test('an empty list of deleted sessions says how far back it looks', () => {
  const html = renderToStaticMarkup(
    <DeletedSessions loaded={{ state: 'ready', value: [] }} onRestore={() => {}} onBack={() => {}} />,
  );
  expect(html).toContain(`in the last ${restorableDays} days`);
});
