import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { expectError, setUp } from './testing/app-under-test.ts';
import { createViolationLog } from './violation-log.ts';

const report = {
  'csp-report': {
    'document-uri': 'https://tally.example/c/conversation-0001?q=words#part',
    'effective-directive': 'img-src',
    'blocked-uri': 'https://evil.example/pixel.png?q=stock',
    'source-file': 'https://tally.example/assets/index.js',
    'line-number': 3,
    'script-sample': 'words of a person',
  },
};
const csp = { 'Content-Type': 'application/csp-report', Authorization: '' };

function open(maxPerMinute = 2) {
  const lines: string[] = [];
  let nowMs = 0;
  const { logger } = createLog({ level: 'info', projectId: 'p' }, { write: (line) => void lines.push(line) });
  const reportViolations = createViolationLog({ logger, maxPerMinute, now: () => new Date(nowMs) });
  return {
    reportViolations,
    read: () => lines.map((line): unknown => JSON.parse(line)),
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('a report of a violation of the content security policy', () => {
  it('is one line that names the rule and the host, without queries and samples', async () => {
    const { reportViolations, read } = open();
    const { post } = setUp({ reportViolations });
    const reply = await post('/api/csp-report', report, csp);
    expect(reply.status).toBe(204);
    expect(read()).toEqual([
      {
        severity: 'WARNING',
        time: expect.any(String),
        message: 'Content security policy violated',
        directive: 'img-src',
        blocked: 'https://evil.example/pixel.png',
        page: 'https://tally.example/c/conversation-0001',
        source: 'https://tally.example/assets/index.js',
        line: 3,
      },
    ]);
  });

  it('that lies says no more than a rule and a URL', () => {
    const { reportViolations, read } = open();
    const liar = {
      'effective-directive': 'x"}\n{"severity":"ALERT"',
      'blocked-uri': 'SELL EVERYTHING',
      'document-uri': 'data:text/html,words',
      'source-file': `https://evil.example/${'x'.repeat(2_000)}`,
    };
    reportViolations(JSON.stringify({ 'csp-report': liar }));
    expect(read()).toMatchObject([
      {
        severity: 'WARNING',
        directive: 'x',
        blocked: 'other',
        page: 'data:',
        source: expect.stringMatching(/^.{200}$/),
      },
    ]);
  });

  it('is not logged beyond the limit of a minute; the next line says how many were not', () => {
    const { reportViolations, read, wait } = open();
    for (let sent = 0; sent < 5; sent += 1) reportViolations(JSON.stringify(report));
    expect(read()).toHaveLength(2);
    wait(60_000);
    reportViolations(JSON.stringify(report));
    reportViolations(JSON.stringify(report));
    expect(read().slice(2)).toMatchObject([{ suppressed: 3 }, { directive: 'img-src' }]);
    expect(read()[3]).not.toHaveProperty('suppressed');
  });

  it('is refused when it is none', async () => {
    const { post } = setUp({ reportViolations: open().reportViolations });
    await expectError(await post('/api/csp-report', '{', csp), 'malformed_json');
    await expectError(await post('/api/csp-report', [], csp), 'invalid_request');
    await expectError(await post('/api/csp-report', { 'csp-report': 1 }, csp), 'invalid_request');
    await expectError(await post('/api/csp-report', 'x'.repeat(70_000), csp), 'payload_too_large');
    const text = { ...csp, 'Content-Type': 'text/plain' };
    await expectError(await post('/api/csp-report', report, text), 'unsupported_media_type');
  });
});

describe('a message of the SSO that ends sign-ins', () => {
  it('is a form with a token, and needs no caller', async () => {
    const { post, calls } = setUp();
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: '' };
    const reply = await post('/api/sso-logout', 'logout_token=a.b.c', form);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    await expectError(await post('/api/sso-logout', 'logout_token=', form), 'invalid_request');
    await expectError(
      await post('/api/sso-logout', { logout_token: 'a.b.c' }, { Authorization: '' }),
      'unsupported_media_type',
    );
    expect(calls).toEqual([{ logoutToken: 'a.b.c' }]);
  });
});
