import { describe, expect, it } from 'vitest';
import { PROOF_OUTCOMES, type Certificate, type Certified, type ProofRecord } from '../../src/domain/certificate.js';
import { fraction } from '../../src/domain/fraction.js';
import { proofLines } from '../../src/report/proof-line.js';
import { wordsOf } from '../../src/report/words.js';

const certified = (value: number, bound: number): Certified => ({ value: fraction(value), bound: fraction(bound) });

function certificate(total: Certified, proof?: Partial<ProofRecord>): Certificate {
  const usual = {
    outcome: 'limit',
    nodes: 3,
    limits: { nodes: 9, iterations: 9 },
    start: total,
    reached: total,
  } as const;
  return { total, attributes: [], aims: [], ...(proof === undefined ? {} : { proof: { ...usual, ...proof } }) };
}

describe('the line of a proof', () => {
  it('is absent where none was tried', () => {
    expect(proofLines(certificate(certified(5, 4)), wordsOf('en'))).toEqual([]);
  });

  it('says what was found, raised and proved', () => {
    const proof = { outcome: 'optimal', start: certified(9, 4), reached: certified(5, 5) } as const;
    expect(proofLines(certificate(certified(5, 5), proof), wordsOf('en'))).toEqual([
      'Proof  a better list found: 5.00 instead of 9.00 · bound raised from 4.00 to 5.00 · optimum proved by branch and bound (3 nodes)',
    ]);
  });

  it('speaks of a list judged as of one that another betters', () => {
    const proof = { start: certified(9, 4), reached: certified(5, 4) };
    expect(proofLines(certificate(certified(9, 4), proof), wordsOf('en'))).toEqual([
      'Proof  a better list exists: 5.00 · bound not raised · stopped at its limit (3 nodes)',
    ]);
  });

  it('is in French too, whatever the end', () => {
    for (const outcome of PROOF_OUTCOMES) {
      const [line] = proofLines(certificate(certified(5, 4), { outcome, nodes: 1 }), wordsOf('fr'));
      expect(line).toMatch(/^Preuve {2}.+/);
      expect(line).not.toBe(proofLines(certificate(certified(5, 4), { outcome, nodes: 1 }), wordsOf('en'))[0]);
    }
  });
});
