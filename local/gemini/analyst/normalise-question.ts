/** Words that people write apart, and what they write short: as the vocabulary has them. */
const spellings: [RegExp, string][] = [
  [/\bwhole[ -]sales?\b/gi, 'wholesale'],
  [/\bon[ -]line\b/gi, 'online'],
  [/\bware houses?\b/gi, 'warehouse'],
  [/\b(?:pls|plz|plse)\b/gi, 'please'],
  [/\bhve\b/gi, 'have'],
  [/\bteh\b/gi, 'the'],
  [/\bthier\b/gi, 'their'],
  [/\b(?:wat|waht|whta)\b/gi, 'what'],
  [/\bwich\b/gi, 'which'],
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/(?=\s)/gi, 'with'],
  [/\bqty\b/gi, 'quantity'],
  [/\bprev\b/gi, 'previous'],
  [/\b(?:yr|yrs)\b/gi, 'year'],
  [/\b(?:qtr|qrtr)\b/gi, 'quarter'],
  [/\b(?:mth|mths|mnth|mnths)\b/gi, 'month'],
  [/\b(?:wk|wks)\b/gi, 'week'],
  [
    /\b(?:inventory|stock|goods) (?:that (?:is|are) |which (?:is|are) )?(?:older than|aged over|over) (\d+ days)(?: old)?\b/gi,
    'stock older than $1',
  ],
  // "How long will our grills last?"
  [
    /\bhow (?:long|many days|many weeks) (?:will|does|do|would|can) (.{3,60}?) last\b/gi,
    'days of cover of $1',
  ],
  [/\b(?:came|come|comes|coming|sent|brought) back\b/gi, 'returned'],
  // A sign that means a rate would be lost with the punctuation.
  [/\b(margin|discount|return|returns|rejection|shrinkage)\s*(?:%|pct\b|in percent\b|in %)/gi, '$1 rate'],
];

/** A question with its usual short forms written out. */
export function normaliseQuestion(text: string): string {
  return spellings.reduce((result, [pattern, written]) => result.replaceAll(pattern, written), text);
}
