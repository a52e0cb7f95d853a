// Preloaded into a function's process: functions-framework listens on every interface and has no option for it. On
// this machine nobody else may reach the function.
import { Server } from 'node:net';

const { listen } = Server.prototype;

Object.defineProperty(Server.prototype, 'listen', {
  configurable: true,
  writable: true,
  value(this: Server, first: unknown, ...rest: unknown[]) {
    const isPort = typeof first === 'number' || typeof first === 'string';
    const target = isPort ? { port: Number(first), host: '127.0.0.1' } : first;
    return Reflect.apply(listen, this, [target, ...rest]);
  },
});
