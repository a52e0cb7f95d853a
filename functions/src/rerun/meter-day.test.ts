import { expect, test } from 'vitest';
import { meterDay } from './meter-day.ts';

test('what was set aside for a read that was given up before it was sent is given back', async () => {
  const day = { left: 1000 };
  const abort = new AbortController();
  const late = new Error('too late');
  const metered = meterDay(
    {
      read: async (_statement, { signal, onEstimate }) => {
        await onEstimate?.({ bytes: 100, priceUsd: 1 });
        signal.throwIfAborted();
        throw new Error('the read was sent');
      },
    },
    {
      reserve: async (bytes) => {
        day.left -= bytes;
        abort.abort(late);
        return true;
      },
      giveBack: async (bytes) => {
        day.left += bytes;
      },
    },
  );
  const options = { signal: abort.signal, labels: {}, maxRows: 1 };
  await expect(metered.read({ sql: '', parameters: {} }, options)).rejects.toBe(late);
  expect(day.left).toBe(1000);
});
