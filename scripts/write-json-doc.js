// Writes docs/json.md from the schema of what --json prints; with --check only says whether the page is that one already.
import { readFileSync, writeFileSync } from 'node:fs';

const SCHEMA = new URL('../docs/schema/brassage.schema.json', import.meta.url);
const PAGE = new URL('../docs/json.md', import.meta.url);
const TYPES = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false', null: '`null`' };

const { $defs: definitions, anyOf } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const nameOf = ({ $ref }) => $ref.split('/').at(-1);
const linkTo = (name) => `[${name}](#${name.toLowerCase()})`;
const commands = anyOf.map(nameOf);

const page = `# What \`--json\` prints

Every command prints one object on standard output with \`--json\`; exit codes are the same as without. Messages of wrong usage (exit code 2) stay
text on standard error. This page is made from [the schema](schema/brassage.schema.json) (JSON Schema, draft 2020-12), which is shipped in the package as
\`brassage/schema.json\`: \`npm run json-doc\`. Later versions may add fields; those that are here keep their names and meaning.

Times of day are minutes after midnight, days are \`YYYY-MM-DD\`, scores and penalties have the unit of the weights, gaps are shares (0.01 is 1 %). A
field is there unless its line says when it is absent.

## Commands

${commands.map(sectionOf).join('\n')}
## Parts

${Object.keys(definitions)
  .filter((name) => !commands.includes(name))
  .sort()
  .map(sectionOf)
  .join('\n')}`;

if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error('docs/json.md is not what the schema gives: npm run json-doc');
  process.exitCode = 1;
}

function sectionOf(name) {
  const definition = definitions[name];
  const rows = rowsOf(definition, '');
  const parts = (definition.allOf ?? []).map(nameOf);
  const beside =
    parts.length === 0
      ? ''
      : `\nBeside the fields of ${parts.map(linkTo).join(', ')}${rows.length === 0 ? '.' : ':'}\n`;
  const table = rows.length === 0 ? '' : `\n| field | type | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
  return `### ${name}\n\n${definition.description}\n${beside}${table}`;
}

/** Lines of a table: fields of an object, and of the objects in it that have no name of their own. */
function rowsOf({ properties = {} }, path) {
  return Object.entries(properties).flatMap(([name, field]) => {
    const own = `${path}${name}`;
    const meaning = (field.description ?? '').replaceAll('|', '\\|');
    const rows = [`| \`${own}\` | ${typeOf(field)} | ${meaning} |`];
    const items = field.items ?? {};
    const inner = [items, ...(items.anyOf ?? [])].find(({ properties: own }) => own !== undefined);
    return [...rows, ...rowsOf(field, `${own}.`), ...(inner === undefined ? [] : rowsOf(inner, `${own}[].`))];
  });
}

function typeOf(field) {
  if (field.$ref !== undefined) return linkTo(nameOf(field));
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum !== undefined) return field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.anyOf !== undefined) return [...new Set(field.anyOf.map(typeOf))].join(' or ');
  if (field.type === 'array') return `list of ${typeOf(field.items)}`;
  if (field.type === 'object') return 'object';
  return [field.type]
    .flat()
    .map((type) => TYPES[type])
    .join(' or ');
}
