// Writes src/engine/thresholds.ts: acceptance thresholds −ln(u) at the midpoints of 1,024 equal slices of (0, 1), in units
// of 1/65536. They are constants of the source tree because the last bit of Math.log differs between engines.
import { writeFileSync } from 'node:fs';

const SLICES = 1024;
const UNIT = 65536;
const values = Array.from({ length: SLICES }, (_, slice) => Math.round(-Math.log((slice + 0.5) / SLICES) * UNIT));
const lines = [];
for (let i = 0; i < SLICES; i += 16) lines.push(`  ${values.slice(i, i + 16).join(', ')},`);
const text = `// Written by scripts/write-thresholds.js.

/**
 * Metropolis acceptance without a logarithm: a worsening of d is accepted at temperature t when d ≤ t · threshold, the
 * threshold being drawn uniformly from this table (Kirkpatrick, Gelatt and Vecchi 1983; −ln u for u uniform in (0, 1)).
 * Integers in units of 1/${UNIT}.
 */
// oxfmt-ignore
export const THRESHOLDS: readonly number[] = [
${lines.join('\n')}
];

export const THRESHOLD_UNIT = ${UNIT};
`;
writeFileSync(new URL('../src/engine/thresholds.ts', import.meta.url), text);
