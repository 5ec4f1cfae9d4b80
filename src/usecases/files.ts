import type { FileFailure } from '../domain/file-failure.js';

/** Where a use case gets its bytes: a name as settings or flags give it, or `-`. */
export type FileSource = (name: string) => Promise<Uint8Array | FileFailure>;

/** Finished files, name to bytes, ready to be written all or none. */
export type OutputFiles = ReadonlyMap<string, Uint8Array>;

/** A file that was read: what a manifest records of it. */
export interface InputRecord {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its source was asked for, where that is not the name. */
  readonly place?: string;
  /** Name under which the plan's folder takes a copy, because the plan replaces the file; absent: it stays where it is. */
  readonly copy?: string;
}
