import { expect, test } from 'vitest';
import { leaveOutHeartbeats } from './without-heartbeats.ts';

test('Firebase registers all of its parts but the one that counts days of use', () => {
  const code = `function registerCoreComponents(variant) {
    _registerComponent(new Component('platform-logger', container => new PlatformLoggerServiceImpl(container), "PRIVATE"));
    _registerComponent(new Component('heartbeat', container => new HeartbeatServiceImpl(container), "PRIVATE"));
    registerVersion(name, version, variant);
}
`;
  const left = leaveOutHeartbeats(code, 'app.js');
  expect(left).not.toContain('Heartbeat');
  expect(left).toContain("Component('platform-logger'");
  expect(left).toContain('registerVersion(name');
});

test('a module that registers no heartbeat is not what the plugin was written for', () => {
  expect(() => leaveOutHeartbeats('const a = {};', 'app.js')).toThrow('Firebase has changed');
});
