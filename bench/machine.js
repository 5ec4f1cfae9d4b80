// What every bench prints first: seconds mean nothing without the machine and the versions.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** `brassage 0.1.0 · Node v20.20.2 · 2 × …` */
export function describeMachine() {
  return `brassage ${version} · Node ${process.version} · ${cpus().length} × ${cpus()[0].model.trim()}`;
}

/** The value in the middle. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
