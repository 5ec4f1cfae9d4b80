import type { Limited } from '../limits.js';

/** What a module has more of than can be done in any bearable time. */
export interface LimitDiagnosticParams {
  'limit.exceeded': { readonly what: Limited; readonly count: number; readonly most: number };
}
