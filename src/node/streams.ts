import type { Writable } from 'node:stream';
import { toFileProblem } from './file-problem.js';

/**
 * Writes a text whole, or part by part, waiting where the reader is slow.
 * @throws FileProblem `not-writable` at `-` when the stream takes no more (a full disk behind a redirection).
 */
export async function writeText(stream: Writable, text: string | Uint8Array | Iterable<Uint8Array>): Promise<void> {
  for (const part of typeof text === 'string' || text instanceof Uint8Array ? [text] : text) {
    await new Promise<void>((resolve, reject) => {
      stream.write(part, (error) => (error ? reject(toFileProblem(error, '-', 'writing')) : resolve()));
    });
  }
}

/** Everything that comes on standard input. */
export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * A reader that closes the pipe early (`| head`) ends the program silently, as it ends any other filter. Any other error of
 * the streams is left to {@link writeText}, whose promise it rejects.
 */
export function endOnClosedPipe(streams: readonly Writable[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(0);
    });
  }
}
