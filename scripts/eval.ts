import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Company, companies, findDataFolder, isPresent } from '../eval/companies.ts';
import { generatedTimes, generateQuestions } from '../eval/generated/generate-questions.ts';
import { type Gold, openGold } from '../eval/gold.ts';
import { type Conversation, readQuestions } from '../eval/questions.ts';
import { type Asked, summarise, toReport } from '../eval/report.ts';
import { score } from '../eval/score.ts';
import { openSession, type Session } from '../eval/session.ts';
import { listVersions } from '../local/bigquery/catalog/warehouse-versions.ts';
import { freePorts } from '../local/free-ports.ts';
import { startLocal } from '../local/main.ts';
import { dataset } from '../local/project.ts';
import { parseLocalSettings } from '../local/settings.ts';
import { readOptions } from './read-options.ts';
import { root } from './root.ts';

const usage = `npm run eval -- [text] [--data ${Object.keys(companies).join(' | ')}]

Asks the questions of eval/questions.yaml and scores the answers.
  text             asks only the groups and questions that have it in them, prints each answer, and writes no report
  --data name      asks those about another company
  --after "…"      asks this first in each conversation and then its first question alone, and writes no report
  --generated 200  asks 200 conversations made of parts instead, and writes no report
  --seed 7         other ones of these (1)
  --help           this text`;

const { values, positionals } = readArguments();
if (values.help) {
  console.log(usage);
  process.exit();
}
const company = Object.hasOwn(companies, values.data) ? companies[values.data] : undefined;
if (!company) refuse(`There is no company "${values.data}". There is: ${Object.keys(companies).join(' | ')}`);
const generated = values.generated === undefined ? null : parseCount('--generated', values.generated);
const seed = parseCount('--seed', values.seed);
if (!isPresent(company)) {
  console.log(`Skipped: there is no folder ${company.source}.`);
  process.exit();
}
const wanted = positionals.join(' ').toLowerCase();
const atOnce = 3;

const questions = generated
  ? generatedTimes
  : await readQuestions(process.env.EVAL_QUESTIONS ?? join(root, 'eval', company.questionsFile)).catch(
      (error: Error) => {
        console.error(error.message);
        process.exit(1);
      },
    );
if (!generated && !questions.conversations.some(isWanted)) {
  console.error(`No group and no question has "${wanted}" in it.`);
  process.exit(1);
}
const kept = process.env.EVAL_DATA;
const folder = await findDataFolder(kept, values.data);
const closing: (() => unknown)[] = [];
try {
  process.exitCode = (await evaluate(company)) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const close of closing.toReversed()) await close();
  if (!kept) await rm(folder, { recursive: true, force: true });
}
process.exit();

/** Asks and scores; true when the answers are as good as they have to be. */
async function evaluate(company: Company): Promise<boolean> {
  await company.prepare(join(folder, 'warehouse'));
  const stack = await startLocal({
    root,
    settings: parseLocalSettings(
      {
        DEMO_SCALE: '0.3',
        DEMO_SEED: '1',
        ...process.env,
        TALLYBOARD_DATA: folder,
        ...freePorts,
        ANALYST_CHUNK_DELAY_MS: '0',
      },
      root,
    ),
    environment: {
      ...process.env,
      LOG_LEVEL: 'error',
      QUERIES_PER_HOUR: '100000',
      CALLS_PER_MINUTE: '100000',
      BYTES_PER_USER_DAY: '1000000000000',
    },
    logger: pino({ level: 'error' }),
    onProgress: console.log,
    onFunctionLog: console.log,
  });
  closing.push(stack.close);
  const session = await openSession(stack);
  const version = (await listVersions(stack.warehouseFolder)).at(-1);
  if (!version) throw new Error('There is no data.');
  const gold = await openGold(version.file, dataset, questions);
  closing.push(gold.close);
  const conversations = generated ? await generateQuestions(gold, generated, seed) : questions.conversations;
  const all = await askAll(conversations.filter(isWanted), session, gold);
  const model = all.at(-1)?.answer.usage?.model ?? stack.model;
  const summary = summarise(all);
  if (wanted === '' && !generated && values.after === undefined) {
    const report = toReport({ all, model, company, day: gold.toPeriod('today').end });
    await writeFile(join(root, 'eval', company.reportFile), report);
    console.log(`\nWritten: eval/${company.reportFile}`);
  }
  console.log(`\n${model}: ${JSON.stringify(summary)}`);
  return (
    summary.right >= 0.95 * summary.asked &&
    summary.wrong === 0 &&
    summary.refusedOfUnanswerable === summary.unanswerable
  );
}

function isWanted({ group, items }: Conversation): boolean {
  return group.includes(wanted) || items.some(({ ask }) => ask.toLowerCase().includes(wanted));
}

/** A few conversations side by side, each question after the one before it; in the order of the file. */
async function askAll(conversations: Conversation[], session: Session, gold: Gold): Promise<Asked[]> {
  const answered: Asked[][] = [];
  const waiting = conversations.entries();
  const work = async () => {
    for (const [index, conversation] of waiting) {
      answered[index] = await askOne(conversation, session, gold);
      for (const asked of answered[index] ?? []) print(asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answered.flat();
}

async function askOne({ group, items }: Conversation, session: Session, gold: Gold): Promise<Asked[]> {
  const asked: Asked[] = [];
  const { after } = values;
  let conversationId =
    after === undefined ? null : (await session.ask(gold.toText(after), null)).conversationId;
  for (const item of after === undefined ? items : items.slice(0, 1)) {
    const ask = gold.toText(item.ask);
    const answer = await session.ask(ask, conversationId);
    conversationId = answer.conversationId;
    asked.push({ group, ask, abstain: item.abstain, answer, score: await score(item, answer, gold) });
  }
  return asked;
}

function print({ ask, answer, score: { outcome, ...checks } }: Asked): void {
  const off = Object.entries(checks).flatMap(([name, isRight]) => (isRight === false ? [name] : []));
  if (outcome === 'right' && off.length === 0 && wanted === '') return;
  const charts = answer.visualizations.map((one) => (one.shape === 'chart' ? one.mark : one.shape));
  console.log(`\n[${[outcome, ...off].join(', ')}] ${ask}`);
  for (const { period, filters } of answer.scopes)
    console.log(`  ${period?.label ?? 'no period'} ${period?.start}..${period?.end} | ${filters.join('; ')}`);
  console.log(`  ${answer.steps.map(({ tool }) => tool).join(' ')} | ${charts.join(' ')}\n  ${answer.text}`);
}

/** A word that is no option ends it with the usage. */
function readArguments() {
  const options = {
    data: { type: 'string', default: 'demo' },
    after: { type: 'string' },
    generated: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    return readOptions({ allowPositionals: true, options });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  return refuse(`${option} is "${text}": it must be a whole number from 1 on`);
}

function refuse(problem: string): never {
  console.error(`${problem}\n\n${usage}`);
  process.exit(1);
}
