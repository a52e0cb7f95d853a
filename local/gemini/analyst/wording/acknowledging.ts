const praise =
  '(?:ok(?:ay)?|great|perfect|good|fine|cool|super|awesome|brilliant|excellent|lovely|nice|wonderful|fantastic|amazing|interesting|fascinating|impressive|helpful|useful|clear|handy|neat|sweet|spot on)';
const degree = '(?:(?:very|really|quite|so|super|pretty|all|most|extremely|rather) )?';
const thank =
  '(?:(?:many )?(?:thanks|thank you|thx|cheers|ta)(?: (?:a lot|so much|very much|a bunch|again|mate|all|everyone|for (?:that|this|it|your help|the help)))*|(?:much )?appreciated)';
const remark = `(?:${[
  `${degree}${praise}`,
  `(?:that|this|it)(?:['’]?s| is| was| looks| sounds) ${degree}(?:a )?(?:${praise}|it|enough|all i need(?:ed)?|what i (?:need(?:ed)?|wanted))(?: help| to know| work| job)?`,
  '(?:that|this|it) (?:helps|makes sense|answers (?:it|my question)|explains (?:it|a lot))',
  '(?:good|nice|great) (?:to (?:know|see)|job|work|one|stuff|news)|well done|love (?:it|that)|i like (?:it|that)',
  '(?:i )?(?:see|understand)|understood|noted|got it|gotcha|makes sense|fair enough',
  '(?:exactly|just) what i (?:needed|wanted|was looking for)',
  'wow|hm+|aha|ah|oh|right|alright|all right|indeed|well',
  thank,
].join('|')})`;

const acknowledges = new RegExp(
  `^\\W*${remark}(?:[\\s,.!:;–—-]+(?:and )?${remark})*[^\\p{L}\\p{N}?]*$`,
  'iu',
);
const thanks = new RegExp(`\\b${thank}\\b`, 'i');

/** A longer message says something. */
const longest = 80;

/** "Thank you, very helpful", "ok great", "interesting": a message that only takes note of the last answer, in one word; null for any other. */
export function toAcknowledged(message: string): 'thanks' | 'noted' | null {
  if (message.length > longest || !acknowledges.test(message)) return null;
  return thanks.test(message) ? 'thanks' : 'noted';
}
