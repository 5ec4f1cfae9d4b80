import { leastOf } from './extremes.js';
import type { Module } from './module.js';

/** How many times what meeting again weighs the lightest attribute is to weigh, for the mix to come first. */
const LIGHTEST = 50;

/** Up to so many modules at once, that is enough. */
const FEW_MODULES = 4;

/**
 * What meeting again weighs, see `meetingPrice`: as the settings say; else a fiftieth of the lightest weight of the mix, so that hardly any mix
 * is given for it, and 1 at least.
 */
export function historyWeightOf({ settings, balance }: Pick<Module, 'settings' | 'balance'>): number {
  return settings.historyWeight ?? Math.max(1, Math.floor((lightestOf(balance) ?? 0) / LIGHTEST));
}

/**
 * What the weights of the mix are to be multiplied with for it to come before meeting again in so many modules: 1 where they are heavy enough, or where
 * the settings say what meeting again weighs. The more modules, the more pairs meet again at once, and the oftener.
 */
export function mixFactorOf(module: Pick<Module, 'settings' | 'balance'>, moduleCount: number): number {
  const lightest = lightestOf(module.balance);
  if (module.settings.historyWeight !== undefined || lightest === undefined) return 1;
  return Math.max(
    1,
    Math.ceil((LIGHTEST * Math.max(1, moduleCount / FEW_MODULES) * historyWeightOf(module)) / lightest),
  );
}

function lightestOf(balance: Module['balance']): number | undefined {
  const weights = [...balance.values()].filter((weight) => weight > 0);
  return weights.length === 0 ? undefined : leastOf(weights);
}
