import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { parseLocalSettings } from './settings.ts';

describe('the settings of this machine', () => {
  it.each([
    ['DEMO_SCALE', 'abc', 'must be a number from 0.01 to 1'],
    ['DEMO_SCALE', '2', 'must be a number from 0.01 to 1'],
    ['DEMO_SEED', '0.5', 'must be a whole number from 1 on'],
    ['DEMO_SEED', 'abc', 'must be a whole number from 1 on'],
    ['ANALYST_CHUNK_DELAY_MS', '5001', 'must be a whole number from 0 to 5000'],
    ['WEB_PORT', 'abc', 'must be a port number from 0 to 65535'],
    ['WEB_PORT', '70000.5', 'must be a port number from 0 to 65535'],
    ['LOG_LEVEL', 'loud', 'must be debug, info, warn, error or silent'],
    ['MAX_TIME_TRAVEL_HOURS', 'abc', 'must be 48, 72, 96, 120, 144 or 168, as of a BigQuery dataset'],
  ])('%s=%s is told what is right, and told once', (name, value, message) => {
    expect(() => parseLocalSettings({ [name]: value }, '/')).toThrow(
      new Error(`Wrong settings: ${name}: ${message}. README.md lists them all.`),
    );
  });

  it('give no two servers one port, unless each picks a free one', () => {
    expect(() => parseLocalSettings({ WEB_PORT: '4801' }, '/')).toThrow(
      'Wrong settings: API_PORT: must be another port than WEB_PORT, which is 4801 as well.',
    );
    expect(parseLocalSettings({ WEB_PORT: '0', API_PORT: '0' }, '/')).toMatchObject({ API_PORT: 0 });
  });

  it('take every time zone that DuckDB has by an IANA name, and no other', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const isTaken = (zone: string) => {
      try {
        return parseLocalSettings({ COMPANY_TIME_ZONE: zone }, '/').COMPANY_TIME_ZONE === zone;
      } catch {
        return false;
      }
    };
    const isKnown = (zone: string) =>
      connection.run(`SET TimeZone = '${zone}'`).then(
        () => true,
        () => false,
      );
    const names = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Calcutta', 'US/Pacific', 'Etc/GMT+5'];
    for (const zone of names) expect([zone, isTaken(zone), await isKnown(zone)]).toEqual([zone, true, true]);
    for (const zone of ['+05:30', '-08', '+0530']) expect([zone, isTaken(zone)]).toEqual([zone, false]);
    connection.closeSync();
  });
});
