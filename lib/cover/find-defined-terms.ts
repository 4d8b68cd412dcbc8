import type { Printed } from '../report.ts'
import { findNameBefore } from './find-name.ts'
import { type Flow, printedInFlow } from './flow.ts'
import { toNaturalCase } from './name-case.ts'
import { withoutEnd } from './without-end.ts'

/** Full names by the defined term that stands for them, folded by `foldTerm`. */
export type DefinedTerms = Map<string, Printed>

/** `("ASC")`, `(the "Seller")`, `(the "Master Servicer), and` with its quote left open, `(“MARLOWE, PIKE”)` */
const TERM = /\((?:each,? )?(?:an? |the |such |in such capacity,? )?["“”]{1,2}([^"“”)\n]{2,60})["“”]{0,2}\)/g

const ROLE_AT_END = /,? as (?:an? |the |one of the )?[a-z][a-z ]{2,50}$/

/** A filing defines a few dozen terms; only a glossary has more, and no parties in it. */
const MOST_TERMS = 300

/**
 * The names that a text defines terms for.
 *
 * > ASHGROVE SECURITIES CORPORATION ("ASC") has prepared certain materials
 *   ASC → Ashgrove Securities Corporation
 */
export function findDefinedTerms(flow: Flow): DefinedTerms {
  const terms: DefinedTerms = new Map()
  for (const found of flow.text.matchAll(TERM)) {
    if (terms.size >= MOST_TERMS) break
    const term = foldTerm(found[1] ?? '')
    const name = findNameBefore(flow.text, beforeRole(flow.text, found.index))
    if (name === null || terms.has(term)) continue
    const printed = flow.text.slice(name.from, name.to)
    terms.set(term, printedInFlow(flow, name.from, name.to, toNaturalCase(printed)))
  }
  return terms
}

/** A term in the form it is looked up by. */
export function foldTerm(term: string): string {
  return withoutEnd(term.trim(), ',.').replace(/\s+/g, ' ').toLowerCase()
}

/** In `X, as seller (the "Seller")` the name ends before its role. */
function beforeRole(text: string, end: number): number {
  const start = Math.max(0, end - 70)
  const before = text.slice(start, end).trimEnd()
  const role = before.includes(' as ') ? ROLE_AT_END.exec(before) : null
  return role === null ? end : start + role.index
}
