/** What may stand after the name of a benchmark. */
export type Takes = 'nothing' | 'a folder' | 'a number' | 'numbers';

/** What is wrong with the words after the name of a benchmark, in a sentence. */
export function checkWords(takes: Takes, words: readonly string[]): string | undefined {
  const most = { nothing: 0, 'a folder': 1, 'a number': 1, numbers: Number.POSITIVE_INFINITY }[takes];
  const isWord = takes === 'a folder' ? /^[^-]/ : /^[1-9]\d*$/;
  const wrong = words.find((word, index) => index >= most || !isWord.test(word));
  return wrong === undefined ? undefined : `It takes ${takes} after its name, and there is "${wrong}".`;
}
