/**
 * A text of at most so many characters: itself, or its beginning and an ellipsis.
 *
 * > Range of Mortgage Rates (%)      → "Range of…" for 9
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const end = isHalf(text.charCodeAt(most - 2)) ? most - 2 : most - 1
  return `${text.slice(0, end)}…`
}

/** The first of the two codes that a character beyond U+FFFF takes; it is nothing without the second. */
function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
