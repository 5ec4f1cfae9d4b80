/** Levels one after the other, in half the memory where their numbers are small. */
export type LevelList = Uint16Array | Int32Array;

/** Bins to fill evenly with people: groups, or blocks of groups. Bins of one row are alike. */
export interface BinsInput {
  /** Person p holds the levels `levels[levelStart[p]] … levels[levelStart[p + 1] − 1]`, ascending. */
  readonly levelStart: Int32Array;
  readonly levels: LevelList;
  readonly levelCount: number;
  /** Levels that everybody holds, one of each attribute in their order; 0 where lists differ in length. */
  readonly width: number;
  /** People of bin b at first: `binStart[b] … binStart[b + 1] − 1`. */
  readonly binStart: Int32Array;
  /** By level: by how much each further holder in a bin costs more than the one before. */
  readonly curvature: Float64Array;
  /** Row of each bin in the tables below. */
  readonly rowOf: Int32Array;
  /** By row and level: curvature times the share wanted. */
  readonly pull: Float64Array;
  /** By row and level: the counts between which nothing is to be gained. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Bins in the making, every count up to date. */
export interface Bins {
  readonly binOf: Int32Array;
  /** The people of bin b are `members[binStart[b]] … members[binStart[b + 1] − 1]`. */
  readonly members: Int32Array;
  readonly binStart: Int32Array;
  /** Holders by bin and level. */
  readonly counts: Int32Array;
  readonly rowOf: Int32Array;
  /** Change of the price when two people of different bins are exchanged. */
  readonly delta: (p: number, q: number) => number;
  /** The same for two people who differ in that attribute alone. */
  readonly deltaWithin: (attribute: number, p: number, q: number) => number;
  readonly swap: (p: number, q: number) => void;
  /** Levels of a bin whose count is not between low and high. */
  readonly offCounts: Int32Array;
  /** The first such level of a bin that is off, in a round that begins at that level. */
  readonly offLevel: (bin: number, level: number) => number;
  /** Whether the bin has too many holders of a level. */
  readonly isOver: (bin: number, level: number) => boolean;
  readonly holds: (p: number, level: number) => boolean;
}

/** Starts the bins on the people who sit in them at first. */
export function createBins(input: BinsInput): Bins {
  const { levelStart, levels, levelCount, width, binStart, curvature, rowOf, pull, low, high } = input;
  const binCount = binStart.length - 1;
  const peopleCount = levelStart.length - 1;
  const binOf = new Int32Array(peopleCount);
  const seatOf = new Int32Array(peopleCount);
  const members = new Int32Array(peopleCount);
  const counts = new Int32Array(binCount * levelCount);
  for (let bin = 0; bin < binCount; bin++) {
    for (let p = binStart[bin]; p < binStart[bin + 1]; p++) {
      binOf[p] = bin;
      seatOf[p] = p;
      members[p] = p;
      for (let i = levelStart[p]; i < levelStart[p + 1]; i++) counts[bin * levelCount + levels[i]]++;
    }
  }
  const isOffAt = (bin: number, level: number, held: number): boolean => {
    const entry = rowOf[bin] * levelCount + level;
    return held < low[entry] || held > high[entry];
  };
  const offCounts = new Int32Array(binCount);
  for (let bin = 0; bin < binCount; bin++) {
    for (let level = 0; level < levelCount; level++) {
      const cell = bin * levelCount + level;
      if (isOffAt(bin, level, counts[cell])) offCounts[bin]++;
    }
  }

  /** What it costs when a holder of level a goes from one bin to the other, and a holder of b comes back. */
  function exchange(from: number, to: number, a: number, b: number): number {
    const [x, y] = [from * levelCount, to * levelCount];
    const moved =
      curvature[a] * (counts[y + a] - counts[x + a] + 1) + curvature[b] * (counts[x + b] - counts[y + b] + 1);
    if (rowOf[from] === rowOf[to]) return moved;
    const [own, other] = [rowOf[from] * levelCount, rowOf[to] * levelCount];
    return moved + pull[own + a] - pull[other + a] + pull[other + b] - pull[own + b];
  }

  /** What it costs when a holder of a level goes, and nobody comes back. */
  function move(from: number, to: number, level: number): number {
    const moved = curvature[level] * (counts[to * levelCount + level] - counts[from * levelCount + level] + 1);
    return moved + pull[rowOf[from] * levelCount + level] - pull[rowOf[to] * levelCount + level];
  }

  /** Lists of one length: a level of one is met by that of the same attribute of the other. */
  function deltaOfRows(p: number, q: number): number {
    let sum = 0;
    for (let i = p * width, j = q * width; i < (p + 1) * width; i++, j++) {
      if (levels[i] !== levels[j]) sum += exchange(binOf[p], binOf[q], levels[i], levels[j]);
    }
    return sum;
  }

  /** Lists of any length are merged, and what both hold stays where it is. */
  function deltaOfLists(p: number, q: number): number {
    const from = binOf[p];
    const to = binOf[q];
    let sum = 0;
    let i = levelStart[p];
    let j = levelStart[q];
    while (i < levelStart[p + 1] || j < levelStart[q + 1]) {
      const a = i < levelStart[p + 1] ? levels[i] : levelCount;
      const b = j < levelStart[q + 1] ? levels[j] : levelCount;
      if (a <= b) i++;
      if (b <= a) j++;
      if (a < b) sum += move(from, to, a);
      else if (b < a) sum += move(to, from, b);
    }
    return sum;
  }

  function deltaOfCell(attribute: number, p: number, q: number): number {
    const a = levels[p * width + attribute];
    const b = levels[q * width + attribute];
    return a === b ? 0 : exchange(binOf[p], binOf[q], a, b);
  }

  function offLevel(bin: number, level: number): number {
    for (let at = level; ;) {
      if (isOffAt(bin, at, counts[bin * levelCount + at])) return at;
      at = at + 1 === levelCount ? 0 : at + 1;
    }
  }

  function holds(p: number, level: number): boolean {
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) if (levels[i] === level) return true;
    return false;
  }

  function count(bin: number, level: number, change: number): void {
    const cell = bin * levelCount + level;
    const before = counts[cell];
    counts[cell] = before + change;
    const isOff = isOffAt(bin, level, before + change);
    if (isOff !== isOffAt(bin, level, before)) offCounts[bin] += isOff ? 1 : -1;
  }

  function swap(p: number, q: number): void {
    const from = binOf[p];
    const to = binOf[q];
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
      count(from, levels[i], -1);
      count(to, levels[i], 1);
    }
    for (let i = levelStart[q]; i < levelStart[q + 1]; i++) {
      count(to, levels[i], -1);
      count(from, levels[i], 1);
    }
    binOf[p] = to;
    binOf[q] = from;
    const seat = seatOf[p];
    seatOf[p] = seatOf[q];
    seatOf[q] = seat;
    members[seatOf[p]] = p;
    members[seatOf[q]] = q;
  }

  return {
    binOf,
    members,
    binStart,
    counts,
    rowOf,
    offCounts,
    delta: width > 0 ? deltaOfRows : deltaOfLists,
    deltaWithin: width > 0 ? deltaOfCell : (_, p, q) => deltaOfLists(p, q),
    offLevel,
    isOver: (bin, level) => counts[bin * levelCount + level] > high[rowOf[bin] * levelCount + level],
    holds,
    swap,
  };
}
