import { describe, expect, it } from 'vitest';
import { toClaims } from './to-claims.ts';
import { toUid } from './to-uid.ts';

const signIn = { issuedAt: new Date('2026-11-23T00:00:00Z'), until: new Date('2026-11-23T12:00:00Z') };
const sso = {
  iss: 'https://sso.example',
  sub: '1',
  name: ' Maya Lindqvist ',
  inventory_roles: ['warehouse_manager'],
  inventory_warehouses: ['WH-NORTH'],
};

describe('toClaims', () => {
  it('gives a manager the listed warehouses, once each and sorted', () => {
    const claims = toClaims(
      { ...sso, inventory_warehouses: ['WH-B', 'WH-A', 'WH-B', ''] },
      'the administrator',
      signIn,
    );
    expect(claims).toEqual({
      roles: ['warehouse_manager'],
      warehouses: ['WH-A', 'WH-B'],
      displayName: 'Maya Lindqvist',
      issuedAt: signIn.issuedAt.getTime(),
      until: signIn.until.getTime(),
    });
  });

  it('reads a star as all warehouses, whatever else is listed', () => {
    expect(toClaims({ ...sso, inventory_warehouses: ['WH-A', '*'] }, 'x', signIn).warehouses).toBe('all');
  });

  it('keeps the roles it knows and ignores the others', () => {
    expect(toClaims({ ...sso, inventory_roles: ['forklift', 'analyst'] }, 'x', signIn).roles).toEqual([
      'analyst',
    ]);
  });

  it.each([[[]], [['forklift']], [['Analyst']]])(
    'refuses the roles %j as no role, and says whom to ask',
    (roles) => {
      expect(() => toClaims({ ...sso, inventory_roles: roles }, 'Iris in IT', signIn)).toThrow(
        expect.objectContaining({ code: 'no_role', message: expect.stringContaining('Ask Iris in IT') }),
      );
    },
  );

  it('refuses a person without a warehouse', () => {
    expect(() => toClaims({ ...sso, inventory_warehouses: [] }, 'x', signIn)).toThrow(
      expect.objectContaining({ code: 'no_role' }),
    );
  });

  it('refuses more warehouses than a Firebase token can carry', () => {
    const many = Array.from({ length: 200 }, (_, index) => `WH-${index}`);
    expect(() => toClaims({ ...sso, inventory_warehouses: many }, 'x', signIn)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('addresses a person without a name by the email address', () => {
    const { displayName } = toClaims({ ...sso, name: ' ', email: 'maya@example.com' }, 'x', signIn);
    expect(displayName).toBe('maya');
  });
});

describe('toUid', () => {
  it('is stable, and differs by issuer and by subject', () => {
    const uid = toUid('https://sso.example', '1');
    expect(uid).toBe(toUid('https://sso.example', '1'));
    expect(uid).toMatch(/^sso-[A-Za-z0-9_-]{43}$/);
    expect(new Set([uid, toUid('https://other.example', '1'), toUid('https://sso.example', '2')]).size).toBe(
      3,
    );
  });
});
