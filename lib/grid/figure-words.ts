/** What is counted, behind its number: `139 loans`, `45 Mortgage Loans`. */
const COUNTED =
  /^(\d[\d,]*) (?:(?:mortgage|home equity|auto(?:mobile)?|motor vehicle|student|retail|mortgaged) )?(?:loans?|mortgages?|contracts?|receivables|leases?|accounts?|propert(?:y|ies))$/i
/** No number with what it counts takes more. Saves time: longer texts are not looked at. */
export const LONGEST_COUNTED = 40

/**
 * Where the number ends that words behind it say to be a number of loans; -1 where they say nothing of the kind.
 *
 * > 45 Mortgage Loans
 *     ^
 */
export function endOfCounted(text: string): number {
  if (text.length > LONGEST_COUNTED) return -1
  return COUNTED.exec(text)?.[1]?.length ?? -1
}

/** The last letters of words for what is counted. */
const ENDINGS = new Set([
  'oan',
  'ans',
  'age',
  'ges',
  'act',
  'cts',
  'les',
  'ase',
  'ses',
  'unt',
  'nts',
  'rty',
  'ies',
])

/** May a text that ends at a place end in words for what is counted? Saves time: most end otherwise. */
export function mayEndInCounted(text: string, end: number): boolean {
  const letter = text.charCodeAt(end - 1) | 32
  const isOneOf = letter === 115 || letter === 110 || letter === 116 || letter === 101 || letter === 121
  return isOneOf && ENDINGS.has(text.slice(end - 3, end).toLowerCase())
}

/** Dollars of the United States before a figure, glued to it or a blank before: `US$1,234`, `USD 1,234`, `U.S. $1,234`. */
const DOLLARS = /(?:\$|USD|US ?\$|U\.S\. ?\$) ?/y
/** The same with nothing behind. */
const SIGN = /^(?:\$|USD|US ?\$|U\.S\. ?\$)$/

/** Where the sign of dollars ends that begins at a place; the place itself where none does. */
export function endOfDollars(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 36) return text.charCodeAt(at + 1) === 32 ? at + 2 : at + 1
  if (code !== 85) return at
  DOLLARS.lastIndex = at
  return DOLLARS.test(text) ? DOLLARS.lastIndex : at
}

/** Dollars behind a figure: `1,234.00 USD`, `1,234.00 $` */
const DOLLARS_BEHIND = /\d( ?(?:USD|US ?\$|U\.S\. ?\$|\$|(?:US |U\.S\. )?dollars))$/i

/** Where the name of dollars begins that ends the text of a cell short enough for a figure; the end where none does. */
export function startOfDollarsBehind(text: string, end: number): number {
  const last = text.charCodeAt(end - 1) | 32
  if (last !== 100 && last !== 36 && last !== 115) return end
  const found = DOLLARS_BEHIND.exec(text.slice(0, end))
  return found === null ? end : end - (found[1] ?? '').length
}

/** Is the text a sign of dollars alone? */
export function isDollarSign(text: string): boolean {
  return text.length <= 6 && SIGN.test(text)
}

/** A share in brackets, or behind a slash, that ends a text: `(44.8%)`, `[9 %]`, `/ 44.8%`. */
const SHARE = /[([] ?(\d{1,3}(?:\.\d{1,6})?) ?% ?[)\]]$|\/ ?(\d{1,3}(?:\.\d{1,6})?) ?%$/
/** No share in brackets takes more. Saves time: the pattern stays short on any line. */
const LONGEST_SHARE = 16

/** Where the brackets and the figure of a share that ends at `end` begin and end; null where none does. */
export function shareBefore(text: string, end: number): { open: number; start: number; end: number } | null {
  const from = Math.max(0, end - LONGEST_SHARE)
  const found = SHARE.exec(text.slice(from, end))
  if (found === null) return null
  const open = from + found.index
  const figure = found[1] ?? found[2] ?? ''
  const start = open + found[0].indexOf(figure)
  return { open, start, end: start + figure.length }
}

/** Two or three figures as one: `1.20x/2.05x`, `5.25% - 7.50%`, `78.0 to 80.0`, `580 / 820 / 712`. */
const SEVERAL = /^\$?\d[\d,]*(?:\.\d+)?[%x]?(?: ?(?:[/;–—-]|to) ?\$?\d[\d,]*(?:\.\d+)?[%x]?){1,2}$/i
const DATE = /^\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?$/
/** A ratio that is none of a column's, for it lies beyond what is printed: `> 1.20x`, `<1.20x`, `1.40x+`. */
const OPEN_RATIO = /^(?:[<>≤≥]=? ?\d[\d,]*(?:\.\d+)? ?x|\d[\d,]*(?:\.\d+)? ?x ?\+)$/i
/** The first of them with what parts it from the next. */
const LEADS_NEXT = /^\$?\d[\d,]*(?:\.\d+)?[%x]?(?: ?[/;–—-]| to)$/i
/** No such figures take more. Saves time: longer texts are not looked at. */
export const LONGEST_SEVERAL = 40

/** Does a text in a figure's place print several, or all beyond one, so that none of them is the column's? */
export function isSeveralFigures(text: string): boolean {
  if (text.length > LONGEST_SEVERAL) return false
  return (SEVERAL.test(text) && !DATE.test(text)) || OPEN_RATIO.test(text)
}

/** Does a text print a figure that another behind it goes on with: `5.25% -`, `78.0 to`? A share behind `139 /` is one of it. */
export function leadsNextFigure(text: string, isShareNext: boolean): boolean {
  if (text.length > LONGEST_SEVERAL || !LEADS_NEXT.test(text)) return false
  return !isShareNext || !text.endsWith('/') || text.includes('%')
}
