import type { Run } from './drawing.ts'

/** Letters by about how wide a plain sans sets them, in em. A little wide, so that other fonts fit as well. */
const advances: [RegExp, number][] = [
  [/[ .,:;'’|!()[\]ijlI]/, 0.3],
  [/[ftr-]/, 0.4],
  [/[csz]/, 0.55],
  [/[0-9]/, 0.64],
  [/[mwMW%…]/, 0.92],
  [/[A-Z&@–]/, 0.71],
]

/**
 * Font size that room is kept for, in pixels: texts are 12 px, and 13 px of the drawing where a figure is shown narrower
 * than it is drawn, so that they stay legible.
 */
const largestText = 13

/** Width of a text in pixels at a font size, estimated, for nothing can be measured on the server. */
export function textWidth(runs: Run[], size = largestText): number {
  let em = 0
  for (const run of runs) for (const letter of run.text) em += advance(letter)
  return em * size
}

/** Cut a text to a width in pixels by taking out its middle, for names often differ at their ends. */
export function fitText(text: string, width: number, size = largestText): string {
  if (textWidth([{ text }], size) <= width) return text
  for (let kept = text.length - 1; kept > 2; kept--) {
    const head = Math.ceil(kept * 0.6)
    const cut = `${text.slice(0, head).trimEnd()}…${text.slice(text.length - (kept - head)).trimStart()}`
    if (textWidth([{ text: cut }], size) <= width) return cut
  }
  return '…'
}

/** A text in one line, or in two broken at a blank, each cut to the width. */
export function wrapText(text: string, width: number, size = largestText): string[] {
  if (textWidth([{ text }], size) <= width) return [text]
  const blanks = [...text.matchAll(/ /g)].map(({ index }) => index)
  const at = blanks.findLast(blank => textWidth([{ text: text.slice(0, blank) }], size) <= width)
  if (at === undefined) return [fitText(text, width, size)]
  return [text.slice(0, at), fitText(text.slice(at + 1), width, size)]
}

/** A text broken into lines of at most a width in pixels: at blanks, and inside a word that is too long for a line. */
export function breakText(text: string, width: number, size = largestText): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').flatMap(word => splitWord(word, width, size))) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last === undefined || textWidth([{ text: joined }], size) > width) lines.push(word)
    else lines[lines.length - 1] = joined
  }
  return lines
}

function splitWord(word: string, width: number, size: number): string[] {
  const pieces = ['']
  for (const letter of word) {
    const joined = `${pieces.at(-1)}${letter}`
    if (joined.length > 1 && textWidth([{ text: joined }], size) > width) pieces.push(letter)
    else pieces[pieces.length - 1] = joined
  }
  return pieces
}

function advance(letter: string): number {
  return advances.find(([letters]) => letters.test(letter))?.[1] ?? 0.59
}
