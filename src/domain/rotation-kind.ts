/** What a rotation plans: modules over a year, or rounds of one day. */
export type RotationKind = 'module' | 'round';

/** Folder of a module or round in that of the rotation, by its number from 1. */
export function rotationFolder(kind: RotationKind, number: number): string {
  return `${kind}-${number}`;
}

/** Fewest and most that are planned at once. */
export const ROTATION_LIMITS = { least: 2, most: 50 };
