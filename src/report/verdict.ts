import { gapOf, isOptimal, type Certified } from '../domain/certificate.js';
import type { Words } from './words.js';

/** How near a figure is to the least possible one: `optimal (proved)`, `+0.4 %`. */
export function verdict(certified: Certified, words: Words): string {
  return isOptimal(certified) ? words.optimal : words.above(gapOf(certified));
}
