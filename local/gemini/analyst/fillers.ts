/** Words that carry no part of a question by themselves. */
export const fillers = new Set(
  `a an the of in on at for to from by with and or as is are was were be been being am do does did done doing have has had
  having i me my mine we us our ours you your it its he she they them their this that these those there here what which who
  whom whose when where how much many more some any all every each both either neither no not none can could would should will
  shall may might must let lets please show give tell display get see find present provide want need like know wondering wonder
  look looking view  pull fetch run make create produce print draw report say us just also so if then than too very
  really quite actually currently right now still already yet again only even about around approximately roughly between among
  within during per vs versus into out up down over under across through until till since before after while because but
  however although though ok okay well hey hi hello dear thanks thank kindly could exactly precisely specifically
  data figure number value amount result info information detail details analysis analytic statistic stats insight
  level rate total sum overall general whole entire complete full different various individual single specific certain other
  another  current actual latest recent ago day week month quarter year date time period half today yesterday
  go going went gone come coming came take taken took happen happened happening keep kept stay put set use used using work
  working help try think believe guess mean point one two first second third last next previous past prior
  company business firm organisation organization department team manager warehouse's sales's
  perform performing performed performance behave compare compared comparison
  break broken breakdown down split group grouped order ordered sort sorted rank ranked filter filtered
  high higher highest low lower lowest big bigger biggest large larger largest small smaller smallest good better best bad
  worse worst great greater strong weak   quick long short
  sell sold selling buy bought buying purchased ship shipped shipping store stored hold held holding carry carried contain
  contains include including included consist
  sure question answer please quick quickly brief briefly short kind type sort way ways thing things part parts piece
  interested interesting important relevant possible able available
  based terms regard regarding respect concerning related according
  yes no maybe perhaps im id ill ive whats hows wheres theres dont doesnt didnt isnt arent cant wont
  per each vs etc eg ie s t re least most less fewer enough
  become became increase decrease grow shrink remain
  everything something anything nothing everyone someone
  i'd i'm what's how's let's it's that's
  history trend chart graph table plot list line bar column
  year's month's week's ranking overview summary status state situation picture
  compared relative respectively separately together
  own our company's today's
  came made main key major top bottom
  visualise visualize visualization dashboard
  deliver did given gives giving shows showing showed tells listed lists
  stand stands standing sit sitting lie
  exceed exceeded reach reached hit
  across throughout
  think did versus against
  much far
  minimum maximum
  start end begin beginning
  we've we're they're
  percent percentage share
  happened been
  fine cool
  ever never always often usually
  rather instead
  bring brought
  does below above beneath beyond money up down better worse who's stuff goods size left remaining remain named called titled unit's
  recommendation recommend recommended suggestion suggest suggested advice advise alert alerts notice
  please dashboard item wise basis respective breakdown
  earlier  early  former latter
  whats top's position
  wide total's
  improve improved improving worsen worsened
  understand understood explain explained
  available business's
  placed faster slower quicker sooner demand
  moment away tie ties tied tying lay lays lying mostly altogether apart aside`
    .split(/\s+/)
    .filter(Boolean),
);
