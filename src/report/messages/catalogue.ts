/** One sentence per message code: words only, no logic beyond plural and number forms. */
export type Catalogue<Params> = { readonly [Code in keyof Params]: (params: Params[Code]) => string };
