import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  StatementType,
} from '@duckdb/node-api';
import { quoteName, quoteText } from '../catalog/quote.ts';
import { createCharacterDistance } from './character-distance.ts';
import { macros } from './macros.ts';

export type EngineLimits = { memory: string; threads: number; connections: number };

export type Bindings = { values: Record<string, DuckDBValue>; types: Record<string, DuckDBType> };

/** A locked DuckDB with some versions of the warehouse attached, each a catalog. */
export type Engine = {
  /** Runs one SELECT, handing rows on as they come. Aborting interrupts it, or ends its wait for a connection. */
  run(
    sql: string,
    bindings: Bindings,
    signal: AbortSignal,
    onRows: (rows: DuckDBValue[][]) => void,
  ): Promise<void>;
  /** Plans one SELECT without running it. @throws DuckDB's error. */
  check(sql: string, bindings: Bindings): Promise<void>;
  close(): void;
};

/**
 * Opens versions read-only and locks the door behind them: no other file, no network, no extension, no setting, no
 * statement but SELECT.
 */
export async function openEngine(files: ReadonlyMap<string, string>, limits: EngineLimits): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory,
    threads: `${limits.threads}`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    // Without it DuckDB would write what does not fit to the working folder.
    temp_directory: '',
  });
  const first = await instance.connect();
  first.registerScalarFunction(createCharacterDistance());
  for (const [catalog, file] of files)
    await first.run(`ATTACH ${quoteText(file)} AS ${quoteName(catalog)} (READ_ONLY)`);
  for (const macro of macros) await first.run(macro);
  await first.run("SET GLOBAL TimeZone = 'UTC'");
  await first.run('SET GLOBAL enable_external_access = false');
  await first.run('SET GLOBAL lock_configuration = true');
  const pool = createPool(instance, first, limits.connections);
  return {
    run: (sql, bindings, signal, onRows) =>
      pool.use(signal, async (connection) => {
        const prepared = await prepare(connection, sql, bindings);
        try {
          const result = await prepared.stream();
          for await (const rows of result.yieldRows()) {
            signal.throwIfAborted();
            onRows(rows);
          }
        } finally {
          prepared.destroySync();
        }
      }),
    check: (sql, bindings) =>
      pool.use(new AbortController().signal, async (connection) => {
        (await prepare(connection, sql, bindings)).destroySync();
      }),
    close: () => pool.close(),
  };
}

async function prepare(connection: DuckDBConnection, sql: string, { values, types }: Bindings) {
  const prepared = await connection.prepare(sql);
  if (prepared.statementType !== StatementType.SELECT) {
    prepared.destroySync();
    throw new Error('Only SELECT runs here.');
  }
  if (prepared.parameterCount > 0) prepared.bind(values, types);
  return prepared;
}

/** DuckDB forgets an interrupt that comes before the statement begins to run, so it is said until the work ends. */
const interruptAgainMs = 20;

type Resume = (connection: DuckDBConnection) => void;

function createPool(instance: DuckDBInstance, first: DuckDBConnection, most: number) {
  const idle: DuckDBConnection[] = [first];
  /** Oldest first. */
  const waiting = new Set<Resume>();
  let open = 1;
  let closed = false;

  const acquire = async (signal: AbortSignal): Promise<DuckDBConnection> => {
    signal.throwIfAborted();
    const connection = idle.pop();
    if (connection !== undefined) return connection;
    if (open >= most) return wait(signal);
    open += 1;
    return instance.connect();
  };
  const wait = (signal: AbortSignal) =>
    new Promise<DuckDBConnection>((resolve, reject) => {
      const resume: Resume = (connection) => {
        signal.removeEventListener('abort', leave);
        resolve(connection);
      };
      const leave = () => {
        waiting.delete(resume);
        reject(signal.reason);
      };
      waiting.add(resume);
      signal.addEventListener('abort', leave, { once: true });
    });
  const release = (connection: DuckDBConnection) => {
    const [next] = waiting;
    if (next !== undefined) {
      waiting.delete(next);
      next(connection);
    } else if (closed) end(connection);
    else idle.push(connection);
  };
  const end = (connection: DuckDBConnection) => {
    connection.closeSync();
    open -= 1;
    if (open === 0) instance.closeSync();
  };
  return {
    use: async <T>(signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
      const connection = await acquire(signal);
      let interrupting: NodeJS.Timeout | undefined;
      const interrupt = () => {
        connection.interrupt();
        interrupting = setInterval(() => connection.interrupt(), interruptAgainMs);
      };
      try {
        signal.throwIfAborted();
        signal.addEventListener('abort', interrupt, { once: true });
        return await work(connection);
      } finally {
        signal.removeEventListener('abort', interrupt);
        clearInterval(interrupting);
        release(connection);
      }
    },
    /** What runs is let finish; the last connection closes the instance. */
    close: () => {
      closed = true;
      for (const connection of idle.splice(0)) end(connection);
    },
  };
}
