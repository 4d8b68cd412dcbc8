import { characterAt } from './decode-text.ts'

/** The names of Latin-1 from U+00A0 on, in the order of their code points. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const OTHERS: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ndash: '–',
  mdash: '—',
  minus: '−',
  bull: '•',
  hellip: '…',
  trade: '™',
  euro: '€',
  dagger: '†',
  Dagger: '‡',
  le: '≤',
  ge: '≥',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  dollar: '$',
  percnt: '%',
  comma: ',',
  period: '.',
  lpar: '(',
  rpar: ')',
  plus: '+',
  num: '#',
  ast: '*',
  lowbar: '_',
  horbar: '―',
  hyphen: '‐',
  zwnj: '',
  zwj: '',
}
const NAMED = new Map<string, string>([
  ...LATIN.map((name, order) => [name, String.fromCharCode(0xa0 + order)] as const),
  ...Object.entries(OTHERS),
])
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));?/iy

/** Soft hyphens, and marks and blanks without width: where no line ends at them, they print nothing. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/

/** A character reference: what it prints, and where it ends. */
export type Reference = { printed: string; end: number }

/**
 * The character reference at an `&`, or null where that stands for itself, as in `AT&T`.
 *
 * > 500&#150;559   Smith &amp; Co   A&nbsp;B
 *      ^–                ^&          ^ U+00A0
 *
 * Code points of 0x80–0x9F are those of windows-1252, as browsers take them. The semicolon may be missing.
 */
export function readReference(text: string, at: number): Reference | null {
  REFERENCE.lastIndex = at
  const found = REFERENCE.exec(text)
  if (found === null) return null
  const [whole, decimal, hex, name = ''] = found
  const end = at + whole.length
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  if (!Number.isNaN(code)) return { printed: characterAt(code).replace(WITHOUT_WIDTH, ''), end }
  const printed = (NAMED.get(name) ?? NAMED.get(name.toLowerCase()))?.replace(WITHOUT_WIDTH, '')
  return printed === undefined ? readUnended(name, at) : { printed, end }
}

/** A name without semicolon that figures follow: `&nbsp12`. */
function readUnended(name: string, at: number): Reference | null {
  const letters = name.replace(/\d+$/, '')
  const printed = letters === name ? undefined : NAMED.get(letters.toLowerCase())
  return printed === undefined ? null : { printed, end: at + 1 + letters.length }
}
