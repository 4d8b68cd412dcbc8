import { oncePer } from '../once-per.ts'
import type { Bucket, Stratification } from '../report.ts'
import { plainWords, type RowName, rowNames, type WideWords, wideWords } from './named-kinds.ts'

/**
 * What a row is of, so that rows of several deals can stand side by side: its state, one name, or its label as printed. Such a
 * label may hold loans of each of the names that it `fits`, and where it has words that nobody knows, of `others` too.
 */
export type NamedRow = { key: string; name: string; fits: readonly string[]; others: boolean }

/** How a row stands to a name: it `is` of it alone; its words `fit` it; it `may` be, in words that nobody knows; `no`. */
export type Fit = 'is' | 'fits' | 'may' | 'no'

const asPrinted = 'as printed: '

/** Is a row known by no more than its label, which may be another's name in other words? */
export const isAsPrinted = (key: string) => key.startsWith(asPrinted)

/** The names that rows of a dimension are brought to, by their ids; none where it has no registered names. */
export function namesOf(dimension: string): Pick<RowName, 'id' | 'name'>[] {
  return rowNames.filter(name => name.dimension === dimension).map(({ id, name }) => ({ id, name }))
}

type Named = Pick<Stratification, 'buckets' | 'dimension'>
type Label = Pick<Bucket, 'label' | 'code'>

/**
 * What each row of a table is of, in their order. A row is of one name only where all of its words allow no other: one that
 * fits several, or joins a name with words that nobody knows, stands for itself.
 *
 * > Refinance (Rate/Term), Rate & Term Refinance    rate-term
 * > Full/Alternative                                as printed, fits full and alternative
 * > Non-Owner Occupied                              investor beside "Second Home", else fits both
 */
export const nameRows = oncePer(({ buckets, dimension }: Named): readonly NamedRow[] => {
  const read = buckets.map(bucket => readLabel(bucket, dimension))
  const apart = new Set(
    read.flatMap(({ fits, wide, isSure }) => (isSure && wide === null && fits.length === 1 ? fits : [])),
  )
  return buckets.map((bucket, order) => nameRow(bucket, read[order] ?? unread, apart))
})

/** How a row stands to a name, by its id or the code of its state; a residual row is of none. */
export function fitOf({ key, fits, others }: NamedRow, code: string | null, id: string): Fit {
  if (key === id) return 'is'
  if (code === 'other' || !isAsPrinted(key)) return 'no'
  if (fits.includes(id)) return 'fits'
  return others ? 'may' : 'no'
}

function nameRow({ label, code }: Label, words: LabelWords, apart: ReadonlySet<string>): NamedRow {
  if (code !== null && code !== 'other') return { key: code, name: label, fits: [], others: false }
  const { wide, isSure } = words
  const left = (wide?.fits ?? []).filter(id => !apart.has(id) || id === wide?.else)
  const fits = [...new Set([...words.fits, ...left])]
  const [only] = fits
  const isOne = fits.length === 1 && isSure && (words.fits.length === 1 || only === wide?.else)
  const name = rowNames.find(({ id }) => id === only)
  if (isOne && name) return { key: name.id, name: name.name, fits, others: false }
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return { key: asPrinted + plain, name: label, fits, others: !isSure }
}

/** The names whose words a label has, and words of it that are wider than one; not sure where it says more than that. */
type LabelWords = { fits: string[]; wide: WideWords | null; isSure: boolean }
const unread: LabelWords = { fits: [], wide: null, isSure: false }

/** What parts a label into kinds of loans. */
const PARTS = /[/,;+&]|\b(?:or|and)\b/i
/** A label that tells what its loans are not holds those of other names. */
const DENIES = /\b(?:other|less|rather) than\b|\bexcept\w*|\bexclud\w*|\bwithout\b|\bnot\b/i

function readLabel({ label, code }: Label, dimension: string | null): LabelWords {
  if (code !== null || DENIES.test(label)) return unread
  let rest = label
  const fitting = rowNames.filter(({ words, ...name }) => {
    if (name.dimension !== dimension || label.search(words) < 0) return false
    rest = rest.replace(words, '')
    return true
  })
  const wide = wideWords.find(one => one.dimension === dimension && rest.search(one.words) >= 0) ?? null
  const fits = fitting.map(({ id }) => id)
  if (wide) rest = rest.replace(wide.words, '')
  // Beside a name such words say no more: a cash-out refinance is a refinance.
  const isSaid = ({ words, fits: ids }: WideWords) =>
    label
      .split(PARTS)
      .some(
        part =>
          part.search(words) >= 0 &&
          fitting.some(name => ids.includes(name.id) && part.search(name.words) >= 0),
      )
  const parts = rest.split(PARTS)
  const isPlain = (word: string) => plainWords[dimension ?? '']?.test(word) ?? false
  const isSure =
    (fits.length > 0 || wide !== null) &&
    (parts.length === 1 || parts.every(part => (part.match(/[a-z]+|\d+/gi) ?? []).every(isPlain)))
  return { fits, wide: wide && isSaid(wide) ? null : wide, isSure }
}
