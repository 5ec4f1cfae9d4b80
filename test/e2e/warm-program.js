import { Readable, Writable } from 'node:stream';

// Runs the built program again and again in one process: a message holds what a shell would have given it, another one how it ended.
const MAIN = new URL('../../dist/cli/main.js', import.meta.url).href;
let runs = 0;

process.on('message', (asked) => void run(asked));
process.on('disconnect', () => process.exit());

async function run({ program, args, stdin, env, cwd }) {
  const before = { ...process.env };
  const [stdout, stderr] = [collect(), collect()];
  process.chdir(cwd);
  Object.assign(process.env, env);
  process.argv = [process.execPath, program, ...args];
  replace('stdin', Readable.from(stdin.length > 0 ? [Buffer.from(stdin)] : []));
  replace('stdout', stdout.stream);
  replace('stderr', stderr.stream);
  runs += 1;
  // What it imports is there already; the module itself, which runs the command line when it is evaluated, has another name each time.
  await import(`${MAIN}?run=${runs}`);
  for (const name of Object.keys(env)) delete process.env[name];
  Object.assign(process.env, before);
  process.send({ code: process.exitCode, stdout: stdout.text(), stderr: stderr.text() });
}

/** Puts a stream in the place of one of the process's own. */
function replace(name, value) {
  Object.defineProperty(process, name, { value, configurable: true });
}

/** A stream that keeps what is written, as a pipe's reader would have it. */
function collect() {
  const chunks = [];
  const write = (chunk, _encoding, done) => {
    chunks.push(chunk);
    done();
  };
  return { stream: new Writable({ write }), text: () => Buffer.concat(chunks).toString('utf8') };
}
