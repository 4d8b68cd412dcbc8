import type { Printed } from '../report.ts'
import { findNameBefore } from './find-name.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'
import { toReadableCase } from './parties.ts'

/** The number of a trust: `Trust 2003-21T1`, `Trust, Series 2004-2`, `Trust Series 1998-C`. */
const TRUST_NUMBER = /trusts?(?:,? series)? ([12]\d{3}-[A-Z0-9]+(?:-[A-Z0-9]+)?)/iy
/** `Series 2002-20`, `Series 1998-C`: a token with a digit, its points and brackets left outside. */
const SERIES_NUMBER = /series ([A-Z0-9]*\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*)/iy
const SECURITIES = /\b(?:certificates?|notes?|bonds?|securities)$/i

/** The trust that issues the securities, by a name that ends in "Trust" and its number. */
export function readTrust(flow: Flow): Printed | null {
  for (const at of offsetsOf(flow, 'trust')) {
    TRUST_NUMBER.lastIndex = at
    const number = TRUST_NUMBER.exec(flow.text)
    const name = number === null ? null : findNameBefore(flow.text, at + 'trust'.length)
    if (number === null || name === null || name.from === at) continue
    const to = at + number[0].length
    return printedInFlow(flow, name.from, to, toReadableCase(flow, flow.text.slice(name.from, to)))
  }
  return null
}

/** The series, without the word: `2002-20`; and the securities named right before it. */
export function readSeries(flow: Flow): { series: Printed | null; securities: Printed | null } {
  let series: Printed | null = null
  for (const at of offsetsOf(flow, 'series ')) {
    SERIES_NUMBER.lastIndex = at
    const number = SERIES_NUMBER.exec(flow.text)
    if (number === null) continue
    const from = at + 'series '.length
    series ??= printedInFlow(flow, from, at + number[0].length)
    const securities = readSecurities(flow, at)
    if (securities !== null) return { series, securities }
  }
  return { series, securities: null }
}

function readSecurities(flow: Flow, end: number): Printed | null {
  const name = findNameBefore(flow.text, end)
  if (name === null) return null
  const printed = flow.text.slice(name.from, name.to)
  return SECURITIES.test(printed)
    ? printedInFlow(flow, name.from, name.to, toReadableCase(flow, printed))
    : null
}
