import { conjugate } from '../vocabulary/english.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { phrases } from '../vocabulary/phrases.ts';
import { plainOrders, plainWords } from './plain-words.ts';

/** A time after "last" or "first". */
const noTime = `(?! (?:(?:\\d+|${aboveOne}|few|full|whole|calendar|fiscal) )*(?:day|week|month|quarter|year|season|spring|summer|autumn|fall|winter|christmas|weekend|night|half|\\w+day)s?\\b)`;

const plain: [RegExp, string][] = [...plainWords, ...plainOrders].map(([written, others]) => [
  toPattern(phrases(others)),
  written,
]);

function toPattern(spoken: string[]): RegExp {
  const longestFirst = [...new Set(spoken)].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map(
    (phrase) =>
      phrase.replace(/[.]/g, '\\$&').replace(/['’]/g, "['’]").replace(/[ -]/g, '[ -]') +
      // "What came in last month" came in; it did not come in last.
      (/ (?:first|last)$/.test(phrase) ? noTime : ''),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Verbs of moving up and down that are nouns as well: a kitchen sink, a slide, a water tank. */
const up =
  'climb surge spike rocket rally swell jump soar skyrocket rebound strengthen accelerate mushroom balloon bounce shoot';
const down =
  'slip slide sink dip tank plunge tumble crash slump plummet dwindle erode weaken soften deteriorate decelerate recede nosedive ebb diminish lessen contract slacken die fade wane wither collapse crater crumble evaporate falter stumble';
const neither = 'swing fluctuate vary';
const particles = '(?: (?:up|down|back|off|away|upward|upwards|downward|downwards|further|ahead))?';

const moves: [RegExp, string][] = [
  ['grow', up],
  ['decline', down],
  ['change', neither],
].flatMap(([written = '', verbs = '']) => toMoves(written, verbs.split(' ')));

/** Verbs that move only with a direction: "creeping up", "edged lower". */
const creepers = conjugateAll('creep edge inch tick trend drift head sneak nudge ratchet point go move');
const directions: [RegExp, string][] = [
  ['grow', 'up|upwards?|higher|north'],
  ['declin', 'down|downwards?|lower|south'],
].flatMap(([stem = '', ways = '']): [RegExp, string][] => {
  const toward = `(?:${ways})(?=\\s*[?.!,]|\\s*$| (?:in|on|since|from|last|this|during|between|over|so|and|again|at|by|lately|compared|versus|vs)\\b)`;
  const running = creepers.filter((form) => form.endsWith('ing')).join('|');
  return [
    [
      new RegExp(`(?<![\\p{L}-])(?:${running}) (?:slowly |steadily |slightly )?${toward}`, 'giu'),
      `${stem}ing`,
    ],
    [
      new RegExp(`(?<![\\p{L}-])(?:${creepers.join('|')}) (?:slowly |steadily |slightly )?${toward}`, 'giu'),
      stem === 'grow' ? 'grow' : 'decline',
    ],
  ];
});

function conjugateAll(verbs: string): string[] {
  return verbs.split(' ').flatMap(conjugate);
}

/** Only where a form or what stands around it shows that something moves. */
function toMoves(written: string, verbs: string[]): [RegExp, string][] {
  const forms = verbs.flatMap((verb) =>
    conjugate(verb).filter((form) => form !== verb && form !== `${verb}s`),
  );
  const past = forms.filter((form) => !form.endsWith('ing'));
  const running = forms.filter((form) => form.endsWith('ing'));
  const base = verbs.join('|');
  return [
    [new RegExp(`(?<![\\p{L}\\p{N}-])(?:${past.join('|')})${particles}(?![\\p{L}\\p{N}-])`, 'gu'), written],
    [
      new RegExp(
        `(?<=\\b(?:is|are|was|were|been|be|keeps?|kept|started|began|['’](?:s|re)) (?:\\w+ly |still |now )?)(?:${running.join('|')})${particles}(?![\\p{L}\\p{N}])`,
        'gu',
      ),
      `${written.replace(/e$/, '')}ing`,
    ],
    // "Are sales slipping?"
    [
      new RegExp(
        `(?<=\\b(?:is|are|was|were|been|keeps?|kept|started|began)\\b[^.?!,]{0,40} )(?:${running.join('|')})${particles}(?=\\s*[?.!,]|\\s*$| (?:in|since|this|again|at)\\b)`,
        'gu',
      ),
      `${written.replace(/e$/, '')}ing`,
    ],
    // "Did sales slip last month?", "which brands slip most?"
    [
      new RegExp(
        `(?<=\\b(?:did|does|do|that|to|which|what|who|why|made|makes|let)\\b[^.?!,]{0,50} )(?:${base})s?${particles}(?=\\s*[?.!,]|\\s*$| (?:in|on|since|from|last|this|during|between|over|so|and|by|most|the most|compared|versus|vs)\\b)`,
        'gu',
      ),
      written,
    ],
    // "A dip in sales", "the sharpest slide of all brands"
    [
      new RegExp(
        `(?<=\\b(?:an?|the|any|this|that|\\w+est|recent|sudden) (?:\\w+ )?)(?:${base}) (?=in\\b)`,
        'gu',
      ),
      `${written === 'grow' ? 'growth' : written} `,
    ],
  ];
}

/** A question with its phrases as the vocabulary has them; what is quoted, and what has a capital inside a sentence, stays. */
export function sayPlainly(text: string): string {
  const shouts = !/\p{Ll}/u.test(text);
  return text
    .split(/(["“][^"“”]*["”])/)
    .map((piece, index) => (index % 2 === 1 ? piece : rewrite(piece, shouts)))
    .join('');
}

function rewrite(piece: string, shouts: boolean): string {
  // Orders and suppliers that slip are late.
  const own = /\b(?:suppliers?|vendors?|deliver\w*|purchase orders?|pos?)\b/i.test(piece)
    ? plain
    : [...plain, ...directions, ...moves];
  return own.reduce(
    (result, [pattern, written]) =>
      result.replaceAll(pattern, (spoken, ...rest) => {
        const offset = rest.find((one): one is number => typeof one === 'number') ?? 0;
        const opens = /(?:^|[?!.]\s+|["“]\s*)$/.test(result.slice(0, offset));
        const capital = /^\p{Lu}/u.test(spoken);
        if (!shouts && /\p{Lu}/u.test(spoken.slice(opens ? 1 : 0))) return spoken;
        return capital ? `${written.charAt(0).toUpperCase()}${written.slice(1)}` : written;
      }),
    piece,
  );
}
