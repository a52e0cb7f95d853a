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
    ~compare, comparison, versus, vs, against, difference between, the difference between, gap between, gap, than, ~contrast, side by side, relative to,
    juxtaposed, comparative, comparatively, next to it, next to that, next to each other, beside it, beside that, alongside`),
  change: phrases(`
    ~go up, ~go down, up or down, ~change, growth, ~grow, grower, ~increase, ~decrease, ~drop, dropoff, ~decline, decliner,
    ~fall, ~rise, ~gain, ~improve, improvement, ~shrink, shrinkage in sale, ~worsen, lost, lose, losing, delta, difference,
    the difference, ~expand, expansion, ~jump, ~soar, ~surge, ~plummet, ~slump, downturn, upturn, ~recover, recovery,
    growth rate, rate of growth, rate of change, percent change, percentage change, net change, change rate`),
  trend: phrases(`
    trend, trending, over time, development, ~develop, ~evolve, evolution, history, historical, historically, timeline,
    time series, course of, ~progress, progression, pattern, seasonality, seasonal pattern, up and down over time,
    ups and downs, how has it moved`),
  share: phrases(`
    share, share of total, percentage, percent, per cent, pct, proportion, mix, split, contribution, part of, fraction,
    portion, distribution, breakdown in percent, weight, weighting, composition, make up, made up, make up of, made up of, makeup, account for, slice, chunk,
    in percent of, as a percent, percentage wise, proportionally, proportionate, relative contribution, ~constitute,
    ~represent`),
  why: phrases(`
    why, reason, what drove, what drives, driver, ~explain, ~cause, due to, because of, what happened, behind, what changed,
    root cause, explanation, what went wrong, what went right, what went on, what happened to`),
  count: phrases(`that many, this many, 
    how many, what number of, number of, count of, count, tally, how many of, how much of them`),
  list: phrases(`
list, which, name all, ~enumerate, name the, give the name of, ~itemise, ~itemize, what are the name of`),
  define: phrases(`
    defined, define, definition, meaning, mean, means, calculated, calculate, calculation, computed, computation, formula,
    stand for, stands for, what exactly is, how do you measure, how do you decide, how do we decide, how do you determine, how is measured, measured, difference in meaning,
    meant by, what is meant, worked out, work out, how do you work out, how do we work out, do you call, do we call, count as, counts as, counted as, considered,
    do you consider, qualify as, qualifies as, classed as, ~derive, interpretation, ~interpret, terminology, jargon for`),
  help: phrases(`
    what can i ask, what can i split, what can i group, what can i filter, what can i break, what can i slice, what can you do, what can you answer, what can you tell me, what do you know,
    what question, what data do you have, what data is there, what data is available, what kind of question,
    what sort of question, help, how do you work, how does this work, what is possible,
    what are you able to, capability, what else can, example question, give me example, what measure,
    what metric, which measure, which metric, what figures, what kpi, which kpi, who are you, who made you,
    who built you, are you ai, are you an ai, are you a bot, are you human, are you real, what model,
    what dimension, which dimension, what are you, what is this`),
  greeting: phrases(`
    hi, hello, hey, good morning, good afternoon, good evening, greetings, howdy, how are you, how are you doing, how do you do, how is it going, hows it going, are you there, are you around, are you awake, anybody there, anyone there,
    how is it going, hi there`),
  thanks: phrases(`
    noted, thanks, thank you, thx, cheers, thanks for yesterday, thanks for your help, great job, well done, nice one, perfect, awesome, bye, goodbye, see you,
    ok thanks, cool`),
  overview: phrases(`
    how business, how thing, how are thing, how is thing, how is it going with sale, how is trade, how is trading, how trade, how trading, overview,
    summary, ~summarize, ~summarise, dashboard, how are we doing, how is business, how is the business, how did we do,
    ~do overall, performance, ~perform, doing, tell me about, status of, state of, everything about, snapshot, kpi,
    at a glance, where do we stand, where we stand, how do we stand, in a nutshell, recap, round up, rundown, bottom line up front,
    highlight`),
  exclude: phrases(`
    without, ~exclude, except, except for, other than, not including, ~ignore, leave out, left out, leaves out,
    leaving out, but not, apart from, aside from, minus, not counting, not counting in, excl, ex, leaving, outside of,
    besides`),
  only: phrases(`
    only, just, solely, alone, limited to, restrict to, restricted to, narrow to, narrowed to, narrow down to, filter on,
    filter by, filter for, filtered to, filtered on, filtered for, focus on, focused on, focusing on, restricted on,
    concentrated on, concentrate on`),
  followup: phrases(`
    what about, how about, and, instead, also, now, then, same, same thing, again, break it down,
    break that down, break down, drill down, it, that, those, them, these, this, as well, too, switch to,
    change it to, make it, make that, but, redo, ok, okay, sort, rather`),
  each: phrases(`
    by, per, each, every, across, among, amongst, grouped by, group by, broken down by, split by, split up by, breakdown by,
    along, according to, broken out, broken down, respectively, individually, one by one, separately`),
  howMuchOf: phrases('how much of, how much from'),
  total: phrases(`
    total, overall, altogether, in all, in total, sum, all together, company wide, companywide, whole company, entire company,
    combined, aggregate, added together, added up, add up, summed, totalled, totaled, whole business, entire business`),
  sell: sellVerbs,
  whole: [],
  average: phrases(`
average, mean of, avg, on average, typical, arithmetic mean`),
};
