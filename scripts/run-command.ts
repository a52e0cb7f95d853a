import { readOptions } from './read-options.ts';

/** Runs a command that takes no words and no option but `--help`, and tells in a sentence why it failed. */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  try {
    const { values } = readOptions({ options: { help: { type: 'boolean' } } });
    if (values.help) console.log(usage);
    else await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
