import type { Writable } from 'node:stream';
import { FileProblem, toFileProblem } from './file-problem.js';

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

/** Bytes that are taken of one input at most. */
export const MOST_BYTES = 2 ** 30;

/**
 * Everything that comes on a stream, `-` being standard input.
 * @throws FileProblem `too-large` as soon as there is more than `most`: a device may never end.
 */
export async function readAll(
  stream: AsyncIterable<Uint8Array>,
  name = '-',
  most: number = MOST_BYTES,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) throw new FileProblem('too-large', name);
    chunks.push(chunk);
  }
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
