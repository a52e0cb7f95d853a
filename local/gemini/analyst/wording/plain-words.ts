/**
 * Ways to say what the analyst has a plain phrase for: the plain phrase, then the others. After `~` comes a verb, meant in
 * all its forms. Only what means the same in any question stands here.
 */
export const plainWords: [plain: string, others: string][] = [
  // Things set against each other.
  [
    'side by side',
    `next to each other, next to one another, beside each other, beside one another, alongside each other,
    alongside one another, one beside the other, one next to the other, side to side, head to head, back to back,
    in parallel, against each other, against one another, one against the other, against its rival`,
  ],
  [
    'compare with',
    `~stack up against, ~stack up with, ~stack up to, ~stack up next to, ~measure up against, ~measure up to,
    ~hold up against, ~shape up against, ~match up against, ~match up to, ~match up with, ~line up against,
    ~line up with, ~fare against, ~fare versus, ~set against, ~put against, ~pit against, ~differ from,
    ~contrast with, ~do against, ~look against, ~look next to`,
  ],
  [
    'compared with',
    `in comparison with, in comparison to, by comparison with, as compared to, as compared with, when compared to,
    when compared with, as opposed to, as against, relative to, in relation to, next to that of, set beside,
    stacked against, measured against, held against, benchmarked against, up against`,
  ],
  ['compare', '~stack up, ~measure up, ~match up, ~line up'],
  ['difference in', 'gap in, differential in'],
  ['difference', 'gap'],
  [
    'difference between',
    'gap between, variance between, differential between, delta between, discrepancy between',
  ],
  // What is left out and what alone is wanted.
  [
    'without',
    `leaving aside, leaving out, not counting, not including, not considering, ~disregard, ~omit, omitting, ~skip,
    exclusive of, to the exclusion of, with the exception of, except for, save for, but for, barring, sans,
    stripping out, taking out, putting aside, setting aside, net of those from`,
  ],
  ['only', 'nothing but, none but, exclusively, solely, merely, purely, strictly, confined to, limited to'],
  // A split.
  [
    'by',
    `divided over, divides over, divides across, divides among, splits over, splits across, divided up by, divided across, divided among, split out by, split up by, split over,
    split across, split among, broken out by, broken up by, broken down by,
    broken down per, broken down for each, broken down across, sliced by,
    sliced and diced by, diced by, segmented by, bucketed by, itemised by, itemized by, organised by, organized by,
    distributed over, distributed across, distributed among, spread over, spread across, separated by,
    separately for each, separately by, subdivided by, classed by, classified by`,
  ],
  ['for each', 'for every single, for every'],
  [
    'any',
    'a single one of, a single piece of, a single unit of, one single, a single one, a single piece, a single unit, a single item',
  ],
  ['each', 'each and every, every single'],
  // Sums and means.
  [
    'in total',
    `in aggregate, all told, all in all, taken together, lumped together, taken as a whole, all put together, sum total,
    across the board, group wide, business wide, on a total basis, as one sum, in one sum, as one figure, as a single figure, as one number, in its entirety, in their entirety`,
  ],
  ['total', 'grand total, sum total, aggregate, aggregated, totalled, totaled, summed up, added up'],
  ['average', 'averaged, averaging, typical'],
  ['on average', 'typically, on the average, as an average, as a mean, in the mean, averaged out'],
  // A share.
  [
    'what share of',
    `how big a share of, how large a share of, how much of a share of, how big a part of, how large a part of,
    how large a portion of, how big a portion of, how big a chunk of, how big a slice of, what chunk of, what slice of,
    what bit of, what cut of, how great a share of, what sort of share of, which share of, which part of,
    which percentage of, how many percent of, how high a percentage of, what fraction of, what proportion of,
    what portion of, how significant a part of`,
  ],
  [
    'share',
    'percentage share, percent share, percentual share, share in percent, slice of the pie, relative share',
  ],
  [
    'as a percentage of',
    'as a percent of, as percentage of, as percent of, as a proportion of, as proportion of, as a fraction of, as fraction of, in percentage of, in percent of, in per cent of, as % of, as a % of, in % of, expressed as a share of',
  ],
  // Numbers of things.
  [
    'number of',
    'no. of, nr. of, nr of, num of, # of, a count of, the tally of, tally of, total number of, overall number of, head count of',
  ],
  [
    'how many',
    'how many different, how many distinct, how many unique, how many separate, how many total, how many of our, how many of the',
  ],
  // A first look.
  [
    'overview of',
    `rundown of, rundown on, run down on, lowdown on, update on, recap of, recap on, summary on, digest of, brief on,
    briefing on, bird's eye view of, big picture of, big picture on, big picture for, snapshot of, status update on,
    health check of, health check on, quick look at how, high level view of, top level view of, picture of`,
  ],
  [
    'overview',
    `state of play, headline numbers, headline figures, key figures, key numbers, key metrics, vital signs,
    vital statistics, big picture, health check, top level view, high level view, executive summary, recap,
    round up, bird's eye view`,
  ],
  ['performance of', 'health of'],
  ['perform', '~fare, ~hold up, ~turn out, ~pan out, ~shape up, ~make out'],
  // Reasons.
  [
    'why',
    `what was the reason, what were the reasons, how come, for what reason, what explains why, what is the reason that, what's the reason that,
    what's the reason why, what is the reason why, what could explain why, any idea why, what caused, because of what, due to what`,
  ],
  [
    'what drove',
    'what made, what makes, what let, what is driving, what’s driving, what led to, what contributed to, what pushed, what is behind, what lies behind, what lay behind, what was behind, what is pushing, what explains, what accounts for, root cause of, main driver of, main drivers of',
  ],
  [
    'over time',
    'through time, across time, as time goes by, as time went by, with time, in the course of time, through the months, over the months, over the weeks, over the years, through the years',
  ],
  ['trend', 'trajectory, trend line, trendline, momentum, ~unfold'],
  ['important', 'bread and butter'],
  ['granted', '~hand out, ~dish out, ~chalk up, ~notch up'],
  ['ups and downs', 'fluctuation, fluctuations, variations over time, swings over time'],
];

/** Ways to say in which order rows come, which are best or worst, and of what there is most. */
export const plainOrders: [plain: string, others: string][] = [
  [
    'highest first',
    `largest at the top, highest at the top, biggest at the top, most at the top, best at the top, top ones first,
    largest on top, best one on top, highest one on top, biggest one on top, top one on top, highest on top, biggest on top, best on top, from the top down, top down, from top to bottom,
    top to bottom, from high to low, high to low, highest to lowest, from highest to lowest, from largest to smallest,
    largest to smallest, from biggest to smallest, biggest to smallest, most to least, from most to least,
    from best to worst, best to worst, in descending order, in decreasing order, in falling order, descending order,
    in order of size, sort by size, sorted by size, order by size, ordered by size, rank by size, ranked by size, by magnitude, biggest one first, largest one first, high ones first,
    in order from highest to lowest, in order from largest to smallest, starting with the highest,
    starting with the largest, starting with the biggest, starting with the best, starting from the top,
    beginning with the highest, beginning with the largest, longest first, most first, heaviest first, top one first,
    largest first, biggest first, greatest first, strongest first`,
  ],
  [
    'lowest first',
    `smallest at the top, lowest at the top, least at the top, smallest on top, lowest on top,
    lowest one on top, smallest one on top, from the bottom up, bottom up, from bottom to top, bottom to top, from low to high, low to high,
    lowest to highest, from lowest to highest, from smallest to largest, smallest to largest, from smallest to biggest,
    smallest to biggest, from least to most, least to most, in ascending order, in increasing order, ascending order,
    starting with the lowest, starting with the smallest, starting from the bottom,
    beginning with the lowest, shortest first, least first, smallest first, fewest first, weakest first,
    smallest one first, lowest one first`,
  ],
  [
    'worst first',
    'worst at the top, worst on top, worst one on top, worst one first, worst ones first, starting with the worst',
  ],
  [
    'highest',
    `fattest, juiciest, heftiest, steepest, tallest, deepest, widest, hugest, healthiest, chunkiest, meatiest, bulkiest,
    plumpest, roundest, sturdiest, loftiest, most generous, most sizeable, most lucrative, uppermost, topmost`,
  ],
  [
    'lowest',
    `slimmest, leanest, skinniest, shallowest, narrowest, scantiest, tiniest, puniest, meagrest, feeblest, flimsiest, sparsest,
    littlest, skimpiest, most meagre, most modest, lowermost`,
  ],
  [
    'worst',
    'poorest, lousiest, shakiest, dreariest, sorriest, most disappointing, most dismal, least good, most woeful',
  ],
  ['best', 'finest, nicest, most impressive, most successful, top notch, most popular, star'],
  [
    'the best',
    `~come out on top, ~come out top, ~come top, ~come in first, ~come first, ~finish first, ~finish top, ~rank first,
    ~rank top, ~rank highest, ~place first, ~take first place, ~take the top spot, ~take the lead, ~top the list,
    ~top the chart, ~top the charts, ~top the table, ~top the ranking, ~head the list, ~head the table, ~lead the way,
    ~lead the pack, ~lead the field, ~lead the list, ~lead the table, ~lead the ranking, in first place, in the lead,
    at the top of the list, at the top of the table, top of the list, top of the table, top of the pile, on top of the list,
    ~outperform the rest, ~outperform all others, ~shine most, ~stand out most, ~do the best,
    ~perform the best, ~win`,
  ],
  [
    'the worst',
    `~come in last, ~come last, ~finish last, ~rank last, ~rank lowest, ~place last, ~bring up the rear, in last place,
    at the bottom of the list, at the bottom of the table, bottom of the list, bottom of the table, bottom of the pile,
    ~do the worst, ~perform the worst, ~trail the field, ~trail the pack, ~lag the most`,
  ],
  [
    'most',
    "the greatest number of, the largest number of, the highest number of, the biggest number of, the highest amount of, the largest amount of, the greatest amount of, the biggest amount of, the largest quantity of, the greatest quantity of, the highest quantity of, the lion’s share of, the lion's share of, the bulk of, the majority of",
  ],
  [
    'fewest',
    'the smallest number of, the lowest number of, the smallest amount of, the lowest amount of, the smallest quantity of, the lowest quantity of',
  ],
];
