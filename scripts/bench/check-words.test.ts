import { expect, it } from 'vitest';
import { checkWords, type Takes } from './check-words.ts';

it.each<[Takes, string[]]>([
  ['nothing', []],
  ['a folder', []],
  ['a folder', ['/tmp/bundle']],
  ['a number', ['2100']],
  ['numbers', []],
  ['numbers', ['50', '200', '500']],
])('a benchmark that takes %s after its name takes %j', (takes, words) => {
  expect(checkWords(takes, words)).toBe(undefined);
});

it.each<[Takes, string[], string]>([
  ['nothing', ['50'], 'It takes nothing after its name, and there is "50".'],
  ['nothing', ['--sessions=3'], 'It takes nothing after its name, and there is "--sessions=3".'],
  ['a folder', ['--folder'], 'It takes a folder after its name, and there is "--folder".'],
  ['a folder', ['a', 'b'], 'It takes a folder after its name, and there is "b".'],
  ['a number', ['5', '6'], 'It takes a number after its name, and there is "6".'],
  ['numbers', ['50', 'many'], 'It takes numbers after its name, and there is "many".'],
  ['numbers', ['0'], 'It takes numbers after its name, and there is "0".'],
  ['a number', ['1.5'], 'It takes a number after its name, and there is "1.5".'],
])('a benchmark that takes %s after its name refuses %j', (takes, words, problem) => {
  expect(checkWords(takes, words)).toBe(problem);
});
