import { readUsage } from './process-usage.ts';

// Preloaded into a function's process: it answers the process that started it, so that a benchmark can tell what the
// function used apart from the servers around it.
process.on('message', (message) => {
  if (message === 'usage') process.send?.({ usage: readUsage() });
});
process.channel?.unref();
