import type { Cell, Grid } from '../grid/grid.ts'
import { remember } from '../remember.ts'

const GROUP =
  /\b(?:(?:Loan|LOAN|Collateral|COLLATERAL|Mortgage|MORTGAGE|Sub-?|SUB-?) ?)?(?:Group|GROUP|Pool|POOL) (?:No\. ?|#)?(?:[IVX]{1,4}|\d{1,2})(?:-?[A-Z1-9])?(?![\w.,]?\w)/
const KIND = /\b(?:fixed|adjustable|arm|variable|hybrid)(?:[- ]rate)? (?:mortgage )?(?:loans|group)\b/i
const AGGREGATE =
  /\b(?:aggregate|total|entire|all|combined|statistical) (?:mortgage )?(?:loan )?(?:pool|collateral|loans|mortgage loans)\b|^(?:aggregate|total|all groups)$/i

/** What a line says of the loan group: its name, that it is the whole pool, or nothing. */
type Said = { group: string | null } | null

/**
 * Tell the loan group of each grid in the order they are printed: as printed in title or column header, else in the
 * headings above, else the last heading before it that named one. Null is the whole pool.
 *
 * > Distribution by Credit Score in Loan Group 1      → "Loan Group 1", for this table
 * > GROUP II                                          → "GROUP II", for tables below until another heading
 */
export function tellLoanGroups(grids: readonly Grid[]): (string | null)[] {
  const names = new Map<string, string>()
  let standing: string | null = null
  return grids.map(grid => {
    const heading = lastSaid(grid.headings)
    if (heading !== null) standing = nameOnce(heading.group, names)
    const own = saidInTitle(grid) ?? saidInHeaders(grid)
    return own === null ? standing : nameOnce(own.group, names)
  })
}

/** One name for one group: "LOAN GROUP 2", "Loan Group 2" and "Group 2" are called as the first of them is printed. */
function nameOnce(group: string | null, names: Map<string, string>): string | null {
  if (group === null) return null
  const key = group.toLowerCase().replace(/^(?:loan|mortgage|collateral)\s/, '')
  const known = names.get(key)
  if (known === undefined) names.set(key, group)
  return known ?? group
}

/** Is the line nothing but the name of a loan group? */
export function isGroupHeading(text: string): boolean {
  const said = sayGroup(text)
  return said?.group != null && text.replace(/[^A-Za-z0-9]/g, '').length <= said.group.length + 15
}

function saidInTitle(grid: Grid): Said {
  for (const line of grid.title) {
    const said = sayGroup(line.text)
    if (said !== null) return said
  }
  return null
}

function saidInHeaders(grid: Grid): Said {
  for (const { header } of grid.columns) {
    const said = sayNumbered(header)
    if (said !== null) return said
  }
  return null
}

const sayNumbered = remember((header): Readonly<Said> => {
  const group = GROUP.exec(header)
  return group === null ? null : { group: group[0] }
})

/** Headings are short; the one nearest the table counts. */
function lastSaid(headings: readonly Cell[]): Said {
  for (let at = headings.length - 1; at >= 0; at--) {
    const text = headings[at]?.text ?? ''
    const said = text.length <= 60 ? sayGroup(text) : null
    if (said !== null) return said
  }
  return null
}

/** A number tells a group most surely; "Group 1 Adjustable Rate Mortgage Loans" is a part of it, named in full. */
const sayGroup = remember((text): Readonly<Said> => {
  const group = GROUP.exec(text)
  const kind = KIND.exec(text)
  if (group !== null)
    return { group: kind !== null && kind.index > group.index ? `${group[0]} ${kind[0]}` : group[0] }
  if (kind !== null) return { group: kind[0] }
  return AGGREGATE.test(text) ? { group: null } : null
})
