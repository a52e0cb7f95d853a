import { expect, test } from 'vitest';
import { toCrossed } from './crossed.ts';

const times = /^(?:October|September|last month)$/;
const names = /^(?:the )?(?:Kitchen|Garden|Tools|East|West|grills|coolers|Main|Bristol|online|store|gloves)$/;
const part = (text: string) =>
  toCrossed({ text, isJoined: false }, (said) => {
    const one = said.replace(/^sales (?:of|in) /, '');
    const name = names.test(one) ? [{ text: one.replace(/^the /, '') }] : [];
    return { names: name, times: times.test(one) ? 1 : 0 };
  }).map((one) => one.text);

test.each([
  [
    'sales of Kitchen in East and of Garden in the West last month',
    ['sales of Kitchen in East last month?', 'sales of Garden in the West last month?'],
  ],
  [
    'stock of grills in Main and coolers in Bristol',
    ['stock of grills in Main?', 'stock of coolers in Bristol?'],
  ],
  [
    'sales of Kitchen in October and of Garden in September',
    ['sales of Kitchen in October?', 'sales of Garden in September?'],
  ],
  [
    'sales in October for East, in September for West',
    ['sales in October for East?', 'sales in September for West?'],
  ],
  ['units of Kitchen online and Tools in store', ['units of Kitchen online?', 'units of Tools in store?']],
  ['gloves in East and grills in West', ['sales of gloves in East?', 'sales of grills in West?']],
])('%j is two questions', (question, sentences) => {
  expect(part(question)).toEqual(sentences);
});

test.each([
  'sales of Kitchen in East and West in October',
  'sales of Kitchen and Garden in East in October',
  'sales of Kitchen in East and orders in October',
  'sales in East and West',
])('%j is one question', (question) => {
  expect(part(question)).toEqual([question]);
});
