import type { Role, WarehouseAccess } from '@tallyboard/contract';

/** Who calls, as the verified token says. */
export type Caller = { uid: string; displayName: string; roles: Role[]; access: WarehouseAccess };

/** What a read needs to know of who asks for it. */
export type Reader = Pick<Caller, 'uid' | 'access'>;
