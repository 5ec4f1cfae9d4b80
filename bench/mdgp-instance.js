// The MDGPLIB format: `people groups ss|ds`, then the least and the most people of each group; then `i j distance` lines, people
// numbered from 0, each pair once.

/** A file that is not in the format; the message names the line. */
export class MalformedInstance extends Error {}

/**
 * @param {string} text
 * @param {string} name For messages.
 * @param {string} [header] A first line to take instead of the file's own: other sizes over the same distances.
 */
export function readInstance(text, name, header) {
  const lines = text.split(/\r\n|\n|\r/);
  const fail = (line, expected) => {
    throw new MalformedInstance(`${name}:${line}: ${expected}; read "${(lines[line - 1] ?? '').slice(0, 60)}"`);
  };
  const { people, sizes } = readHeader(header ?? lines[0], (expected) => fail(1, expected));
  const distances = new Float64Array(people * people).fill(NaN);
  let pairs = 0;
  for (let at = 1; at < lines.length; at++) {
    const fields = lines[at].trim().split(/\s+/);
    if (fields[0] === '') continue;
    const [i, j, distance] = fields.map(Number);
    const isPerson = (value) => Number.isInteger(value) && value >= 0 && value < people;
    if (fields.length !== 3 || !isPerson(i) || !isPerson(j) || i === j || !Number.isFinite(distance))
      fail(at + 1, `two different people from 0 to ${people - 1} and their distance expected`);
    if (!Number.isNaN(distances[i * people + j])) fail(at + 1, `people ${i} and ${j} have a distance already`);
    distances[i * people + j] = distance;
    distances[j * people + i] = distance;
    pairs++;
  }
  const expected = (people * (people - 1)) / 2;
  if (pairs !== expected) fail(lines.length, `${expected} distances expected, ${pairs} found before the end`);
  for (let i = 0; i < people; i++) distances[i * people + i] = 0;
  return { people, sizes, distances };
}

function readHeader(line, fail) {
  const fields = (line ?? '').trim().split(/\s+/);
  const [people, groups] = fields.map(Number);
  if (
    !Number.isInteger(people) ||
    !Number.isInteger(groups) ||
    people < 1 ||
    groups < 1 ||
    !/^[sd]s$/.test(fields[2] ?? '')
  )
    fail('people, groups and ss or ds expected');
  const limits = fields.slice(3).map(Number);
  if (limits.length !== 2 * groups || !limits.every((limit) => Number.isInteger(limit) && limit >= 0))
    fail(`the least and the most people of ${groups} groups expected, ${2 * groups} whole numbers`);
  const sizes = Array.from({ length: groups }, (_, group) => ({ min: limits[2 * group], max: limits[2 * group + 1] }));
  return { people, sizes };
}
