import { fold } from '../domain/fold.js';

/** A line that counts people: a word for it, and a number or nothing. */
const TOTAL =
  /^(?:sous )?(?:total|totaux|effectifs?|nombre|somme|count|subtotal|sum)(?: (?:general|d eleves|eleves|inscrits|de personnes|of pupils))?[ :=]*\d*$/;

/** Whether the first text of a roster's row says that it counts people. */
export function isTotal(text: string): boolean {
  return TOTAL.test(fold(text));
}
