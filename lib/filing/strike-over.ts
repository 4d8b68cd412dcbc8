const BACKSPACE = '\b'

/**
 * A line as it is printed where backspaces set one character over another: the later one counts, but neither `_` nor a
 * blank covers what is printed already.
 *
 * > _␈T_␈o_␈t_␈a_␈l      → Total        underlined
 *   TT␈␈Total            → Total        printed twice, to be bold
 *
 * Lines without backspaces come back as they are.
 */
export function strikeOver(line: string): string {
  if (!line.includes(BACKSPACE)) return line
  const printed: string[] = []
  let at = 0
  for (const character of line) {
    if (character === BACKSPACE) at = Math.max(0, at - 1)
    else {
      const under = printed[at]
      const isCovered = under !== undefined && under !== ' ' && (character === '_' || character === ' ')
      if (!isCovered) printed[at] = character
      at++
    }
  }
  return printed.join('')
}

/** How many backspaces a text holds. */
export function countBackspaces(text: string): number {
  return text.split(BACKSPACE).length - 1
}
