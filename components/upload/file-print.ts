/** What tells a file from others without looking inside: a number made of its path, size and date. */
export function printOf({ file, path }: { file: File; path: string }): string {
  return hash(`${path} ${file.size} ${file.lastModified}`).toString(36)
}

/** Numbers of 52 bits that differ where texts do: cyrb53, as two mixed 32-bit sums. */
function hash(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return 4294967296 * (2097151 & two) + (one >>> 0)
}
