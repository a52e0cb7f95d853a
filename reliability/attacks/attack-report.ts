import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { playAll } from './payloads.ts';

/** What a kind of attack came to. All but `tried` must be 0, or null where the test does not look at it. */
export type AttackCounts = {
  tried: number;
  /** Something was read that the person may not see. */
  leaked: number | null;
  /** Something was written that the person may not write. */
  changed: number | null;
  /** Something of the attacker's was run: SQL, a script, a formula, a request to a foreign host. */
  executed: number | null;
  /** A tool call has no entry in the audit log. */
  unaudited: number | null;
};

const page = fileURLToPath(new URL('../../docs/security.md', import.meta.url));
const part = /(<!-- attacks: [^\n]* -->\n)([\s\S]*)(<!-- \/attacks -->)/;
const head =
  '| attack | tried | leaked | changed | executed | unaudited |\n| --- | --- | --- | --- | --- | --- |';

/**
 * Holds the counts of a run against the table in `docs/security.md`. With `WRITE_ATTACK_REPORT=1` the run's own counts are
 * written there instead. A run of all payloads (`whole`) where the tests play a sample has a row of its own.
 */
export function holdAttackCounts(attack: string, counts: AttackCounts, whole = false): void {
  const { tried, leaked, changed, executed, unaudited } = counts;
  console.log(`${attack}: ${JSON.stringify(counts)}`);
  const harms = [leaked, changed, executed, unaudited];
  expect(
    harms.filter((count) => count !== null && count !== 0),
    attack,
  ).toEqual([]);
  const cells = harms.map((count) => count ?? '–');
  const name = whole && playAll ? `${attack}, all payloads` : attack;
  holdRow(`| ${name} |`, `| ${[name, tried.toLocaleString('en'), ...cells].join(' | ')} |`);
}

/** The same for a sentence below the table. */
export function holdSentence(begin: string, sentence: string): void {
  holdRow(begin, sentence);
}

function holdRow(begin: string, line: string): void {
  const text = readFileSync(page, 'utf8');
  const written = part.exec(text)?.[2] ?? '';
  if (process.env.WRITE_ATTACK_REPORT !== '1') {
    expect(written.split('\n'), 'it is stale: see reliability/README.md').toContain(line);
    return;
  }
  const lines = written.split('\n').filter((each) => each !== '' && !head.includes(each));
  const kept = [...lines.filter((each) => !each.includes(begin)), line].sort();
  const rows = kept.filter((each) => each.startsWith('|'));
  const sentences = kept.filter((each) => !each.startsWith('|'));
  const body = [head, ...rows, '', ...sentences].join('\n');
  writeFileSync(
    page,
    text.replace(part, (_whole, open, _old, close) => `${open}\n${body}\n\n${close}`),
  );
}
