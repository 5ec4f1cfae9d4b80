import type { Certificate, ProofRecord } from '../domain/certificate.js';
import { isEqual, toNumber } from '../domain/fraction.js';
import type { Words } from './words.js';

/** What `--prove` did, in a line; none where no proof was tried. */
export function proofLines({ proof, total }: Certificate, words: Words): readonly string[] {
  if (proof === undefined) return [];
  const { outcome, nodes, start, reached } = proof;
  const betters = isEqual(start.value, reached.value)
    ? []
    : [
        isEqual(total.value, reached.value)
          ? words.betterFound(toNumber(start.value), toNumber(reached.value))
          : words.betterExists(toNumber(reached.value)),
      ];
  const parts = [...betters, ...boundChange(proof, words), words.proofEnded(outcome, nodes)];
  return [`${words.proof}  ${parts.join(' · ')}`];
}

function boundChange({ outcome, start, reached }: ProofRecord, words: Words): readonly string[] {
  if (!isEqual(start.bound, reached.bound)) return [words.boundRaised(toNumber(start.bound), toNumber(reached.bound))];
  return outcome === 'optimal' ? [] : [words.boundUnchanged];
}
