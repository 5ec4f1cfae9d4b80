import { InvalidArgumentError } from 'commander';
import { sliceOf, type Shard, type StartRange } from '../domain/start-range.js';
import type { SearchOptions } from '../usecases/search-options.js';
import { UsageError } from './exit-codes.js';
import type { ExpectedWords } from './words/words.js';

/** What the flags say of the starts of a search. */
export interface StartFlags {
  readonly starts?: StartRange;
  readonly shard?: Shard;
}

/** `--starts`: a number of starts, counted from 0, or a range of start numbers with both its ends. */
export function startsParser({ starts: expected }: ExpectedWords): (text: string) => StartRange {
  return (text) => {
    const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(text) ?? [
      undefined,
      '0',
      /^\d+$/.test(text) ? Number(text) - 1 : '',
    ];
    const count = last === '' ? 0 : Number(last) - Number(first) + 1;
    if (count >= 1 && Number.isSafeInteger(Number(last) + 1)) return { first: Number(first), count };
    throw new InvalidArgumentError(expected);
  };
}

/** `--shard`: which part of how many. */
export function shardParser({ shard: expected }: ExpectedWords): (text: string) => Shard {
  return (text) => {
    const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
    if (index >= 1 && index <= of && Number.isSafeInteger(of)) return { index, of };
    throw new InvalidArgumentError(expected);
  };
}

/**
 * The starts that this run is to make.
 * @throws UsageError for a shard of nothing, and for more shards than starts: that is seen on every machine alike, before any of them has
 * worked.
 */
export function startsOf({ starts, shard }: StartFlags): Pick<SearchOptions, 'starts' | 'first'> {
  if (shard !== undefined && starts === undefined) throw new UsageError((words) => words.shardAlone);
  if (starts === undefined) return {};
  if (shard !== undefined && shard.of > starts.count)
    throw new UsageError((words) => words.tooManyShards(shard, starts));
  const { first, count } = shard === undefined ? starts : sliceOf(starts, shard);
  return { starts: count, first };
}
