/**
 * "Did all regions grow?", "is every supplier above 60 % on time?": yes only where it holds of each. "All categories together" and
 * "all year" are one.
 */
export function asksOfAll(asked: string): boolean {
  const text = asked.toLowerCase();
  return opens.test(text) && ofAll.test(text) && !asOne.test(text);
}

const opens =
  /^(?:(?:and|so|but|ok|then),? )*(?:is|are|was|were|do|does|did|has|have|had)\b(?!n['’]?t| not\b)/;
const ofAll =
  /\b(?:all|every|each)(?: single)?(?: one)?(?: of)?(?: the| our| my| these| those)* (?!year\b|time\b|day\b|the\b|our\b|of\b|in\b|it\b)\p{L}+/u;
const asOne =
  /\b(?:together|in total|combined|overall|altogether|in all|at all|sum|not|never|no|only|or|any|above all|after all)\b/;
