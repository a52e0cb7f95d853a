import { expect, test } from 'vitest';
import { moveIntoClasses } from './static-members.ts';

test('constants that are written after a class become its members, and others stay', () => {
  const code = `
class Google extends Base {
  id() {}
}
Google.ID = "google.com" /* Id.GOOGLE */;
Google.open = null;
Google.made = make();
other.ID = 'x';
`;
  expect(moveIntoClasses(code, 'auth.js')).toBe(`
class Google extends Base { static ID = "google.com"; static open = null;
  id() {}
}


Google.made = make();
other.ID = 'x';
`);
});

test('a module without such constants is not what the plugin was written for', () => {
  expect(() => moveIntoClasses('\nclass A {}\n', 'auth.js')).toThrow('Firebase has changed');
});
