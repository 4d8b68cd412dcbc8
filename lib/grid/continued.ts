const CONTINUED =
  /[\s(–—-]*\b(?:table )?cont(?:inued|'?d\b|\.)?(?: from (?:the )?(?:previous|prior|preceding|last) page)?\)?[.:]?$/i
/** What all such words hold, and hardly a title else. */
const CONT = /cont/i
/** More than the words and their blanks ever take; keeps the pattern linear on any input. */
const LONGEST = 60

/** A title without the words that say it goes on from the page before: `Mortgage Rates (continued)`; nothing of `(table continued)`. */
export function withoutContinued(title: string): string {
  if (!CONT.test(title)) return title
  const from = Math.max(0, title.length - LONGEST)
  return title.slice(0, from) + title.slice(from).replace(CONTINUED, '')
}
