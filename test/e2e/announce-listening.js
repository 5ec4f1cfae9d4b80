import { writeSync } from 'node:fs';

// Loaded before the program: tells the test, on file descriptor 3, that a signal would now be heard.
process.on('newListener', (name) => {
  if (name === 'SIGTERM') setImmediate(() => writeSync(3, 'listening'));
});
