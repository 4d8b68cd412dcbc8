/** What the picture's font can draw beside printable ASCII: Latin-1, dashes, quotation marks, bullet, ellipsis, minus. */
const drawable = /[^\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212]/g

/**
 * Text with only characters that the picture's font has: accents it lacks are taken off their letters, all else is left
 * out, blanks are folded. The drawing library would ask another host for a font that has the rest.
 */
export function keepDrawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(drawable, character =>
      character
        .normalize('NFD')
        .replace(/\p{Mark}/gu, '')
        .replace(drawable, ''),
    )
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Text of at most so many characters, cut at a word, with an ellipsis where it is cut. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;.]+$/, '')}…`
}
