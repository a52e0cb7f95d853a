import type { Written } from './replace-with.ts';

/** Bounds that are written by signs, or as a range, in words. */
export const boundSigns: [RegExp, Written][] = [
  // Signs that no word has: "margin < 20 %", "≥ 100 units".
  [/(?:>=|=>|≥)(?=\s*[-$€£]?\d)/g, ' at least '],
  [/(?:<=|=<|≤)(?=\s*[-$€£]?\d)/g, ' at most '],
  [/(?<![-=])>(?=\s*[-$€£]?\d)/g, ' above '],
  [/<(?=\s*[-$€£]?\d)/g, ' below '],
  [
    /\b(?:in the range (?:of|from)|in a range (?:of|from)|ranging (?:from|between)|anywhere (?:from|between)|somewhere between|anything between|of between|of (?:from )?(?=\S+ to \d)) ?([$€£]?\d[\d.,]*[km]?(?: ?(?:%|percent))?) ?(?:to|and|-|–) ?(?=[$€£]?\d)/gi,
    'between $1 and ',
  ],
];
