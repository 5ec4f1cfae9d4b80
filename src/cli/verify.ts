import { listFilesBelow } from '../node/folder-state.js';
import { verifyReport } from '../report/verify-report.js';
import { hasError } from '../domain/diagnostic.js';
import { toJson, type Status } from '../usecases/json-result.js';
import { countStates, verifyJson } from '../usecases/verify-json.js';
import { verify, type Verification } from '../usecases/verify.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { createFileSource } from './file-source.js';
import { createInputFinder } from './plan-inputs.js';
import type { Run } from './program.js';
import { startReplay } from './search-run.js';
import { VERSION } from './version.js';
import { withConsole } from './with-console.js';

const STATUS_OF: Readonly<Partial<Record<ExitCode, Status>>> = {
  [EXIT.done]: 'done',
  [EXIT.input]: 'input-wrong',
  [EXIT.broken]: 'different',
};

/** `verify`: a plan compared with its manifest, its inputs and what is made of them again; exit 5 where anything differs. */
export const run: Run<readonly (string | undefined)[]> = withConsole(async ([out = 'out', module], flags, console) => {
  const folder = out.endsWith('/') ? out : `${out}/`;
  const source = createFileSource(console);
  const { means, interruption } = await startReplay(flags, console);
  const verification = await verify({
    folder,
    outputs: (name) => source(`${folder}${name}`),
    present: await listFilesBelow(out),
    findInput: createInputFinder({ out, ...(module === undefined ? {} : { module }) }, source),
    version: VERSION,
    means,
  });
  interruption.release();
  const { diagnostics, madeAgain } = verification;
  const code = exitCodeOf(verification);
  if (flags.json) {
    const status = STATUS_OF[code] ?? 'interrupted';
    await console.print(toJson('verify', status, diagnostics, console.language, verifyJson(out, verification)));
    return code;
  }
  await console.report(diagnostics);
  const { manifest, inputs, outputs } = verification;
  if (manifest === undefined || console.isQuiet) return code;
  const { title, seed, brassage, search } = manifest;
  const figures = {
    title,
    folder: out,
    seed,
    brassage,
    inputs: countStates(inputs),
    outputs: countStates(outputs),
    madeAgain,
    stopped: search.stopped,
    starts: search.starts.length,
    isVerified: code === EXIT.done,
  };
  await console.show(verifyReport(figures, console.language, console.outStyle));
  return code;
});

function exitCodeOf({ manifest, madeAgain, diagnostics }: Verification): ExitCode {
  if (manifest === undefined) return EXIT.input;
  if (madeAgain === 'interrupted') return EXIT.interrupted;
  return hasError(diagnostics) ? EXIT.broken : EXIT.done;
}
