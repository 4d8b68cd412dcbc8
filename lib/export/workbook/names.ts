import { nameGroup } from '../../names/loan-groups.ts'
import { nameSplit } from '../../names/names.ts'
import { nameFigure } from '../../pool/figure-names.ts'
import type { Stratification } from '../../report.ts'
import { sheetNames } from '../sheet-names.ts'
import { notesSheetName } from './notes-sheet.ts'

/** As many characters of a group's name as a sheet's name has room for beside what it splits by. */
const mostOfGroup = 14
const mostOfSheet = 31
/** Excel takes 255 codes; a letter may be two of them, and a number may follow. */
const mostOfName = 100

/** The sheets that a workbook of a deal has beside its tables; that of notes where there are any. */
const ownSheets = ['Summary', 'Ledger', 'Tape', notesSheetName, 'About'] as const

/**
 * Names for the sheets of tables, in their order: what each splits by, then its loan group.
 *
 * > Original LTV    Original LTV, Group 1
 */
export function tableSheetNames(tables: readonly Stratification[]): string[] {
  const names = sheetNames([...ownSheets, ...tables.map(tableName)])
  return names.slice(ownSheets.length)
}

function tableName(table: Stratification): string {
  const split = nameSplit(table)
  if (table.loanGroup === null) return split
  const group = `, ${shortGroup(table.loanGroup)}`
  return `${split.slice(0, mostOfSheet - group.length).trimEnd()}${group}`
}

/** > LOAN GROUP 1   Group 1 */
function shortGroup(loanGroup: string): string {
  return nameGroup(loanGroup)
    .replace(/^(?:Mortgage )?Loan (?=Group|Pool)/, '')
    .slice(0, mostOfGroup)
    .trim()
}

/** What formulas call a figure of the pool or of a loan group: `Pool_Balance`, `Loan_Group_1_WAM`. */
export function figureName(loanGroup: string | null, id: string): string {
  const group = loanGroup === null ? 'Pool' : nameGroup(loanGroup)
  const figure = nameFigure(id).name.replace(/^Pool /, '')
  return definedName(`${group} ${figure.charAt(0).toUpperCase()}${figure.slice(1)}`)
}

/** What spreadsheets read as something else than a name: cells (`LTV1`, `R2C3`), truth values, and names of their own. */
const notNames =
  /^(?:[a-z]{1,3}\d*|r\d*c\d*|true|false|print_(?:area|titles)|criteria|extract|database|consolidate_area|sheet_title|auto_\w+)$/i

/** A text as a name that formulas may use: letters, digits and lines, begun by a letter. Wide letters are the plain ones. */
function definedName(text: string): string {
  const name = [...text.normalize('NFKC').replace(/[^\p{L}\p{Nd}]+/gu, '_')]
    .slice(0, mostOfName)
    .join('')
    .replace(/^_+|_+$/g, '')
  return notNames.test(name) || !/^\p{L}/u.test(name) ? `Table_${name}` : name
}

/** Names of which no two are alike, whatever their case. */
export function uniqueDefinedNames(): (text: string) => string {
  const taken = new Set<string>()
  return text => {
    const stem = definedName(text)
    let name = stem
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}_${number}`
    taken.add(name.toLowerCase())
    return name
  }
}
