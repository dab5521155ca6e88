// The checksum of a file as the builder writes it: its length, and FNV-1a as `corpus::checksum` computes it.
export const checksum = (bytes) => {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return `${bytes.length}-${(sum >>> 0).toString(16).padStart(8, "0")}`;
};
