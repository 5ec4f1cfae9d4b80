// Writes man/brassage.1 from the command tree that was built. A test holds that the page in the repository is this one.
import { mkdir, writeFile } from 'node:fs/promises';
import { manualPage } from '../dist/cli/manual-page.js';
import { createProgram } from '../dist/cli/program.js';
import { VERSION } from '../dist/cli/version.js';
import { cliWordsInEnglish } from '../dist/cli/words/en.js';

const folder = new URL('../man/', import.meta.url);
await mkdir(folder, { recursive: true });
const program = createProgram(VERSION, cliWordsInEnglish, () => undefined);
await writeFile(new URL('brassage.1', folder), manualPage(program, VERSION, cliWordsInEnglish.help));
