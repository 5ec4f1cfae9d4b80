/** Starts of a search that follow one another: `count` of them from number `first`. */
export interface StartRange {
  readonly first: number;
  readonly count: number;
}

/** One of several equal parts of the starts, for a machine of its own. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/**
 * The starts of one shard: neighbours, so that every shard has starts of every kind (their kind goes by their number), the numbers of two
 * shards differing by one at most. All shards together are the range, each start in one of them; empty where there are more shards
 * than starts.
 */
export function sliceOf({ first, count }: StartRange, { index, of }: Shard): StartRange {
  // Quotient and remainder apart: the product of two large numbers would not be exact.
  const [least, larger] = [Math.floor(count / of), count % of];
  return { first: first + (index - 1) * least + Math.min(index - 1, larger), count: least + (index <= larger ? 1 : 0) };
}

/** Start numbers as ranges, in order, each number once. */
export function toRanges(starts: Iterable<number>): readonly StartRange[] {
  const ranges: { first: number; count: number }[] = [];
  for (const start of [...new Set(starts)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last.first + last.count === start) last.count++;
    else ranges.push({ first: start, count: 1 });
  }
  return ranges;
}

/** What of a range is in none of some others, given in order and apart as by {@link toRanges}. */
export function gapsIn({ first, count }: StartRange, covered: readonly StartRange[]): readonly StartRange[] {
  const gaps: StartRange[] = [];
  const end = first + count;
  let next = first;
  for (const range of covered) {
    const until = Math.min(range.first, end);
    if (until > next) gaps.push({ first: next, count: until - next });
    next = Math.max(next, range.first + range.count);
  }
  return next < end ? [...gaps, { first: next, count: end - next }] : gaps;
}

/** As `--starts` takes it, where `4` would be four starts: `4..7`, `4..4`. */
export function rangeFlag({ first, count }: StartRange): string {
  return `${first}..${first + count - 1}`;
}

/** As people read it: `4..7`; `4` for a single one. */
export function rangeText({ first, count }: StartRange): string {
  return count === 1 ? String(first) : rangeFlag({ first, count });
}
