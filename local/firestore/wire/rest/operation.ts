import type { Access } from '../../access.ts';
import type { Caller, Context } from '../context.ts';

export type RestRequest = {
  /** `projects/p/databases/d` */
  database: string;
  /** The whole name in the address: a document, a collection, or `…/documents`. */
  name: string;
  params: URLSearchParams;
  body: unknown;
  caller: Caller;
  access: Access;
};

/** Returns the reply's JSON, or throws a FirestoreError. Nothing here waits: one request is one moment. */
export type Operation = (context: Context, request: RestRequest) => unknown;
