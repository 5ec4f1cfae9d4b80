import { InvalidArgumentError } from 'commander';
import type { Language } from '../domain/settings.js';
import { rangeText, sliceOf, type Shard, type StartRange } from '../domain/start-range.js';
import type { SearchOptions } from '../usecases/search-options.js';
import { UsageError } from './exit-codes.js';

/** What the flags say of the starts of a search. */
export interface StartFlags {
  readonly starts?: StartRange;
  readonly shard?: Shard;
}

/** `--starts`: a number of starts, counted from 0, or a range of start numbers with both its ends. */
export function parseStarts(text: string): StartRange {
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(text) ?? [undefined, '0', /^\d+$/.test(text) ? Number(text) - 1 : ''];
  const count = last === '' ? 0 : Number(last) - Number(first) + 1;
  if (count >= 1 && Number.isSafeInteger(Number(last) + 1)) return { first: Number(first), count };
  throw new InvalidArgumentError('Expected a whole number from 1, or a range of start numbers such as 0..999.');
}

/** `--shard`: which part of how many. */
export function parseShard(text: string): Shard {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of && Number.isSafeInteger(of)) return { index, of };
  throw new InvalidArgumentError('Expected I/K, shard I of K, counted from 1: 1/10 to 10/10 for ten of them.');
}

const REFUSALS: Readonly<Record<Language, { alone: string; tooMany: (shard: Shard, starts: StartRange) => string }>> = {
  en: {
    alone: '--shard needs --starts: which starts are to be shared out, such as --starts 0..999.',
    tooMany: ({ index, of }, starts) =>
      `--shard ${index}/${of}: there are ${starts.count} starts to share out (${rangeText(starts)}), fewer than ${of} shards.`,
  },
  fr: {
    alone: '--shard demande --starts\u00a0: quels départs répartir, par exemple --starts 0..999.',
    tooMany: ({ index, of }, starts) =>
      `--shard ${index}/${of}\u00a0: il y a ${starts.count} départs à répartir (${rangeText(starts)}), moins que ${of} parts.`,
  },
};

/**
 * The starts that this run is to make.
 * @throws UsageError for a shard of nothing, and for more shards than starts: that is seen on every machine alike, before any of them has
 * worked.
 */
export function startsOf({ starts, shard }: StartFlags, language: Language): Pick<SearchOptions, 'starts' | 'first'> {
  if (shard !== undefined && starts === undefined) throw new UsageError(REFUSALS[language].alone);
  if (starts === undefined) return {};
  if (shard !== undefined && shard.of > starts.count) throw new UsageError(REFUSALS[language].tooMany(shard, starts));
  const { first, count } = shard === undefined ? starts : sliceOf(starts, shard);
  return { starts: count, first };
}
