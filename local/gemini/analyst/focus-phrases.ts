import { phrases } from './phrases.ts';
import { sellVerbs } from './sales-words.ts';

/** What a question wants done with the figures. */
export type Focus =
  | 'compare'
  | 'change'
  | 'trend'
  | 'share'
  | 'why'
  | 'count'
  | 'list'
  | 'define'
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'overview'
  | 'exclude'
  | 'only'
  | 'followup'
  | 'each'
  | 'total'
  | 'sell'
  | 'average'
  /** "Over the year": the time of the last question as one. */
  | 'whole'
  /** "How much of our revenue …" */
  | 'howMuchOf';

/** Phrases that mean the same whatever the tools declare. Words are compared without their plural. */
export const focusPhrases: Record<Focus, string[]> = {
  compare: phrases(`
    compare, compared, comparing, comparison, versus, vs, against, difference between, than, contrast,
    side by side, next to it, next to that, next to each other, beside it, beside that, alongside`),
  change: phrases(`
    going up, going down, gone up, gone down, go up, go down, went up, went down, change, changed, changing,
    growth, grow, grew, grown, growing, increase, increased, decrease, decreased, drop, dropped, decline,
    declined, fall, fell, fallen, rise, rose, risen, up or down, gain, gained, improve, improved, improving, shrink, shrinking, shrank, worsen, worsened, lost, lose, losing, delta, difference, the difference`),
  trend: phrases(`
    trend, trending, over time, development, develop, developed, developing, evolution, evolve, evolved,
    history, historical, timeline, time series, course of, progress`),
  share: phrases(`
    share, share of total, percentage, percent, per cent, pct, proportion, mix, split, contribution,
    part of, make up of, makes up of, made up of, make up, account for, accounts for, fraction, portion, distribution, breakdown in percent, weight`),
  why: phrases(`
    why, reason, what drove, what drives, driver, explain, cause, caused, due to, because of, what happened,
    behind, what changed`),
  count: phrases('how many, what number of, number of, count of, count'),
  list: phrases('list, which, name all, enumerate'),
  define: phrases(`
    defined, define, definition, meaning, mean, means, calculated, calculate, computed, formula, stand for,
    stands for, do you call, do we call, count as, counts as, counted as, considered, do you consider, work out, worked out, how do you work out, how do we work out,
    qualify as, qualifies as, classed as, what exactly is, how do you measure, how is measured, measured, difference in meaning`),
  help: phrases(`
    what can i ask, what can i split, what can i group, what can i filter, what can i break, what can i slice, what can you do, what can you answer, what can you tell me, what do you know,
    what question, what data do you have, what data is there, what data is available, what kind of question,
    what sort of question, help, how do you work, how does this work, what is possible,
    what are you able to, capability, what else can, example question, give me example, what measure,
    what metric, which measure, which metric, what figures, what kpi, which kpi, who are you, who made you,
    who built you, are you ai, are you an ai, are you a bot, are you human, are you real, what model,
    what dimension, which dimension, what are you, what is this`),
  greeting: phrases(`
    hi, hello, hey, good morning, good afternoon, good evening, greetings, howdy, how are you,
    how is it going, hi there`),
  thanks: phrases(`
    thanks, thank you, thx, cheers, great job, well done, nice one, perfect, awesome, bye, goodbye, see you,
    ok thanks, cool`),
  overview: phrases(`
    how business, how thing, how are thing, how is thing, how is it going with sale, overview, summary,
    summarize, summarise, dashboard, how are we doing, how is business, how is the business, how did we do,
    performance, perform, performing, performed, doing, tell me about, status of, state of,
    everything about, snapshot, kpi, at a glance`),
  exclude: phrases(`
    without, excluding, exclude, except, except for, other than, not including, ignoring, leave out,
    leaving out, but not, apart from, aside from, minus, not counting, not counting in, excl, ex, leaving`),
  only: phrases(`
    only, just, solely, limited to, restrict to, restricted to, narrow to, filter on, filter by, filter for,
    focus on`),
  followup: phrases(`
    what about, how about, and, instead, also, now, then, same, same thing, again, break it down,
    break that down, break down, drill down, it, that, those, them, these, this, as well, too, switch to,
    change it to, make it, make that, but, redo, ok, okay, sort, rather`),
  each: phrases(`
    by, per, for each, each, every, across, among, grouped by, broken down by, split by, split up by,
    breakdown by, along, according to`),
  howMuchOf: phrases('how much of, what part of, how much from'),
  total: phrases(`
    total, overall, altogether, in all, in total, sum, all together, company wide, whole company,
    entire company, combined, aggregate, added together, added up, add up`),
  sell: sellVerbs,
  whole: [],
  average: phrases('average, mean of, avg, on average, typical'),
};
