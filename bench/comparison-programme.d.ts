import type { Group } from '../src/domain/group.js';
import type { Programme } from '../src/domain/module.js';

/** Half-days on which each witness is free, apart by a space. */
export const AVAILABLE: Readonly<Record<string, string>>;

export function comparisonProgramme(
  availableOf?: Readonly<Record<string, string>>,
  smallest?: number,
): { readonly programme: Programme; readonly groups: readonly Group[] };
