import type { Change } from '../../domain/diagnostics/change.js';

/** One sentence per message code: words only, no logic beyond plural and number forms. */
export type Catalogue<Params> = { readonly [Code in keyof Params]: (params: Params[Code]) => string };

/** One phrase per kind of change, to follow "Maybe". */
export type ChangeWords = { readonly [Kind in Change['kind']]: (change: Extract<Change, { kind: Kind }>) => string };
