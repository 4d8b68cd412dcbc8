/**
 * A text without those of its last characters that are among the given. A pattern would begin anew at each of a long run
 * of them that something else ends.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
