import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths of test files, those that take longest first: the pages that are followed, then whatever else starts the program. */
const LONG = ['/test/e2e/walkthrough', '/test/e2e/'];

/**
 * Starts the files that take longest first, so that no worker is left with one of them while the others are out of work. Vitest does so
 * itself from the second run on; in a new clone it knows no durations.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

function rankOf(path: string): number {
  const rank = LONG.findIndex((part) => path.includes(part));
  return rank < 0 ? LONG.length : rank;
}
