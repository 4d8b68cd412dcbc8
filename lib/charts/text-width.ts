import type { Run } from './drawing.ts'

/** Advance widths in em of a plain sans at text size, a little wide so that other fonts fit as well. */
const narrow = /[ .,:;'’|!()[\]ijlt]/
const wide = /[A-HJ-NP-Zm%&@–]/
const widest = /[MOQWw]/

/** Width of a text in pixels at a font size, estimated, for nothing can be measured on the server. */
export function textWidth(runs: Run[], size = 12): number {
  let em = 0
  for (const run of runs) for (const letter of run.text) em += advance(letter)
  return em * size
}

/** Cut a text to a width in pixels, with an ellipsis where it is cut. */
export function fitText(text: string, width: number, size = 12): string {
  if (textWidth([{ text }], size) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth([{ text: `${kept}…` }], size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

function advance(letter: string): number {
  if (narrow.test(letter)) return 0.32
  if (widest.test(letter)) return 0.84
  if (wide.test(letter)) return 0.72
  return 0.63
}
