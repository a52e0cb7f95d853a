import { months } from '../../time/time-patterns.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Sentence } from '../../wording/sentences.ts';

/**
 * What is asked of the one that leads, or of the first two, as two sentences, the second of which refers to the first: "has our biggest
 * customer bought more than last year?", "which brand sold most, and by how much more than the second?"
 */
export function toOfLeader(sentence: Sentence): Sentence[] {
  const { ranking } = ahead.exec(sentence.text)?.groups ?? {};
  if (ranking !== undefined)
    return [
      { ...sentence, text: `${ranking}?` },
      { text: 'Compare the top two.', isJoined: false },
    ];
  // "Do we sell more online or in store, and by how much?": how far they are apart is told with it.
  const { choice } = ofTwo.exec(sentence.text)?.groups ?? {};
  if (choice !== undefined) return [{ ...sentence, text: `${choice}?` }];
  const { verb, leader, rest = '' } = ofOne.exec(sentence.text)?.groups ?? {};
  if (verb === undefined || /\b(?:or|and)\b/i.test(rest)) return [sentence];
  const [when = ''] = time.exec(rest) ?? [];
  return [
    { ...sentence, text: `Who is our ${leader} ${when}?` },
    { text: `${verb} it ${rest}`, isJoined: false },
  ];
}

const ofTwo =
  /^(?<choice>(?:(?:and|so),? )?(?:do|does|did|is|are|was|were|has|have)\b.* or .*?),? and (?:by )?how much(?: more| less| better| higher)?\W*$/i;
const second = '(?:the |number )?(?:second|next|runner[- ]up|two)(?: one| best| place| largest| biggest)?';
/** "By how much did it beat the second?" is "by how much did it versus the second" by now. */
const ahead = new RegExp(
  `^(?<ranking>(?:which|who|what)\\b(?!.*\\b(?:gr[eo]w\\w*|rose|ris\\w+|f[ae]ll\\w*|dropp\\w+|chang\\w+|mov\\w+|shr[aiu]nk\\w*|gain\\w*|los\\w+|declin\\w+|increas\\w+|decreas\\w+|improv\\w+|rais\\w+|lengthen\\w*|shorten\\w*|cut|slow(?:ed|s)|worsen\\w*)\\b).*\\b(?:most|least|best|worst|highest|lowest|biggest|largest|smallest|leads?(?! times?\\b)|ahead)\\b.*?),? and (?:by how (?:much|many)(?: (?:more|less|ahead|better|higher|lower))*|how (?:much|many)(?: (?:more|less|ahead|better|higher|lower))+(?= (?:than|of|over|before|from|compared)))(?: (?:is|was|does|did|has) (?:it|that|this|they)(?: (?:more|ahead|lead|led|beat|win|exceed|outsell))?)?(?: by)?(?: (?:than|of|over|before|from|versus|compared (?:to|with)))?(?: ${second})?\\W*$`,
  'i',
);
const kinds = 'customer|client|supplier|vendor|brand|product|category|warehouse|region|channel';
const ofOne = begins(
  `(?<verb>has|did|does|do) (?:our|the) (?<leader>(?:single )?(?:biggest|largest|best|top|main|most important|smallest|worst) (?:${kinds})) (?<rest>[^?]+\\?*)$`,
);
const time = new RegExp(
  `\\b(?:this|last) (?:year|month|quarter|week)\\b|\\bin (?:(?:19|20)\\d\\d|q[1-4]|${months})(?: (?:19|20)\\d\\d)?`,
  'i',
);
