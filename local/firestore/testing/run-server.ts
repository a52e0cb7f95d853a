import { pino } from 'pino';
import { createFirestoreServer } from '../firestore-server.ts';
import { verifyUnsigned } from './verify-unsigned.ts';

// A server in a process of its own, for tests that kill it: run-server.ts <port> <file> <rules file>
const [port = '0', file = ':memory:', rulesFile = ''] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const server = await createFirestoreServer({
  port: Number(port),
  file,
  rulesFile,
  indexesFile: null,
  verifyToken: verifyUnsigned,
  logger,
});
process.stdout.write(`${server.port}\n`);
