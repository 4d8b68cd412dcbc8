import { addAll } from '../add-all.ts'
import { findCellsAbove } from './captions.ts'
import { findNameBefore } from './find-name.ts'
import { toNaturalCase } from './name-case.ts'
import type { FoundParty } from './parties.ts'
import { readRoles } from './roles.ts'
import { cellsOf, isRuleOrBlank, placeOnLine, type TextCell, type TextLine } from './text-lines.ts'

/** Labels stand on a term sheet's first pages and on a prospectus cover. */
const LINES_LOOKED_AT = 250
const LABEL =
  /^((?:co-|master |lead |mortgage |loan |indenture )?(?:depositor|sponsor|seller|servicer|trustee|underwriter)s?(?:(?: and |\/)[a-z ]{4,20})?):\s*(.*)$/i
/** The company name comes first and its role last on the line, and nothing else is said. */
const APPOSITION = /^([^,]+(?:, (?:inc|llc|l\.l\.c|lp|l\.p|ltd|n\.a)\b\.?)?), (?:as )?([a-z ]+?)$/i
/** What every label and caption holds. */
const PARTY = /depositor|sponsor|seller|servicer|trustee|underwriter/i
const CAPTION =
  /^\(?(?:exact name of (?:the )?)?((?:(?:mortgage )?(?:originator|issuer|sponsor|seller|depositor)(?: and |, | \/ |\/))*(?:master |indenture )?(?:depositor|sponsor|seller|servicer|trustee|underwriter)s?(?: and [a-z ]{4,20})?)(?: as specified in its charter)?\)?$/i
const COMPANY =
  /\b(?:inc|corp|corporation|incorporated|llc|l\.l\.c|lp|l\.p|ltd|n\.a|bank|company|co|association|fsb)\b/i
/** Printed sentences name parties with more care: a label only fills what they leave open. */
const RANK = 2

/**
 * Parties that a label or caption names.
 *
 * > Master Servicer:    Teasel Servicing LP          on term sheets
 *
 * > MARRAM BANK & TRUST COMPANY                      on covers of prospectus supplements
 *             Trustee
 *
 * > Marram Bank, FSB                                  on covers of reports
 *   (Exact name of Sponsor as specified in its charter)
 *
 * > Marram Asset Acceptance LLC, Depositor             on title pages
 */
export function findLabelledParties(lines: TextLine[]): FoundParty[] {
  const found: FoundParty[] = []
  for (const [index, line] of lines.slice(0, LINES_LOOKED_AT).entries()) {
    if (line.text === '' || !PARTY.test(line.text)) continue
    const cells = cellsOf(line)
    addAll(found, readLabel(line, cells))
    for (const cell of cells) {
      addAll(found, readCaption(lines, index, cell))
      addAll(found, readApposition(line, cell))
    }
  }
  return found
}

function readLabel(line: TextLine, [label, next]: readonly TextCell[]): FoundParty[] {
  const found = label === undefined ? null : LABEL.exec(label.text)
  if (label === undefined || found === null) return []
  const [, role = '', rest = ''] = found
  const name = rest === '' ? next : { text: rest, from: label.to - rest.length, to: label.to }
  return name === undefined ? [] : toParties(role, line, name)
}

function readCaption(lines: TextLine[], index: number, cell: TextCell): FoundParty[] {
  const role = CAPTION.exec(cell.text)?.[1]
  const name = role === undefined ? undefined : findCellsAbove(lines, { ...cell, index }).at(-1)
  const line = name === undefined ? undefined : lines[name.index]
  if (role === undefined || name === undefined || line === undefined) return []
  if (index - name.index > MOST_LINES_APART || hasTextBetween(lines, name.index, index)) return []
  return COMPANY.test(name.text) ? toParties(role, line, name) : []
}

function readApposition(line: TextLine, cell: TextCell): FoundParty[] {
  const [, name = '', role = ''] = APPOSITION.exec(cell.text) ?? []
  if (!CAPTION.test(role) || !COMPANY.test(name)) return []
  return toParties(role, line, { text: name, from: cell.from, to: cell.from + name.length })
}

/** Blank lines part a name from its caption, more of them in HTML than are shown; no other text does. */
const MOST_LINES_APART = 8

function hasTextBetween(lines: TextLine[], above: number, below: number): boolean {
  return below - above > 3 && lines.slice(above + 1, below).some(({ text }) => !isRuleOrBlank(text))
}

/** Only what is a name from end to end: a label before a sentence names nobody. */
function toParties(role: string, line: TextLine, name: TextCell): FoundParty[] {
  const span = findNameBefore(name.text, name.text.length)
  if (span === null || span.from > 0 || !/\s/.test(name.text)) return []
  const party = {
    value: toNaturalCase(name.text.slice(0, span.to)),
    at: placeOnLine(line, name.from, name.from + span.to),
  }
  return readRoles(role).map(each => ({ ...each, rank: RANK, party }))
}
