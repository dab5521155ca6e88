// The checksum of files, FNV-1a, as `corpus::checksum` computes it: of bytes that come in pieces, and as names have it.
export const NO_BYTES = 0x811c9dc5;

export function addToChecksum(sum, bytes) {
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum;
}

export const hexadecimal = (sum) => (sum >>> 0).toString(16).padStart(8, "0");

// As the builder writes it beside a corpus: the file's length, and its sum.
export const checksum = (bytes) => `${bytes.length}-${hexadecimal(addToChecksum(NO_BYTES, bytes))}`;
