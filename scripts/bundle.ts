import { buildWeb } from './build-web.ts';
import { bundleFunctions } from './deploy/bundle-functions.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run bundle

Builds what a deploy uploads: the page into web/dist, the functions into dist/functions.`;

await runCommand(usage, async () => {
  await buildWeb(root, console.log);
  const { folder, startBytes, totalBytes } = await bundleFunctions(root);
  const toKb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log('The page is in web/dist.');
  console.log(
    `The functions are bundled in ${folder}: ${toKb(startBytes)} read at the start, ${toKb(totalBytes)} in all.`,
  );
  console.log('docs/operations.md says how to deploy them.');
});
