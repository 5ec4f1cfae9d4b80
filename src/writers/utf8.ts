const ENCODER = new TextEncoder();

/** The bytes of a text in UTF-8 (RFC 3629); a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Parts of a file as one piece. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Sets a text down in UTF-8 from `at` on, where there must be room for three bytes a UTF-16 unit; the place after it. For texts of
 * a few letters, which `TextEncoder.encodeInto` takes longer to be called for than to encode.
 */
export function putUtf8(text: string, into: Uint8Array, at: number): number {
  let to = at;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) into[to++] = unit;
    else if (unit < 0x800) {
      into[to++] = 0xc0 | (unit >> 6);
      into[to++] = 0x80 | (unit & 0x3f);
    } else return to + ENCODER.encodeInto(text.slice(index), into.subarray(to)).written;
  }
  return to;
}
