import { gapOf, type Certified, type ProofRecord } from '../domain/certificate.js';
import type { Fraction } from '../domain/fraction.js';
import type { ManifestProof, ManifestScore, ManifestSearch } from '../domain/manifest.js';
import type { FormedGroups } from './form-groups.js';

/** The certificate in the exact form in which a manifest keeps it. */
export function manifestScore({ certificate, report }: FormedGroups): ManifestScore {
  return scoreOfCertified(certificate.total, report.hard);
}

/** A figure with its bound in that form. */
export function scoreOfCertified(certified: Certified, hard: number): ManifestScore {
  const { value, bound } = certified;
  return { hard, value: exact(value), bound: exact(bound), gap: gapOf(certified).toFixed(6) };
}

/** How the groups were searched for, in the form in which a manifest keeps it. */
export function manifestSearch({ stopped, starts, pieces, certificate }: FormedGroups): ManifestSearch {
  const { proof } = certificate;
  return {
    stopped,
    starts,
    ...(pieces === undefined ? {} : { pieces }),
    ...(proof === undefined ? {} : { proof: manifestProof(proof) }),
  };
}

function manifestProof({ outcome, nodes, told }: ProofRecord): ManifestProof {
  return { outcome, nodes, ...(told === undefined ? {} : { told }) };
}

/** `67`, or `845/12` in lowest terms. */
function exact({ numerator, denominator }: Fraction): string {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  const common = a === 0n ? 1n : a;
  return denominator === common ? String(numerator / common) : `${numerator / common}/${denominator / common}`;
}
