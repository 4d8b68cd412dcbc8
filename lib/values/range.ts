import type { Range, Unit } from '../report.ts'
import { readBound } from './bound.ts'
import { readPlainRange } from './plain-range.ts'

/** One end that a label states: a bound, whether it belongs to the range, and whether it says thousands or millions. */
type End = { value: number; included: boolean; isScaled: boolean }

const ENUMERATION = /^[a-z]{1,2}[.)]\s*(?=[<>=≤≥$\d])/i
/** What is measured, before a sign: `LTV <= 80`. */
const NAMED = /^[a-z][a-z .]{0,30}(?=[<>≤≥])/i
const NUMBER =
  /\s*(?:(?:(?:us|ca?|au?|nz)?[$£€]|usd|gbp|eur|cad|aud)\s*)?(\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*(%)|\s?(x)(?![a-z]))?/iy
/** `7 5/8`, `7-5/8%`, `7⅝`: rates of bonds and old loans. */
const FRACTION = /\s*(\d{1,2})(?:[ -](\d{1,2})\/(2|4|8|16|32|64)(?!\d)|\s?([½¼¾⅛⅜⅝⅞]))\s*%?/y
const EIGHTHS: Readonly<Record<string, number>> = { '½': 4, '¼': 2, '¾': 6, '⅛': 1, '⅜': 3, '⅝': 5, '⅞': 7 }
/** `(0.750)`, `(0.750%)`, `-0.750%`. A whole number behind a hyphen may be a bound of another kind. */
const NEGATIVE =
  /\s*(?:\(\s*\$?\s*([\d,]*\.?\d+)\s*(%?)\s*\)\s*(%?)|-(?=[\d,]*\.\d|\d+\s*%)([\d,]*\.?\d+)\s*(%?))/y
const THOUSAND = /\s*(?:k|thousand)(?![a-z])/iy
const MILLION = /\s*(?:mm|mil|million)(?![a-z])/iy
const LONE_M = /\s*m(?![a-z])/iy
const UNIT_WORD = /\s*(?:(months?|mos?\b\.?)|(years?|yrs?\b\.?)|percent|points)(?![a-z])/iy
const BETWEEN = /\s*(?:between|from)\b/iy
const AT_MOST =
  /\s*(?:<\s*=|=\s*<|≤|up\s+to(?:\s+and\s+including)?|(?:no|not)\s+(?:more|greater)\s+than|less\s+than\s+or\s+equal\s+to|equal\s+to\s+or\s+less\s+than)/iy
const LESS = /\s*(?:<|(?:less|lower)\s+than|under\b|below\b)/iy
/** `60.00% up to but not including 70.00%` */
const UP_TO_BUT = /\s*up\s+to,?\s+but\s+(?:not\s+including|excluding)\b/iy
/** Before the only end: `To 60.00`. */
const TO = /\s*(?:to|through|thru)\b/iy
const AT_LEAST =
  /\s*(?:>\s*=|=\s*>|≥|at\s+least|(?:no|not)\s+less\s+than|(?:greater|more)\s+than\s+or\s+equal\s+to|equal\s+to\s+or\s+greater\s+than)/iy
const MORE = /\s*(?:>|(?:greater|more|higher)\s+than|over\b|above\b|exceeding\b)/iy
const AND_LESS = /\s*(?:and|or|&)\s*(?:below|less|under|lower|earlier|prior|before|fewer|smaller)\b/iy
const AND_MORE =
  /\s*(?:\+|(?:and|or|&)\s*(?:above|over|greater|more|later|higher|after|up|larger|longer)\b)/iy
const JOINT = /\s*(?:to\b|through\b|thru\b|and\b|,?\s*but\b|(?=up\s+to\b)|--?|–|—|‑|−)/iy
/** Behind a sign and its end another sign needs no word between: `> 50% <= 75%`. */
const SIGN = /\s*(?=[<≤]|=\s*<)/y
/** The sign behind the only end, before what is measured: `80 < LTV`, `80 >= LTV`. */
const SIGN_OF_NAME = /\s*([<>]\s*=|[≤≥<>])\s*[a-z][a-z .]{0,30}$/iy
/** The sign before what is measured, with a second sign behind it. */
const BELOW_NAME = /\s*(<\s*=|≤|<)\s*[a-z][a-z .]{0,30}(?=[<≤])/iy
const DASH_END = /\s*[-–—]\s*$/y

/**
 * The range a row label states, in the unit: percent points, months, score, year, or cents for money.
 *
 * > 50.00 and Below          → up to 50, included
 * > $150,001 -   $200,000    → 15000100 to 20000000, both included
 * > 5.001%—6.000%            → 5.001 to 6
 * > > 80.00 to 85.00         → above 80, up to 85
 * > 360                      → exactly 360
 * > 60 < LTV <= 70           → above 60, up to 70
 * > (0.750) - 0.000          → -0.75 to 0
 * > > 50% <= 75%             → above 50, up to 75
 * > 80 < LTV                 → above 80
 * > 7 1/2 - 7 5/8            → 7.5 to 7.625
 * > 1.20x - 1.29 x           → 1.2 to 1.29
 * > $100K - $1.5MM           → 10000000 to 150000000
 *
 * An exact value has equal ends. Null when the label is not a range or holds anything besides.
 */
export function readRange(label: string, unit: Unit): Range | null {
  if (!/\d/.test(label)) return null
  if (startsWithFigure(label)) return readPlainRange(label, unit) ?? new Ends(label, unit).readBare()
  return new Ends(label.replace(ENUMERATION, '').replace(NAMED, ''), unit).read()
}

/** Most labels do; they need no look for words before the first figure. */
function startsWithFigure(label: string): boolean {
  const code = label.charCodeAt(0)
  return (code >= 48 && code <= 57) || code === 36
}

/** Walks over the label from left to right; every step moves `at` forward or gives up. */
class Ends {
  private readonly text: string
  private readonly unit: Unit
  private at = 0
  private hasThousands = false

  constructor(text: string, unit: Unit) {
    this.text = text
    this.unit = unit
  }

  read(): Range | null {
    if (this.takes(AT_MOST) || this.takes(TO)) return this.last(null, this.end(true))
    if (this.takes(LESS)) return this.last(null, this.end(false))
    if (this.takes(AT_LEAST)) return this.from(this.end(true), SIGN)
    if (this.takes(MORE)) return this.from(this.end(false), SIGN)
    this.takes(BETWEEN)
    return this.readBare()
  }

  /** A number with nothing before it: exact, open to one side by the words after it, or the low end. */
  readBare(): Range | null {
    const first = this.end(true)
    if (first === null) return null
    if (this.atEnd()) return range(first, first)
    if (this.takes(AND_LESS)) return this.last(null, first)
    if (this.takes(AND_MORE)) return this.last(first, null)
    if (this.takes(DASH_END)) return this.last(null, first)
    const sign = this.exec(SIGN_OF_NAME)?.[1]
    if (sign !== undefined) return openTo(sign, first)
    return this.from(first, JOINT)
  }

  /** A low end, maybe with a high one behind it, which `joint` may part. */
  private from(low: End | null, joint: RegExp): Range | null {
    if (low === null) return null
    const sign = this.exec(BELOW_NAME)?.[1]
    if (sign === '<') low.included = false
    if (sign === undefined && !this.takes(JOINT) && !this.takes(joint)) return this.last(low, null)
    const included = !this.takes(UP_TO_BUT) && (this.takes(AT_MOST) || !this.takes(LESS))
    const high = this.end(included)
    if (high === null || high.value < low.value) return null
    // `1 - 50K` may begin at a dollar or at a thousand of them.
    return high.isScaled && !low.isScaled && low.value !== 0 ? null : this.last(low, high)
  }

  private last(low: End | null, high: End | null): Range | null {
    return (low === null && high === null) || !this.atEnd() ? null : range(low, high)
  }

  private atEnd(): boolean {
    return this.at >= this.text.length || this.text.slice(this.at).trim() === ''
  }

  private takes(pattern: RegExp): boolean {
    return this.exec(pattern) !== null
  }

  private end(included: boolean): End | null {
    const plain = this.number()
    const by = plain !== null && this.unit === 'cents' ? this.scale() : 1
    const value = plain === null ? null : plain * by
    UNIT_WORD.lastIndex = this.at
    const word = this.at < this.text.length ? UNIT_WORD.exec(this.text) : null
    if (word) this.at = UNIT_WORD.lastIndex
    if (value === null) return null
    return { value: word?.[2] && this.unit === 'months' ? value * 12 : value, included, isScaled: by !== 1 }
  }

  private number(): number | null {
    const fraction = this.unit === 'percent' ? this.exec(FRACTION) : null
    if (fraction !== null) return readFraction(fraction)
    const number = this.exec(NUMBER)
    if (number?.[3] !== undefined && this.unit !== 'ratio') return null
    if (number !== null) return readBound(number[1] ?? '', this.unit, number[2] === '%')
    const negative = this.exec(NEGATIVE)
    if (negative === null) return null
    const percent = negative[2] === '%' || negative[3] === '%' || negative[5] === '%'
    const value = readBound(negative[1] ?? negative[4] ?? '', this.unit, percent)
    return value === null ? null : 0 - value
  }

  /** An `M` stands for a thousand or a million; after a `K` it is a million. */
  private scale(): number {
    if (this.takes(THOUSAND)) this.hasThousands = true
    else return this.takes(MILLION) || (this.hasThousands && this.takes(LONE_M)) ? 1e6 : 1
    return 1e3
  }

  private exec(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found !== null) this.at = pattern.lastIndex
    return found
  }
}

/** Points with a fraction; null where the fraction is one or more. */
function readFraction([, whole, over, under, sign = '']: RegExpExecArray): number | null {
  const part = over === undefined ? (EIGHTHS[sign] ?? 0) / 8 : Number(over) / Number(under)
  return part < 1 ? Number(whole) + part : null
}

/** What lies on the side of an end that a sign between it and what is measured tells. */
function openTo(sign: string, end: End): Range {
  const own = { ...end, included: /[=≤≥]/.test(sign) }
  return /[<≤]/.test(sign) ? range(own, null) : range(null, own)
}

function range(low: End | null, high: End | null): Range {
  return {
    low: low?.value ?? null,
    high: high?.value ?? null,
    lowIncluded: low?.included ?? false,
    highIncluded: high?.included ?? false,
  }
}
