#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

module.enableCompileCache?.();
const main = new URL('../dist/command/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  // A clone in which nothing has been built.
  process.stderr.write(
    'brassage is not built here yet: npm start, or npm run build.\nbrassage n’est pas encore construit ici\u00a0: npm start, ou npm run build.\n',
  );
  process.exitCode = 1;
}
