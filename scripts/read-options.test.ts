import { describe, expect, it } from 'vitest';
import { readOptions } from './read-options.ts';

const options = {
  mapping: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean' },
} as const;
const read = (...args: string[]) => readOptions({ args, options, allowPositionals: true });

describe('the options of a command', () => {
  it('are read with the words beside them', () => {
    const { values, positionals } = read('folder', '--mapping', 'a.yaml', '--help', '--report=-');
    expect({ ...values, positionals }).toEqual({
      mapping: 'a.yaml',
      help: true,
      report: '-',
      positionals: ['folder'],
    });
  });

  it.each([
    [['--maping', 'a.yaml'], 'There is no option --maping; did you mean "--mapping"?'],
    [['--maping=a.yaml'], 'There is no option --maping; did you mean "--mapping"?'],
    [['--rep'], 'There is no option --rep; did you mean "--report"?'],
    [['--verbose-output'], 'There is no option --verbose-output; there are --mapping, --report, --help'],
    [['-x'], 'There is no option -x; there are --mapping, --report, --help'],
    [['folder', '--mapping'], '--mapping needs a value after it.'],
    [['--mapping='], '--mapping needs a value after it.'],
    [
      ['--mapping', '--report', 'a.json'],
      '--mapping needs a value after it, and --report follows. A value that begins with - is given as --mapping=--report.',
    ],
    [['--help=yes'], '--help takes no value.'],
  ])('%j are refused with what is right', (args, message) => {
    expect(() => read(...args)).toThrow(new Error(message));
  });

  it('are all that a command takes that takes no words', () => {
    expect(() => readOptions({ args: ['folder'], options })).toThrow(
      new Error('It takes no "folder", only the options --mapping, --report, --help.'),
    );
  });
});
