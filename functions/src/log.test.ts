import { expect, it } from 'vitest';
import { createLog } from './log.ts';

function setUp() {
  const lines: string[] = [];
  const log = createLog({ level: 'info', projectId: 'p1' }, { write: (line) => void lines.push(line) });
  return { ...log, read: () => lines.map((line) => JSON.parse(line)) };
}

it('writes what Cloud Logging reads: severity, message and time', () => {
  const { logger, read } = setUp();
  logger.warn({ turnId: 't1' }, 'Something happened');
  expect(read()).toEqual([
    { severity: 'WARNING', message: 'Something happened', turnId: 't1', time: expect.stringMatching(/Z$/) },
  ]);
});

it('joins the lines of a request by its trace, also after a wait, and keeps two requests apart', async () => {
  const { logger, withTrace, read } = setUp();
  const trace = 'a'.repeat(32);
  const other = 'b'.repeat(32);
  await Promise.all([
    withTrace({ traceparent: `00-${trace}-0102030405060708-01` }, async () => {
      await Promise.resolve();
      logger.child({ turnId: 't1' }).info('one');
    }),
    withTrace({ cloudTraceContext: `${other}/123;o=1` }, async () => logger.info('two')),
  ]);
  logger.info('three');
  const key = 'logging.googleapis.com/trace';
  expect(Object.fromEntries(read().map((line) => [line.message, line[key]]))).toEqual({
    one: `projects/p1/traces/${trace}`,
    two: `projects/p1/traces/${other}`,
    three: undefined,
  });
});

it('writes no token that was logged by mistake', () => {
  const { logger, read } = setUp();
  logger.info({ token: 'secret', request: { authorization: 'Bearer secret', idToken: 'secret' } }, 'x');
  expect(JSON.stringify(read())).not.toContain('secret');
});

it('gives errors with their cause', () => {
  const { logger, read } = setUp();
  logger.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed');
  expect(JSON.stringify(read()[0].err)).toContain('inner');
});
