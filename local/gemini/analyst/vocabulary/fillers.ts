import { conjugate } from './english.ts';
import { idleVerbs } from './sales-words.ts';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
/** Verbs in all their forms, a word each. */
const verbs = (text: string): string[] => words(text).flatMap(conjugate);

/** Words that say nothing by themselves: what is asked is the same without them. */
const silent = words(`
  a an the of in on at for to from by with and or as is are was were be been being am do does did doing got done have has had
  having i me my mine we us our ours you your it its he she they them their this that these those there here what which who
  whom whose when where how much many some any all every each both either can could would should will shall may might must
  let lets please show give tell display get see find present provide want need like know wondering wonder look looking view
  pull fetch run make create produce print draw report say just also so then very really quite actually currently right now
  still already yet only about around approximately roughly between among within during per vs versus into out up down
  over across through while because but however although though throughout
  ok okay well hey hi hello dear thanks thank kindly exactly precisely specifically sure please
  data figure number value amount result info information detail details analysis analytic statistic stats insight
  level rate total sum overall general whole entire complete full different various individual   other 
  current actual latest recent time date period
  go going went gone come coming came take taken took happen happened happening put set    work working help try
  think believe guess mean point company business firm business's company's
  perform performing performed performance behave compare compared comparison
  break broken breakdown down split group grouped order ordered sort sorted rank ranked filter filtered
  sell sold selling buy bought buying purchased ship shipped shipping stored hold held holding carry carried contain
  contains containing include including included consist deliver given gives giving shows showing showed tells listed lists bring brought
  question answer briefly brief quick quickly size kind type sort way ways thing things part parts piece pieces
  interested     able available based terms regard regarding respect concerning related
  according yes maybe perhaps im id ill ive whats hows wheres theres i'd i'm what's how's let's it's that's who's we've we're
  they're whats top's warehouse's sales's top position positions
  dollar dollars euro euros usd eur vs etc eg ie s t re something anything everything everyone someone
  history trend chart graph table plot list line bar column ranking overview summary status state situation
  visualise visualize visualization dashboard relative respectively separately together own made main key major
  stand stands standing stood sit sitting lie lay lays lying tie ties tied tying altogether apart aside
  one two mostly bottom far percent percentage share fine cool valuable instead rather wide money stuff goods left remaining remain named called titled
  unit's item basis wise respective breakdown recommendation recommend recommended suggestion suggest suggested advice advise
  alert alerts notice lose lost losing understand understood explain explained placed moment away demand did dont doesnt raise raised place shown net gave got gets getting
  dollar dollars bucks usd euro euros cash add added adding bridge meant owed line lines
  theirs whose another responsible headed alone
  basically especially particularly generally simply honestly obviously certainly probably possibly completely
  totally fully entirely directly easily clearly hopefully finally additionally alternatively relatively jointly
  mainly primarily chiefly largely predominantly namely virtually nearly roughly precisely collectively solely merely purely`);

/** More of them, by what they do. Nouns that a thing may be called ("book", "post", "light") are not among them. */
const silentByUse = [
  // Pronouns, prepositions, conjunctions, and sounds.
  ...words(`
  his her hers him himself herself myself yourself itself ourselves themselves whatever whichever whoever upon toward towards
  via onto plus whether therefore hence thus otherwise meanwhile moreover furthermore nevertheless whilst whereas anybody
  anyone everybody nobody somebody oh yeah yep yup hmm um uh er ah wow gotcha alright gonna wanna lemme kinda sorta folks guys
  whatsoever ought anyhow anyway aint youd youve theyve theyre weve hes shes couldnt wouldnt shouldnt`),
  // To ask, to show, to look at, to work out.
  ...verbs(`
  provide illustrate indicate reveal specify mention highlight verify confirm examine inspect investigate analyse analyze
  assess evaluate consider determine identify discover learn hear recall remember remind inform discuss talk speak reply
  respond prepare compile assemble populate retrieve quantify clarify depict portray tabulate observe deem wish request
  suggest appreciate`),
  ...words(`
  stated noted displayed presented outlined described visualized visualised pulled fetched checked calculated
  computed reckoned expressed reflected figured`),
  // To come about, to be recorded, to be given: verbs that any figure has.
  ...verbs(
    `achieve realise realize attain accrue accumulate generate gather grant incur occur arise appear seem exist involve belong obtain`,
  ),
  ...words(`
  recorded booked logged posted collected pocketed racked clocked allowed applied experienced saw seeing handled entered
  ended landed rung registering amounted amounting amounts attributable attributed relating pertaining thereof therein`),
  // How something is asked or told.
  ...words(`
  likely name names simply literally honestly frankly obviously clearly certainly definitely absolutely probably possibly presumably
  hopefully apparently seemingly basically essentially generally ultimately finally effectively properly correctly accurately
  carefully closely thoroughly immediately instantly kindly nicely neatly plainly specifically namely accordingly thereby
  nowadays presently truly indeed somehow anyways exact precise proper correct accurate concrete detailed real applicable
  corresponding underlying associated involved concerned particular mere sheer approximate ballpark glance peek idea sense
  clue reply thought thoughts opinion chance favor favour sake purpose context perspective standpoint aspect extent gist bit
  lot lots bunch distinct unique absolute monetary check checks`),
];

/** Words that say which things are meant: "small orders", "new customers". */
export const adjectives: ReadonlySet<string> = new Set(
  words(`
  small big large high low good bad great strong weak fast slow long short early late single
  former latter old new huge tiny major minor`),
);

/** Other words that are in no name, but change what is asked: no answer may leave them out. */
const telling = words(`
  double triple treble quadruple doubled no not none never neither nor always often usually ever once twice again too enough
  more less fewer most least higher lower bigger larger smaller better worse stronger weaker greater faster slower quicker
  sooner earlier highest lowest biggest largest smallest best worst minimum maximum
  half first second third last next previous prior past ago day week month quarter year today yesterday
  day's week's month's quarter's year's today's yesterday's
  until till since before after if without than against under above below beneath beyond
  start end begin beginning become became increase decrease grow shrink improve improved improving worsen worsened
  contribute contributed contributes exceed exceeded reach reached hit keep kept stay nothing
  team department manager organisation organization times anywhere somewhere
  didnt dont doesnt shouldnt isnt arent cant wont wasnt werent hasnt havent
  rarely hardly barely nearly almost seldom sometimes regularly repeatedly occasionally frequently constantly consistently
  steadily continuously continually previously formerly initially originally partly partially separately increasingly newly longer shorter
  even odd simultaneously jointly unlike despite unless whenever wherever fortnightly biweekly bimonthly semiannual consecutive
  successive thrice halved tripled quadrupled assume assuming suppose supposing imagine hypothetically soon
  picture same certain specific use used using important interesting relevant possible`);

/** Ordinary English: none of it is looked up as a name. */
export const fillers: ReadonlySet<string> = new Set(
  // Words are compared without apostrophes.
  [...silent, ...silentByUse, ...idleVerbs, ...adjectives, ...telling].flatMap((word) => [
    word,
    word.replaceAll("'", ''),
  ]),
);

/** Those of them that a figure may not leave out. */
export const meaningful: ReadonlySet<string> = new Set([...adjectives, ...telling]);
