import { Chalk } from 'chalk';
import { PLAIN, type Style } from '../report/style.js';

interface ColorStream {
  readonly isTTY?: boolean;
}

/**
 * The emphasis of a stream. `--no-color` and a non-empty `NO_COLOR` switch colour off, `FORCE_COLOR` other than 0 on, else a terminal
 * decides. See no-color.org and force-color.org.
 */
export function createStyle(stream: ColorStream, wanted: boolean | undefined, env = process.env): Style {
  const isForced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  const isForbidden =
    wanted === false || (env['NO_COLOR'] ?? '') !== '' || env['FORCE_COLOR'] === '0' || env['TERM'] === 'dumb';
  if (isForbidden || !(isForced || stream.isTTY === true)) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  return { strong: chalk.bold, faint: chalk.dim, good: chalk.green, doubtful: chalk.yellow, bad: chalk.red };
}
