import { z } from 'zod';

export const roleSchema = z.enum(['warehouse_manager', 'analyst']);
export type Role = z.infer<typeof roleSchema>;

/** Which warehouses a person may see: `'all'`, or ids. Never empty. */
export const warehouseAccessSchema = z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]);
export type WarehouseAccess = z.infer<typeof warehouseAccessSchema>;

/** `users/{uid}` */
export const userSchema = z.object({
  uid: z.string(),
  displayName: z.string(),
  email: z.string().nullable(),
  roles: z.array(roleSchema),
  warehouses: warehouseAccessSchema,
  lastSeenAt: z.date(),
});
export type User = z.infer<typeof userSchema>;

/** `users/{uid}/usage/queries`: the sliding hour. A question counts from the moment it was accepted. */
export const queryUsageSchema = z.object({
  limit: z.number().int().positive(),
  windowMs: z.number().int().positive(),
  askedAt: z.array(z.date()),
  /** Not in what was written before there was one. */
  expiresAt: z.date().optional(),
});
export type QueryUsage = z.infer<typeof queryUsageSchema>;

/** `users/{uid}/usage/bytes-{day}`: what a person's reads of a day (UTC) were billed. */
export const byteUsageSchema = z.object({
  day: z.iso.date(),
  /** Below zero where someone removed the document while turns ran, which gave back to a new one what they had set aside. */
  bytes: z.number().int(),
  /** Ids of the last times that a running turn set more aside: one whose commit was not answered finds its own. */
  reservations: z.array(z.string()).optional(),
  expiresAt: z.date(),
});
export type ByteUsage = z.infer<typeof byteUsageSchema>;

/** `usedSignIns/{tokenId}`: an ID token of the SSO that was exchanged, kept for as long as it could be sent again. */
export const usedSignInSchema = z.object({
  uid: z.string(),
  usedAt: z.date(),
  /** Of the request that exchanged it: one whose commit was not answered finds its own. */
  exchangeId: z.string().optional(),
  expiresAt: z.date(),
});
export type UsedSignIn = z.infer<typeof usedSignInSchema>;

/** Custom claims of the Firebase token, set at sign-in from the inventory system's claims. */
export const claimsSchema = z.object({
  roles: z.array(roleSchema).min(1),
  warehouses: warehouseAccessSchema,
  /** How to address the person. */
  displayName: z.string().max(100).optional(),
  /**
   * When the function issued them, in epoch milliseconds. `auth_time` is of the exchange at Firebase, which takes a custom token
   * again and again for an hour, also after the person was signed out.
   */
  issuedAt: z.number().int(),
  /** When the sign-in is over, in epoch milliseconds: neither the functions nor Firestore's rules let anything be read from then on. */
  until: z.number().int(),
});
export type Claims = z.infer<typeof claimsSchema>;
