import { writeSync } from 'node:fs';

// Loaded before the program: tells the test, on file descriptor 3, how far it has come. The signs are those of run-cli.ts.
const told = new Set();

function tell(sign) {
  if (!told.has(sign)) writeSync(3, `${sign}\n`);
  told.add(sign);
}

process.on('newListener', (name) => {
  if (name === 'SIGTERM') setImmediate(() => tell('listening'));
});

process.on('worker', (worker) => {
  worker.on('message', (message) => {
    if (message.kind === 'progress' && message.best.hard === 0) tell('settled');
    if (message.isLast === false) tell('proving');
  });
});
