/**
 * How many times as many cases as usual property tests try: 1 where the environment does not say otherwise in `BRASSAGE_RUNS`.
 * Throws where what it says is no number above 0.
 */
export const RUNS_FACTOR = readFactor(process.env['BRASSAGE_RUNS']);

/** The number of cases of a property test, of which so many are tried in an ordinary run of the tests; at least one. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * RUNS_FACTOR));
}

function readFactor(text = '1'): number {
  const factor = Number(text);
  if (Number.isFinite(factor) && factor > 0) return factor;
  throw new Error(`BRASSAGE_RUNS is "${text}"; a number above 0 is expected.`);
}
