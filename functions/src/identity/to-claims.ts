import { type Claims, claimsSchema, roleSchema } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import type { SsoClaims } from './verify-sso-token.ts';

/** Firebase refuses custom claims whose JSON is longer. */
const maxClaimsLength = 1_000;

/**
 * Roles and warehouses of a person, from the SSO's claims. Roles that this product does not know are ignored.
 * @param accessContact whom to ask for a role, as it reads in a sentence.
 * @param signIn when it began, and when it is over.
 * @throws CodedError no_role when no role or no warehouse is left, forbidden when there are too many for a token.
 */
export function toClaims(
  sso: SsoClaims,
  accessContact: string,
  signIn: { issuedAt: Date; until: Date },
): Claims {
  const known = roleSchema.options.filter((role) => sso.inventory_roles.includes(role));
  const warehouses = sso.inventory_warehouses.includes('*')
    ? 'all'
    : [...new Set(sso.inventory_warehouses)].filter((id) => id !== '').sort();
  if (known.length === 0) {
    throw new CodedError('no_role', `Your account has no role in Tallyboard. Ask ${accessContact}.`);
  }
  if (warehouses.length === 0) {
    throw new CodedError('no_role', `Your account has no warehouse assigned. Ask ${accessContact}.`);
  }
  const times = { issuedAt: signIn.issuedAt.getTime(), until: signIn.until.getTime() };
  const claims = { roles: known, warehouses, displayName: toDisplayName(sso), ...times };
  if (JSON.stringify(claims).length > maxClaimsLength) {
    const sentence = `Your account lists too many warehouses (${warehouses.length}) for a sign-in. Ask ${accessContact}.`;
    throw new CodedError('forbidden', sentence);
  }
  return claimsSchema.parse(claims);
}

const maxNameLength = 100;

/** The name, else the part of the email address before the `@`, else a word that is always right. */
export function toDisplayName(sso: SsoClaims): string {
  const name = sso.name?.trim() || sso.email?.split('@')[0] || 'Colleague';
  return name.slice(0, maxNameLength);
}
